import { expect, test } from "vitest";
import { countryCode } from "@/kernel/country";
import { plainDate } from "@/kernel/time";
import { compareBasket, exampleBaskets } from "./example-baskets";
import { ruleOf, rowOf, type RuleRow } from "./rule-book";
import { bookWith, ruleChanges } from "./rule-diff";
import { ruleFaults } from "./rule-faults";

const row: RuleRow = {
  id: "rul_fr_vat", kind: "tax", name: "vat", from: "2021-07-01", to: null, due: "checkout", confidence: "high", text: "20 %", source: "TEDB",
  formula: "ad-valorem", parameters: { percent: "20", of: ["goods", "freight"] }, scope: {},
};
const as = (written: RuleRow, approver: string | null = "b") => ruleOf(written, { market: "FR", checkedOn: plainDate("2026-11-23"), author: "a", approver });
const duty = as({ ...row, id: "rul_fr_duty", kind: "duty", name: "flat-duty", formula: "none", parameters: {} });
const higher: RuleRow = { ...row, id: "rul_fr_vat_2027", from: "2027-01-01", text: "21 %", parameters: { percent: "21", of: ["goods", "freight"] } };
const [today, on] = [plainDate("2026-11-23"), plainDate("2027-01-01")];
const FR = countryCode("FR");

test("a change of a rule is told by the fields that change, old and new, and nothing else", () => {
  expect(ruleChanges(row, higher)).toEqual([
    { field: "from", before: "2021-07-01", after: "2027-01-01" }, { field: "text", before: "20 %", after: "21 %" }, { field: "percent", before: "20", after: "21" },
  ]);
  expect(ruleChanges(row, row)).toEqual([]);
  expect(ruleChanges({ ...row, scope: { hsPrefixes: ["64"] } }, row)).toEqual([{ field: "hsPrefixes", before: "64", after: null }]);
});

test("a shirt of € 30 and € 8 for the way costs € 45.60 today, and € 45.98 on the day a tax of 21 % begins", () => {
  const book = [as(row), duty];
  const [shirt] = exampleBaskets(as(higher), FR);
  const compared = compareBasket(shirt!, { market: FR, region: null, currency: "EUR", today, on, book, proposed: bookWith(book, as(higher, null), "rul_fr_vat"), rates: [] });
  expect([compared.today, compared.without, compared.proposed].map((cost) => cost?.total.amount)).toEqual([4560n, 4560n, 4598n]);
  expect(compared.lines.find(({ name }) => name === "vat")).toMatchObject({ today: { amount: 760n }, without: { amount: 760n }, proposed: { amount: 798n } });
});

test("a proposal holds nowhere until it is in the book, and in the book only from its day", () => {
  const book = [as(row), duty];
  const proposed = bookWith(book, as(higher, null), "rul_fr_vat");
  expect(book).toHaveLength(2);
  const [shirt] = exampleBaskets(as(higher), FR);
  expect(compareBasket(shirt!, { market: FR, region: null, currency: "EUR", today, on: today, book, proposed, rates: [] }).proposed?.total.amount).toBe(4560n);
});

test("a rule for some goods gets a basket of those goods", () => {
  expect(exampleBaskets(as(row), FR)).toHaveLength(4);
  const own = exampleBaskets(as({ ...row, scope: { hsPrefixes: ["!4203", "4202"], origins: ["JP"] } }), FR).at(-1);
  expect(own).toMatchObject({ key: "in-scope", shipFrom: "JP", items: [{ hs: "420200", origin: "JP" }] });
});

test("a row that is written down and read again is the same row", () => {
  expect(as(rowOf(as(row)))).toEqual(as(row));
  expect(ruleFaults(rowOf(as(row)))).toEqual([]);
});

test("a formula without its figure, a kind with a strange formula and a tax of a hundred per cent inside itself do not read", () => {
  expect(ruleFaults({ ...row, parameters: { of: ["goods"] } })).toEqual(["parameters.percent"]);
  expect(ruleFaults({ ...row, kind: "relief" })).toEqual(["formula"]);
  expect(ruleFaults({ ...row, formula: "inside-itself", parameters: { percent: "100", of: ["goods"] } })).toEqual(["parameters.percent"]);
  expect(ruleFaults({ ...row, parameters: [] })).toEqual(["parameters"]);
});
