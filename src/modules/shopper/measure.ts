import { ok, refuse, type Result } from "@/kernel/result";
import { measures, type Measure } from "@/modules/sizing/size-table";

export type LengthUnit = "cm" | "in";
export type BadMeasure = { readonly code: "shopper.bad-measure"; readonly measure: Measure };

/** The unit a market measures bodies in. Britain prints both and sews in centimetres. */
export const lengthUnit = (unitSystem: "metric" | "us" | "uk"): LengthUnit => (unitSystem === "us" ? "in" : "cm");

/** What a body can be, from a baby to the tallest grown-up, in millimetres: outside of it a number is a slip of the finger or of the unit. */
const bounds: Readonly<Record<Measure, readonly [least: number, most: number]>> = {
  bust: [400, 1800], underbust: [350, 1700], chest: [400, 1800], waist: [350, 1800], hip: [400, 2000], height: [450, 2300], foot: [80, 360], finger: [35, 90], head: [350, 700], hand: [120, 320],
};

/** A tape's inch is 25.4 mm; both units are read to a tenth. */
const tenthsToMm: Readonly<Record<LengthUnit, (tenths: number) => number>> = { cm: (tenths) => tenths, in: (tenths) => Math.round(tenths * 2.54) };

/** A length as somebody typed it, in whole millimetres, or null where it is no number: "92.1", "92,1" and "９２．１" cm are 921 mm; "36.3" in is 922 mm. */
export const readLength = (typed: string, unit: LengthUnit): number | null => {
  const match = /^(\d{1,3})(?:\.(\d)(\d)?)?$/.exec(typed.normalize("NFKC").trim().replace(",", ".").replace("٫", "."));
  return match ? tenthsToMm[unit](Number(match[1]) * 10 + Number(match[2] ?? 0) + (Number(match[3] ?? 0) >= 5 ? 1 : 0)) : null;
};

/** Whether anybody has such a measure. */
export const isPlausible = (measure: Measure, mm: number): boolean => mm >= bounds[measure][0] && mm <= bounds[measure][1];

/**
 * A body measure as somebody typed it, in whole millimetres; empty means that it is taken away (null).
 * Refused: what is no number, and what no body has.
 */
export const readMeasure = (measure: Measure, typed: string, unit: LengthUnit): Result<number | null, BadMeasure> => {
  if (typed.normalize("NFKC").trim() === "") return ok(null);
  const mm = readLength(typed, unit);
  return mm === null || !isPlausible(measure, mm) ? refuse({ code: "shopper.bad-measure", measure }) : ok(mm);
};

/** Millimetres as the tape shows them, to a tenth: what was typed comes back as it was typed. */
export const showMeasure = (mm: number, unit: LengthUnit): string => {
  const tenths = unit === "cm" ? mm : Math.round(mm / 2.54);
  return tenths % 10 === 0 ? String(tenths / 10) : (tenths / 10).toFixed(1);
};

export type BodyMeasures = Readonly<Partial<Record<Measure, number>>>;
export const isMeasure = (text: string): text is Measure => (measures as readonly string[]).includes(text);
