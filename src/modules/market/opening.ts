import type { CountryCode } from "@/kernel/country";
import { ok, refuse, type Result } from "@/kernel/result";
import type { MarketState, ShipTo } from "./market";

/** Why a market is not open, or why nothing is sent to a country: words for each are in the messages under admin.marketReasons. */
export const marketReasons = ["sanctions", "no-lane", "no-postal-service", "customs-change", "law", "strike", "maintenance"] as const;
export type MarketReason = (typeof marketReasons)[number];

export type Standing = { readonly code: CountryCode; readonly state: MarketState; readonly stateReason: string | null };
export type NoReason = { readonly code: "market.reason-needed" };

/**
 * Opens, half-closes or closes a market. Whoever stands before the shop window is owed a reason, so every state but "open" needs one;
 * an open market has none.
 */
export const setState = (market: Standing, state: MarketState, reason: MarketReason | null): Result<Standing, NoReason> => {
  if (state !== "open" && reason === null) return refuse({ code: "market.reason-needed" });
  return ok({ ...market, state, stateReason: state === "open" ? null : reason });
};

/** Sends goods to a country from now on, or no longer, with the reason. */
export const setShipTo = (country: ShipTo, isOn: boolean, reason: MarketReason | null): Result<ShipTo, NoReason> => {
  if (!isOn && reason === null) return refuse({ code: "market.reason-needed" });
  return ok({ ...country, shipTo: isOn, shipToReason: isOn ? null : reason });
};
