import { readdirSync } from "node:fs";
import { join } from "node:path";
import { readData } from "./bulk";

export type ByLanguage<V = string> = Readonly<Record<string, V>>;

export type Archetype = {
  readonly key: string; readonly category: string; readonly hs: string; readonly hsConfidence: string; readonly subject: string;
  readonly colours: readonly string[]; readonly materials: readonly string[]; readonly sizeFamily: string | null; readonly capacity: readonly string[];
  readonly weightGrams: number; readonly sizeMm: readonly [number, number, number]; readonly priceEur: readonly [number, number];
  readonly flags: readonly string[]; readonly origins: readonly string[];
  readonly names: ByLanguage; readonly descriptions: ByLanguage; readonly keywords: ByLanguage<readonly string[]>;
  readonly features: readonly { readonly key: string; readonly names: ByLanguage }[];
  /** The file it stands in: fashion, pantry, beauty, home, tech, toys or sport. */
  readonly group: string;
};

export type SeedMerchant = {
  readonly key: string; readonly country: string; readonly region: string | null; readonly city: string; readonly postcode: string;
  readonly legalName: string; readonly legalForm: string; readonly name: string; readonly brand: { readonly name: string; readonly slug: string };
  readonly groups: readonly string[]; readonly archetypeHints: readonly string[]; readonly currency: string; readonly languages: readonly string[];
  readonly kind: string; readonly since: string; readonly story: ByLanguage; readonly modelNames: readonly string[]; readonly timeZone: string;
  readonly contactEmail: string;
  readonly warehouses: readonly { readonly country: string; readonly city: string; readonly postcode: string | null; readonly kind: string }[];
};

export type Vocabulary = {
  readonly colours: Readonly<Record<string, ByLanguage>>;
  readonly materials: Readonly<Record<string, ByLanguage>>;
  readonly materialLine: ByLanguage;
  readonly madeIn: ByLanguage;
};

export const readArchetypes = (): Archetype[] =>
  readdirSync(join(import.meta.dirname, "catalogue", "archetypes")).sort().flatMap((file) =>
    readData<Omit<Archetype, "group">[]>("catalogue", "archetypes", file).map((archetype) => ({ ...archetype, group: file.split("-")[0] as string })),
  );

export const readMerchants = (): SeedMerchant[] => readData<SeedMerchant[]>("catalogue", "merchants.json");
export const readVocabulary = (): Vocabulary => readData<Vocabulary>("catalogue", "words.json");

// Words that say how goods are sold, not what they are: a tool maker with a "tool set" does not sell bowl sets.
const packaging = new Set(["set", "box", "gift", "kit", "pack", "case", "holder", "bag", "bags"]);

const stems = (text: string): string[] =>
  text.toLowerCase().split(/[^a-z]+/).filter((word) => word.length > 2 && !packaging.has(word)).map((word) => word.replace(/(es|s)$/, ""));

/** The archetypes that a merchant sells: those of its groups that its hints name, best match first. */
export const assortmentOf = (merchant: SeedMerchant, archetypes: readonly Archetype[]): Archetype[] => {
  const hints = merchant.archetypeHints.map(stems).filter((hint) => hint.length > 0);
  const score = (archetype: Archetype): number => {
    const have = new Set(stems(`${archetype.key} ${archetype.names["en"]} ${archetype.keywords["en"]?.join(" ")}`));
    return Math.max(...hints.map((hint) => hint.filter((word) => have.has(word)).length / hint.length), 0);
  };
  return archetypes
    .filter((archetype) => merchant.groups.includes(archetype.group))
    .map((archetype) => ({ archetype, score: score(archetype) }))
    .filter(({ score }) => score >= 0.5)
    .sort((a, b) => b.score - a.score)
    .map(({ archetype }) => archetype);
};
