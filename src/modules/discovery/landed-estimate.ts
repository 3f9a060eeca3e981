import type { CountryCode } from "@/kernel/country";
import type { RestrictedGoods } from "@/modules/customs/restriction";
import { ok, refuse, type Result } from "@/kernel/result";
import type { Money } from "@/kernel/money";
import { dayIn, type PlainDate } from "@/kernel/time";
import { isOfferedIn, type MarketScope } from "@/modules/listing/market-scope";
import { chooseStock, type StockAt, type StockPlaceRefusal } from "@/modules/listing/stock-place";
import { waysToTheDoor, type TradeFacts, type WayRefusal, type WayToTheDoor } from "./ways-to-the-door";

/** One offer on its way to one storefront: what it is, where it lies, what the shelf says. */
export type Wanted = RestrictedGoods & {
  readonly scope: MarketScope;
  readonly price: Money;
  readonly origin: CountryCode;
  readonly weightGrams: number;
  readonly sizeMm: readonly [number, number, number];
  readonly handlingDays: number;
  readonly places: readonly StockAt[];
};

export type LandedEstimate = {
  readonly from: StockAt;
  readonly on: PlainDate;
  /** The cheapest known total first; ways with an unknown duty or tax come after those that are known. */
  readonly ways: readonly [WayToTheDoor, ...WayToTheDoor[]];
};

export type EstimateRefusal = StockPlaceRefusal | WayRefusal | { readonly code: "listing.not-for-this-market" };

/**
 * What an offer costs at the door of a market, for every service that brings it, or why it cannot be bought there.
 *
 * The stock is the one that the cart will take (`chooseStock`), and the ways are the checkout's own (`waysToTheDoor`), so that page, cart and checkout
 * say the same. An estimate only because the region is not known yet, and other goods of the same merchant may share the parcel.
 */
export const landedEstimate = (wanted: Wanted, facts: TradeFacts): Result<LandedEstimate, EstimateRefusal> => {
  const { market, shipTo } = facts;
  // In the order of `availabilityHere`: a shelf and its page give the same reason.
  if (!isOfferedIn(wanted.scope, market.code)) return refuse({ code: "listing.not-for-this-market" });
  const choice = chooseStock({ market, shipTo, quantity: wanted.quantity, places: wanted.places });
  if (!choice.may) return refuse(choice.refusal);
  const ways = waysToTheDoor({ from: choice.place, handlingDays: wanted.handlingDays, items: [{ ...wanted, unitPrice: wanted.price }], region: null, postcode: null }, facts);
  return ways.ok ? ok({ from: choice.place, on: dayIn(facts.at, market.timeZone), ways: ways.value }) : ways;
};
