import { ok, refuse, type Result } from "@/kernel/result";
import { isPlausible, readLength, showMeasure, type LengthUnit } from "@/modules/shopper/measure";
import { keysOf, pivotOf, sizeTables } from "@/modules/sizing/size";
import type { Family, Measure, Range, SizeTable } from "@/modules/sizing/size-table";

/** What is measured on a garment that lies flat, or inside a shoe; never the same as the body's measure of that name. */
export const garmentMeasures = ["chest", "waist", "hip", "shoulder", "sleeve", "length", "inseam", "insole"] as const;
export type GarmentMeasure = (typeof garmentMeasures)[number];

/** A label of a brand with the bodies it is made for, what the garment itself measures, or both; millimetres. A body measure of one number is [n, n]. */
export type ChartLine = { readonly label: string; readonly body: Readonly<Partial<Record<Measure, Range>>>; readonly garment: Readonly<Partial<Record<GarmentMeasure, number>>> };
/** A brand's own chart of one family, its labels ascending in the system that its goods are labelled in. */
export type BrandChart = { readonly system: string; readonly rows: readonly ChartLine[] };

type Columns = { readonly body: readonly Measure[]; readonly garment: readonly GarmentMeasure[] };
const dress: Columns = { body: ["bust", "waist", "hip", "height"], garment: ["chest", "waist", "hip", "shoulder", "sleeve", "length"] };
const legs: Columns = { body: ["waist", "hip", "height"], garment: ["waist", "hip", "inseam", "length"] };
const shoe: Columns = { body: ["foot"], garment: ["insole"] };

/** What a chart of a family may say: the measures that decide its labels first. */
export const chartColumns: Readonly<Record<Family, Columns>> = {
  "women-clothing": dress, "women-trousers": legs, bras: { body: ["underbust", "bust"], garment: [] },
  "men-tops": { body: ["chest", "waist", "height"], garment: ["chest", "shoulder", "sleeve", "length"] }, "men-trousers": legs,
  "kids-clothes": { body: ["height", "chest", "waist"], garment: ["chest", "sleeve", "length", "inseam"] },
  "women-shoes": shoe, "men-shoes": shoe, "kids-shoes": shoe,
  rings: { body: ["finger"], garment: [] }, hats: { body: ["head"], garment: [] }, gloves: { body: ["hand"], garment: ["length"] },
};

/** More labels than any brand prints; a bra has a band and a cup. */
export const mostLines = 60;

export type TypedLine = { readonly label: string; readonly body: Readonly<Record<string, string>>; readonly garment: Readonly<Record<string, string>> };
export type ChartFault = "no-lines" | "no-measures" | "no-label" | "same-label" | "not-a-measure" | "no-such-size" | "missing" | "not-rising" | "gap";
export type ChartInvalid = { readonly code: "catalog.chart-invalid"; readonly fields: Readonly<Record<string, ChartFault>> };

// From a baby's sleeve to a floor-length coat; narrower than that is a slip of the unit.
const garmentBounds: Range = [30, 2000];
// Charts print 82–85 and 86–89: a gap of one whole unit between two labels is how ranges are written, a wider one leaves bodies without a size.
const writtenGap: Readonly<Record<LengthUnit, number>> = { cm: 10, in: 26 };
// Steps of one chart differ (4 cm, then 6 cm), but one that is three times the smallest has lost a label.
const lostLabel = 3;

const readRange = (typed: string, unit: LengthUnit): Range | null => {
  const parts = typed.split(/[-–—~〜]/).map((part) => readLength(part, unit));
  const [min, max = min] = parts;
  return parts.length > 2 || typeof min !== "number" || typeof max !== "number" || min > max ? null : [min, max];
};

/**
 * A brand's chart as typed, read into millimetres, or every fault by its field ("rows.2.body.bust").
 *
 * Each label stands once; a measure that one line has, all have; the lines rise: the measures that decide the label always, the others never fall;
 * between two labels no body is left out; and every number is one that a body, or a garment, can have. A chart names bodies by the measures that decide
 * its family's labels, or garments, or both: without any it says nothing. Bras rise by band and cup together and are not compared line by line.
 */
export const checkChart = (family: Family, lines: readonly TypedLine[], unit: LengthUnit): Result<ChartLine[], ChartInvalid> => {
  const fields: Record<string, ChartFault> = {};
  const blame = (at: string, fault: ChartFault) => void (fields[at] ??= fault);
  if (lines.length === 0) blame("form", "no-lines");
  const { body: bodyColumns, garment: garmentColumns } = chartColumns[family];
  const labels = new Set<string>();
  const rows = lines.map((line, at): ChartLine => {
    const label = line.label.trim();
    if (label === "") blame(`rows.${at}.label`, "no-label");
    else if (labels.has(label.toUpperCase())) blame(`rows.${at}.label`, "same-label");
    labels.add(label.toUpperCase());
    const body: Partial<Record<Measure, Range>> = {};
    for (const measure of bodyColumns) {
      const typed = line.body[measure]?.trim() ?? "";
      if (typed === "") continue;
      const range = readRange(typed, unit);
      if (range === null) blame(`rows.${at}.body.${measure}`, "not-a-measure");
      else if (!range.every((mm) => isPlausible(measure, mm))) blame(`rows.${at}.body.${measure}`, "no-such-size");
      else body[measure] = range;
    }
    const garment: Partial<Record<GarmentMeasure, number>> = {};
    for (const measure of garmentColumns) {
      const typed = line.garment[measure]?.trim() ?? "";
      if (typed === "") continue;
      const mm = readLength(typed, unit);
      if (mm === null) blame(`rows.${at}.garment.${measure}`, "not-a-measure");
      else if (mm < garmentBounds[0] || mm > garmentBounds[1]) blame(`rows.${at}.garment.${measure}`, "no-such-size");
      else garment[measure] = mm;
    }
    return { label, body, garment };
  });
  // What could not be read is neither missing nor falling.
  if (Object.values(fields).every((fault) => fault !== "not-a-measure" && fault !== "no-such-size")) {
    const said = { body: bodyColumns.filter((measure) => rows.some((row) => row.body[measure])), garment: garmentColumns.filter((measure) => rows.some((row) => row.garment[measure])) };
    if (rows.length > 0 && said.body.length + said.garment.length === 0) blame("form", "no-measures");
    const wanted = { body: said.body.length > 0 ? [...new Set([...keysOf(family), ...said.body])] : [], garment: said.garment };
    rows.forEach((row, at) => {
      for (const measure of wanted.body) if (!row.body[measure]) blame(`rows.${at}.body.${measure}`, "missing");
      for (const measure of wanted.garment) if (row.garment[measure] === undefined) blame(`rows.${at}.garment.${measure}`, "missing");
    });
    if (keysOf(family).length === 1) compareLines(family, rows, said, unit, blame);
  }
  return Object.keys(fields).length > 0 ? refuse({ code: "catalog.chart-invalid", fields }) : ok(rows);
};

const compareLines = (family: Family, rows: readonly ChartLine[], said: Columns, unit: LengthUnit, blame: (at: string, fault: ChartFault) => void): void => {
  const pivot = pivotOf[family];
  const middles = rows.flatMap((row) => (row.body[pivot] ? [(row.body[pivot][0] + row.body[pivot][1]) / 2] : []));
  const smallest = Math.min(...middles.slice(1).map((value, at) => value - (middles[at] ?? 0)).filter((step) => step > 0));
  rows.forEach((row, at) => {
    const before = rows[at - 1];
    if (!before) return;
    for (const measure of said.body) {
      const [now, then] = [row.body[measure], before.body[measure]];
      if (!now || !then) continue;
      const field = `rows.${at}.body.${measure}`;
      const isFalling = now[0] < then[0] || now[1] < then[1];
      if (isFalling || (measure === pivot && (now[0] === then[0] || now[1] === then[1]))) blame(field, "not-rising");
      else if (measure === pivot && now[0] < now[1] && then[0] < then[1] && now[0] - then[1] > writtenGap[unit]) blame(field, "gap");
      else if (measure === pivot && now[0] === now[1] && then[0] === then[1] && now[0] - then[0] >= lostLabel * smallest) blame(field, "gap");
    }
    for (const measure of said.garment) if ((row.garment[measure] ?? 0) < (before.garment[measure] ?? 0)) blame(`rows.${at}.garment.${measure}`, "not-rising");
  });
};

/** The lines of a chart as the editor shows them, in the unit: what was typed comes back as it was typed. */
export const typedLines = (rows: readonly ChartLine[], unit: LengthUnit): TypedLine[] =>
  rows.map(({ label, body, garment }) => ({
    label,
    body: Object.fromEntries(Object.entries(body).map(([measure, [min, max]]) => [measure, min === max ? showMeasure(min, unit) : `${showMeasure(min, unit)}-${showMeasure(max, unit)}`])),
    garment: Object.fromEntries(Object.entries(garment).map(([measure, mm]) => [measure, showMeasure(mm, unit)])),
  }));

/**
 * A brand's chart as a table that conversion and advice go by, or null when it measures garments only: what lies flat says nothing sure about a body,
 * because nobody tells how loose it is meant to be. Single numbers reach half-way to their neighbours, and gaps between ranges close in the middle.
 */
export const chartTable = (family: Family, { system, rows }: BrandChart, brandName: string): SizeTable | null => {
  const pivot = pivotOf[family];
  const spans = rows.map((row) => row.body[pivot]);
  if (rows.length === 0 || spans.some((span) => span === undefined)) return null;
  const edges = (spans as Range[]).map(([min, max], at, all): Range => {
    const [before, after] = [all[at - 1], all[at + 1]];
    const isPoint = min === max;
    // The outermost single numbers reach as far outwards as inwards, and a chart of one number a fortieth of it: a size of a foot or of a chest.
    const half = isPoint ? ((after && after[0] - max) ?? (before && min - before[1]) ?? min / 20) / 2 : 0;
    return [before && (isPoint || min > before[1]) ? (before[1] + min) / 2 : min - half, after && (isPoint || after[0] > max) ? (max + after[0]) / 2 : max + half];
  });
  const wide = ([min, max]: Range): Range => (min === max ? [min - 20, max + 20] : [min, max]);
  return {
    family, system, source: brandName, confidence: "high",
    sizes: rows.map((row, at) => ({
      label: row.label,
      body: {
        ...Object.fromEntries(Object.entries(row.body).map(([measure, range]) => [measure, wide(range)])),
        ...(keysOf(family).length === 1 ? { [pivot]: (edges[at] ?? [0, 1]).map(Math.round) as [number, number] } : {}),
      },
    })),
  };
};

/** The tables that hold for the goods of a brand: its own chart before all others. */
export const tablesWith = (family: Family, chart: BrandChart | null, brandName: string): readonly SizeTable[] => {
  const own = chart && chartTable(family, chart, brandName);
  return own ? [own, ...sizeTables] : sizeTables;
};
