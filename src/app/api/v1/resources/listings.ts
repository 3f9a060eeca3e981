import { z } from "zod";
import { isIdOf } from "@/kernel/id";
import { toMoneyJson } from "@/kernel/money";
import { ok, refuse } from "@/kernel/result";
import type { WayToTheDoor } from "@/modules/discovery/ways-to-the-door";
import { findPublicListing } from "@/modules/discovery/public-queries";
import { findStorefront } from "@/modules/market/queries";
import { env } from "@/platform/env";
import type { Operation } from "@/platform/http/openapi";
import type { Door } from "@/platform/http/route";
import { moneyAnswer, moneyOrNull, reasonAnswer, storefrontTag } from "./money";
import { ruleAnswer, toRuleAnswer } from "./rule-behind";

const takes = z.strictObject({
  id: z.string().max(40).refine((text) => isIdOf("listing", text) || /^[1-9]\d{0,9}$/.test(text), { error: "id" }).describe("The id (lst_…) or the number of a listing."),
  storefront: storefrontTag,
});

const charge = z.strictObject({
  kind: z.enum(["duty", "tax", "fee", "relief"]), name: z.string(), amount: moneyAnswer, due: z.enum(["checkout", "arrival"]),
  rule: ruleAnswer,
}).meta({ id: "Charge" });

const way = z.strictObject({
  carrier: z.string(), service: z.string(), transport: z.string(), speed: z.string(), incoterm: z.string(), isTracked: z.boolean(),
  earliest: z.iso.date(), latest: z.iso.date(),
  goods: moneyAnswer, delivery: moneyAnswer, charges: z.array(charge), total: moneyAnswer, payableNow: moneyAnswer, payableOnArrival: moneyAnswer,
  unknown: z.array(z.string()).describe("What the rule book has no figure for: it is not in the total, and it is not zero."),
}).meta({ id: "WayToTheDoor", description: "A delivery service, and everything that one piece costs with it at the door." });

const door = z.strictObject({
  shipsFrom: z.string().length(2).nullable(),
  ways: z.array(way).describe("The cheapest known total first."),
  refusal: reasonAnswer.nullable().describe("Why it cannot be bought here; null when it can."),
}).meta({ id: "Door" });

const offer = z.strictObject({
  id: z.string(), colour: z.string().nullable(), size: z.strictObject({ system: z.string().nullable(), label: z.string() }).nullable(), capacity: z.string().nullable(),
  price: moneyAnswer.nullable().describe("On the shelf of this market: the goods alone."),
  weightGrams: z.int(), left: z.int().describe("Pieces at the place that would send it."), door: z.int().describe("Which of `doors` is this offer's."),
}).meta({ id: "Offer" });

const answers = z.strictObject({
  id: z.string(), number: z.int(), url: z.url(), title: z.string(), description: z.string(),
  language: z.string().describe("Of title and description: another one than the storefront's where there is no text in that."),
  brand: z.strictObject({ slug: z.string(), name: z.string(), country: z.string() }),
  merchant: z.strictObject({ slug: z.string(), name: z.string(), country: z.string(), since: z.string() }),
  categories: z.array(z.strictObject({ id: z.string(), name: z.string(), language: z.string() })).describe("From the root down."),
  origin: z.string(), hs: z.string().describe("Harmonized System 2022, six digits."), materials: z.array(z.string()),
  pictures: z.array(z.url()),
  offers: z.array(offer), doors: z.array(door),
}).meta({ id: "Listing" });

const wayAnswer = ({ service, cost }: WayToTheDoor): z.input<typeof way> => ({
  carrier: service.carrier, service: service.name, transport: service.transport, speed: service.speed, incoterm: service.incoterm, isTracked: service.tracked,
  earliest: service.window.earliest, latest: service.window.latest,
  goods: toMoneyJson(cost.goods), delivery: toMoneyJson(cost.freight), total: toMoneyJson(cost.total), payableNow: toMoneyJson(cost.payableNow), payableOnArrival: toMoneyJson(cost.payableOnArrival),
  charges: cost.charges.map(({ kind, name, amount, due, rule }) => ({ kind, name, amount: toMoneyJson(amount), due, rule: toRuleAnswer(rule) })),
  unknown: [...(cost.refusal?.missing ?? [])],
});

type Refused = { readonly code: "market.no-such-storefront" } | { readonly code: "listing.not-found" };

export const listingDoor: Door<typeof takes, typeof answers, Refused> = {
  takes, answers, limit: "search", keepSeconds: 60,
  does: async ({ id, storefront: tag }) => {
    const storefront = await findStorefront(tag);
    if (!storefront) return refuse({ code: "market.no-such-storefront" });
    const page = await findPublicListing(id, storefront);
    if (!page) return refuse({ code: "listing.not-found" });
    const { listing, offers, doors } = page;
    const { text, brand, merchant, product } = listing;
    const origin = env().APP_URL;
    return ok({
      id: listing.id, number: listing.number, url: encodeURI(`${origin}/${tag}/p/${text.slug}/${listing.number}`), title: text.title, description: text.description, language: text.language,
      brand: { slug: brand.slug, name: brand.name, country: brand.country }, merchant: { slug: merchant.slug, name: merchant.name, country: merchant.country, since: merchant.since },
      categories: listing.categories.map(({ id: category, name, language }) => ({ id: category, name, language })),
      origin: product.origin, hs: product.hs, materials: [...product.materials],
      pictures: listing.pictures.map(({ path, widths }) => encodeURI(`${origin}${path}-${Math.max(...widths)}.webp`)),
      offers: offers.map((each) => ({
        id: each.id, colour: each.colour, size: each.sizeLabel === null ? null : { system: each.sizeSystem, label: each.sizeLabel }, capacity: each.capacity,
        price: moneyOrNull(each.price), weightGrams: each.weightGrams, left: each.left, door: each.door,
      })),
      doors: doors.map((each) => (each.ok ? { shipsFrom: each.value.from.country, ways: each.value.ways.map(wayAnswer), refusal: null } : { shipsFrom: null, ways: [], refusal: { ...each.refusal } })),
    });
  },
};

export const listingOperation: Operation = {
  path: "/api/v1/listings/{id}", id: "findListing", summary: "A listing with what it costs at the door",
  about: "Words in the storefront's language, prices in the market's money, and for every way of delivery the goods, delivery, duty, tax and fees of one piece, each with the rule behind it.",
  takes, answers, refusals: ["input.invalid", "market.no-such-storefront", "listing.not-found", "access.too-many-tries"],
};
