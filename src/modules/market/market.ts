import type { CountryCode } from "@/kernel/country";
import type { Currency } from "@/kernel/currency";

/** Whether a market's storefront sells: open · browse-only (look, not buy) · closed (no storefront) · sell-from-only (merchants, no shoppers). */
export type MarketState = "open" | "browse-only" | "closed" | "sell-from-only";

/**
 * Which prices look natural on a shelf here, as data. `steps` are read in order, the first whose `upTo` (minor units, exclusive; null is no limit)
 * lies above the price counts; a lawful price is any multiple of `step` plus one of `endings` (minor units).
 * `avoid` names what a price must not look like: "4" its last digit that is not a closing zero, "=250" the whole amount in major units.
 */
export type PriceEndings = {
  readonly steps: readonly { readonly upTo: string | null; readonly step: string; readonly endings: readonly string[] }[];
  readonly avoid: readonly string[];
};

/** A destination market: what a storefront of this country has to know. Its row in the table is this, word for word. */
export type MarketProfile = {
  readonly code: CountryCode;
  readonly currency: Currency;
  /** Interface languages offered first here; every other interface language works too. The first is the default. */
  readonly languages: readonly string[];
  readonly timeZone: string;
  readonly unitSystem: "metric" | "us" | "uk";
  /** Whether law or custom wants the shelf price with the destination's consumption tax inside. */
  readonly taxDisplay: "inclusive" | "exclusive";
  /** Size system by group: {"clothing":"BR","shoes":"BR","kids":"BR","rings":"BR"}. */
  readonly sizeSystems: Readonly<Record<string, string>>;
  readonly priceEndings: PriceEndings;
  /** ISO weekday that opens a calendar's row, 1 Monday … 7 Sunday. */
  readonly firstDay: number;
  readonly weekend: readonly number[];
  /** Stripe method types that are usual here, best first. */
  readonly paymentMethods: readonly string[];
  /** Personal number that customs asks of the recipient, a key of customs/customs-id.ts, or null. */
  readonly customsId: string | null;
  readonly state: MarketState;
  readonly stateReason: string | null;
  /** Countries whose visitors may look but not buy here, with the reason. */
  readonly visitorPolicy: Readonly<Record<string, string>>;
  /** Shopping peaks: rule is "MM-DD" or "<n>-<weekday 1..7>-<MM>" (n-th weekday of a month; -1 the last). */
  readonly calendar: readonly { readonly key: string; readonly rule: string }[];
  readonly position: number;
};

/** A country as a place goods may be sent to. */
export type ShipTo = { readonly code: CountryCode; readonly shipTo: boolean; readonly shipToReason: string | null };

/** Where the goods lie. Bonded stock lies in the destination country but has not been imported yet. */
export type StockPlace = { readonly country: CountryCode; readonly kind: "origin" | "hub" | "bonded" };

export type BuyRefusalReason =
  | "market.closed" | "market.sell-from-only" | "market.browse-only"
  | "market.no-delivery" | "market.visitor-may-not-buy" | "market.stock-for-abroad";

export type BuyPolicy =
  | { readonly may: true }
  | { readonly may: false; readonly reason: BuyRefusalReason; readonly because: string | null };

/**
 * May this be bought: in this market, for this country, by a visitor from there, out of that stock?
 *
 * The first reason found is given, from the widest (the market) to the narrowest (the stock), so that a shopper is told what cannot be changed
 * before what can. `because` is the operator's own reason ("sanctions", "no-lane"), where there is one.
 * Goods whose stock lies in mainland China are for abroad: exporters there hold export refunds and labels for abroad, and the mainland is served
 * from bonded warehouses, which are a kind of place of their own and allowed. A visitor whose country is not known is not turned away.
 */
export const buyPolicy = ({ market, shipTo, visitorCountry, stock }: {
  readonly market: Pick<MarketProfile, "code" | "state" | "stateReason" | "visitorPolicy">;
  readonly shipTo: ShipTo;
  readonly visitorCountry: CountryCode | null;
  readonly stock: StockPlace | null;
}): BuyPolicy => {
  const no = (reason: BuyRefusalReason, because: string | null = null): BuyPolicy => ({ may: false, reason, because });
  if (market.state === "closed") return no("market.closed", market.stateReason);
  if (market.state === "sell-from-only") return no("market.sell-from-only", market.stateReason);
  if (market.state === "browse-only") return no("market.browse-only", market.stateReason);
  if (!shipTo.shipTo) return no("market.no-delivery", shipTo.shipToReason);
  if (visitorCountry !== null && Object.hasOwn(market.visitorPolicy, visitorCountry)) {
    return no("market.visitor-may-not-buy", market.visitorPolicy[visitorCountry] ?? null);
  }
  if (stock !== null && stock.country === mainlandChina && stock.kind !== "bonded" && shipTo.code === mainlandChina) return no("market.stock-for-abroad");
  return { may: true };
};

const mainlandChina = "CN";

/** Whether people may look at the storefront of a market: browse-only markets are looked at, closed and sell-from-only ones have none. */
export const mayBrowse = (market: Pick<MarketProfile, "state">): boolean => market.state === "open" || market.state === "browse-only";
