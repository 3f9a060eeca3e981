import { ok, refuse, type Result } from "@/kernel/result";
import type { MerchantActor } from "@/modules/access/actor";
import { changeListing, type ChangeRefusal, type Saved } from "@/modules/listing/commands/change-listing";
import type { NoSuchOffer } from "@/modules/listing/commands/change-offers";
import type { NoSuchMarket } from "@/modules/listing/commands/choose-markets";
import { typedPrice } from "@/modules/listing/typed-price";
import { findMarket } from "@/modules/market/queries";
import { now } from "@/platform/clock";
import type { SetPrices } from "../schema";
import { countOffers, saveOwnPrices, savePolicy } from "../store";

/** Prices that do not read, by market: "prices.BR". */
export type PricesInvalid = { readonly code: "pricing.prices-invalid"; readonly fields: Readonly<Record<string, "bad-price">> };
export type SetPricesRefusal = ChangeRefusal | NoSuchOffer | NoSuchMarket | PricesInvalid;

/**
 * Sets what a merchant's own listing costs in other markets: the policy by which its base price is converted, and own prices of some of its offers in
 * the markets named, each in that market's money. Nothing typed takes an own price back. From the version that the merchant saw; all of it or nothing,
 * and prices that do not read come back by market. Every change is written down for the lowest price of 30 days.
 */
export const setPrices = (actor: MerchantActor, { listingId, version, policy, offerIds, prices }: SetPrices): Promise<Result<Saved, SetPricesRefusal>> =>
  changeListing<SetPricesRefusal>(actor, { listingId, version }, async (tx, listing) => {
    if ((await countOffers(tx, listing.id, offerIds)) !== offerIds.length) return refuse({ code: "listing.no-such-offer" });
    const fields: Record<string, "bad-price"> = {};
    const rows: { market: string; amount: bigint | null }[] = [];
    for (const { market, price } of prices) {
      const profile = await findMarket(market);
      if (!profile) return refuse({ code: "listing.no-such-market", market });
      const typed = price.trim() === "" ? null : typedPrice(price, profile.currency);
      if (typed && !typed.ok) fields[`prices.${market}`] = "bad-price";
      else rows.push({ market, amount: typed?.value.amount ?? null });
    }
    if (Object.keys(fields).length > 0) return refuse({ code: "pricing.prices-invalid", fields });
    const at = now();
    await savePolicy(tx, listing.id, policy, at);
    await saveOwnPrices(tx, offerIds, rows, at);
    return ok(null);
  });
