import { z } from "zod";
import { ok, refuse } from "@/kernel/result";
import { findAnswer } from "@/modules/discovery/answer-queries";
import { everything, readCursor, sorts, writeCursor } from "@/modules/discovery/shelf-filter";
import { findStorefront } from "@/modules/market/queries";
import { env } from "@/platform/env";
import type { Operation } from "@/platform/http/openapi";
import type { Door } from "@/platform/http/route";
import { moneyAnswer, moneyOrNull, reasonAnswer, storefrontTag } from "./money";

const takes = z.strictObject({
  storefront: storefrontTag,
  q: z.string().trim().min(1).max(120).regex(/^\P{Cc}*$/u).describe("The question, in any language of the catalogue."),
  sort: z.enum(sorts).optional().describe("Without it the best answers come first."),
  cursor: z.string().max(60).refine((text) => readCursor(text) !== null, { error: "cursor" }).optional().describe("The `next` of the page before."),
});

const item = z.strictObject({
  id: z.string().describe("lst_…"),
  number: z.int(),
  url: z.url().describe("The page of the listing in this storefront."),
  title: z.string(),
  language: z.string().describe("Of the title: another one than the storefront's where there is no text in that."),
  brand: z.strictObject({ slug: z.string(), name: z.string() }),
  merchant: z.strictObject({ slug: z.string(), name: z.string() }),
  origin: z.string().length(2).describe("Country where it was made."),
  shipsFrom: z.string().length(2),
  isBondedHere: z.boolean().describe("Whether it lies in a bonded warehouse of this market."),
  price: moneyAnswer.nullable().describe("Of the cheapest offer, in the market's money: the goods alone."),
  isFrom: z.boolean().describe("Whether dearer offers exist."),
  rating: z.number().min(1).max(5).nullable(),
  ratings: z.int(),
  picture: z.url().nullable(),
  refusal: reasonAnswer.nullable().describe("Why it cannot be bought here; null when it can."),
}).meta({ id: "Found" });

const answers = z.strictObject({
  items: z.array(item),
  next: z.string().nullable().describe("Cursor of the next page, null at the end."),
  total: z.int(),
  isTotalExact: z.boolean(),
  corrected: z.string().nullable().describe("What was searched instead of a word that nobody writes."),
  isPartial: z.boolean().describe("Whether nothing has all the words, so that these have some."),
});

export const searchDoor: Door<typeof takes, typeof answers, { readonly code: "market.no-such-storefront" }> = {
  takes, answers, limit: "search", keepSeconds: 30,
  does: async ({ storefront: tag, q, sort, cursor }) => {
    const storefront = await findStorefront(tag);
    if (!storefront) return refuse({ code: "market.no-such-storefront" });
    const found = await findAnswer({ storefront, q, withFacets: false, filter: { ...everything, sort: sort ?? "popular", cursor: cursor === undefined ? null : readCursor(cursor) } });
    const origin = env().APP_URL;
    return ok({
      items: found.cards.map((card) => ({
        id: card.listingId, number: card.number, url: encodeURI(`${origin}/${tag}/p/${card.slug}/${card.number}`), title: card.title, language: card.titleLanguage,
        brand: { slug: card.brand.slug, name: card.brand.name }, merchant: { slug: card.merchant.slug, name: card.merchant.name }, origin: card.origin, shipsFrom: card.fromCountry,
        isBondedHere: card.bondedHere, price: moneyOrNull(card.price), isFrom: card.isFrom, rating: card.rating, ratings: card.ratingCount,
        picture: card.picture && encodeURI(`${origin}${card.picture.path}-800.webp`), refusal: card.reason && { ...card.reason },
      })),
      next: found.next && writeCursor(found.next), total: found.total, isTotalExact: found.isTotalExact, corrected: found.corrected, isPartial: found.isPartial,
    });
  },
};

export const searchOperation: Operation = {
  path: "/api/v1/search", id: "search", summary: "Listings that answer a question",
  about: "Finds a listing in whatever language of the catalogue the question is written, tolerates a typo, and says of each answer whether it can be bought in the storefront.",
  takes, answers, refusals: ["input.invalid", "market.no-such-storefront", "access.too-many-tries"],
};
