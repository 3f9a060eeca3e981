import { exponentOf, type Currency } from "@/kernel/currency";
import { money, type Money } from "@/kernel/money";

export const sorts = ["popular", "price-up", "price-down", "new"] as const;
export type Sort = (typeof sorts)[number];

/** Where the goods come from on the way to this shopper: a bonded warehouse in the country, or straight from abroad. */
export type DeliveryKind = "bonded-here" | "direct";

/** What a shopper wants to see of a shelf or of what a question found. Empty lists ask nothing. Prices are the market's money, both ends inclusive. */
export type ShelfFilter = {
  readonly sort: Sort;
  readonly brands: readonly string[];
  readonly origins: readonly string[];
  readonly priceMin: Money | null;
  readonly priceMax: Money | null;
  /** "family:system:label" in the market's own system, or as the merchant labelled it where nothing converts. */
  readonly sizes: readonly string[];
  readonly colours: readonly string[];
  readonly delivery: DeliveryKind | null;
  readonly cursor: Cursor | null;
};

/** The last thing seen: its values in the sort order, ending with its number, which no two listings share. */
export type Cursor = readonly bigint[];

export const everything: ShelfFilter = { sort: "popular", brands: [], origins: [], priceMin: null, priceMax: null, sizes: [], colours: [], delivery: null, cursor: null };

export type Facet = "brand" | "origin" | "size" | "colour" | "delivery";

/** Query values as a page receives them. */
export type QueryValues = Readonly<Record<string, string | readonly string[] | undefined>>;

const listOf = (value: QueryValues[string], isLawful: (text: string) => boolean): string[] =>
  [...new Set((value === undefined ? [] : typeof value === "string" ? [value] : value).filter(isLawful))].slice(0, 20);
const firstOf = (value: QueryValues[string]): string => (typeof value === "string" ? value : (value?.[0] ?? ""));

/** Money as people type it into a box: "129,90", "1.299", "129.9". The last mark with at most as many digits behind it as the currency has is the decimal one. */
export const readPrice = (text: string, currency: Currency): Money | null => {
  const plain = text.trim().replace(/[\s\u00A0\u202F'’]/g, "");
  if (!/^\d{1,13}(?:[.,]\d{1,3})*$/.test(plain) || plain.length > 18) return null;
  const digits = exponentOf(currency);
  const mark = /[.,](\d+)$/.exec(plain);
  const fraction = mark?.[1] && digits > 0 && mark[1].length <= Math.min(digits, 2) ? mark[1] : "";
  const whole = (fraction ? plain.slice(0, -fraction.length - 1) : plain).replace(/[.,]/g, "");
  return money(BigInt(whole + fraction.padEnd(digits, "0")), currency);
};

/** A filter out of the values of an address. What is not lawful asks nothing: an old or mistyped address still shows a shelf. */
export const readFilter = (values: QueryValues, currency: Currency): ShelfFilter => {
  const sort = firstOf(values["sort"]);
  const delivery = firstOf(values["delivery"]);
  return {
    sort: (sorts as readonly string[]).includes(sort) ? (sort as Sort) : "popular",
    brands: listOf(values["brand"], (text) => /^[\p{L}\p{N}-]{1,80}$/u.test(text)),
    origins: listOf(values["origin"], (text) => /^[A-Z]{2}$/.test(text)),
    priceMin: readPrice(firstOf(values["min"]), currency),
    priceMax: readPrice(firstOf(values["max"]), currency),
    sizes: listOf(values["size"], (text) => /^[a-z-]{1,30}:[A-Za-z_-]{1,10}:[\p{L}\p{N}.,/+ -]{1,20}$/u.test(text)),
    colours: listOf(values["colour"], (text) => /^[a-z-]{1,30}$/.test(text)),
    delivery: delivery === "bonded-here" || delivery === "direct" ? delivery : null,
    cursor: readCursor(firstOf(values["after"])),
  };
};

const priceText = ({ amount, currency }: Money): string => {
  const digits = exponentOf(currency);
  const padded = amount.toString().padStart(digits + 1, "0");
  return digits ? `${padded.slice(0, -digits)}.${padded.slice(-digits).slice(0, 2)}` : padded;
};

/** The values of an address that mean this filter, in one order, so that one filter has one address. */
export const filterValues = (filter: ShelfFilter): [name: string, value: string][] => [
  ...(filter.sort === "popular" ? [] : [["sort", filter.sort] as [string, string]]),
  ...[...filter.brands].sort().map((value): [string, string] => ["brand", value]),
  ...[...filter.origins].sort().map((value): [string, string] => ["origin", value]),
  ...[...filter.colours].sort().map((value): [string, string] => ["colour", value]),
  ...[...filter.sizes].sort().map((value): [string, string] => ["size", value]),
  ...(filter.priceMin ? [["min", priceText(filter.priceMin)] as [string, string]] : []),
  ...(filter.priceMax ? [["max", priceText(filter.priceMax)] as [string, string]] : []),
  ...(filter.delivery ? [["delivery", filter.delivery] as [string, string]] : []),
  ...(filter.cursor ? [["after", writeCursor(filter.cursor)] as [string, string]] : []),
];

/** How many things are asked: what a phone shows on the button of its filter sheet. */
export const countAsked = (filter: ShelfFilter): number =>
  filter.brands.length + filter.origins.length + filter.colours.length + filter.sizes.length + (filter.priceMin || filter.priceMax ? 1 : 0) + (filter.delivery ? 1 : 0);

export const writeCursor = (cursor: Cursor): string => cursor.map((part) => part.toString(36)).join("~");

export const readCursor = (text: string): Cursor | null => {
  const parts = text.split("~");
  if (parts.length < 2 || parts.length > 3 || parts.some((part) => !/^-?[0-9a-z]{1,13}$/.test(part))) return null;
  const values = parts.map((part) => {
    const value = [...part.replace("-", "")].reduce((sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, 36)), 0n);
    return part.startsWith("-") ? -value : value;
  });
  return values.some((value) => value > 9_223_372_036_854_775_807n || value < -9_223_372_036_854_775_807n) ? null : values;
};
