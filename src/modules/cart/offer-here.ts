import type { CountryCode } from "@/kernel/country";
import type { Id } from "@/kernel/id";
import type { Money } from "@/kernel/money";
import type { RateRefusal } from "@/modules/fx/rate";
import { barHere, type Bar, type RestrictedGoods, type Restriction } from "@/modules/customs/restriction";
import type { PlainDate } from "@/kernel/time";
import { isOfferedIn } from "@/modules/listing/market-scope";
import { chooseStock, type StockAt, type StockPlaceRefusal } from "@/modules/listing/stock-place";
import type { MarketProfile, ShipTo } from "@/modules/market/market";
import type { ShelfPrice } from "@/modules/pricing/shelf-price";

/** What an offer is, whoever looks: the facts that its row and its neighbours hold. */
export type OfferFacts = {
  readonly offerId: Id<"offer">;
  readonly listingId: Id<"listing">;
  readonly listingNumber: number;
  readonly isOnSale: boolean;
  readonly marketPolicy: "all" | "only" | "except";
  readonly markets: readonly string[];
  readonly base: Money;
  readonly hs: string;
  readonly origin: CountryCode;
  readonly flags: readonly string[];
  readonly categoryId: string;
  readonly documents: RestrictedGoods["documents"];
  readonly weightGrams: number;
  readonly size: { readonly lengthMm: number; readonly widthMm: number; readonly heightMm: number };
  readonly title: string;
  readonly titleLanguage: string;
  readonly slug: string;
  readonly variant: { readonly colour: string | null; readonly sizeSystem: string | null; readonly sizeLabel: string | null; readonly capacity: string | null };
  readonly picture: string;
  readonly merchant: {
    readonly id: Id<"merchant">; readonly slug: string; readonly name: string; readonly country: CountryCode; readonly timeZone: string;
    readonly handlingDays: number; readonly payoutCurrency: Money["currency"]; readonly contactEmail: string;
  };
  readonly places: readonly StockAt[];
};

export type OfferRefusal = Bar | StockPlaceRefusal | RateRefusal | { readonly code: "listing.not-for-this-market" } | { readonly code: "listing.no-longer-offered" };

export type OfferHere =
  | { readonly isBuyable: true; readonly price: Money; readonly shelf: ShelfPrice; readonly place: StockAt }
  | { readonly isBuyable: false; readonly price: Money | null; readonly refusal: OfferRefusal };

/**
 * An offer as a shopper of a market meets it: at which price and out of which stock, or why it cannot be bought.
 * What cannot change comes first: no longer offered, not for this market, no price, then the stock's own reasons,
 * then what may not enter the market from where it lies, by any way of sending it.
 */
export const offerHere = ({ offer, quantity, market, shipTo, priced, on, restrictions }: {
  readonly offer: OfferFacts;
  readonly quantity: number;
  readonly market: Pick<MarketProfile, "code" | "state" | "stateReason" | "visitorPolicy">;
  readonly shipTo: ShipTo;
  readonly on: PlainDate;
  readonly restrictions: readonly Restriction[];
  readonly priced: { readonly ok: true; readonly value: ShelfPrice } | { readonly ok: false; readonly refusal: RateRefusal };
}): OfferHere => {
  const price = priced.ok ? priced.value.shown : null;
  if (!offer.isOnSale) return { isBuyable: false, price, refusal: { code: "listing.no-longer-offered" } };
  if (!isOfferedIn(offer, market.code)) return { isBuyable: false, price, refusal: { code: "listing.not-for-this-market" } };
  if (!priced.ok) return { isBuyable: false, price, refusal: priced.refusal };
  const choice = chooseStock({ market, shipTo, quantity, places: offer.places });
  if (!choice.may) return { isBuyable: false, price, refusal: choice.refusal };
  const bar = barHere({ ...offer, quantity }, { market: market.code, on, shipFrom: choice.place.country, kind: choice.place.kind }, restrictions);
  return bar ? { isBuyable: false, price, refusal: bar } : { isBuyable: true, price: priced.value.shown, shelf: priced.value, place: choice.place };
};
