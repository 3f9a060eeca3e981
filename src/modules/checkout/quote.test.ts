import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countryCode } from "@/kernel/country";
import type { Currency } from "@/kernel/currency";
import { money, plus, times, total, type Money } from "@/kernel/money";
import { decimal, ratio } from "@/kernel/ratio";
import { plainDate, type Instant } from "@/kernel/time";
import type { Charge } from "@/modules/customs/landed-cost";
import type { WayToTheDoor } from "@/modules/discovery/ways-to-the-door";
import { toStripeAmount, toStripePart } from "@/platform/stripe/stripe-money";
import { makeQuote, merchantShare, type QuoteInput, type QuoteParcel } from "./quote";
import { readPromise, writePromise } from "./promise-json";
import { sessionWanted } from "./session-wanted";

const at = "2026-11-23T12:00:00.000Z" as Instant;
const spread = ratio(15, 1000);
const rule = { id: "rul_x", text: "", source: "", effectiveFrom: plainDate("2026-01-01"), effectiveTo: null, confidence: "high" } as unknown as Charge["rule"];

const wayOf = (serviceId: string, goods: Money, freight: bigint, now: bigint, later: bigint): WayToTheDoor => {
  const { currency } = goods;
  const charge = (amount: bigint, due: Charge["due"]): Charge => ({ kind: "tax", name: "vat", amount: money(amount, currency), due, base: null, rule });
  const payableNow = plus(goods, money(freight + now, currency));
  return {
    service: { serviceId, carrier: "Post", name: "Standard", transport: "post", speed: "standard", incoterm: "DDP", tracked: true, parcels: [], window: { handOver: plainDate("2026-11-25"), earliest: plainDate("2026-12-01"), latest: plainDate("2026-12-09") } },
    cost: { goods, freight: money(freight, currency), charges: [charge(now, "checkout"), charge(later, "arrival")], payableNow, payableOnArrival: money(later, currency), total: plus(payableNow, money(later, currency)), refusal: null },
  } as unknown as WayToTheDoor;
};

type Given = { lines: { price: bigint; quantity: number }[]; freight: bigint; now: bigint; later: bigint };
const parcelOf = (given: Given, index: number, currency: Currency): QuoteParcel => {
  const goods = total(given.lines.map((line) => times(money(line.price, currency), line.quantity)), currency);
  return {
    key: `p${index}`, merchant: { id: `mer_${index}`, slug: "m", name: `Merchant ${index}`, country: "ES", payoutCurrency: "EUR", contactEmail: "" }, from: { locationId: `loc_${index}`, country: "ES", city: "Elche", kind: "origin" },
    lines: given.lines.map((line, i) => ({ offerId: `ofr_${index}_${i}`, quantity: line.quantity, unitPrice: money(line.price, currency), hs: "620520", categoryId: "aa-1", documents: [], origin: countryCode("ES"), flags: [], weightGrams: 1, sizeMm: [1, 1, 1], title: "T", titleLanguage: "en", variantLabel: "", picture: "", slug: "t", listingNumber: 1, listingId: "lst_1" })),
    ways: { ok: true, value: [wayOf("svc_a", goods, given.freight, given.now, given.later)] },
    payoutRate: { from: "EUR", to: currency, rate: currency === "EUR" ? decimal("1") : decimal("6.0492"), ids: [], observedOn: plainDate("2026-11-23"), source: "", confidence: "high" },
  } as unknown as QuoteParcel;
};
const inputOf = (parcels: Given[], currency: Currency = "BRL"): QuoteInput => ({ storefront: "pt-br", currency, region: "SP", postcode: "01310-200", at, spread, chosen: {}, parcels: parcels.map((p, i) => parcelOf(p, i, currency)) });

const amount = fc.bigInt({ min: 0n, max: 10_000_000n });
const given = fc.record({ lines: fc.array(fc.record({ price: fc.bigInt({ min: 1n, max: 5_000_000n }), quantity: fc.integer({ min: 1, max: 99 }) }), { minLength: 1, maxLength: 5 }), freight: amount, now: amount, later: amount });
const parcels = fc.array(given, { minLength: 1, maxLength: 6 });

const made = (input: QuoteInput) => {
  const quote = makeQuote(input);
  if (!quote.ok) throw new Error(quote.refusal.code);
  return quote.value;
};

describe("a quote", () => {
  it("is the sum of its parts to the minor unit: goods, delivery and charges due now; what is due on arrival stays out", () => {
    fc.assert(fc.property(parcels, (list) => {
      const quote = made(inputOf(list));
      const parts = quote.goods.amount + quote.delivery.amount + quote.chargesNow.amount;
      return quote.total.amount === parts && quote.consignments.reduce((sum, c) => sum + c.total.amount, 0n) === parts
        && quote.chargesOnArrival.amount === list.reduce((sum, p) => sum + p.later, 0n);
    }));
  });
  it("split over its parcels and summed again is the same", () => {
    fc.assert(fc.property(parcels, (list) => {
      const parts = list.map((one) => made(inputOf([one])).total.amount);
      return parts.reduce((a, b) => a + b, 0n) === made(inputOf(list)).total.amount;
    }));
  });
  it("is a function of its input, and survives being kept as JSON", () => {
    fc.assert(fc.property(parcels, (list) => {
      const quote = made(inputOf(list));
      expect(made(inputOf(list))).toEqual(quote);
      expect(readPromise(JSON.parse(writePromise(quote)))).toEqual(quote);
    }), { numRuns: 30 });
  });
  it("asks on the payment page for exactly its total, line by line, in every market's currency", () => {
    for (const currency of ["BRL", "CNY", "USD", "EUR", "GBP", "IDR", "JPY", "KRW", "AUD", "INR", "SAR", "AED", "NGN", "MXN", "CAD", "RUB", "SGD", "PLN"] as const) {
      const quote = made(inputOf([{ lines: [{ price: 129_90n, quantity: 2 }], freight: 4_800n, now: 2_905n, later: 1n }, { lines: [{ price: 77n, quantity: 3 }], freight: 0n, now: 5n, later: 0n }], currency));
      const wanted = sessionWanted({ quote, words: ((key: string) => key) as never, checkoutId: "chk_1", attemptId: "att_1", number: "EN-0", email: "a@b.example", language: "pt", market: "BR", base: "https://shop.example/pt-br", expiresAt: 1 });
      const whole = toStripeAmount(quote.total);
      expect(whole.ok && wanted.items.reduce((sum, item) => sum + item.unitAmount * item.quantity, 0), currency).toBe(whole.ok && whole.value);
      expect(toStripePart(quote.total)).toBe(whole.ok && whole.value);
    }
  });
  it("is refused when one parcel has no way to the door, with the merchant's name", () => {
    const input = inputOf([{ lines: [{ price: 1n, quantity: 1 }], freight: 0n, now: 0n, later: 0n }]);
    const blocked = makeQuote({ ...input, parcels: input.parcels.map((p) => ({ ...p, ways: { ok: false as const, refusal: { code: "logistics.too-heavy" as const, maxGrams: 30_000 } } })) });
    expect(blocked).toEqual({ ok: false, refusal: { code: "checkout.cannot-deliver", merchant: "Merchant 0", because: "logistics.too-heavy", bar: null, alternatives: [] } });
    expect(makeQuote(inputOf([]))).toEqual({ ok: false, refusal: { code: "checkout.nothing-to-buy" } });
  });
});

describe("a merchant's share", () => {
  const rate = { from: "EUR", to: "BRL", rate: decimal("6.0492"), ids: [], observedOn: plainDate("2026-11-23"), source: "", confidence: "high" } as const;
  it("is goods and delivery at the order's rate less the commission on the goods: R$ 122,90 and R$ 48,00 bring EUR 26.22", () => {
    expect(merchantShare({ goods: money(12_290, "BRL"), delivery: money(4_800, "BRL"), rate, spread })).toEqual(money(2_622, "EUR"));
  });
  it("never exceeds what the shopper paid for goods and delivery at the middle rate", () => {
    fc.assert(fc.property(amount, amount, (goods, delivery) => {
      const share = merchantShare({ goods: money(goods, "BRL"), delivery: money(delivery, "BRL"), rate, spread });
      return share.amount >= 0n && share.amount * 60_492n <= (goods + delivery) * 10_000n;
    }));
  });
});
