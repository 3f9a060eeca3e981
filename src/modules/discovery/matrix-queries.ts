import type { Money } from "@/kernel/money";
import { refuse, type Result } from "@/kernel/result";
import { dayIn } from "@/kernel/time";
import type { MerchantActor } from "@/modules/access/actor";
import { findCrossRate } from "@/modules/fx/queries";
import { findListingPage } from "@/modules/listing/queries";
import type { MarketProfile } from "@/modules/market/market";
import { listMarkets } from "@/modules/market/queries";
import { commission } from "@/modules/pricing/commission";
import { shelfPrices, spread } from "@/modules/pricing/queries";
import { merchantNet, type MerchantNet } from "@/modules/pricing/shelf-price";
import { now } from "@/platform/clock";
import type { EstimateRefusal } from "./landed-estimate";
import { isFullyKnown, type WayToTheDoor } from "./ways-to-the-door";
import { estimateOf, tradeFacts } from "./product-queries";

export type MatrixRow = {
  readonly market: MarketProfile;
  /** Of the cheapest offer on the shelf there, and what its merchant gets for it after commission. */
  readonly shelf: Money | null;
  readonly net: MerchantNet | null;
  /** The standard service (else the cheapest), or why nobody can buy it there. */
  readonly door: Result<{ readonly way: WayToTheDoor; readonly isFullyKnown: boolean }, EstimateRefusal>;
};

/**
 * What shoppers of each market would pay for a merchant's own listing, and what the merchant would get: the same computation that their pages show, also for a
 * listing that is not published yet. Null when there is no such listing, or no offer or text to compute with.
 */
export const marketMatrix = async (actor: MerchantActor, number: number): Promise<readonly MatrixRow[] | null> => {
  const listing = await findListingPage(number, "en", actor.merchantId);
  const [cheapest] = [...(listing?.offers ?? [])].sort((a, b) => (a.price < b.price ? -1 : a.price > b.price ? 1 : 0));
  if (!listing || !cheapest) return null;
  const rows: MatrixRow[] = [];
  for (const market of (await listMarkets()).filter(({ state }) => state === "open" || state === "browse-only")) {
    const priced = (await shelfPrices([{ offerId: cheapest.id, price: cheapest.price, currency: listing.currency }], market)).get(cheapest.id);
    if (!priced?.ok) {
      rows.push({ market, shelf: null, net: null, door: priced ?? refuse({ code: "fx.no-rate", currency: listing.currency }) });
      continue;
    }
    const shelf = priced.value.shown;
    const rate = await findCrossRate(listing.currency, market.currency, dayIn(now(), market.timeZone));
    const facts = await tradeFacts({ profile: market }, cheapest.places.map((place) => place.country));
    const door = facts ? estimateOf(listing, cheapest, shelf, facts) : refuse({ code: "market.no-delivery" as const, because: null });
    const way = door.ok ? (door.value.ways.find(({ service }) => service.speed === "standard") ?? door.value.ways[0]) : null;
    rows.push({
      market, shelf, net: rate.ok ? merchantNet({ shelf, rate: rate.value, spread, commission }) : null,
      door: way ? { ok: true, value: { way, isFullyKnown: isFullyKnown(way) } } : door.ok ? refuse({ code: "logistics.no-service" as const }) : door,
    });
  }
  return rows;
};
