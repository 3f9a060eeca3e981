import type { Words } from "@/i18n/translator";
import type { OpenStorefront } from "@/modules/market/queries";
import type { ListingPicture } from "@/modules/listing/queries";
import { systemName } from "@/modules/sizing/size-table";
import type { ProductOffer, ProductPage } from "../product-queries";
import type { Axis, ChoiceOffer, ChoiceWords } from "./product-choice";
import { colourName, ownSize, packLabel, swatches, tablesOf } from "./variant-words";

/** The size's place among the axes: nobody chooses it for the shopper. */
export const sizeAxis = 1;

const optionsOf = <V>(values: readonly V[]): V[] => [...new Set(values)].filter((value) => value !== null);

/**
 * The choices of a page in the storefront's words: colour, size (the shopper's own system first, the merchant's label beside it), pack.
 * An axis with a single option and no name to tell is left out.
 */
export const axesOf = ({ listing, offers }: ProductPage, storefront: OpenStorefront, words: Words): { readonly axes: readonly (Axis | null)[]; readonly placeOf: (offer: ProductOffer) => number[] } => {
  const { language, market, profile } = storefront;
  const colours = optionsOf(offers.map((offer) => offer.colour));
  const sizes = optionsOf(offers.map((offer) => offer.sizeLabel && `${offer.sizeSystem ?? ""}\n${offer.sizeLabel}`));
  const packs = optionsOf(offers.map((offer) => offer.capacity));
  const pictureOf = (colour: string | null) => listing.pictures.findIndex((picture: ListingPicture) => picture.colour === colour);
  const tables = tablesOf(listing);
  const sizeOptions = sizes.map((key) => {
    const [system = "", label = ""] = (key ?? "").split("\n");
    const own = ownSize(listing.product.sizeFamily, system, label, profile.sizeSystems, tables);
    return { own, label: own?.label ?? label, merchants: `${systemName(system)} ${label}`.trim(), system };
  });
  const ownSystem = sizeOptions.every(({ own }) => own !== null) ? sizeOptions[0]?.own?.system : sizeOptions[0]?.system;
  const isConverted = sizeOptions.some(({ own, system }) => own !== null && own.system !== system);
  const named = ownSystem ? systemName(ownSystem) : "";
  const isMixed = sizeOptions.some(({ own }) => own !== null) && sizeOptions.some(({ own }) => own === null);
  const axes: (Axis | null)[] = [
    colours.length === 0 ? null : {
      title: words("product.colour"),
      options: colours.map((colour) => {
        const [swatch, picture] = [swatches[colour ?? ""], pictureOf(colour)];
        return { label: colourName(colour ?? "", words), ...(swatch ? { swatch } : {}), ...(picture >= 0 ? { picture } : {}) };
      }),
    },
    sizes.length === 0 ? null : {
      title: named && !isMixed ? words("product.sizeIn", { system: named }) : words("product.size"),
      // Where some have no size of the shopper's, all keep the merchant's: two systems in one row are read as one.
      options: sizeOptions.map(({ label, merchants }) => (isMixed || !isConverted ? { label: isMixed ? merchants : label } : { label, note: merchants })),
    },
    packs.length === 0 ? null : { title: words("product.capacity"), options: packs.map((pack) => ({ label: packLabel(pack ?? "", words, language, market) })) },
  ];
  return {
    axes,
    placeOf: (offer) => [colours.indexOf(offer.colour), sizes.indexOf(offer.sizeLabel && `${offer.sizeSystem ?? ""}\n${offer.sizeLabel}`), packs.indexOf(offer.capacity)],
  };
};

/** Offers and their distinct prices, as small as the browser needs them. */
export const choicesOf = (page: ProductPage, placeOf: (offer: ProductOffer) => number[]) => {
  const prices = new Map<string, { readonly at: number; readonly shelf: ProductOffer["shelf"] }>();
  const offers = page.offers.map((offer): ChoiceOffer => {
    const key = `${offer.price?.amount} ${offer.shelf?.reduction?.lowestBefore.amount}`;
    const known = prices.get(key) ?? { at: prices.size, shelf: offer.shelf };
    prices.set(key, known);
    return { id: offer.id, at: placeOf(offer), price: known.at, door: offer.door, left: Math.min(offer.left, 99), isBuyable: page.doors[offer.door]?.ok ?? false };
  });
  return { offers, prices: [...prices.values()].map(({ shelf }) => shelf) };
};

const fewPieces = 5;

export const choiceWords = (words: Words): ChoiceWords => ({
  quantity: words("product.quantity"), less: words("product.less"), more: words("product.more"), add: words("product.addToCart"), adding: words("product.adding"),
  added: words("product.added"), toCart: words("product.toCart"), choose: [words("product.colour"), words("product.chooseSize"), words("product.capacity")],
  notInStock: words("product.notInStock"), notBuyable: words("product.notBuyable"),
  last: Array.from({ length: fewPieces }, (_, left) => words("product.lastPieces", { count: left + 1 })),
  refused: {
    notEnough: words("product.addRefused.not-enough"), soldOut: words("product.addRefused.sold-out"), full: words("product.addRefused.full"),
    tooMany: words("product.addRefused.too-many"), notHere: words("product.addRefused.not-here"), failed: words("product.addRefused.failed"),
  },
});
