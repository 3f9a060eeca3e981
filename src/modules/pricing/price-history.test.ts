import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { money } from "@/kernel/money";
import { addSeconds, instant, type Instant } from "@/kernel/time";
import { findReduction, type PriceChange, type PriceHistory } from "./price-history";

const today = instant(new Date("2026-11-23T12:00:00Z"));
const ago = (days: number): Instant => addSeconds(today, -days * 24 * 3600);
const line = (...changes: [daysAgo: number, amount: number | null][]): PriceChange[] => changes.map(([daysAgo, amount]) => ({ since: ago(daysAgo), amount: amount === null ? null : BigInt(amount) }));
const reduction = (base: PriceChange[], own: PriceChange[] = [], at = today) =>
  findReduction({ base, own }, { baseHere: (amount) => money(amount * 2n, "PLN"), ownHere: (amount) => money(amount, "PLN"), at });

describe("a reduction", () => {
  it("names the lowest price of the 30 days before it, not the last one", () => {
    expect(reduction(line([90, 5000], [8, 6000], [1, 4500]))).toEqual({ lowestBefore: money(10000, "PLN"), since: ago(1) });
  });
  it("is none when the price was raised first and is not below what it was", () => {
    expect(reduction(line([90, 5000], [8, 6000], [1, 5000]))).toBeNull();
    expect(reduction(line([90, 5000], [8, 6000], [1, 5500]))).toBeNull();
  });
  it("forgets what cost less more than 30 days before it", () => {
    expect(reduction(line([200, 3000], [31.5, 6000], [1, 5000]))?.lowestBefore).toEqual(money(12000, "PLN"));
    expect(reduction(line([200, 3000], [30.5, 6000], [1, 5000]))).toBeNull();
  });
  it("of a reduction compares with the first one", () => {
    expect(reduction(line([90, 5000], [10, 4500], [1, 4000]))?.lowestBefore).toEqual(money(9000, "PLN"));
  });
  it("is announced for 30 days, then it is the price", () => {
    expect(reduction(line([90, 5000], [29.9, 4500]))).not.toBeNull();
    expect(reduction(line([90, 5000], [30.1, 4500]))).toBeNull();
  });
  it("is none for what is new, what is no longer for sale, and what came back at the same price", () => {
    expect(reduction(line([1, 4500]))).toBeNull();
    expect(reduction(line([90, 5000], [2, 4500], [1, null]))).toBeNull();
    expect(reduction(line([90, 5000], [5, null], [1, 5000]))).toBeNull();
    expect(reduction([])).toBeNull();
  });
  it("does not count prices while it was not for sale, but those before", () => {
    expect(reduction(line([90, 5000], [50, null], [1, 4500]))).toBeNull();
    expect(reduction(line([90, 5000], [20, null], [1, 4500]))?.lowestBefore).toEqual(money(10000, "PLN"));
  });
  it("counts a merchant's own price for the market instead of the base price, and the base price again when it is taken back", () => {
    expect(reduction(line([90, 5000]), line([3, 8000]))).toEqual({ lowestBefore: money(10000, "PLN"), since: ago(3) });
    expect(reduction(line([90, 5000]), line([60, 12000], [3, null]))).toEqual({ lowestBefore: money(12000, "PLN"), since: ago(3) });
    expect(reduction(line([90, 5000], [3, 4000]), line([60, 9000]))).toBeNull();
  });
  it("never strikes a price that was not asked, and always one above today's", () => {
    const changes = fc.array(fc.tuple(fc.integer({ min: 0, max: 80 }), fc.option(fc.integer({ min: 1, max: 9 }))), { minLength: 1, maxLength: 12 });
    fc.assert(fc.property(changes, changes, (some, others) => {
      const sorted = (list: typeof some) => line(...[...new Map(list)].sort((a, b) => b[0] - a[0]));
      const history: PriceHistory = { base: sorted(some), own: sorted(others) };
      const found = reduction([...history.base], [...history.own]);
      if (!found) return;
      const asked = [...history.base.map(({ amount }) => amount && amount * 2n), ...history.own.map(({ amount }) => amount)];
      const [base, own] = [history.base.at(-1)?.amount, history.own.at(-1)?.amount];
      const now = own ?? (base ? base * 2n : null);
      expect(asked).toContain(found.lowestBefore.amount);
      expect(now !== null && now < found.lowestBefore.amount).toBe(true);
      expect(found.since >= ago(30)).toBe(true);
    }));
  });
});
