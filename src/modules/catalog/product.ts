import { slugOf } from "./slug";

/** What a thing is, whoever offers it. Empty words and zeros mean that the merchant has not said yet: only a draft may leave them so. */
export type ProductFacts = {
  readonly categoryId: string;
  /** Six digits of HS 2022, or empty. */
  readonly hs: string;
  /** Country of origin in the sense of customs, or empty. */
  readonly origin: string;
  readonly materials: readonly string[];
  readonly sizeFamily: string | null;
  readonly flags: readonly string[];
  readonly weightGrams: number;
  readonly lengthMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
};

export type ProductWords = { readonly language: string; readonly title: string; readonly description: string; readonly keywords: readonly string[] };
export type ProductText = ProductWords & { readonly slug: string };

/** How goods of a listing may differ from each other. */
export type VariantFacts = {
  readonly colour: string | null;
  readonly sizeSystem: string | null;
  readonly sizeLabel: string | null;
  readonly capacity: string | null;
  readonly weightGrams: number;
};

/** Words that transport and customs rules know goods by. */
export const flags = ["battery-installed", "battery-loose", "liquid", "cosmetics", "food", "perishable", "plant", "cites-risk", "fragile"] as const;
export const mostPictures = 12;

/** The words of a language as they are kept: tidied, with the address they give. A language whose words are all empty is none. */
export const textOf = ({ language, title, description, keywords }: ProductWords): ProductText | null => {
  const tidied = { title: tidy(title), description: description.normalize("NFC").replace(/\r\n?/g, "\n").trim() };
  if (tidied.title === "" && tidied.description === "") return null;
  return { language, ...tidied, keywords: [...new Set(keywords.map(tidy).filter((word) => word !== ""))], slug: slugOf(tidied.title) };
};

/** Whether a text can be shown in a shop: a title and a description. */
export const isWhole = ({ title, description }: Pick<ProductText, "title" | "description">): boolean => title !== "" && description !== "";

/** What two variants may not share. */
export const variantKey = ({ colour, sizeSystem, sizeLabel, capacity }: Omit<VariantFacts, "weightGrams">): string =>
  JSON.stringify([colour, sizeLabel === null ? null : sizeSystem, sizeLabel, capacity]);

const tidy = (text: string): string => text.normalize("NFC").replace(/\s+/g, " ").trim();
