import type { CountryCode } from "@/kernel/country";

/** Shelves of the home page; their words are the messages under `shelves`, or `discovery.shelves` for the plain ones. */
export type CuratedKey =
  | "loved-in-country" | "popular" | "bonded-warehouse" | "new"
  | "farm-to-door" | "desk-and-pocket-tech" | "everyday-linen" | "korean-beauty" | "modest-wear" | "small-pets";

export type Curated = {
  readonly key: CuratedKey;
  /** Where "see all" leads inside the storefront. */
  readonly path: string;
  readonly categoryId: string;
  readonly origin?: string;
  /** A question in PostgreSQL's notation, of stems as tokens.ts cuts them. */
  readonly words?: string;
  readonly rule?: "loved" | "bonded" | "new";
};

const shelves: readonly Curated[] = [
  { key: "loved-in-country", path: "/search", categoryId: "all", rule: "loved" },
  { key: "bonded-warehouse", path: "/search?delivery=bonded-here", categoryId: "all", rule: "bonded" },
  { key: "popular", path: "/search", categoryId: "all" },
  { key: "farm-to-door", path: "/c/food/fb", categoryId: "fb" },
  { key: "korean-beauty", path: "/c/beauty/hb/filter?origin=KR", categoryId: "hb", origin: "KR" },
  { key: "everyday-linen", path: "/search?q=linen", categoryId: "all", words: "'linen':A & '@en'" },
  { key: "modest-wear", path: "/search?q=hijab", categoryId: "aa", words: "('hijab':A | 'abay':A | 'tunic':A | 'headscarf':A) & '@en'" },
  { key: "desk-and-pocket-tech", path: "/c/electronics/el", categoryId: "el" },
  { key: "small-pets", path: "/c/pets/ap", categoryId: "ap" },
  { key: "new", path: "/search?sort=new", categoryId: "all", rule: "new" },
];

// What a market's own people look for first, as an operator would set it; the rest follows in the common order.
const firstIn: Readonly<Record<string, readonly CuratedKey[]>> = {
  CN: ["bonded-warehouse", "loved-in-country", "popular", "farm-to-door", "small-pets"],
  BR: ["loved-in-country", "popular", "korean-beauty", "desk-and-pocket-tech"],
  SA: ["loved-in-country", "popular", "modest-wear"],
  AE: ["loved-in-country", "popular", "modest-wear"],
  ID: ["loved-in-country", "modest-wear", "popular"],
};

/** The shelves of a market's home page in order. Nobody is sold the cosmetics of their own country as a find from abroad. */
export const curatedFor = (market: CountryCode): Curated[] => {
  const first = firstIn[market] ?? [];
  const rank = ({ key }: Curated): number => (first.includes(key) ? first.indexOf(key) : first.length + shelves.findIndex((shelf) => shelf.key === key));
  return shelves.filter((shelf) => shelf.origin !== market).sort((a, b) => rank(a) - rank(b));
};
