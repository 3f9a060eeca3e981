import type { Currency } from "@/kernel/currency";
import { money, type Money } from "@/kernel/money";
import type { Result } from "@/kernel/result";
import { dayIn } from "@/kernel/time";
import type { MerchantActor } from "@/modules/access/actor";
import { dayRates } from "@/modules/fx/queries";
import { crossRate, type CrossRate, type RateRefusal } from "@/modules/fx/rate";
import { findOwnListing, type EditedListing } from "@/modules/listing/own-queries";
import type { MarketProfile } from "@/modules/market/market";
import { listMarkets } from "@/modules/market/queries";
import { now } from "@/platform/clock";
import { reader } from "@/platform/db";
import { priceHere, type PricePolicy } from "./price-policy";
import { findEuroMarket, spread } from "./queries";
import type { ShelfPrice } from "./shelf-price";

/** What offers of one price cost in one market: the merchant's own price there, what the policy makes of the base price, and the rate between both moneys. */
export type SheetRow = { readonly market: MarketProfile; readonly own: Money | null; readonly converted: Result<ShelfPrice, RateRefusal>; readonly rate: CrossRate | null };
/** Offers that cost the same everywhere. */
export type PriceGroup = { readonly base: Money; readonly offerIds: readonly string[]; readonly rows: readonly SheetRow[] };
export type PriceSheet = { readonly listing: EditedListing; readonly policy: PricePolicy; readonly groups: readonly PriceGroup[] };

/** A merchant's own listing with its prices in every market, the cheapest offers first; null when it is not the merchant's. */
export const findPriceSheet = async (actor: MerchantActor, listingId: string): Promise<PriceSheet | null> => {
  const listing = await findOwnListing(actor, listingId);
  if (!listing) return null;
  const policy = ((await reader().pricePolicy.findUnique({ where: { listingId: listing.id } }))?.policy ?? "nearest") as PricePolicy;
  const owns = await reader().marketPrice.findMany({ where: { offerId: { in: listing.offers.map(({ id }) => id) } }, orderBy: { market: "asc" } });
  const ownOf = (offerId: string) => owns.filter((row) => row.offerId === offerId);
  const groups = new Map<string, { base: Money; offerIds: string[] }>();
  for (const { id, price, isActive } of listing.offers) {
    if (!isActive) continue;
    const key = [price.amount, ...ownOf(id).map(({ market, amount }) => `${market}${amount}`)].join(" ");
    const group = groups.get(key) ?? { base: price, offerIds: [] };
    group.offerIds.push(id);
    groups.set(key, group);
  }
  const markets = (await listMarkets()).filter(({ state }) => state === "open" || state === "browse-only");
  const [rates, euroMarket] = [await dayRates(), await findEuroMarket()];
  const rowsOf = ({ base, offerIds }: { base: Money; offerIds: string[] }): SheetRow[] => markets.map((market) => {
    const rateOf = (from: Currency, to: Currency) => crossRate(rates, from, to, dayIn(now(), market.timeZone));
    const set = ownOf(offerIds[0] ?? "").find((row) => row.market === market.code);
    const rate = rateOf(base.currency, market.currency);
    return {
      market, own: set ? money(set.amount, market.currency) : null, rate: rate.ok ? rate.value : null,
      converted: priceHere({ policy, base, own: null, market, euroMarket, spread }, rateOf),
    };
  });
  return {
    listing, policy,
    groups: [...groups.values()].sort((a, b) => (a.base.amount < b.base.amount ? -1 : 1)).map((group) => ({ ...group, rows: rowsOf(group) })),
  };
};
