import { countryCode } from "@/kernel/country";
import type { Tx } from "@/platform/db";
import type { MarketState, ShipTo } from "./market";
import type { Standing } from "./opening";

export const loadMarketStanding = async (tx: Tx, code: string): Promise<Standing | null> => {
  const row = await tx.market.findUnique({ where: { code }, select: { code: true, state: true, stateReason: true } });
  return row && { code: countryCode(row.code), state: row.state as MarketState, stateReason: row.stateReason };
};

/** Saves only while the market still stands as the admin saw it. */
export const saveMarketStanding = async (tx: Tx, before: Standing, after: Standing): Promise<boolean> =>
  (await tx.market.updateMany({ where: { code: before.code, state: before.state, stateReason: before.stateReason }, data: { state: after.state, stateReason: after.stateReason } })).count === 1;

export const loadShipTo = async (tx: Tx, code: string): Promise<ShipTo | null> => {
  const row = await tx.country.findUnique({ where: { code }, select: { code: true, shipTo: true, shipToReason: true } });
  return row && { ...row, code: countryCode(row.code) };
};

export const saveShipTo = async (tx: Tx, before: ShipTo, after: ShipTo): Promise<boolean> =>
  (await tx.country.updateMany({ where: { code: before.code, shipTo: before.shipTo }, data: { shipTo: after.shipTo, shipToReason: after.shipToReason } })).count === 1;
