import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Currency } from "@/kernel/currency";
import { convert, money } from "@/kernel/money";
import { compareRatios, decimal, multiply, one, percent } from "@/kernel/ratio";
import { plainDate } from "@/kernel/time";
import { crossRate, withSpread, type Rate } from "./rate";

const row = (quote: Currency, rate: string, more: Partial<Rate> = {}): Rate => ({
  id: `fxr_${quote.toLowerCase()}`, base: "EUR", quote, rate: decimal(rate), source: "ECB", confidence: "high",
  observedOn: plainDate("2026-03-16"), validUntil: plainDate("2026-04-16"), ...more,
});
const rates = [row("USD", "1.1478"), row("BRL", "6.0492"), row("JPY", "182.66")];
const day = plainDate("2026-03-20");

describe("rates between two currencies", () => {
  it("go through the euro and name the published rates they are made of", () => {
    const found = crossRate(rates, "USD", "BRL", day);
    expect(found.ok && found.value.ids).toEqual(["fxr_usd", "fxr_brl"]);
    expect(found.ok && convert(money(10000, "USD"), found.value.rate, "BRL")).toEqual(money(52703, "BRL"));
    expect(found.ok && found.value.observedOn).toBe("2026-03-16");
  });
  it("read a rate that is published the other way round", () => {
    const found = crossRate([row("EUR", "0.5", { base: "GBP" })], "EUR", "GBP", day);
    expect(found.ok && compareRatios(found.value.rate, decimal("2"))).toBe(0);
  });
  it("are one for a currency and itself, without any publication", () => {
    expect(crossRate([], "NGN", "NGN", day)).toMatchObject({ ok: true, value: { rate: one, ids: [] } });
  });
  it("take the newest publication on or before the day, and none of tomorrow", () => {
    const newer = row("USD", "1.2", { id: "fxr_newer", observedOn: plainDate("2026-03-19"), confidence: "medium" });
    const tomorrow = row("USD", "9", { id: "fxr_tomorrow", observedOn: plainDate("2026-03-21") });
    expect(crossRate([...rates, tomorrow, newer], "EUR", "USD", day)).toMatchObject({ value: { ids: ["fxr_newer"], confidence: "medium" } });
  });
  it("are refused when nobody published one", () => {
    expect(crossRate(rates, "EUR", "NGN", day)).toEqual({ ok: false, refusal: { code: "fx.no-rate", currency: "NGN" } });
    expect(crossRate(rates, "EUR", "USD", plainDate("2026-03-15"))).toMatchObject({ refusal: { code: "fx.no-rate" } });
  });
  it("are refused when past their limit, and say how old they are", () => {
    expect(crossRate(rates, "EUR", "USD", plainDate("2026-04-16")).ok).toBe(true);
    expect(crossRate(rates, "EUR", "USD", plainDate("2026-04-17")))
      .toEqual({ ok: false, refusal: { code: "fx.rate-too-old", currency: "USD", observedOn: "2026-03-16" } });
  });
  it("there and back is exactly one", () => {
    fc.assert(fc.property(fc.constantFrom<Currency>("USD", "BRL", "JPY", "EUR"), fc.constantFrom<Currency>("USD", "BRL", "JPY", "EUR"), (a, b) => {
      const there = crossRate(rates, a, b, day);
      const back = crossRate(rates, b, a, day);
      expect(there.ok && back.ok && compareRatios(multiply(there.value.rate, back.value.rate), one)).toBe(0);
    }));
  });
  it("a spread of 1.5 % on 6.00 quotes 6.09", () => {
    expect(compareRatios(withSpread(decimal("6"), percent("1.5")), decimal("6.09"))).toBe(0);
  });
});
