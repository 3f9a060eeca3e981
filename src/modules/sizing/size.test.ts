import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { familyOfGarment, garments } from "./garment";
import { chart, convertSize, groupOf, keysOf, pivotOf, recommend, sizeTables, tableOf } from "./size";
import { families, fromPoints, type Family, type SizeTable } from "./size-table";

const label = (family: Family, system: string, from: string, to: string) => {
  const found = convertSize({ family, system, label: from, to });
  return found.ok ? found.value.label : found.refusal.code;
};

/** Every table but those of bras, where a larger band may have a smaller bust. */
const ordered = sizeTables.filter((table) => keysOf(table.family).length === 1);

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
  it("of a bra goes by underbust and bust: JP B75 is KR 75B, and UK 34B is made for the bodies between EU 75B and 75C", () => {
    expect(label("bras", "JP", "B75", "KR")).toBe("75B");
    expect(label("bras", "EU", "75B", "FR")).toBe("90B");
    expect(convertSize({ family: "bras", system: "UK", label: "34B", to: "EU" })).toMatchObject({ value: { label: "75C", alternates: ["75B"], confidence: "medium" } });
  });
  it("of trousers goes by the waist: a woman's W28 (71 cm) is US 8 and CN 165/72A", () => {
    expect([label("women-trousers", "INCH", "28", "US"), label("women-trousers", "INCH", "28", "CN"), label("women-trousers", "INCH", "28", "EU")]).toEqual(["8", "165/72A", "38"]);
    expect(label("women-trousers", "INCH", "28", "UK")).toBe("sizing.no-such-system");
  });
  it("of itself is itself, and a bigger body never gets a smaller label", () => {
    fc.assert(fc.property(fc.constantFrom(...ordered), fc.constantFrom(...ordered), (table, other) => {
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
        const before = ranges[i - 1];
        // A band stays the same from cup to cup, and the cups of a band rise as labels do elsewhere.
        const isSameBand = table.family === "bras" && before?.[0] === min;
        if (before && !isSameBand) expect(min, name).toBe(before[1]);
        if (isSameBand) expect(table.sizes[i]?.body.bust?.[0], name).toBe(table.sizes[i - 1]?.body.bust?.[1]);
      });
      expect(table.source.length, name).toBeGreaterThan(10);
    }
  });
  // No source was found for these: a label there is refused, never guessed.
  const unknown: Partial<Record<Family, readonly string[]>> = { "women-trousers": ["BR", "UK", "INT", "KR", "AU"], bras: ["BR", "INT", "AU"] };
  it("speak the systems of every seeded market for every family that a source was found for", () => {
    const markets = JSON.parse(readFileSync(new URL("../../../prisma/seed/data/markets.json", import.meta.url), "utf8")) as { code: string; sizeSystems: Record<string, string> }[];
    for (const market of markets) {
      for (const family of families) {
        const system = market.sizeSystems[groupOf[family]] ?? "";
        expect(tableOf(family, system) === null, `${market.code} ${family} ${system}`).toBe(unknown[family]?.includes(system) ?? false);
      }
    }
  });
  it("hold the labels of everything that people call a garment", () => {
    for (const garment of garments) expect(sizeTables.some((table) => table.family === familyOfGarment[garment]), garment).toBe(true);
    expect(new Set(Object.values(familyOfGarment))).toEqual(new Set(families));
  });
  it("make a chart with a row for each label and a column for each system", () => {
    const shoes = chart("women-shoes", "BR");
    expect(shoes.rows.map((row) => row.labels.BR)).toEqual(shoes.rows.map((row) => row.label));
    expect(shoes.systems).toContain("JP");
    expect(Object.keys(chart("women-clothing").rows[0]?.labels ?? {})).toHaveLength(13);
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
        const body = Object.fromEntries(keysOf(table.family).map((key) => [key, ((size.body[key]?.[0] ?? 0) + (size.body[key]?.[1] ?? 0)) / 2]));
        expect(recommend({ family: table.family, system: table.system, body }), `${table.family} ${table.system} ${size.label}`)
          .toMatchObject({ value: { label: size.label } });
      }
    }
  });
});
