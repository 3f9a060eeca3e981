import { describe, expect, test } from "vitest";
import { money } from "@/kernel/money";
import { plainDate } from "@/kernel/time";
import { receiptTotals, type ReceiptPart } from "./receipt";
import { reckoningOf } from "./reckoning";
import type { TradeRule } from "./rule";

const eur = (amount: number) => money(amount, "EUR");
const charge = (name: string, amount: number, due: "checkout" | "arrival"): ReceiptPart["charges"][number] => ({
  kind: "tax", name, amount: eur(amount), due, base: null,
  rule: { id: "rul_x", text: "", source: "", effectiveFrom: plainDate("2026-07-01"), effectiveTo: null, confidence: "high" },
});
const parcel = (part: Partial<ReceiptPart> = {}): ReceiptPart => ({ title: "Atelier", goods: eur(3000), delivery: eur(800), tariff: null, charges: [], unknown: [], ...part });

describe("the sums under a receipt", () => {
  test("what is due at the door is never in what is paid at checkout", () => {
    const totals = receiptTotals([parcel({ charges: [charge("duty", 300, "checkout"), charge("vat", 820, "checkout"), charge("fee", 200, "arrival")] })]);
    expect(totals).toEqual({ goods: eur(3000), now: eur(4920), onArrival: eur(200), landed: eur(5120), isWhole: true });
  });

  test("parcels add up, and one unknown charge makes the whole sum a known part", () => {
    const totals = receiptTotals([parcel({ charges: [charge("vat", 100, "checkout")] }), parcel({ unknown: ["duty"] })]);
    expect(totals).toEqual({ goods: eur(6000), now: eur(7700), onArrival: eur(0), landed: eur(7700), isWhole: false });
  });
});

describe("how a row reckons, in words", () => {
  const row = (formula: object): TradeRule => ({ currency: "EUR", ...formula }) as unknown as TradeRule;

  test("three euros for each customs code are said as that", () => {
    expect(reckoningOf(row({ formula: "flat-per-hs6", parameters: { amount: "3.00" } }), { amount: 300n })).toEqual({ kind: "flat-per-hs6", each: eur(300) });
  });

  test("a share names its percentage, one with something taken off names that too, and a cap is said to be one", () => {
    expect(reckoningOf(row({ formula: "ad-valorem", parameters: { percent: "20", of: ["value"] } }), {})).toEqual({ kind: "share", percent: "20" });
    expect(reckoningOf(row({ formula: "ad-valorem", parameters: { percent: "60", of: ["value"], less: "20" } }), { less: 2000n })).toEqual({ kind: "share-less", percent: "60", less: eur(2000) });
    expect(reckoningOf(row({ formula: "ad-valorem", parameters: { percent: "15", of: ["value"], net: ["base"] } }), {})).toEqual({ kind: "share-capped", percent: "15" });
  });

  test("a relief reckons nothing", () => {
    expect(reckoningOf(row({ formula: "relieved", parameters: { covers: ["duty"] } }), {})).toBeNull();
  });
});
