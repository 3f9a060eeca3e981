import { systemName } from "@/modules/sizing/size-table";
import type { Words, WordKey } from "@/i18n/translator";
import type { OfferFacts } from "./offer-here";

/** A variant in a few words of a language: "Navy · EU 38 · 128 GB". A colour without a word of its own keeps its key. */
export const variantLabel = ({ colour, sizeSystem, sizeLabel, capacity }: OfferFacts["variant"], words: Words): string => {
  const key = `catalog.colours.${colour ?? ""}`;
  const colourWord = colour && (words.has(key as WordKey) ? words(key as WordKey) : colour);
  const size = sizeLabel && `${systemName(sizeSystem ?? "INT")} ${sizeLabel}`.trim();
  return [colourWord, size, capacity].filter(Boolean).join(" · ");
};
