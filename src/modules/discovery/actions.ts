"use server";
import { requireAdmin, requireMerchant } from "@/modules/access/who";
import { pagesShowing } from "@/modules/listing/commands/change-listing";
import { approvePaperSchema, changeFactsSchema, changeOffersSchema, chooseMarketsSchema, seenListingSchema, writeWordsSchema } from "@/modules/listing/schema";
import { restoreMerchantSchema, suspendMerchantSchema } from "@/modules/merchant/schema";
import { action } from "@/platform/action";
import { tags, type CacheTag } from "@/platform/cache/tags";
import { hideMerchant } from "./commands/hide-merchant";
import { openMarkets } from "./commands/open-markets";
import { hideListing, showFacts, showListing, showMarkets, showOffers, showWords } from "./commands/show-listing";
import { showMerchant } from "./commands/show-merchant";
import type { ShownGoods } from "./shown-goods-queries";

export const publishListingAction = action({ who: requireMerchant, takes: seenListingSchema, does: showListing, touches: pagesShowing });
export const withdrawListingAction = action({ who: requireMerchant, takes: seenListingSchema, does: hideListing, touches: pagesShowing });
export const changeFactsAction = action({ who: requireMerchant, takes: changeFactsSchema, does: showFacts, touches: pagesShowing });
export const writeWordsAction = action({ who: requireMerchant, takes: writeWordsSchema, does: showWords, touches: pagesShowing });
export const changeOffersAction = action({ who: requireMerchant, takes: changeOffersSchema, does: showOffers, touches: pagesShowing });
export const chooseMarketsAction = action({ who: requireMerchant, takes: chooseMarketsSchema, does: showMarkets, touches: pagesShowing });

// Everything that showed the merchant's goods, or could again.
const showing = ({ slug, brandSlugs, numbers, categoryIds }: ShownGoods): CacheTag[] => [
  tags.home(), tags.merchant(slug), ...brandSlugs.map(tags.brand), ...numbers.map(tags.listing), ...categoryIds.map(tags.category),
];

export const suspendMerchantAction = action({ who: requireAdmin, takes: suspendMerchantSchema, does: hideMerchant, touches: showing });
export const restoreMerchantAction = action({ who: requireAdmin, takes: restoreMerchantSchema, does: showMerchant, touches: showing });
export const approvePaperAction = action({ who: requireAdmin, takes: approvePaperSchema, does: openMarkets, touches: pagesShowing });
