import type { Family } from "./size-table";

/** What people call the things that have a size, and the family whose labels they bear: a dress has the labels of women's clothing, a skirt those of trousers. */
export const familyOfGarment = {
  "women-top": "women-clothing", "women-dress": "women-clothing", "women-trousers": "women-trousers", "women-skirt": "women-trousers", "women-shoes": "women-shoes", bra: "bras",
  "men-top": "men-tops", "men-trousers": "men-trousers", "men-shoes": "men-shoes", "kids-clothes": "kids-clothes", "kids-shoes": "kids-shoes", ring: "rings", hat: "hats", glove: "gloves",
} as const satisfies Readonly<Record<string, Family>>;
export type Garment = keyof typeof familyOfGarment;
export const garments = Object.keys(familyOfGarment) as readonly Garment[];
export const isGarment = (text: string): text is Garment => Object.hasOwn(familyOfGarment, text);
