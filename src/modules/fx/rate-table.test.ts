import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { currencies } from "@/kernel/currency";
import { compareRatios, decimal } from "@/kernel/ratio";
import { plainDate } from "@/kernel/time";
import { crossRate } from "./rate";
import { readRateTable } from "./rate-table";

const rates = readRateTable(JSON.parse(readFileSync(new URL("../../../prisma/seed/data/fx-rates.json", import.meta.url), "utf8")));

describe("the embedded table of rates", () => {
  it("has one rate for every currency that a central bank's figure was at hand for", () => {
    expect(currencies.filter((currency) => currency !== "EUR" && !rates.some((rate) => rate.quote === currency))).toEqual(["UGX"]);
    expect(new Set(rates.map((rate) => rate.id)).size).toBe(rates.length);
  });
  it("counts today and is refused after its last day", () => {
    expect(crossRate(rates, "USD", "BRL", plainDate("2026-11-23")).ok).toBe(true);
    expect(crossRate(rates, "USD", "BRL", plainDate("2028-01-01"))).toMatchObject({ refusal: { code: "fx.rate-too-old" } });
  });
  it("puts a dollar between five and six reais, and 100 yen near half a euro", () => {
    const dollar = crossRate(rates, "USD", "BRL", plainDate("2026-11-23"));
    expect(dollar.ok && compareRatios(dollar.value.rate, decimal("5")) === 1 && compareRatios(dollar.value.rate, decimal("6")) === -1).toBe(true);
    const yen = crossRate(rates, "JPY", "EUR", plainDate("2026-11-23"));
    expect(yen.ok && compareRatios(yen.value.rate, decimal("0.005")) === 1).toBe(true);
  });
  it("refuses to read a row without a source", () => {
    expect(() => readRateTable({ rates: [{ id: "fxr_x", base: "EUR", quote: "USD", rate: "1", source: "", confidence: "high", observedOn: "2026-01-01", validUntil: "2026-02-01" }] })).toThrow("fxr_x");
  });
});
