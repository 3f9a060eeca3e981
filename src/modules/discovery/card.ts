import type { CountryCode } from "@/kernel/country";
import type { Money } from "@/kernel/money";
import type { PlainDate } from "@/kernel/time";
import type { RateRefusal } from "@/modules/fx/rate";
import { barHere, type Bar, type RestrictedGoods, type Restriction } from "@/modules/customs/restriction";
import { isOfferedIn, type MarketScope } from "@/modules/listing/market-scope";
import { chooseStock, type StockAt, type StockPlaceRefusal } from "@/modules/listing/stock-place";
import type { MarketProfile, ShipTo } from "@/modules/market/market";

/** Why a listing that is shown cannot be bought here. */
export type NotHere = Bar | StockPlaceRefusal | RateRefusal | { readonly code: "listing.not-for-this-market" };

/** A listing as shelves show it. */
export type Card = {
  readonly listingId: string;
  readonly number: number;
  readonly slug: string;
  readonly title: string;
  /** The language of the title: another one than the storefront's is said beside it. */
  readonly titleLanguage: string;
  readonly merchant: { readonly slug: string; readonly name: string };
  readonly brand: { readonly slug: string; readonly name: string };
  readonly origin: CountryCode;
  readonly picture: { readonly path: string; readonly thumbhash: string } | null;
  /** Of the cheapest offer, in the market's money; null when it has no price here. */
  readonly price: Money | null;
  /** The lowest price of the 30 days before that price was lowered, where it is a reduction. */
  readonly lowestBefore: Money | null;
  /** Whether dearer offers exist beside the cheapest. */
  readonly isFrom: boolean;
  readonly rating: number | null;
  readonly ratingCount: number;
  /** Whether it would come from a bonded warehouse inside the market. */
  readonly bondedHere: boolean;
  /** Where it would be sent from. */
  readonly fromCountry: CountryCode;
  readonly reason: NotHere | null;
};

/**
 * Whether any unit of a listing can be bought in a market and from where, for shelves, search and product page alike: first the merchant's own
 * choice of markets, then the market's policy and the stock, by the rule that also serves the cart, then what may not enter the market from there.
 */
export const availabilityHere = ({ scope, market, shipTo, places, goods, on, restrictions }: {
  readonly scope: MarketScope;
  readonly market: Pick<MarketProfile, "code" | "state" | "stateReason" | "visitorPolicy">;
  readonly shipTo: ShipTo;
  readonly places: readonly StockAt[];
  readonly goods: Omit<RestrictedGoods, "quantity">;
  readonly on: PlainDate;
  readonly restrictions: readonly Restriction[];
}): { readonly place: StockAt; readonly reason: null } | { readonly place: null; readonly reason: NotHere } => {
  if (!isOfferedIn(scope, market.code)) return { place: null, reason: { code: "listing.not-for-this-market" } };
  const choice = chooseStock({ market, shipTo, quantity: 1, places });
  if (!choice.may) return { place: null, reason: choice.refusal };
  const bar = barHere({ ...goods, quantity: 1 }, { market: market.code, on, shipFrom: choice.place.country, kind: choice.place.kind }, restrictions);
  return bar ? { place: null, reason: bar } : { place: choice.place, reason: null };
};
