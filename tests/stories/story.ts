import type { Id } from "@/kernel/id";
import type { Money } from "@/kernel/money";
import type { Result } from "@/kernel/result";
import { mint, type MerchantActor } from "@/modules/access/actor";
import { addToCart } from "@/modules/cart/commands/add-to-cart";
import { payForOrder } from "@/modules/checkout/commands/pay-for-order";
import { prepareQuote } from "@/modules/checkout/commands/prepare-quote";
import { settleCheckout } from "@/modules/checkout/commands/settle-checkout";
import { shipConsignment } from "@/modules/checkout/commands/ship-consignment";
import type { Quote } from "@/modules/checkout/quote";
import { customsIdExample } from "@/modules/customs/customs-id";
import { markDelivered } from "@/modules/order/commands/mark-delivered";
import { writeReview } from "@/modules/review/commands/write-review";
import type { WriteReview } from "@/modules/review/schema";
import { newId, shiftClock } from "@/platform/clock";
import { database } from "@/platform/db";
import { payWith } from "../integration/payment/shop";

export const stages = ["in-cart", "quoted", "placed", "paid", "shipped", "delivered", "reviewed"] as const;
export type Stage = (typeof stages)[number];

type Opinion = Pick<WriteReview, "rating" | "text" | "fit">;
type Wish = { readonly merchant: string; /** An archetype of the seed's goods. */ readonly goods: string; readonly quantity?: number; readonly opinion: Opinion };
export type Plot = {
  readonly name: string;
  readonly storefront: string;
  readonly address: Readonly<Record<string, string>>;
  readonly customsId: string | null;
  readonly wishes: readonly Wish[];
  /** From the hand-over to the door; packing takes two days before it. */
  readonly daysOnTheWay: number;
};

export type Parcel = { readonly id: Id<"consignment">; readonly merchantId: Id<"merchant">; readonly listings: readonly Id<"listing">[] };
export type Told = {
  readonly plot: Plot; readonly userId: Id<"user">; readonly cartId: Id<"cart">; readonly offerIds: readonly Id<"offer">[];
  quote: Quote | null; quoteId: Id<"quote"> | null; checkoutId: Id<"checkout"> | null; number: string; payUrl: string; total: Money | null; parcels: readonly Parcel[];
};

const dayLength = 86_400;

const must = <V>(result: Result<V, { readonly code: string }>): V => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal, (_key, value: unknown) => (typeof value === "bigint" ? value.toString() : value)));
  return result.value;
};

/** Looks for something to wish for among what lies in the shop. */
const offerOf = async ({ merchant, goods, quantity = 1 }: Wish, findGoods: FindGoods): Promise<Id<"offer">> => {
  const offer = await database().offer.findFirst({
    where: { listingId: { in: [...findGoods(merchant, goods)] }, stock: { some: { onHand: { gte: quantity } }, none: { onHand: { lt: quantity } } } }, orderBy: { id: "asc" }, select: { id: true },
  });
  if (!offer) throw new Error(`nobody sells ${goods} of ${merchant}`);
  return offer.id as Id<"offer">;
};

const ownerOf = async (merchantId: Id<"merchant">): Promise<MerchantActor> => {
  const { userId } = await database().membership.findFirstOrThrow({ where: { merchantId, role: "owner" } });
  return mint({ kind: "merchant" as const, userId: userId as Id<"user">, merchantId, role: "owner" as const });
};

/** The listings of a merchant that are goods of one kind. */
export type FindGoods = (merchant: string, goods: string) => readonly string[];

const steps: Readonly<Record<Stage, (told: Told) => Promise<void>>> = {
  "in-cart": async ({ plot, userId, cartId, offerIds }) => {
    for (const [index, offerId] of offerIds.entries()) {
      must(await addToCart({ userId, cartId, guestCartId: null }, { storefront: plot.storefront, offerId, quantity: plot.wishes[index]?.quantity ?? 1 }));
    }
  },
  quoted: async (told) => {
    const { storefront, address } = told.plot;
    const { quoteId, quote } = must(await prepareQuote({ cartId: told.cartId }, { storefront, region: address.region ?? null, postcode: address.postcode ?? null, services: {} }));
    Object.assign(told, { quoteId, quote, total: quote.total });
  },
  placed: async (told) => {
    const { plot, userId, cartId, quoteId } = told;
    const { email } = await database().user.findUniqueOrThrow({ where: { id: userId } });
    const buyer = { userId, cartId, guestCartId: null, buyerHash: newId("session") };
    const { number, url } = must(await payForOrder(buyer, { quoteId: quoteId as Id<"quote">, email, address: plot.address, customsId: plot.customsId, hasAgreed: true }));
    const { id } = await database().checkout.findUniqueOrThrow({ where: { number }, select: { id: true } });
    Object.assign(told, { number, payUrl: url, checkoutId: id });
  },
  paid: async (told) => {
    if ((await payWith(told.payUrl, "good")) !== 303) throw new Error("the payment page did not send the buyer back");
    const { state } = must(await settleCheckout({ checkoutId: told.checkoutId as string }));
    if (state !== "paid") throw new Error(`the order is ${state}`);
    const rows = await database().consignment.findMany({ where: { checkoutId: told.checkoutId as string }, orderBy: { part: "asc" }, include: { lines: { orderBy: { id: "asc" } } } });
    told.parcels = rows.map((row) => ({ id: row.id as Id<"consignment">, merchantId: row.merchantId as Id<"merchant">, listings: row.lines.map(({ listingId }) => listingId as Id<"listing">) }));
  },
  shipped: async ({ parcels }) => {
    shiftClock(2 * dayLength);
    for (const { id: consignmentId, merchantId } of parcels) {
      const { version } = await database().consignment.findUniqueOrThrow({ where: { id: consignmentId } });
      must(await shipConsignment(await ownerOf(merchantId), { consignmentId, version, carrier: "post", trackingNumber: "RB 123 456 785 ES" }));
    }
  },
  delivered: async ({ plot, parcels }) => {
    // An hour earlier in the day than it was paid: begun days count as days.
    shiftClock((2 + plot.daysOnTheWay) * dayLength - 3600);
    for (const { id: consignmentId, merchantId } of parcels) {
      const { version } = await database().consignment.findUniqueOrThrow({ where: { id: consignmentId } });
      must(await markDelivered(await ownerOf(merchantId), { consignmentId, version }));
    }
  },
  reviewed: async ({ plot, userId, parcels, offerIds }) => {
    shiftClock((4 + plot.daysOnTheWay) * dayLength);
    for (const [index, offerId] of offerIds.entries()) {
      const { listingId } = await database().offer.findUniqueOrThrow({ where: { id: offerId } });
      const parcel = parcels.find(({ listings }) => listings.includes(listingId as Id<"listing">));
      const { opinion } = plot.wishes[index] ?? { opinion: { rating: 5, text: "", fit: null } };
      must(await writeReview({ userId }, { consignmentId: parcel?.id as Id<"consignment">, listingId: listingId as Id<"listing">, language: plot.storefront.slice(0, 2) as WriteReview["language"], ...opinion }));
    }
  },
};

export type Story = { readonly plot: Plot; /** Tells the story by the real verbs, one stage after the other, up to and with the named one. */ readonly until: (stage: Stage, findGoods: FindGoods) => Promise<Told> };

const tell = (plot: Plot): Story => ({
  plot,
  until: async (stage, findGoods) => {
    shiftClock(0);
    const userId = newId("user");
    await database().user.create({ data: { id: userId, email: `${userId}@shoppers.example`, name: plot.address["recipient"] ?? plot.name, storefront: plot.storefront } });
    const offerIds: Id<"offer">[] = [];
    for (const wish of plot.wishes) offerIds.push(await offerOf(wish, findGoods));
    const told: Told = { plot, userId, cartId: newId("cart"), offerIds, quote: null, quoteId: null, checkoutId: null, number: "", payUrl: "", total: null, parcels: [] };
    try {
      for (const one of stages.slice(0, stages.indexOf(stage) + 1)) await steps[one](told);
    } finally {
      shiftClock(0);
    }
    return told;
  },
});

const saoPaulo = { recipient: "Ana Beatriz Rocha", line1: "Avenida Paulista 1578", locality: "São Paulo", region: "SP", postcode: "01310-200", phone: "11 98765-4321" };

/** People of other countries, each with what they buy from elsewhere. */
export const story = {
  /** Shoes of a Spanish maker and a charger out of China in one cart in São Paulo: one payment in reais, two parcels, two declarations. */
  twoMerchantsToBrazil: () => tell({
    name: "two merchants to Brazil", storefront: "pt-br", address: saoPaulo, customsId: "529.982.247-25", daysOnTheWay: 18,
    wishes: [
      { merchant: "taller-almorad", goods: "leather-loafers", opinion: { rating: 5, text: "Couro macio, chegou antes do prazo.", fit: "true" } },
      { merchant: "zolvane", goods: "gan-charger", quantity: 2, opinion: { rating: 4, text: "Carrega rápido.", fit: null } },
    ],
  }),
  /** Leather shoes from Spain to Seoul, with the customs code that Korea asks of the recipient. */
  shoesToSeoul: () => tell({
    name: "shoes to Seoul", storefront: "ko-kr", customsId: "P123456789012", daysOnTheWay: 9,
    address: { recipient: "김민지", line1: "세종대로 110", dependentLocality: "중구", locality: "중구", region: "서울특별시", postcode: "04524", phone: "010-1234-5678" },
    wishes: [{ merchant: "taller-almorad", goods: "leather-loafers", opinion: { rating: 4, text: "가죽이 좋아요. 조금 크게 나왔어요.", fit: "large" } }],
  }),
  /** Cherries of an American farm to Shanghai. */
  cherriesToShanghai: () => tell({
    name: "cherries to Shanghai", storefront: "zh-cn", customsId: customsIdExample("CN-ID"), daysOnTheWay: 4,
    address: { recipient: "王静", line1: "南京西路1266号", dependentLocality: "静安区", locality: "上海市", region: "上海市", postcode: "200040", phone: "139 1234 5678" },
    wishes: [{ merchant: "pinewillow-bench", goods: "fresh-washington-cherries", opinion: { rating: 5, text: "又大又甜，包装很好。", fit: null } }],
  }),
  /** A charger to São Paulo. */
  chargerToSaoPaulo: () => tell({
    name: "charger to São Paulo", storefront: "pt-br", address: saoPaulo, customsId: "529.982.247-25", daysOnTheWay: 20,
    wishes: [{ merchant: "zolvane", goods: "gan-charger", opinion: { rating: 5, text: "Muito bom.", fit: null } }],
  }),
} as const;
