import { countryCode, isCountryCode } from "@/kernel/country";
import { ok, refuse, type Result } from "@/kernel/result";
import { dayIn, isPlainDate } from "@/kernel/time";
import { dayRates } from "@/modules/fx/queries";
import type { RateRefusal } from "@/modules/fx/rate";
import { findCountry, findMarket } from "@/modules/market/queries";
import { now } from "@/platform/clock";
import type { DeclarationRefusal, LandedCostInput } from "./declaration";
import { landedCost, type LandedCost } from "./landed-cost";
import { allTradeRules } from "./queries";
import { isInForce, taxRegions, type TradeRule } from "./rule";

/** A declaration as a stranger writes it: nothing in it is known to exist yet. */
export type AskedDeclaration = Omit<LandedCostInput, "market" | "currency" | "date" | "shipFrom" | "items" | "ratesOn"> & {
  readonly market: string;
  readonly date: string;
  readonly shipFrom: string;
  readonly items: readonly (Omit<LandedCostInput["items"][number], "origin"> & { readonly origin: string })[];
};

export type AskedRefusal = DeclarationRefusal | RateRefusal | { readonly code: "market.no-such-market" | "customs.bad-ship-from" }
  | { readonly code: "customs.region-needed" | "customs.bad-region"; readonly regions: readonly string[] };

/**
 * What a declaration of somebody else's costs at the door of one of our markets, in the market's money, by the rule book in force on its day.
 *
 * Countries must exist, not only look like some. A market whose tax hangs on the state or province (taxRegions) is not answered without one: a total that
 * leaves out a tax would be a guess. Amounts are brought into the market's money at the rates of today, whatever day is asked about: they are the only ones
 * that a quote of today could be paid at.
 */
export const costOfDeclaration = async (asked: AskedDeclaration): Promise<Result<LandedCost, AskedRefusal>> => {
  const market = await findMarket(asked.market);
  if (!market) return refuse({ code: "market.no-such-market" });
  if (!isPlainDate(asked.date)) return refuse({ code: "customs.bad-date" });
  const exists = async (code: string): Promise<boolean> => isCountryCode(code) && (await findCountry(code)) !== null;
  if (!(await exists(asked.shipFrom))) return refuse({ code: "customs.bad-ship-from" });
  for (const [line, { origin }] of asked.items.entries()) if (!(await exists(origin))) return refuse({ code: "customs.bad-origin", line });
  const rules = await allTradeRules();
  const regions = taxRegions(rules, market.code);
  if (regions.length > 0 && asked.region === null) return refuse({ code: "customs.region-needed", regions });
  if (asked.region !== null && (regions.length > 0 ? !regions.includes(asked.region) : !/^[A-Z\d]{1,3}$/.test(asked.region))) return refuse({ code: "customs.bad-region", regions });
  return landedCost({
    ...asked, market: market.code, currency: market.currency, date: asked.date, shipFrom: countryCode(asked.shipFrom), ratesOn: dayIn(now(), market.timeZone),
    items: asked.items.map((item) => ({ ...item, origin: countryCode(item.origin) })),
  }, rules, await dayRates());
};

/** The rows of the rule book that hold in a market on a day (today there, when none is named), by kind and id. */
export const listRules = async (code: string, on: string | null): Promise<Result<{ readonly on: string; readonly rules: readonly TradeRule[] }, { readonly code: "market.no-such-market" | "customs.bad-date" }>> => {
  const market = await findMarket(code);
  if (!market) return refuse({ code: "market.no-such-market" });
  const day = on ?? dayIn(now(), market.timeZone);
  if (!isPlainDate(day)) return refuse({ code: "customs.bad-date" });
  return ok({ on: day, rules: (await allTradeRules()).filter((rule) => isInForce(rule, market.code, day)) });
};
