import { countryCode, type CountryCode } from "@/kernel/country";
import type { Id } from "@/kernel/id";
import { total, type Money } from "@/kernel/money";
import { instant, type PlainDate } from "@/kernel/time";
import { orderNumber } from "@/modules/checkout/order-number";
import type { Quote, QuoteConsignment } from "@/modules/checkout/quote";
import { storefrontTag } from "@/modules/market/storefront";
import { checkTrackingNumber } from "@/modules/order/tracking";
import { database } from "@/platform/db";
import { toStripeAmount } from "@/platform/stripe/stripe-money";
import { quoteBasket, waresOf, worldAt } from "./baskets";
import { buyerBag, buyers, fullName, homeIn } from "./buyers";
import { insertRows, readData, seedId } from "./bulk";
import { demandOf, lastMoment } from "./demand";
import type { SeededMerchant } from "./merchants";
import type { DemoAccount } from "./people";
import type { Rows, SeededListing } from "./products";
import { chanceOf, type Chance } from "./random";
import { heldAlways, readFacts } from "./trade-facts";

const dayMillis = 86_400_000;
/** Where the sequence of order numbers starts in the schema. */
const firstSequence = 100_003;

/** A purchase that reached its door: what a review can be about. */
export type Delivery = {
  readonly consignmentId: Id<"consignment">; readonly userId: string; readonly name: string; readonly country: CountryCode; readonly language: string; readonly offerId: string;
  readonly paidAt: Date; readonly deliveredAt: Date; readonly importCharge: Money | null;
};
export type Deliveries = ReadonlyMap<string, readonly Delivery[]>;

type Person = { readonly id: string; readonly email: string; readonly name: string; readonly storefront: string; readonly createdAt: Date };
type Plan = { readonly name: string; readonly country: CountryCode; readonly at: Date; readonly person?: Person; readonly merchant?: string };
type Tables = Record<"checkout" | "consignment" | "order_line" | "consignment_charge" | "stock_hold" | "stock_movement" | "payment_attempt" | "payment", object[]>;

/** The demonstration's own orders: five of the shopper in several states, and some that the merchant has to pack now. */
const demoPlans = (): Plan[] => {
  const demo = readData<DemoAccount[]>("demo-accounts.json");
  const shopper = demo.find(({ role }) => role === "shopper");
  const merchant = demo.find(({ merchant: key }) => key)?.merchant;
  const opened = new Date("2024-01-02T08:00:00Z");
  const person = shopper && { id: seedId("user", shopper.email, opened), email: shopper.email, name: shopper.name, storefront: shopper.storefront, createdAt: opened };
  const ago = (days: number) => new Date(lastMoment - days * dayMillis);
  return [
    ...(person ? [240, 120, 64, 5, 0.4].map((days, index): Plan => ({ name: `demo shopper ${index}`, country: countryCode("BR"), at: ago(days), person })) : []),
    ...(merchant ? ["JP", "FR", "US", "DE", "GB"].map((country, index): Plan => ({ name: `demo merchant ${index}`, country: countryCode(country), at: ago(0.1 + index * 0.15), merchant })) : []),
  ];
};

/**
 * Two years of trade: who bought what, when and for how much, by the functions that the checkout runs, under the trade rules of each day. Shipped and
 * delivered as its age allows. The stock on hand is today's: what was sold before has left it long ago. No personal customs numbers are made up.
 */
export const seedOrders = async ({ merchants, listings, rows, count = 3000 }: { merchants: readonly SeededMerchant[]; listings: readonly SeededListing[]; rows: Rows; count?: number }): Promise<{ readonly note: string; readonly deliveries: Deliveries }> => {
  const everywhere = heldAlways(readFacts());
  const world = worldAt(everywhere);
  const wares = waresOf(rows);
  const byMerchant = new Map(merchants.map(({ key }) => [key, listings.filter(({ merchant }) => merchant.key === key)]));
  // Some goods are loved more than others, the same ones in every run.
  const shelf = chanceOf("what sells").some(listings, listings.length);
  const people = new Map<string, Person>();
  const tables: Tables = { checkout: [], consignment: [], order_line: [], consignment_charge: [], stock_hold: [], stock_movement: [], payment_attempt: [], payment: [] };
  const deliveries = new Map<string, Delivery[]>();
  for (const plan of plansOf(count, everywhere.markets)) {
    const chance = chanceOf(plan.name);
    const person = plan.person ?? personOf(plan, chance, people, count);
    const home = await homeIn(plan.country, person.name, chanceOf(person.email));
    const language = person.storefront.slice(0, 2);
    const at = instant(plan.at);
    for (let attempt = 0; attempt < 8; attempt++) {
      const picks = picksOf(plan, chance, shelf, byMerchant);
      if (picks.length === 0) break;
      const origins = picks.flatMap(([first]) => first?.merchant.locations.map(({ country }) => countryCode(country)) ?? []);
      const facts = await world(plan.country, [...new Set(origins)], at);
      const quote = facts && quoteBasket({ storefront: person.storefront, language, home, at, picks }, wares, facts, chance);
      if (!quote || !toStripeAmount(quote.total).ok) continue;
      const sequence = firstSequence + tables.checkout.length;
      writeOrder({ plan, person, language, address: home.address, quote, number: orderNumber(BigInt(sequence)) }, tables, deliveries, chance);
      break;
    }
  }
  await insertRows("app_user", [...people.values()].map((person) => ({ ...person, passwordHash: null, emailVerifiedAt: person.createdAt, isAdmin: false })));
  for (const table of Object.keys(tables) as (keyof Tables)[]) await insertRows(table, tables[table], table === "checkout" ? 500 : 4000);
  await database().$executeRawUnsafe(`SELECT setval('order_number', ${firstSequence + tables.checkout.length}, false)`);
  return { note: `${tables.checkout.length} orders of ${people.size} shoppers in ${tables.consignment.length} consignments`, deliveries };
};

/** Every purchase of the two years, the oldest first. */
const plansOf = (count: number, markets: ReadonlyMap<string, Parameters<typeof demandOf>[0]>): Plan[] => {
  const demand = new Map(buyers.map(([country]) => [country, demandOf(markets.get(country) ?? { calendar: [] })]));
  const plans = Array.from({ length: count }, (_, index): Plan => {
    const chance = chanceOf(`demand ${index}`);
    const { country } = chance.pick(buyerBag);
    return { name: `order ${index}`, country, at: demand.get(country)?.(chance) ?? new Date(lastMoment) };
  });
  return [...plans, ...demoPlans()].sort((a, b) => a.at.getTime() - b.at.getTime() || (a.name < b.name ? -1 : 1));
};

/** One of the country's shoppers, who comes back now and then; met for the first time a while before the first purchase. */
const personOf = ({ country, at }: Plan, chance: Chance, people: Map<string, Person>, count: number): Person => {
  const share = buyers.find(([code]) => code === country)?.[1] ?? 1;
  const email = `${country.toLowerCase()}-${chance.between(1, Math.max(2, Math.round((count * share) / 300)))}@shoppers.example`;
  const known = people.get(email);
  if (known) return known;
  const own = chanceOf(email);
  const languages = (buyers.find(([code]) => code === country)?.[2] ?? ["en"]).filter((language) => language !== "hi");
  const createdAt = new Date(at.getTime() - 20 * 60_000);
  const person = { id: seedId("user", email, createdAt), email, name: fullName(country, own), storefront: storefrontTag(own.pick(languages), country), createdAt };
  people.set(email, person);
  return person;
};

/** What goes into the basket: mostly one thing of one merchant, sometimes more. */
const picksOf = ({ at, merchant }: Plan, chance: Chance, shelf: readonly SeededListing[], byMerchant: ReadonlyMap<string, readonly SeededListing[]>): SeededListing[][] => {
  const onSale = (listing: SeededListing) => listing.at < at;
  const merchants = new Map<string, SeededListing[]>();
  const parcels = chance.next() < 0.82 ? 1 : chance.between(2, 3);
  for (let turn = 0; turn < 12 && merchants.size < parcels; turn++) {
    const own = (merchant && merchants.size === 0 ? byMerchant.get(merchant)?.filter(onSale) : undefined) ?? [];
    const first = own.length > 0 ? chance.pick(own) : shelf[Math.floor(chance.next() ** 2 * shelf.length)];
    if (!first || !onSale(first) || merchants.has(first.merchant.key)) continue;
    const others = (byMerchant.get(first.merchant.key) ?? []).filter((listing) => onSale(listing) && listing.id !== first.id);
    merchants.set(first.merchant.key, chance.next() < 0.25 && others.length > 0 ? [first, chance.pick(others)] : [first]);
  }
  return [...merchants.values()];
};

type Order = { readonly plan: Plan; readonly person: Person; readonly language: string; readonly address: object; readonly quote: Quote; readonly number: string };

const writeOrder = ({ plan, person, language, address, quote, number }: Order, tables: Tables, deliveries: Map<string, Delivery[]>, chance: Chance): void => {
  const { at } = plan;
  const paidAt = new Date(at.getTime() + chance.between(1, 9) * 60_000);
  const holdUntil = new Date(at.getTime() + 40 * 60_000);
  const checkoutId = seedId("checkout", plan.name, at);
  const attemptId = seedId("attempt", plan.name, at);
  const session = plan.name.replace(/\W/g, "_");
  const charged = toStripeAmount(quote.total);
  tables.checkout.push({
    id: checkoutId, number, guestHash: null, userId: person.id, email: person.email, storefront: person.storefront, market: plan.country, language, currency: quote.currency, total: quote.total.amount,
    state: "paid", address, promise: { ...quote, quoteId: seedId("quote", plan.name, at) }, cartId: seedId("cart", plan.name, at), cartVersion: 1, createdAt: at, holdUntil, paidAt,
  });
  tables.payment_attempt.push({
    id: attemptId, checkoutId, status: "succeeded", amount: charged.ok ? charged.value : 0, currency: quote.currency, sessionId: `cs_seed_${session}`, sessionUrl: null, expiresAt: new Date(at.getTime() + 31 * 60_000), createdAt: at,
  });
  tables.payment.push({
    id: seedId("payment", plan.name, paidAt), attemptId, checkoutId, paymentIntentId: `pi_seed_${session}`, chargeId: `ch_seed_${session}`, standing: "settled", captured: quote.total.amount,
    currency: quote.currency, methodType: "card", succeededAt: paidAt,
  });
  quote.consignments.forEach((consignment, index) => {
    const name = `${plan.name} ${index + 1}`;
    const consignmentId = seedId("consignment", name, at);
    const journey = journeyOf(consignment, paidAt, chance);
    tables.consignment.push(consignmentRow(consignment, { id: consignmentId, checkoutId, part: index + 1, at, paidAt, journey, chance }));
    consignment.lines.forEach((line, place) => {
      const of = `${name} ${place}`;
      const units = { offerId: line.offerId, locationId: consignment.from.locationId };
      tables.order_line.push({
        id: seedId("line", of, at), consignmentId, offerId: line.offerId, listingId: line.listingId, listingNumber: line.listingNumber, title: line.title, titleLanguage: line.titleLanguage,
        variantLabel: line.variantLabel, picture: line.picture, quantity: line.quantity, unitPrice: line.unitPrice.amount, currency: line.unitPrice.currency, hs: line.hs, origin: line.origin,
      });
      tables.stock_hold.push({ id: seedId("hold", of, at), checkoutId, ...units, quantity: line.quantity, state: "sold", expiresAt: holdUntil, createdAt: at });
      tables.stock_movement.push({ id: seedId("movement", of, paidAt), ...units, quantity: -line.quantity, reason: "sold", subjectId: checkoutId, at: paidAt });
      if (!journey.deliveredAt) return;
      const bought = { consignmentId, userId: person.id, name: person.name, country: plan.country, language, offerId: line.offerId, paidAt, deliveredAt: journey.deliveredAt, importCharge: importChargeOf(consignment) };
      deliveries.set(line.listingId, [...(deliveries.get(line.listingId) ?? []), bought]);
    });
    consignment.charges.forEach((charge, position) => tables.consignment_charge.push({
      id: seedId("charge", `${name} ${position}`, at), consignmentId, position, kind: charge.kind, name: charge.name, amount: charge.amount.amount, currency: charge.amount.currency, base: charge.base?.amount ?? null,
      due: charge.due, ruleId: charge.rule.id, ruleText: charge.rule.text, source: charge.rule.source, effectiveFrom: charge.rule.effectiveFrom, confidence: charge.rule.confidence,
    }));
  });
};

/** As the verb of reviews counts it: duties, taxes and fees, null where there were none to count. */
const importChargeOf = ({ charges, goods }: QuoteConsignment): Money | null => {
  const levied = charges.filter(({ kind }) => ["duty", "tax", "fee"].includes(kind));
  return levied.length > 0 ? total(levied.map(({ amount }) => amount), goods.currency) : null;
};

type Journey = { readonly state: "paid" | "shipped" | "delivered"; readonly shippedAt: Date | null; readonly deliveredAt: Date | null };

/** What really happened, as far as it has: mostly within the promised window, a little beyond it now and then. */
const journeyOf = ({ promised }: QuoteConsignment, paidAt: Date, chance: Chance): Journey => {
  const noon = (day: PlainDate) => Date.parse(`${day}T12:00:00Z`);
  const [soon, late] = [noon(promised.from), noon(promised.to)];
  const days = chance.next() < 0.93 ? chance.between(0, Math.round((late - soon) / dayMillis)) : Math.round((late - soon) / dayMillis) + chance.between(1, 6);
  const deliveredAt = Math.max(soon + days * dayMillis + chance.between(-4, 7) * 3_600_000, paidAt.getTime() + 1.5 * dayMillis);
  const shippedAt = paidAt.getTime() + Math.min((0.5 + chance.next() * 2) * dayMillis, (deliveredAt - paidAt.getTime()) * 0.6);
  if (shippedAt > lastMoment) return { state: "paid", shippedAt: null, deliveredAt: null };
  return deliveredAt > lastMoment ? { state: "shipped", shippedAt: new Date(shippedAt), deliveredAt: null } : { state: "delivered", shippedAt: new Date(shippedAt), deliveredAt: new Date(deliveredAt) };
};

/** A number of UPU standard S10 out of the sending country, with the check digit that the shop's own check wants. */
const trackingOf = (country: string, chance: Chance): string => {
  const serial = String(chance.between(10_000_000, 99_999_999));
  for (let digit = 0; digit <= 9; digit++) {
    const checked = checkTrackingNumber("post", `R${chance.pick(["A", "B", "R", "X"])}${serial}${digit}${country}`);
    if (checked.ok) return checked.value;
  }
  throw new Error("one of ten digits is the check digit");
};

const consignmentRow = (c: QuoteConsignment, { id, checkoutId, part, at, paidAt, journey, chance }: { id: string; checkoutId: string; part: number; at: Date; paidAt: Date; journey: Journey; chance: Chance }): object => ({
  id, checkoutId, merchantId: c.merchant.id, part, locationId: c.from.locationId, state: journey.state, serviceId: c.service.id, serviceName: c.service.name, transport: c.service.transport,
  incoterm: c.service.incoterm, currency: c.total.currency, goods: c.goods.amount, delivery: c.delivery.amount, charges: c.chargesNow.amount, total: c.total.amount, merchantAmount: c.merchantShare.amount,
  merchantCurrency: c.merchantShare.currency, promisedFrom: c.promised.from, promisedTo: c.promised.to, createdAt: at, paidAt, shippedAt: journey.shippedAt, deliveredAt: journey.deliveredAt,
  carrier: journey.shippedAt ? "post" : null, trackingNumber: journey.shippedAt ? trackingOf(c.from.country, chance) : null, version: { paid: 2, shipped: 3, delivered: 4 }[journey.state],
});
