import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { convertSize, pivotOf, recommend, sizeTables } from "@/modules/sizing/size";
import { families } from "@/modules/sizing/size-table";
import { chartColumns, chartTable, checkChart, tablesWith, typedLines, type TypedLine } from "./size-chart";

const line = (label: string, body: Record<string, string>, garment: Record<string, string> = {}): TypedLine => ({ label, body, garment });
const faults = (...asked: Parameters<typeof checkChart>) => {
  const checked = checkChart(...asked);
  return checked.ok ? {} : checked.refusal.fields;
};
const read = (...asked: Parameters<typeof checkChart>) => {
  const checked = checkChart(...asked);
  if (!checked.ok) throw new Error(JSON.stringify(checked.refusal));
  return checked.value;
};
const shoes = [line("37", { foot: "23,2" }), line("38", { foot: "23.9" }), line("39", { foot: "24.5" })];

describe("a brand's own size chart", () => {
  it("is read in millimetres, ranges and single numbers, body and garment apart", () => {
    expect(read("women-clothing", [line("S", { bust: "82–86", waist: "64-68" }, { chest: "46,5" }), line("M", { bust: "86-90", waist: "68-72" }, { chest: "48.5" })], "cm")[0])
      .toEqual({ label: "S", body: { bust: [820, 860], waist: [640, 680] }, garment: { chest: 465 } });
    expect(read("men-trousers", [line("30", { waist: "30" }), line("31", { waist: "31" })], "in")[1]?.body.waist).toEqual([787, 787]);
  });
  it("comes back to its editor as it was typed", () => {
    const typed = [line("S", { bust: "82-86" }, { length: "101.5" }), line("M", { bust: "86-90.5" }, { length: "102" })];
    expect(typedLines(read("women-clothing", typed, "cm"), "cm")).toEqual(typed);
  });
  it("names each label once and says something", () => {
    expect(faults("women-shoes", [], "cm")).toEqual({ form: "no-lines" });
    expect(faults("women-shoes", [line("37", {}), line("38", {})], "cm")).toEqual({ form: "no-measures" });
    expect(faults("women-shoes", [line("m", { foot: "23" }), line(" M ", { foot: "24" }), line("", { foot: "25" })], "cm")).toEqual({ "rows.1.label": "same-label", "rows.2.label": "no-label" });
  });
  it("takes no word for a number, and no number that no body has", () => {
    expect(faults("women-shoes", [line("37", { foot: "twenty" }), line("38", { foot: "25-23" }), line("39", { foot: "92" })], "cm")).toEqual({
      "rows.0.body.foot": "not-a-measure", "rows.1.body.foot": "not-a-measure", "rows.2.body.foot": "no-such-size",
    });
    expect(faults("men-tops", [line("M", { chest: "98" }, { length: "7200" }), line("L", { chest: "104" }, { length: "210" })], "cm")).toEqual({ "rows.0.garment.length": "not-a-measure", "rows.1.garment.length": "no-such-size" });
  });
  it("has no holes: a measure that one size has, all have, and the one that decides is always there", () => {
    expect(faults("women-clothing", [line("S", { waist: "66" }), line("M", { bust: "88", waist: "70" })], "cm")).toEqual({ "rows.0.body.bust": "missing" });
    expect(faults("women-clothing", [line("S", { waist: "66" }), line("M", { waist: "70" })], "cm")).toEqual({ "rows.0.body.bust": "missing", "rows.1.body.bust": "missing" });
    expect(faults("women-clothing", [line("S", {}, { length: "100" }), line("M", {})], "cm")).toEqual({ "rows.1.garment.length": "missing" });
  });
  it("rises from size to size", () => {
    expect(faults("women-shoes", [line("37", { foot: "24" }), line("38", { foot: "24" })], "cm")).toEqual({ "rows.1.body.foot": "not-rising" });
    expect(faults("women-clothing", [line("S", { bust: "84", height: "168" }), line("M", { bust: "88", height: "168" }), line("L", { bust: "92", height: "160" })], "cm")).toEqual({ "rows.2.body.height": "not-rising" });
    expect(faults("women-clothing", [line("S", {}, { length: "100" }), line("M", {}, { length: "99" })], "cm")).toEqual({ "rows.1.garment.length": "not-rising" });
  });
  it("leaves no body out between two sizes, beyond what ranges in whole units do", () => {
    expect(faults("women-clothing", [line("S", { bust: "82-85" }), line("M", { bust: "86-89" })], "cm")).toEqual({});
    expect(faults("women-clothing", [line("S", { bust: "82-85" }), line("L", { bust: "90-93" })], "cm")).toEqual({ "rows.1.body.bust": "gap" });
    expect(faults("women-clothing", [line("S", { bust: "32-33" }), line("M", { bust: "34-35" })], "in")).toEqual({});
    expect(faults("women-shoes", [line("37", { foot: "23.5" }), line("38", { foot: "24.1" }), line("41", { foot: "26.1" })], "cm")).toEqual({ "rows.2.body.foot": "gap" });
  });
  it("has columns for every family, the measure that decides first", () => {
    for (const family of families) expect(chartColumns[family].body[0], family).toBe(pivotOf[family]);
  });
});

describe("the table of a brand's chart", () => {
  const chart = { system: "EU", rows: read("women-shoes", shoes, "cm") };
  it("wins over ours: a shoe that runs small is another size in Brazil", () => {
    const asked = { family: "women-shoes", system: "EU", label: "38", to: "BR" } as const;
    expect(convertSize(asked)).toMatchObject({ value: { label: "36", confidence: "high" } });
    const small = { system: "EU", rows: read("women-shoes", [line("37", { foot: "22.6" }), line("38", { foot: "23.2" }), line("39", { foot: "23.9" })], "cm") };
    expect(convertSize({ ...asked, tables: tablesWith("women-shoes", small, "Sal") })).toMatchObject({ value: { label: "35", source: expect.stringContaining("Sal") } });
  });
  it("lets single numbers reach half-way, and closes the gaps between ranges in the middle", () => {
    expect(chartTable("women-shoes", chart, "Sal")?.sizes.map(({ body }) => body.foot)).toEqual([[229, 236], [236, 242], [242, 248]]);
    const ranges = { system: "INT", rows: read("women-clothing", [line("S", { bust: "82-85" }), line("M", { bust: "86-89" })], "cm") };
    expect(chartTable("women-clothing", ranges, "Sal")?.sizes.map(({ body }) => body.bust)).toEqual([[820, 855], [855, 890]]);
  });
  it("says nothing about bodies when it measures the garment only", () => {
    const flat = { system: "INT", rows: read("women-clothing", [line("S", {}, { chest: "46" }), line("M", {}, { chest: "48" })], "cm") };
    expect(chartTable("women-clothing", flat, "Sal")).toBeNull();
    expect(tablesWith("women-clothing", flat, "Sal")).toBe(sizeTables);
  });
  it("finds each of its labels again by the middle of its bodies, and rises without holes", () => {
    fc.assert(fc.property(fc.integer({ min: 400, max: 700 }), fc.array(fc.integer({ min: 10, max: 29 }), { minLength: 1, maxLength: 12 }), (start, steps) => {
      const bodies = steps.reduce<number[]>((all, step) => [...all, (all.at(-1) ?? start) + step], [start]);
      const checked = checkChart("women-clothing", bodies.map((mm, at) => line(`L${at}`, { bust: String(mm / 10) })), "cm");
      if (!checked.ok) return;
      const table = chartTable("women-clothing", { system: "OWN", rows: checked.value }, "Sal");
      const ranges = table?.sizes.map((size) => size.body.bust ?? [0, 0]) ?? [];
      ranges.forEach(([min, max], at) => {
        expect(min).toBeLessThan(max);
        if (at > 0) expect(min).toBe(ranges[at - 1]?.[1]);
        const found = recommend({ family: "women-clothing", system: "OWN", body: { bust: (min + max) / 2 }, tables: table ? [table] : [] });
        expect(found).toMatchObject({ value: { label: `L${at}` } });
      });
    }));
  });
});
