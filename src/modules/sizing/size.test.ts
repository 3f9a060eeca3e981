import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chart, convertSize, groupOf, pivotOf, recommend, sizeTables, tableOf } from "./size";
import { families, fromPoints, type Family, type SizeTable } from "./size-table";

const label = (family: Family, system: string, from: string, to: string) => {
  const found = convertSize({ family, system, label: from, to });
  return found.ok ? found.value.label : found.refusal.code;
};

describe("a size in another system", () => {
  it("goes through the body: a US women's 8 (bust 92 cm) is DE 40, FR 42 and CN 170/92A", () => {
    expect([label("women-clothing", "US", "8", "DE"), label("women-clothing", "US", "8", "FR"), label("women-clothing", "US", "8", "CN")]).toEqual(["40", "42", "170/92A"]);
  });
  it("follows the formulae of ISO/TS 19407 for shoes: foot 240 mm is EU 38, and JP 24", () => {
    expect([label("women-shoes", "CN", "240", "EU"), label("women-shoes", "CN", "240", "JP"), label("men-shoes", "JP", "27", "KR")]).toEqual(["38", "24", "270"]);
  });
  it("keeps a baby's 2 and a schoolchild's 2 apart", () => {
    expect(label("kids-shoes", "US", "2C", "EU")).not.toBe(label("kids-shoes", "US", "2Y", "EU"));
  });
  it("reads labels as people write them", () => {
    expect(label("men-tops", "INT", " m ", "EU")).toBe("48");
    expect(label("women-shoes", "EU", "38,5", "JP")).toBe("24.5");
  });
  it("names the neighbours that overlap, the bodies, the source and the weaker confidence", () => {
    const found = convertSize({ family: "women-clothing", system: "INT", label: "M", to: "BR" });
    expect(found).toMatchObject({ ok: true, value: { label: "42", alternates: ["44"], body: { bust: [900, 980] }, confidence: "low" } });
  });
  it("refuses an unknown system or label, and a body that the other system has no label for", () => {
    expect(label("rings", "MARS", "1", "US")).toBe("sizing.no-such-system");
    expect(label("rings", "US", "99", "JP")).toBe("sizing.no-such-label");
    expect(label("women-clothing", "INT", "5XL", "KR")).toBe("sizing.out-of-table");
  });
  it("lets a brand's own chart win", () => {
    const brand: SizeTable = { family: "men-tops", system: "BRAND", sizes: fromPoints("chest", [["small", 92], ["big", 104]]), source: "the brand's chart", confidence: "high" };
    expect(convertSize({ family: "men-tops", system: "BRAND", label: "big", to: "EU", tables: [...sizeTables, brand] })).toMatchObject({ value: { label: "52" } });
  });
  it("of itself is itself, and a bigger body never gets a smaller label", () => {
    fc.assert(fc.property(fc.constantFrom(...sizeTables), fc.constantFrom(...sizeTables), (table, other) => {
      fc.pre(table.family === other.family);
      let last = -1;
      for (const size of table.sizes) {
        expect(label(table.family, table.system, size.label, table.system)).toBe(size.label);
        const there = other.sizes.findIndex((candidate) => candidate.label === label(table.family, table.system, size.label, other.system));
        if (there === -1) continue;
        expect(there).toBeGreaterThanOrEqual(last);
        last = there;
      }
    }), { numRuns: 300 });
  });
});

describe("the tables", () => {
  it("rise without holes, have different labels, and a source each", () => {
    for (const table of sizeTables) {
      const name = `${table.family} ${table.system}`;
      const ranges = table.sizes.map((size) => size.body[pivotOf[table.family]] ?? [0, 0]);
      expect(new Set(table.sizes.map((size) => size.label)).size, name).toBe(table.sizes.length);
      ranges.forEach(([min, max], i) => {
        expect(min, name).toBeLessThan(max);
        if (i > 0) expect(min, name).toBe(ranges[i - 1]?.[1]);
      });
      expect(table.source.length, name).toBeGreaterThan(10);
    }
  });
  it("speak the systems of every seeded market for every family", () => {
    const markets = JSON.parse(readFileSync(new URL("../../../prisma/seed/data/markets.json", import.meta.url), "utf8")) as { code: string; sizeSystems: Record<string, string> }[];
    for (const market of markets) {
      for (const family of families) {
        const system = market.sizeSystems[groupOf[family]] ?? "";
        expect(tableOf(family, system), `${market.code} ${family} ${system}`).not.toBeNull();
      }
    }
  });
  it("make a chart with a row for each label and a column for each system", () => {
    const shoes = chart("women-shoes", "BR");
    expect(shoes.rows.map((row) => row.labels.BR)).toEqual(shoes.rows.map((row) => row.label));
    expect(shoes.systems).toContain("JP");
    expect(Object.keys(chart("women-clothing").rows[0]?.labels ?? {})).toHaveLength(12);
  });
});

describe("which size fits a body", () => {
  it("is the label whose bodies are nearest", () => {
    expect(recommend({ family: "women-clothing", system: "DE", body: { bust: 880 } })).toMatchObject({ value: { label: "38", between: null, confidence: "high" } });
    expect(recommend({ family: "men-shoes", system: "EU", body: { foot: 270 } })).toMatchObject({ value: { label: "42.5" } });
  });
  it("is said to lie between two when it does", () => {
    expect(recommend({ family: "women-clothing", system: "DE", body: { bust: 899 } })).toMatchObject({ value: { between: ["38", "40"] } });
  });
  it("listens to the waist when the table has one", () => {
    const narrow = recommend({ family: "women-clothing", system: "RU", body: { bust: 940, waist: 740 } });
    const wide = recommend({ family: "women-clothing", system: "RU", body: { bust: 940, waist: 790 } });
    expect([narrow.ok && narrow.value.label, wide.ok && wide.value.label]).toEqual(["46", "48"]);
  });
  it("is not guessed without the measure that counts, nor far outside the table", () => {
    expect(recommend({ family: "rings", system: "US", body: { waist: 800 } })).toMatchObject({ refusal: { code: "sizing.no-measure", measure: "finger" } });
    expect(recommend({ family: "men-shoes", system: "EU", body: { foot: 400 } })).toMatchObject({ refusal: { code: "sizing.out-of-table", measure: "foot" } });
  });
  it("of the middle of any label is that label", () => {
    for (const table of sizeTables) {
      for (const size of table.sizes) {
        const [min, max] = size.body[pivotOf[table.family]] ?? [0, 0];
        expect(recommend({ family: table.family, system: table.system, body: { [pivotOf[table.family]]: (min + max) / 2 } }), `${table.family} ${table.system} ${size.label}`)
          .toMatchObject({ value: { label: size.label } });
      }
    }
  });
});
