import type { Id } from "@/kernel/id";
import { dayIn } from "@/kernel/time";
import type { AdminActor, MerchantActor } from "@/modules/access/actor";
import { barHere, papersAsked, restrictionsOn, type Ask, type Bar, type Restricted, type RestrictedGoods } from "@/modules/customs/restriction";
import { restrictionsIn } from "@/modules/customs/restriction-queries";
import { isOfferedIn } from "@/modules/listing/market-scope";
import { findListingPage } from "@/modules/listing/queries";
import type { MarketProfile } from "@/modules/market/market";
import { listMarkets } from "@/modules/market/queries";
import { now } from "@/platform/clock";

export type MarketBound = {
  readonly market: MarketProfile;
  /** Why the listing is left out there, or null. */
  readonly bar: Bar | null;
  readonly conditions: Restricted["conditions"];
  /** The rows that papers answer there, shown or not. */
  readonly asks: readonly Ask[];
};

/**
 * What the rule book says against a merchant's own listing in each open market where it is offered, published or not: left out, or sold under conditions that
 * the merchant answers for. A market is barred when from no place where the goods lie any way of sending them is open. Null when there is no such listing.
 */
export const marketBounds = (actor: MerchantActor, number: number): Promise<readonly MarketBound[] | null> => boundsOf(actor.merchantId, number);

/** The same of any merchant's listing, for the staff. */
export const marketBoundsForStaff = (_: AdminActor, merchantId: Id<"merchant">, number: number): Promise<readonly MarketBound[] | null> => boundsOf(merchantId, number);

const boundsOf = async (merchantId: Id<"merchant">, number: number): Promise<readonly MarketBound[] | null> => {
  const listing = await findListingPage(number, "en", merchantId);
  if (!listing) return null;
  const { hs, flags, categoryId } = listing.product;
  const goods: RestrictedGoods = { hs, flags, categoryId, quantity: 1, documents: listing.documents };
  const places = [...new Map(listing.offers.flatMap((offer) => offer.places).map((place) => [place.locationId, place])).values()];
  const bounds: MarketBound[] = [];
  for (const market of await listMarkets()) {
    if ((market.state !== "open" && market.state !== "browse-only") || !isOfferedIn(listing, market.code)) continue;
    const on = dayIn(now(), market.timeZone);
    const restrictions = await restrictionsIn(market.code, on);
    const reaching = places.filter(({ kind, country }) => kind !== "bonded" || country === market.code);
    const bars = reaching.map(({ country, kind }) => barHere(goods, { market: market.code, on, shipFrom: country, kind }, restrictions));
    const asked = reaching.flatMap(({ country, kind }) => papersAsked(goods, { market: market.code, on, shipFrom: country, kind }, restrictions));
    const asks = [...new Map(asked.map((ask) => [ask.rule.id, ask])).values()];
    const [first] = reaching;
    // Where a paper would open a way, that is the reason worth saying.
    const isLacking = ({ document }: Ask) => !goods.documents.some(({ kind, validUntil }) => kind === document && validUntil >= on);
    bounds.push({
      market, asks, bar: bars.length > 0 && bars.every((bar) => bar !== null) ? (asks.find(isLacking) ?? bars[0] ?? null) : null,
      conditions: first ? restrictionsOn([goods], { market: market.code, on, shipFrom: first.country, transport: first.kind === "bonded" ? "bonded" : "courier" }, restrictions).conditions : [],
    });
  }
  return bounds;
};
