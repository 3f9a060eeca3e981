import type { Confidence } from "./size-source";

/** What is measured on a body, in millimetres. A foot is its length, a finger the inner circumference of its ring, a hand its circumference. */
export const measures = ["bust", "underbust", "chest", "waist", "hip", "height", "foot", "finger", "head", "hand"] as const;
export type Measure = (typeof measures)[number];

export const families = [
  "women-clothing", "women-trousers", "bras", "men-tops", "men-trousers", "women-shoes", "men-shoes", "kids-clothes", "kids-shoes", "rings", "hats", "gloves",
] as const;
export type Family = (typeof families)[number];
export const isFamily = (text: string): text is Family => (families as readonly string[]).includes(text);

/** Least and most of a measure, in millimetres. */
export type Range = readonly [min: number, max: number];

/** A label and the bodies it is made for. Every table of a family has the family's pivot measure. */
export type Size = { readonly label: string; readonly body: Readonly<Partial<Record<Measure, Range>>> };

/** The labels of one size system for one family of things, ascending, with where they come from and how sure they are. */
export type SizeTable = {
  readonly family: Family;
  readonly system: string;
  readonly sizes: readonly Size[];
  readonly source: string;
  readonly confidence: Confidence;
};

/** Labels printed for single measurements; each reaches half-way to its neighbours. Centimetres in, millimetres out. */
export const fromPoints = (measure: Measure, points: readonly (readonly [label: string, cm: number])[], more: Readonly<Record<string, Partial<Record<Measure, number>>>> = {}): Size[] =>
  points.map(([label, cm], i) => {
    const before = points[i - 1]?.[1] ?? cm - ((points[i + 1]?.[1] ?? cm + 4) - cm);
    const after = points[i + 1]?.[1] ?? cm + (cm - (points[i - 1]?.[1] ?? cm - 4));
    const others = Object.entries(more[label] ?? {}).map(([name, value]) => [name, [Math.round(value * 10) - 20, Math.round(value * 10) + 20]] as const);
    return { label, body: { [measure]: [Math.round((before + cm) * 5), Math.round((cm + after) * 5)], ...Object.fromEntries(others) } };
  });

/** Labels printed for ranges in centimetres. */
export const fromRanges = (rows: readonly (readonly [label: string, body: Partial<Record<Measure, Range>>])[]): Size[] =>
  rows.map(([label, body]) => ({
    label, body: Object.fromEntries(Object.entries(body).map(([name, [min, max]]) => [name, [Math.round(min * 10), Math.round(max * 10)]])),
  }));

/** A run of numbers: count(30, 54, 2) is 30, 32 … 54. */
export const count = (from: number, to: number, step: number): number[] => {
  const run: number[] = [];
  for (let i = 0; from + i * step <= to + step / 1000; i++) run.push(Math.round((from + i * step) * 1000) / 1000);
  return run;
};

/** A size system as people write it: CH_IT_ES is CH/IT/ES, inches of the waist are W; letters of the international scale need no name. */
export const systemName = (system: string): string => (system === "INT" ? "" : system === "INCH" ? "W" : system.replaceAll("_", "/"));
