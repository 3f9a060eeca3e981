import { wordsIn } from "@/i18n/translator";
import type { Id } from "@/kernel/id";
import { isEqual, plus, type Money } from "@/kernel/money";
import { ok, refuse, type Result } from "@/kernel/result";
import type { CountryCode } from "@/kernel/country";
import { addSeconds, dayIn, type Instant, type PlainDate } from "@/kernel/time";
import { normalEmail } from "@/modules/access/email";
import { countCartOn, holdCart } from "@/modules/cart/commands/hold-cart";
import type { CustomsIdKind } from "@/modules/customs/customs-id";
import { restrictionsIn } from "@/modules/customs/restriction-queries";
import { releaseHolds } from "@/modules/listing/commands/end-holds";
import { reserveStock, type StockGone } from "@/modules/listing/commands/reserve-stock";
import { buyPolicy } from "@/modules/market/market";
import { findCountry, findStorefront, type OpenStorefront } from "@/modules/market/queries";
import { cancelConsignments, openConsignments } from "@/modules/order/commands/open-consignments";
import { closeAttemptSession, openAttempt, sessionSeconds } from "@/modules/payment/commands/open-attempt";
import { isOpenAttempt } from "@/modules/payment/attempt";
import { moveAttempt } from "@/modules/payment/commands/hear-of-payment";
import type { ToSend } from "@/modules/payment/commands/send-stripe-command";
import { findCommandOf, listAttempts } from "@/modules/payment/queries";
import { checkAddress, pricedPlace, type Address, type AddressInvalid } from "@/modules/shopper/address";
import { addressForm, phoneNumber } from "@/modules/shopper/address-queries";
import { seal } from "@/platform/auth/seal";
import { newId, now } from "@/platform/clock";
import { transaction, type Tx } from "@/platform/db";
import { env } from "@/platform/env";
import { toStripeAmount, type StripeMoneyRefusal } from "@/platform/stripe/stripe-money";
import { holdSeconds, isAwaiting } from "../checkout";
import { orderNumber } from "../order-number";
import { personKey, quoteCart, type PrepareRefusal } from "../queries";
import { isCounted, isSameUse } from "../quota";
import { insertUses, loadUse, lockPerson, type QuotaUse } from "../quota-store";
import type { Quote } from "../quote";
import { quoteBar } from "../quote-bar";
import { customsIdGiven, customsIdWanted, type GivenCustomsId } from "../recipient";
import type { PlaceOrder } from "../schema";
import { sessionWanted } from "../session-wanted";
import { findCheckout, findQuote, insertCheckout, setCheckoutState, type CheckoutRow } from "../store";

export type Buyer = { readonly userId: Id<"user"> | null; /** The cart that the browser names. */ readonly cartId: Id<"cart"> | null; readonly buyerHash: string };
export type Placed = { readonly checkoutId: Id<"checkout">; readonly number: string; readonly attemptId: string; /** The command that opens the payment page, when nobody has sent it yet. */ readonly toSend: ToSend | null; readonly url: string | null };
export type PlaceRefusal = PrepareRefusal | AddressInvalid | StockGone | StripeMoneyRefusal
  | { readonly code: "checkout.no-such-quote" } | { readonly code: "checkout.cart-changed" } | { readonly code: "checkout.address-changed" } | { readonly code: "checkout.rule-changed" }
  | { readonly code: "checkout.promise-changed"; readonly before: Money; readonly after: Money }
  | { readonly code: "checkout.terms-not-agreed" } | { readonly code: "checkout.bad-email" } | { readonly code: "customs.bad-id"; readonly kind: CustomsIdKind }
  | { readonly code: "checkout.market-not-open"; readonly because: string };

/**
 * Turns a promise into an order that waits for its money.
 *
 * Within 15 minutes the promise is honoured as it was made; later it is computed again and, when the total differs, refused with both totals: no epsilon.
 * In one transaction: units reserved (all or nothing, in the order of ids), checkout, consignments with lines and charges, the payment attempt, and the
 * command that opens its session. The order exists before anybody can pay. The same quote twice gives the same checkout; another quote for the same cart
 * gives up the order that was waiting. Nothing is charged here.
 */
export const placeOrder = async (buyer: Buyer, input: PlaceOrder): Promise<Result<Placed, PlaceRefusal>> => {
  const at = now();
  const kept = await findQuote(input.quoteId, buyer);
  const storefront = kept && (await findStorefront(kept.quote.storefront));
  if (!kept || !storefront) return refuse({ code: "checkout.no-such-quote" });
  const recipient = await recipientOf(input, kept.quote, storefront);
  if (!recipient.ok) return recipient;
  const promise = await honoured(kept, at);
  if (!promise.ok) return promise;
  let quote = promise.value;
  const today = dayIn(at, storefront.profile.timeZone);
  if (quoteBar(quote, { market: storefront.market, on: today }, await restrictionsIn(storefront.market, today))) return refuse({ code: "checkout.rule-changed" });
  const person = quote.quota ? personOf(storefront, recipient.value) : null;
  const id = newId("checkout");
  const number = orderNumber(kept.sequence);
  return transaction<Placed, PlaceRefusal>(async (tx) => {
    if (person) {
      const counted = await countedAgain(tx, { quote, kept, person, storefront, at });
      if (!counted.ok) return counted;
      quote = counted.value;
    }
    const amount = toStripeAmount(quote.total);
    if (!amount.ok) return amount;
    const row = {
      id, number, guestHash: buyer.buyerHash, userId: buyer.userId, email: recipient.value.email, storefront: storefront.tag, market: storefront.market, language: storefront.language,
      currency: quote.currency, total: quote.total.amount, state: "awaiting-payment", cartId: kept.cartId, cartVersion: kept.cartVersion, createdAt: at,
      holdUntil: addSeconds(at, holdSeconds), promise: { ...quote, quoteId: kept.id }, address: closed(recipient.value.address, recipient.value.customsId, id),
    } as const;
    if (!(await insertCheckout(tx, row))) {
      const cart = await holdCart(tx, kept.cartId);
      if (!cart || cart.version !== kept.cartVersion) return alreadyPlaced(kept);
      const waiting = await findCheckout({ cartId_cartVersion: { cartId: cart.id, cartVersion: cart.version } });
      if (waiting && isAwaiting(waiting.state) && waiting.promise.quoteId === kept.id) {
        const placed = await sessionOf(waiting);
        if (placed) return ok(placed);
      }
      // The same cart under other terms, or after a try that came to nothing: what was waiting is given up and the cart is counted on.
      if (waiting && isAwaiting(waiting.state)) await giveUp(tx, waiting, at);
      await countCartOn(tx, cart.id);
      if (!(await insertCheckout(tx, { ...row, cartVersion: cart.version + 1 }))) return refuse({ code: "checkout.cart-changed" });
    }
    const reserved = await reserveStock(tx, {
      checkoutId: id, at, until: addSeconds(at, holdSeconds),
      wanted: quote.consignments.flatMap((c) => c.lines.map((line) => ({ offerId: line.offerId, locationId: c.from.locationId, quantity: line.quantity }))),
    });
    if (!reserved.ok) return reserved;
    const opened = await openConsignments(tx, id, quote.consignments, at);
    if (person) await insertUses(tx, usesOf(quote, opened, { market: storefront.market, person, day: today }));
    const attemptId = newId("attempt");
    const expiresAt = addSeconds(at, sessionSeconds);
    const command = await openAttempt(tx, {
      attemptId, amount: amount.value, at, expiresAt,
      session: sessionWanted({
        quote, words: wordsIn(storefront.language), checkoutId: id, attemptId, number, email: recipient.value.email, language: storefront.language, market: storefront.market,
        base: `${env().APP_URL}/${storefront.tag}`, expiresAt: Math.floor(new Date(expiresAt).getTime() / 1000),
      }),
    });
    return ok({ checkoutId: id, number, attemptId, toSend: command, url: null });
  });
};

/** The one whose limits this order counts against. Where the market asks for no number, or nothing crosses its border, the address of the letters stands for the person. */
const personOf = ({ market, profile }: OpenStorefront, { email, customsId }: Recipient): string | null =>
  personKey(market, { kind: profile.customsId, number: customsId?.number ?? null, email });

/**
 * The promise under what its person has used by now: nobody else who orders as the same person is counted at the same time. What the person used since
 * the promise was made may break a limit (refused, with what may be done instead) or change a charge (refused with both totals).
 */
const countedAgain = async (
  tx: Tx, { quote, kept, person, storefront, at }: { quote: Quote; kept: { cartId: string; services: Readonly<Record<string, string>> }; person: string; storefront: OpenStorefront; at: Instant },
): Promise<Result<Quote, PlaceRefusal>> => {
  const { market, profile } = storefront;
  await lockPerson(tx, market, person);
  const use = await loadUse({ market, person, day: dayIn(at, profile.timeZone), currency: profile.currency, cartId: kept.cartId });
  if (quote.quota && isSameUse(use, quote.quota.use)) return ok(quote);
  const { region, postcode } = quote;
  const today = await quoteCart({ cartId: kept.cartId }, { storefront: quote.storefront, region, postcode, services: kept.services, who: { use } }, at);
  if (!today.ok) return today;
  // What is due at the door counts as well: a relief that was used up is paid there.
  const [before, after] = [plus(quote.total, quote.chargesOnArrival), plus(today.value.quote.total, today.value.quote.chargesOnArrival)];
  return isEqual(before, after) ? ok(today.value.quote) : refuse({ code: "checkout.promise-changed", before, after });
};

const usesOf = (quote: Quote, ids: readonly Id<"consignment">[], whose: { market: CountryCode; person: string; day: PlainDate }): QuotaUse[] =>
  quote.consignments.flatMap(({ from, goods, delivery, charges }, index) => {
    const consignmentId = ids[index];
    return consignmentId && isCounted(whose.market, from) ? [{ ...whose, consignmentId, goods, delivery, usedRelief: charges.some(({ kind }) => kind === "relief") }] : [];
  });

type Recipient = { readonly email: string; readonly address: Address; readonly customsId: GivenCustomsId | null };

const recipientOf = async (input: PlaceOrder, quote: Quote, storefront: OpenStorefront): Promise<Result<Recipient, PlaceRefusal>> => {
  const shipTo = await findCountry(storefront.market);
  const policy = shipTo && buyPolicy({ market: storefront.profile, shipTo, visitorCountry: null, stock: null });
  if (!policy?.may) return refuse({ code: "checkout.market-not-open", because: policy ? policy.reason : "market.no-delivery" });
  const email = normalEmail(input.email);
  const form = await addressForm(storefront.market);
  const address = checkAddress(form, input.address, phoneNumber(input.address.phone ?? "", storefront.market));
  if (!address.ok) return email ? address : refuse({ code: "address.invalid", fields: { ...address.refusal.fields, email: "invalid" } });
  if (!email) return refuse({ code: "checkout.bad-email" });
  if (!input.hasAgreed) return refuse({ code: "checkout.terms-not-agreed" });
  const place = pricedPlace(form, address.value);
  if (place.region !== quote.region || place.postcode !== quote.postcode) return refuse({ code: "checkout.address-changed" });
  const customsId = customsIdGiven(customsIdWanted(storefront.profile.customsId, storefront.market, quote), input.customsId);
  return customsId.ok ? ok({ email, address: address.value, customsId: customsId.value }) : customsId;
};

/** The promise as it was made, while it holds; afterwards only if today's answer is the same total. */
const honoured = async (kept: { quote: Quote; cartId: string; services: Readonly<Record<string, string>>; expiresAt: Instant }, at: Instant): Promise<Result<Quote, PlaceRefusal>> => {
  if (at < kept.expiresAt) return ok(kept.quote);
  const { storefront, region, postcode, total } = kept.quote;
  const today = await quoteCart({ cartId: kept.cartId }, { storefront, region, postcode, services: kept.services, ...(kept.quote.quota ? { who: { use: kept.quote.quota.use } } : {}) }, at);
  if (!today.ok) return today;
  return isEqual(today.value.quote.total, total) ? ok(today.value.quote) : refuse({ code: "checkout.promise-changed", before: total, after: today.value.quote.total });
};

/** The cart moved on since the quote: perhaps because this very quote was placed a moment ago. */
const alreadyPlaced = async (kept: { id: string; cartId: string; cartVersion: number }): Promise<Result<Placed, PlaceRefusal>> => {
  for (const cartVersion of [kept.cartVersion, kept.cartVersion + 1]) {
    const placed = await findCheckout({ cartId_cartVersion: { cartId: kept.cartId, cartVersion } });
    const session = placed && isAwaiting(placed.state) && placed.promise.quoteId === kept.id ? await sessionOf(placed) : null;
    if (session) return ok(session);
  }
  return refuse({ code: "checkout.cart-changed" });
};

const sessionOf = async (checkout: CheckoutRow): Promise<Placed | null> => {
  const attempt = (await listAttempts(checkout.id)).findLast(({ status }) => isOpenAttempt(status));
  if (!attempt) return null;
  const command = attempt.sessionUrl ? null : await findCommandOf("create-session", attempt.id);
  return { checkoutId: checkout.id, number: checkout.number, attemptId: attempt.id, toSend: command, url: attempt.sessionUrl };
};

const giveUp = async (tx: Tx, checkout: CheckoutRow, at: Instant): Promise<void> => {
  for (const attempt of await listAttempts(checkout.id)) {
    if (!isOpenAttempt(attempt.status)) continue;
    await moveAttempt(tx, attempt, "canceled");
    await closeAttemptSession(tx, attempt, at);
  }
  await releaseHolds(tx, checkout.id);
  await cancelConsignments(tx, checkout.id, at);
  await setCheckoutState(tx, checkout.id, "expired");
};

const closed = (address: Address, customsId: GivenCustomsId | null, checkoutId: string): CheckoutRow["address"] =>
  customsId ? { ...address, customsId: { kind: customsId.kind, sealed: seal(customsId.number, "customs-id", checkoutId), masked: customsId.masked } } : address;
