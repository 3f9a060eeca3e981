import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { countryCode } from "@/kernel/country";
import { money, type Money } from "@/kernel/money";
import { readRuleBook } from "@/modules/customs/rule-book";
import { buyerFor, countsUse, isCounted, leftOf, metersOf, noUse } from "./quota";

const book = (market: string) => readRuleBook(JSON.parse(readFileSync(new URL(`../../../prisma/seed/rules/${market}.json`, import.meta.url), "utf8")));
const same = (amount: Money): Money => amount;
const yuan = (whole: number) => money(whole * 100, "CNY");
const [CN, US, ES] = [countryCode("CN"), countryCode("US"), countryCode("ES")];

describe("what a person has used of a limit", () => {
  it("is counted in China, Korea and Nigeria, and nowhere in the European Union", () => {
    expect(["CN", "KR", "NG"].map((market) => countsUse(book(market)))).toEqual([true, true, true]);
    expect(["ES", "EU", "JP"].map((market) => countsUse(book(market)))).toEqual([false, false, false]);
  });

  it("shows 23,000 of 26,000 yuan, near, and 3,000 left, for 20,000 used and 3,000 in the cart", () => {
    const [meter] = metersOf(book("CN"), { year: yuan(20_000), day: yuan(0), uses: 0 }, [{ goods: yuan(2_900), delivery: yuan(100), shipFrom: US }], same);
    expect(meter).toMatchObject({ kind: "year-value", limit: { money: yuan(26_000) }, after: { money: yuan(23_000) }, state: "near", ruleId: "rul_cn_limit_a_year" });
    expect(meter && leftOf(meter)).toEqual({ money: yuan(3_000) });
  });

  it("is still within the limit at the limit, and beyond a fen above it with nothing left", () => {
    const at = (goods: Money) => metersOf(book("CN"), { year: yuan(20_000), day: yuan(0), uses: 0 }, [{ goods, delivery: yuan(0), shipFrom: US }], same)[0];
    expect(at(yuan(6_000))?.state).toBe("near");
    const beyond = at(money(600_001, "CNY"));
    expect(beyond?.state).toBe("beyond");
    expect(beyond && leftOf(beyond)).toEqual({ money: yuan(0) });
  });

  it("is measured in Korea against 200 dollars from the United States and 150 from elsewhere, freight left out", () => {
    const limitFrom = (shipFrom: typeof US) => metersOf(book("KR"), noUse("USD"), [{ goods: money(100, "USD"), delivery: money(9_999, "USD"), shipFrom }], same)[0];
    expect(limitFrom(US)).toMatchObject({ kind: "day-value", limit: { money: money(20_000, "USD") }, after: { money: money(100, "USD") } });
    expect(limitFrom(ES)).toMatchObject({ limit: { money: money(15_000, "USD") } });
  });

  it("counts four free parcels a year in Nigeria: the fourth is the last, the fifth is beyond", () => {
    const state = (uses: number) => metersOf(book("NG"), { ...noUse("NGN"), uses }, [{ goods: money(1, "NGN"), delivery: money(0, "NGN"), shipFrom: CN }], same)[0]?.state;
    expect([2, 3, 4].map(state)).toEqual(["open", "near", "beyond"]);
  });

  it("holds the other parcels of the same order against each, and uses in their order", () => {
    const parcels = [{ goods: yuan(100), delivery: yuan(10) }, { goods: yuan(200), delivery: yuan(20) }];
    expect(buyerFor({ year: yuan(1_000), day: yuan(50), uses: 2 }, parcels, 1)).toEqual({ usedThisYear: yuan(1_110), sameDayValue: yuan(150), usesThisYear: 3 });
  });

  it("counts what crosses a border or leaves a bonded warehouse, and nothing sold inside the country", () => {
    expect(isCounted(CN, { country: "US", kind: "origin" })).toBe(true);
    expect(isCounted(CN, { country: "CN", kind: "bonded" })).toBe(true);
    expect(isCounted(CN, { country: "CN", kind: "origin" })).toBe(false);
  });
});
