import type { Words } from "@/i18n/translator";
import { wordsFor } from "@/i18n/translator";
import { tablesWith } from "@/modules/catalog/size-chart";
import type { ListingPage } from "@/modules/listing/queries";
import { convertSize, groupOf, sizeTables } from "@/modules/sizing/size";
import { isFamily, type SizeTable } from "@/modules/sizing/size-table";
import { formatNumber } from "@/ui/format/words";

/** A colour of ours as a swatch: about the colour its pictures have. */
export const swatches: Readonly<Record<string, string>> = {
  black: "#22252a", white: "#fdfdfb", red: "#c9302c", navy: "#1f3358", green: "#3c7a4b", pink: "#eea2b4", sand: "#d9c3a0", blue: "#3b78c2", brown: "#7a5236",
  grey: "#9aa0a6", yellow: "#f0c33c", purple: "#7c5aa6",
};

/** A colour's name; a merchant's own word that we have no name for stays as it is. */
export const colourName = (colour: string, words: Words): string => wordsOr(words, `catalog.colours.${colour}`, colour);
export const materialName = (material: string, words: Words): string => wordsOr(words, `catalog.materials.${material}`, material);

const wordsOr = (words: Words, key: string, own: string): string => (words.has(key as never) ? wordsFor(words, key) : own);

const units: Record<string, string> = { g: "gram", kg: "kilogram", ml: "milliliter", L: "liter", l: "liter", cm: "centimeter" };

/** A pack as the storefront writes it: "250 g" is 250 г in Russian, "6 pcs" is 6 peças in Portuguese. What is not a plain amount stays as it is. */
export const packLabel = (capacity: string, words: Words, language: string, market: string): string => {
  const [, amount, unit = ""] = /^(\d+(?:\.\d+)?) ?(g|kg|ml|L|l|cm|pcs)$/.exec(capacity) ?? [];
  if (amount === undefined) return capacity;
  return unit === "pcs" ? words("product.pieces", { count: Number(amount) }) : formatNumber(Number(amount), language, market, { style: "unit", unit: units[unit] ?? "gram", unitDisplay: "short" });
};

/** The tables that decide what the labels of a listing mean: its brand's own chart first. */
export const tablesOf = ({ product: { sizeFamily }, chart, brand }: Pick<ListingPage, "product" | "chart" | "brand">): readonly SizeTable[] =>
  sizeFamily && isFamily(sizeFamily) ? tablesWith(sizeFamily, chart, brand.name) : sizeTables;

/** The shopper's own label for a merchant's size, or null where no table leads there. A label that the brand's own chart forgets means what it means elsewhere. */
export const ownSize = (family: string | null, system: string | null, label: string, sizeSystems: Readonly<Record<string, string>>, tables: readonly SizeTable[] = sizeTables) => {
  if (!family || !system || !isFamily(family)) return null;
  const to = sizeSystems[groupOf[family]];
  if (to === undefined) return null;
  const asked = { family, system, label, to };
  const found = convertSize({ ...asked, tables });
  const known = !found.ok && found.refusal.code === "sizing.no-such-label" ? convertSize(asked) : found;
  return known.ok ? { ...known.value, system: to } : null;
};

/** A weight in the market's units: 1.2 kg, 2.6 lb. */
export const weightLabel = (grams: number, unitSystem: string, language: string, market: string): string => {
  const [value, unit] = unitSystem === "us" ? (grams < 454 ? [grams / 28.3495, "ounce"] : [grams / 453.592, "pound"]) : grams < 1000 ? [grams, "gram"] : [grams / 1000, "kilogram"];
  return formatNumber(value, language, market, { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: unit === "gram" ? 0 : 1 });
};

/** A range of millimetres in the market's units: 88–92 cm, 34.6–36.2 in; of one number just that. */
export const rangeLabel = ([min, max]: readonly [number, number], unitSystem: string, language: string, market: string): string => {
  const isInch = unitSystem === "us";
  const value = (mm: number) => (isInch ? mm / 25.4 : mm / 10);
  const low = formatNumber(value(min), language, market, { maximumFractionDigits: 1 });
  const high = formatNumber(value(max), language, market, { style: "unit", unit: isInch ? "inch" : "centimeter", unitDisplay: "short", maximumFractionDigits: 1 });
  return min === max ? high : `${low}–${high}`;
};
