import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { measures } from "@/modules/sizing/size-table";
import { lengthUnit, readMeasure, showMeasure } from "./measure";

const mm = (typed: string, unit: "cm" | "in" = "cm") => {
  const read = readMeasure("bust", typed, unit);
  return read.ok ? read.value : read.refusal.code;
};

describe("body measures", () => {
  it("are kept in whole millimetres, whatever comma and digits were typed", () => {
    for (const typed of ["92.1", "92,1", "９２．１", " 92.1 "]) expect(mm(typed)).toBe(921);
    expect(mm("36.3", "in")).toBe(922);
    expect(mm("92.15")).toBe(922);
    expect(mm("")).toBeNull();
  });
  it("are refused when they are no number or no body's", () => {
    for (const typed of ["abc", "-92", "9.2e1", "92.1.1", "NaN", "Infinity", "5", "999", "1e3", "92 cm", "1000", "92.155"]) expect(mm(typed), typed).toBe("shopper.bad-measure");
    // A bust of 36 typed in centimetres was meant in inches.
    expect(mm("36", "cm")).toBe("shopper.bad-measure");
  });
  it("come back as they were typed", () => {
    fc.assert(fc.property(fc.constantFrom(...measures), fc.constantFrom("cm" as const, "in" as const), fc.integer({ min: 1, max: 2400 }), (measure, unit, tenths) => {
      const typed = tenths % 10 === 0 ? String(tenths / 10) : (tenths / 10).toFixed(1);
      const read = readMeasure(measure, typed, unit);
      fc.pre(read.ok && read.value !== null);
      if (read.ok && read.value !== null) expect(showMeasure(read.value, unit)).toBe(typed);
    }));
  });
  it("are asked in inches in the United States and in centimetres elsewhere", () => {
    expect([lengthUnit("us"), lengthUnit("metric"), lengthUnit("uk")]).toEqual(["in", "cm", "cm"]);
  });
});
