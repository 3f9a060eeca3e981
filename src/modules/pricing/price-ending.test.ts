import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { money } from "@/kernel/money";
import { exponentOf, shownDigitsOf, type Currency } from "@/kernel/currency";
import type { MarketProfile, PriceEndings } from "@/modules/market/market";
import { endPrice, isAvoided } from "./price-ending";

const nine: PriceEndings = { steps: [{ upTo: "10000", step: "100", endings: ["90", "99"] }, { upTo: null, step: "1000", endings: ["990"] }], avoid: [] };
const noFour: PriceEndings = { steps: [{ upTo: null, step: "1000", endings: ["400", "800"] }], avoid: ["4", "=250"] };
const seeded = JSON.parse(readFileSync(new URL("../../../prisma/seed/data/markets.json", import.meta.url), "utf8")) as MarketProfile[];
const anyMarket = fc.constantFrom(...seeded);
const anyAmount = fc.bigInt(1n, 5_000_000_000n);

describe("natural price endings", () => {
  it("R$ 30,12 becomes R$ 29,99, the nearest of ,90 and ,99", () => {
    expect(endPrice(money(3012, "BRL"), nine)).toEqual(money(2999, "BRL"));
    expect(endPrice(money(3080, "BRL"), nine)).toEqual(money(3090, "BRL"));
  });
  it("never fall below the merchant's floor", () => {
    expect(endPrice(money(3012, "BRL"), nine, money(3000, "BRL"))).toEqual(money(3090, "BRL"));
  });
  it("leave the exact price where no ending is within 3 % below and 4 % above", () => {
    expect(endPrice(money(945, "BRL"), nine)).toEqual(money(945, "BRL"));
  });
  it("avoid a closing four and a whole of 250 in China", () => {
    expect(isAvoided(money(14000, "CNY"), noFour.avoid)).toBe(true);
    expect(isAvoided(money(25000, "CNY"), noFour.avoid)).toBe(true);
    expect(isAvoided(money(25800, "CNY"), noFour.avoid)).toBe(false);
    expect(endPrice(money(5400, "CNY"), noFour)).toEqual(money(5400 + 1, "CNY"));
    expect(endPrice(money(5850, "CNY"), noFour)).toEqual(money(5800, "CNY"));
  });
  it("print whole rupiah only, because shops there show no cents", () => {
    const endings = seeded.find((m) => m.code === "ID")?.priceEndings ?? noFour;
    expect(endPrice(money(19_873_244, "IDR"), endings)).toEqual(money(19_900_000, "IDR"));
  });
  it("in every seeded market stay at or above the floor and within the bounds, and are what the market prints and likes", () => {
    fc.assert(fc.property(anyMarket, anyAmount, fc.integer({ min: 90, max: 102 }), (market, amount, share) => {
      const exact = money(amount, market.currency);
      const floor = money((amount * BigInt(share)) / 100n, market.currency);
      const shown = endPrice(exact, market.priceEndings, floor);
      const unit = 10n ** BigInt(exponentOf(market.currency) - shownDigitsOf(market.currency));
      const reached = floor.amount > amount ? floor.amount : amount;
      expect(shown.amount >= floor.amount).toBe(true);
      expect(shown.amount % unit).toBe(0n);
      expect(isAvoided(shown, market.priceEndings.avoid)).toBe(false);
      expect(shown.amount * 100n >= amount * 97n).toBe(true);
      expect(shown.amount * 100n <= reached * 104n || shown.amount <= reached + 10n * unit).toBe(true);
    }), { numRuns: 600 });
  });
  it("are the very nearest of all lawful ones, also where a market avoids most of them", () => {
    const sparse: PriceEndings = { steps: [{ upTo: "3000", step: "10", endings: ["0", "7"] }, { upTo: null, step: "50", endings: ["0", "20"] }], avoid: ["1", "2", "3", "4", "6", "7"] };
    fc.assert(fc.property(fc.bigInt(1n, 6000n), fc.bigInt(0n, 6000n), (amount, least) => {
      const lawful: bigint[] = [];
      for (let price = least > 1n ? least : 1n; price <= amount * 2n; price++) {
        const row = price < 3000n ? sparse.steps[0] : sparse.steps[1];
        const hasEnding = row?.endings.some((ending) => price % BigInt(row.step) === BigInt(ending));
        if (hasEnding && price * 100n >= amount * 97n && price * 100n <= amount * 104n && !isAvoided(money(price, "JPY"), sparse.avoid)) lawful.push(price);
      }
      const distance = (price: bigint) => (price > amount ? price - amount : amount - price);
      const nearest = lawful.reduce<bigint | null>((best, price) => (best === null || distance(price) < distance(best) ? price : best), null);
      const shown = endPrice(money(amount, "JPY"), sparse, money(least, "JPY")).amount;
      if (nearest === null) expect(lawful).toEqual([]);
      else expect(shown).toBe(nearest);
    }), { numRuns: 500 });
  });
  it("never show the dearer of two goods cheaper", () => {
    fc.assert(fc.property(anyMarket, anyAmount, fc.bigInt(0n, 2_000n), fc.bigInt(0n, 10_000n), (market, amount, more, floor) => {
      const at = (value: bigint) => endPrice(money(value, market.currency), market.priceEndings, money(floor, market.currency)).amount;
      expect(at(amount) <= at(amount + more)).toBe(true);
    }), { numRuns: 800 });
  });
  it("exist near every price that a seeded market is likely to show", () => {
    const least: Partial<Record<Currency, bigint>> = { IDR: 2_000_000n, KRW: 2000n, JPY: 300n, INR: 15_000n, NGN: 15_000n, RUB: 15_000n, CNY: 1300n };
    for (const market of seeded) {
      const lawful = market.priceEndings.steps.flatMap((row) => row.endings.map((ending) => ({ upTo: row.upTo, step: BigInt(row.step), ending: BigInt(ending) })));
      const start = least[market.currency] ?? 300n;
      for (let price = start; price < start * 3000n; price += price / 7n + 1n) {
        const shown = endPrice(money(price, market.currency), market.priceEndings).amount;
        expect(lawful.some((l) => shown % l.step === l.ending % l.step), `${market.code} ${price} → ${shown}`).toBe(true);
      }
    }
  });
});
