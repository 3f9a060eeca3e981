import type { CountryCode } from "@/kernel/country";
import type { Id } from "@/kernel/id";
import { buyPolicy, type BuyRefusalReason, type MarketProfile, type ShipTo } from "@/modules/market/market";

/** A place where units of an offer lie, with how many nobody has reserved. */
export type StockAt = {
  readonly locationId: Id<"location">;
  readonly kind: "origin" | "hub" | "bonded";
  readonly country: CountryCode;
  readonly region: string | null;
  readonly city: string;
  readonly postcode: string;
  readonly left: number;
};

export type StockPlaceRefusal =
  | { readonly code: BuyRefusalReason; readonly because: string | null }
  | { readonly code: "listing.sold-out" }
  | { readonly code: "listing.not-enough-stock"; readonly left: number };

export type StockPlaceChoice = { readonly may: true; readonly place: StockAt } | { readonly may: false; readonly refusal: StockPlaceRefusal };

/**
 * Which stock a shopper of a market is served from, or why from none.
 *
 * Nearest first: a bonded warehouse in the destination (days instead of weeks), stock of any kind inside the destination, a hub, the origin;
 * of equals the place with more left, then the smaller id. Bonded stock serves only the country it lies in. A line is never split over two places:
 * two parcels would be two declarations. A market's refusal is told before an empty shelf, because waiting does not change it.
 */
export const chooseStock = ({ market, shipTo, quantity, places }: {
  readonly market: Pick<MarketProfile, "code" | "state" | "stateReason" | "visitorPolicy">;
  readonly shipTo: ShipTo;
  readonly quantity: number;
  readonly places: readonly StockAt[];
}): StockPlaceChoice => {
  const no = (refusal: StockPlaceRefusal): StockPlaceChoice => ({ may: false, refusal });
  const policy = (stock: StockAt | null) => buyPolicy({ market, shipTo, visitorCountry: null, stock });
  const everywhere = policy(null);
  if (!everywhere.may) return no({ code: everywhere.reason, because: everywhere.because });
  const reaching = places.filter((place) => place.kind !== "bonded" || place.country === shipTo.code);
  const allowed = reaching.filter((place) => policy(place).may);
  if (allowed.length === 0) {
    const first = reaching[0] && policy(reaching[0]);
    return no(first && !first.may ? { code: first.reason, because: first.because } : { code: "listing.sold-out" });
  }
  const most = Math.max(...allowed.map((place) => place.left));
  if (most <= 0) return no({ code: "listing.sold-out" });
  if (most < quantity) return no({ code: "listing.not-enough-stock", left: most });
  const [place] = allowed.filter((p) => p.left >= quantity).sort((a, b) => rank(b, shipTo.code) - rank(a, shipTo.code) || b.left - a.left || (a.locationId < b.locationId ? -1 : 1));
  return place ? { may: true, place } : no({ code: "listing.sold-out" });
};

const rank = (place: StockAt, destination: CountryCode): number =>
  place.country === destination ? (place.kind === "bonded" ? 3 : 2) : place.kind === "hub" ? 1 : 0;
