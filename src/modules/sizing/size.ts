import { ok, refuse, type Result } from "@/kernel/result";
import { braTables } from "./bra-tables";
import { clothingTables } from "./clothing-tables";
import { shoeTables } from "./shoe-tables";
import type { Confidence } from "./size-source";
import { smallTables } from "./small-tables";
import type { Family, Measure, Range, Size, SizeTable } from "./size-table";

/** Every table of the house, ours; a brand's own chart is passed beside them and wins. */
export const sizeTables: readonly SizeTable[] = [...clothingTables, ...braTables, ...shoeTables, ...smallTables];

/** The measure that a family's labels go by before all others. */
export const pivotOf: Readonly<Record<Family, Measure>> = {
  "women-clothing": "bust", "women-trousers": "waist", bras: "underbust", "men-tops": "chest", "men-trousers": "waist", "women-shoes": "foot", "men-shoes": "foot",
  "kids-clothes": "height", "kids-shoes": "foot", rings: "finger", hats: "head", gloves: "hand",
};

/** The measures by which a family's labels are told apart: conversion goes through them and nothing else. A bra is its band and its cup. */
export const keysOf = (family: Family): readonly Measure[] => (family === "bras" ? ["underbust", "bust"] : [pivotOf[family]]);

/** Which of a market's size systems speaks about a family: the key of its `sizeSystems`. */
export const groupOf: Readonly<Record<Family, string>> = {
  "women-clothing": "clothing", "women-trousers": "clothing", bras: "clothing", "men-tops": "clothing", "men-trousers": "clothing", "women-shoes": "shoes", "men-shoes": "shoes",
  "kids-clothes": "kids", "kids-shoes": "kids", rings: "rings", hats: "hats", gloves: "gloves",
};

/** Systems without a table of their own use another's labels: Spain prints French numbers on women's clothes and the European ones on men's. */
const sameAs: Partial<Record<Family, Readonly<Record<string, string>>>> = {
  "women-clothing": { EU: "DE", ES: "FR", MX: "US", CA: "US" },
  "women-trousers": { EU: "DE", ES: "FR", MX: "US", CA: "US" },
  bras: { DE: "EU", RU: "EU", ES: "FR", CA: "US" },
  "men-tops": { DE: "EU", ES: "EU", FR: "EU", IT: "EU", UK: "US", AU: "INT", CA: "US" },
  "men-trousers": { EU: "DE", ES: "FR", AU: "US", CA: "US" },
  "kids-shoes": { FR: "EU" }, "kids-clothes": { AU: "EU" },
  rings: { EU: "ISO", CN: "ISO", KR: "JP" },
};

export type SizeRefusal =
  | { readonly code: "sizing.no-such-system"; readonly system: string }
  | { readonly code: "sizing.no-such-label"; readonly label: string }
  | { readonly code: "sizing.no-measure"; readonly measure: Measure }
  | { readonly code: "sizing.out-of-table"; readonly measure: Measure; readonly range: Range };

export type Conversion = {
  readonly label: string;
  /** Other labels of the target whose bodies overlap those of the asked one, ascending. */
  readonly alternates: readonly string[];
  /** The bodies that the asked label is made for, in millimetres. */
  readonly body: Size["body"];
  readonly source: string;
  readonly confidence: Confidence;
};

/** The table that holds for a family in a size system, through the systems that borrow another's labels; null where there is none. */
export const tableOf = (family: Family, system: string, tables: readonly SizeTable[] = sizeTables): SizeTable | null => {
  const name = (candidate: string) => tables.find((table) => table.family === family && table.system === candidate);
  return name(system) ?? name(sameAs[family]?.[system] ?? "") ?? null;
};

/**
 * What a label of one size system is in another: label → the bodies it is made for → the nearest label there. Never label to label.
 *
 * Nearest by the middle of the measures that tell the family's labels apart (bust, chest, waist, foot, height, finger, head, hand; of a bra underbust and bust);
 * of two equally near the smaller.
 * A body beyond the other system's last label by more than one step is refused, not squeezed in. The confidence is the weaker of both tables'.
 * US women 8 (bust 92.1 cm) is DE 40 and CN 170/92A.
 */
export const convertSize = ({ family, system, label, to, tables = sizeTables }: {
  readonly family: Family; readonly system: string; readonly label: string; readonly to: string; readonly tables?: readonly SizeTable[];
}): Result<Conversion, SizeRefusal> => {
  const own = tableOf(family, system, tables);
  if (own === null) return refuse({ code: "sizing.no-such-system", system });
  const other = tableOf(family, to, tables);
  if (other === null) return refuse({ code: "sizing.no-such-system", system: to });
  const size = own.sizes.find((candidate) => folded(candidate.label) === folded(label));
  if (size === undefined) return refuse({ code: "sizing.no-such-label", label });
  const keys = keysOf(family);
  const body: Partial<Record<Measure, number>> = {};
  for (const key of keys) {
    const range = size.body[key];
    if (range === undefined) return refuse({ code: "sizing.no-measure", measure: key });
    body[key] = middle(range);
  }
  const sound = { body: size.body, source: own === other ? own.source : `${own.source}; ${other.source}`, confidence: weaker(own.confidence, other.confidence) };
  if (own === other) return ok({ label: size.label, alternates: [], ...sound });
  const [best] = ranked(other, body);
  const beyond = best === undefined ? keys[0] : keys.find((key) => stepsTo(best.size, key, body) > farthest);
  if (best === undefined || beyond !== undefined) return refuse({ code: "sizing.out-of-table", measure: beyond ?? pivotOf[family], range: reach(other, beyond ?? pivotOf[family]) });
  const overlaps = (candidate: Size) => keys.every((key) => {
    const [theirs, ours] = [candidate.body[key], size.body[key]];
    return theirs !== undefined && ours !== undefined && Math.min(theirs[1], ours[1]) - Math.max(theirs[0], ours[0]) > (ours[1] - ours[0]) / 4;
  });
  return ok({ label: best.size.label, alternates: other.sizes.filter((candidate) => candidate !== best.size && overlaps(candidate)).map((candidate) => candidate.label), ...sound });
};

/** One row a label of the chosen system, with what it is in every other system; null where the other has nothing near. */
export type ChartRow = { readonly label: string; readonly body: Size["body"]; readonly labels: Readonly<Record<string, string | null>> };
export type Chart = { readonly family: Family; readonly systems: readonly string[]; readonly rows: readonly ChartRow[]; readonly confidence: Readonly<Record<string, Confidence>> };

/** The conversion chart of a family as a product page prints it: the rows are the labels of `system` (the first table's unless told) that are `asked` for, the columns all systems. */
export const chart = (family: Family, system?: string, tables: readonly SizeTable[] = sizeTables, asked: (label: string) => boolean = () => true): Chart => {
  const columns = tables.filter((table) => table.family === family);
  const lead = (system === undefined ? null : tableOf(family, system, tables)) ?? columns[0];
  const rows = (lead?.sizes ?? []).filter(({ label }) => asked(label)).map((size): ChartRow => ({
    label: size.label, body: size.body,
    labels: Object.fromEntries(columns.map((column) => {
      const found = convertSize({ family, system: lead?.system ?? "", label: size.label, to: column.system, tables });
      return [column.system, found.ok ? found.value.label : null];
    })),
  }));
  return { family, systems: columns.map((column) => column.system), rows, confidence: Object.fromEntries(columns.map((column) => [column.system, column.confidence])) };
};

export type Recommendation = {
  readonly label: string;
  /** The neighbour that is nearly as near, when the body lies between two: [smaller, larger]. */
  readonly between: readonly [string, string] | null;
  readonly body: Size["body"];
  readonly source: string;
  readonly confidence: Confidence;
};

/**
 * Which label fits a body, by the nearest of all measures that the table and the shopper both have (millimetres); the pivot counts twice.
 *
 * Without the pivot measure nothing is recommended; more than a step and a half outside the table is refused. `between` names two labels when the second
 * is less than a third of a step further than the first: the shop then says what to do between two sizes.
 */
export const recommend = ({ family, system, body, tables = sizeTables }: {
  readonly family: Family; readonly system: string; readonly body: Readonly<Partial<Record<Measure, number>>>; readonly tables?: readonly SizeTable[];
}): Result<Recommendation, SizeRefusal> => {
  const table = tableOf(family, system, tables);
  if (table === null) return refuse({ code: "sizing.no-such-system", system });
  const keys = keysOf(family);
  const missing = keys.find((key) => body[key] === undefined);
  if (missing !== undefined) return refuse({ code: "sizing.no-measure", measure: missing });
  const [best, second] = ranked(table, body);
  const [nearest] = ranked(table, Object.fromEntries(keys.map((key) => [key, body[key] ?? 0])));
  const beyond = nearest === undefined ? keys[0] : keys.find((key) => stepsTo(nearest.size, key, body) > farthest);
  if (best === undefined || beyond !== undefined) return refuse({ code: "sizing.out-of-table", measure: beyond ?? pivotOf[family], range: reach(table, beyond ?? pivotOf[family]) });
  const isBetween = second !== undefined && second.steps - best.steps < 1 / 3 && Math.abs(second.at - best.at) === 1;
  const pair = isBetween ? [best, second].sort((a, b) => a.at - b.at) : [];
  const [smaller, larger] = pair;
  return ok({
    label: best.size.label, between: smaller && larger ? [smaller.size.label, larger.size.label] : null, body: best.size.body, source: table.source, confidence: table.confidence,
  });
};

/** A body this many steps from the middle of the last label is outside the table. */
const farthest = 1.5;

/** How far a body's measure is from the middle of a size's range, in widths of that range; nothing where either has none. */
const stepsTo = (size: Size, measure: Measure, body: Readonly<Partial<Record<Measure, number>>>): number => {
  const [range, value] = [size.body[measure], body[measure]];
  return range === undefined || value === undefined ? 0 : Math.abs(value - middle(range)) / (range[1] - range[0]);
};

type Ranked = { readonly size: Size; readonly at: number; readonly steps: number };

/** A table's sizes, nearest first: the distance of each measure to the middle of the size's range, in widths of that range. */
const ranked = (table: SizeTable, body: Readonly<Partial<Record<Measure, number>>>): Ranked[] => {
  const pivot = pivotOf[table.family];
  return table.sizes.flatMap((size, at): Ranked[] => {
    let steps = 0;
    let weights = 0;
    for (const measure of Object.keys(body) as Measure[]) {
      if (size.body[measure] === undefined) continue;
      const weight = measure === pivot ? 2 : 1;
      steps += weight * stepsTo(size, measure, body);
      weights += weight;
    }
    return size.body[pivot] === undefined || weights === 0 ? [] : [{ size, at, steps: steps / weights }];
  }).sort((a, b) => a.steps - b.steps || a.at - b.at);
};

const middle = ([min, max]: Range): number => (min + max) / 2;
const reach = (table: SizeTable, measure: Measure): Range => {
  const ranges = table.sizes.flatMap((size) => size.body[measure] ?? []);
  return [Math.min(...ranges), Math.max(...ranges)];
};
const rank: Record<Confidence, number> = { low: 0, medium: 1, high: 2 };
const weaker = (a: Confidence, b: Confidence): Confidence => (rank[a] <= rank[b] ? a : b);
const folded = (label: string): string => label.trim().toUpperCase().replace(",", ".");
