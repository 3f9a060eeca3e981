import { expect, test } from "vitest";
import { countryCode } from "@/kernel/country";
import { money } from "@/kernel/money";
import { instant, plainDate } from "@/kernel/time";
import { ruleOf, type RuleRow } from "@/modules/customs/rule-book";
import { bookWith } from "@/modules/customs/rule-diff";
import { replayOrders, type OldOrder } from "./rule-replay";

const row: RuleRow = {
  id: "rul_fr_vat", kind: "tax", name: "vat", from: "2021-07-01", to: null, due: "checkout", confidence: "high", text: "20 %", source: "TEDB",
  formula: "ad-valorem", parameters: { percent: "20", of: ["goods", "freight"] }, scope: {},
};
const as = (written: RuleRow, approver: string | null) => ruleOf(written, { market: "FR", checkedOn: plainDate("2026-11-23"), author: "a", approver });
const book = [as(row, "b"), as({ ...row, id: "rul_fr_duty", kind: "duty", formula: "none", parameters: {} }, "b")];
const shoes = as({ ...row, id: "rul_fr_shoes", from: "2027-01-01", parameters: { percent: "30", of: ["goods", "freight"] }, scope: { hsPrefixes: ["64"] } }, null);
const books = { on: plainDate("2027-01-01"), today: plainDate("2026-11-23"), book, proposed: bookWith(book, shoes, null), rates: [] };

const order = (number: string, hs: string, cents: number): OldOrder => ({
  number, market: countryCode("FR"), createdAt: instant(new Date("2026-11-01T00:00:00Z")),
  promise: {
    currency: "EUR", region: null,
    consignments: [{ from: { country: "CN" }, service: { transport: "courier" }, delivery: money(1000, "EUR"), lines: [{ hs, origin: "CN", quantity: 1, unitPrice: money(cents, "EUR"), weightGrams: 500 }] }],
  } as unknown as OldOrder["promise"],
});

test("of three orders two hold shoes: a tax of 30 % instead of 20 % on € 50 and € 100 with € 10 for the way makes € 17 more, the larger first, and touches no promise", () => {
  const orders = [order("EN-1", "640399", 5000), order("EN-2", "610910", 5000), order("EN-3", "640399", 10000)];
  const before = structuredClone(orders);
  const replay = replayOrders(orders, books);
  expect(replay).toMatchObject({ orders: 3, changed: 2, incomplete: 0, sums: [{ currency: "EUR", changed: 2, difference: money(1700, "EUR") }] });
  expect(replay.largest.map(({ number, difference }) => [number, difference.amount])).toEqual([["EN-3", 1100n], ["EN-1", 600n]]);
  expect(orders).toEqual(before);
});
