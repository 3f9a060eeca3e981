import { convertSize, groupOf, sizeTables, tableOf } from "@/modules/sizing/size";
import { isFamily, type Family } from "@/modules/sizing/size-table";

/** A size as shelves hold and addresses name it: "women-shoes:EU:38". */
export type SizeKey = string;
export type LocalSize = { readonly value: SizeKey; readonly system: string; readonly label: string };
export type LocalSizes = { readonly family: string; readonly sizes: readonly LocalSize[] };
type Systems = Readonly<Record<string, string>>;

const partsOf = (key: SizeKey): readonly [family: string, system: string, label: string] => {
  const [family = "", system = "", ...label] = key.split(":");
  return [family, system, label.join(":")];
};

/** The labels of a market's own system that a merchant's label may be: the nearest and those whose bodies overlap it. Empty where nothing is near. */
const localLabels = (family: Family, system: string, label: string, to: string): readonly string[] => {
  const converted = convertSize({ family, system, label, to });
  return converted.ok ? [converted.value.label, ...converted.value.alternates] : [];
};

/**
 * The sizes on a shelf in the words of the market: what merchants label EU 38 or US 8 stands under the shopper's own numbers, in their order.
 * A label that no table knows stays as its merchant wrote it, after the others.
 */
export const localSizes = (keys: readonly SizeKey[], systems: Systems): LocalSizes[] => {
  const families = new Map<string, Map<SizeKey, LocalSize & { readonly place: number }>>();
  for (const key of keys) {
    const [family, system, label] = partsOf(key);
    const known = families.get(family) ?? new Map<SizeKey, LocalSize & { readonly place: number }>();
    families.set(family, known);
    const to = isFamily(family) ? (systems[groupOf[family]] ?? "INT") : "";
    const labels = isFamily(family) ? localLabels(family, system, label, to) : [];
    for (const local of labels) {
      const place = isFamily(family) ? (tableOf(family, to)?.sizes.findIndex((size) => size.label === local) ?? 0) : 0;
      known.set(`${family}:${to}:${local}`, { value: `${family}:${to}:${local}`, system: to, label: local, place });
    }
    if (labels.length === 0) known.set(key, { value: key, system, label, place: 1000 });
  }
  return [...families].map(([family, sizes]) => ({
    family, sizes: [...sizes.values()].sort((a, b) => a.place - b.place || (a.value < b.value ? -1 : 1)).map(({ value, system, label }) => ({ value, system, label })),
  }));
};

const borrowed = ["EU", "ES", "DE", "FR", "IT", "UK", "US", "AU", "MX", "CA", "CN", "KR", "INT"];

/** Every merchant's label that a size of the market may mean, itself included: what to look for on the shelf. BR 36 among women's shoes finds EU 38, too. */
export const merchantSizes = (key: SizeKey): SizeKey[] => {
  const [family, to, wanted] = partsOf(key);
  if (!isFamily(family)) return [key];
  const systems = new Set([...sizeTables.filter((table) => table.family === family).map((table) => table.system), ...borrowed]);
  const found = new Set([key]);
  for (const system of systems) {
    for (const { label } of tableOf(family, system)?.sizes ?? []) if (localLabels(family, system, label, to).includes(wanted)) found.add(`${family}:${system}:${label}`);
  }
  return [...found];
};
