import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFileSync } from "node:fs";
import { convert, money, type Money } from "@/kernel/money";
import { percent, ratio, roundUp } from "@/kernel/ratio";
import { plainDate } from "@/kernel/time";
import { readRateTable } from "@/modules/fx/rate-table";
import { crossRate } from "@/modules/fx/rate";
import type { MarketProfile } from "@/modules/market/market";
import { priceHere, type PricePolicy } from "./price-policy";
import { merchantNet } from "./shelf-price";

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../../prisma/seed/data/${name}`, import.meta.url), "utf8"));
const markets = new Map((read("markets.json") as MarketProfile[]).map((market) => [market.code as string, market]));
const market = (code: string): MarketProfile => markets.get(code) ?? (() => { throw new Error(code); })();
const rates = readRateTable(read("fx-rates.json"));
const spread = percent("1.5");
const price = (policy: PricePolicy, base: Money, code: string, own: Money | null = null) => {
  const found = priceHere({ policy, base, own, market: market(code), euroMarket: market("ES"), spread }, (from, to) => crossRate(rates, from, to, plainDate("2026-11-23")));
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
};
const anyBase = fc.tuple(fc.bigInt(200n, 5_000_000n), fc.constantFrom("USD" as const, "CNY" as const, "BRL" as const)).map(([amount, currency]) => money(amount, currency));

describe("the policies of a listing's prices", () => {
  it("a merchant's own price for the market stands, whatever the policy", () => {
    for (const policy of ["nearest", "same-net", "same-in-eu"] as const) expect(price(policy, money(5000, "USD"), "PL", money(19999, "PLN"))).toMatchObject({ shown: money(19999, "PLN"), basis: "own" });
  });
  it("an own price needs no rate, a converted one is refused without", () => {
    const ask = (own: Money | null) => priceHere({ policy: "nearest", base: money(1000, "USD"), own, market: market("BR"), euroMarket: null, spread }, (_, currency) => ({ ok: false, refusal: { code: "fx.no-rate", currency } }));
    expect(ask(money(9990, "BRL")).ok).toBe(true);
    expect(ask(null)).toEqual({ ok: false, refusal: { code: "fx.no-rate", currency: "BRL" } });
  });
  it("the same price in the EU is one figure in every market with the euro, although their endings differ", () => {
    // The endings of France would make another price of it than those of Spain.
    expect(price("nearest", money(2345, "USD"), "ES").shown).not.toEqual(price("nearest", money(2345, "USD"), "FR").shown);
    fc.assert(fc.property(anyBase, (base) => {
      const [spain, france, germany] = ["ES", "FR", "DE"].map((code) => price("same-in-eu", base, code).shown);
      expect(france).toEqual(spain);
      expect(germany).toEqual(spain);
    }));
  });
  it("and in Poland never less than that figure at the middle rate, on a Polish ending", () => {
    const euroToZloty = crossRate(rates, "EUR", "PLN", plainDate("2026-11-23"));
    if (!euroToZloty.ok) throw new Error("no rate");
    fc.assert(fc.property(anyBase, (base) => {
      const euro = price("same-in-eu", base, "ES").shown;
      const zloty = price("same-in-eu", base, "PL").shown;
      expect(zloty.currency).toBe("PLN");
      expect(zloty.amount >= convert(euro, euroToZloty.value.rate, "PLN", roundUp).amount).toBe(true);
      expect(zloty.amount * 100n <= convert(euro, euroToZloty.value.rate, "PLN", roundUp).amount * 104n + 1000n).toBe(true);
    }));
  });
  it("outside the EU it is the nearest natural price", () => {
    expect(price("same-in-eu", money(2345, "USD"), "BR")).toEqual(price("nearest", money(2345, "USD"), "BR"));
  });
  it("under the same net a merchant never gets less in another market than the base price leaves", () => {
    fc.assert(fc.property(anyBase, fc.constantFrom("BR", "CN", "JP", "PL", "SA", "ID", "NG"), fc.integer({ min: 0, max: 30 }), (base, code, share) => {
      const there = market(code);
      if (there.currency === base.currency) return;
      const rate = crossRate(rates, base.currency, there.currency, plainDate("2026-11-23"));
      if (!rate.ok) throw new Error("no rate");
      const commission = ratio(share, 100);
      const { gross } = merchantNet({ shelf: price("same-net", base, code).shown, rate: rate.value, spread, commission });
      expect(gross.amount >= base.amount).toBe(true);
    }));
    const lower = price("nearest", money(2050, "USD"), "BR").shown;
    expect(price("same-net", money(2050, "USD"), "BR").shown.amount >= lower.amount).toBe(true);
  });
});
