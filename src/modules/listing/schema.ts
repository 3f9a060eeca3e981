import { z } from "zod";
import { languages } from "@/i18n/languages";
import { currencies } from "@/kernel/currency";
import { isIdOf, type Id, type Noun } from "@/kernel/id";
import { flags, mostPictures } from "@/modules/catalog/product";
import { families } from "@/modules/sizing/size-table";

const idOf = <N extends Noun>(noun: N) => z.string().max(40).refine((text): text is Id<N> => isIdOf(noun, text));
const word = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
const short = (most: number) => z.string().trim().max(most);
const version = z.int().min(1).max(2_147_483_647);
const listing = { listingId: idOf("listing"), version };

const facts = {
  categoryId: z.string().regex(/^[a-z]{2}(-\d{1,4}){0,10}$/),
  hs: z.string().regex(/^(\d{6})?$/),
  origin: z.string().regex(/^([A-Z]{2})?$/),
  materials: z.array(word).max(8),
  sizeFamily: z.enum(families).nullable(),
  flags: z.array(z.enum(flags)).max(flags.length),
  weightGrams: z.int().min(0).max(70_000),
  lengthMm: z.int().min(0).max(5_000),
  widthMm: z.int().min(0).max(5_000),
  heightMm: z.int().min(0).max(5_000),
};

export const draftListingSchema = z.strictObject({ brandId: idOf("brand"), ...facts });
export const changeFactsSchema = z.strictObject({ ...listing, ...facts });

export const writeWordsSchema = z.strictObject({
  ...listing,
  words: z.array(z.strictObject({ language: z.enum(languages), title: short(150), description: z.string().max(8_000), keywords: z.array(short(60)).max(20) }))
    .max(languages.length).refine((rows) => new Set(rows.map((row) => row.language)).size === rows.length),
});

/** More than this and a page of a thing would be a catalogue. */
export const mostOffers = 200;

export const changeOffersSchema = z.strictObject({
  ...listing,
  currency: z.enum(currencies),
  offers: z.array(z.strictObject({
    offerId: idOf("offer").nullable(),
    colour: word.nullable(),
    sizeSystem: z.string().regex(/^[A-Za-z_]{2,12}$/).nullable(),
    sizeLabel: short(20).min(1).nullable(),
    capacity: short(30).min(1).nullable(),
    sku: short(60),
    price: z.string().max(30),
    weightGrams: z.int().min(0).max(70_000),
    isActive: z.boolean(),
    stock: z.array(z.strictObject({ locationId: idOf("location"), count: z.int().min(0).max(1_000_000), was: z.int().min(0).max(1_000_000) })).max(20),
  })).max(mostOffers),
});

export const chooseMarketsSchema = z.strictObject({
  ...listing,
  marketPolicy: z.enum(["all", "only", "except"]),
  markets: z.array(z.string().regex(/^[A-Z]{2}$/)).max(60),
});

export const seenListingSchema = z.strictObject(listing);
export const addPictureSchema = z.strictObject({ listingId: idOf("listing"), file: z.instanceof(Blob) });
export const arrangePicturesSchema = z.strictObject({
  ...listing,
  pictures: z.array(z.strictObject({ id: idOf("picture"), colour: word.nullable() })).max(mostPictures),
});

export type DraftListingInput = z.output<typeof draftListingSchema>;
export type ChangeFacts = z.output<typeof changeFactsSchema>;
export type WriteWords = z.output<typeof writeWordsSchema>;
export type ChangeOffers = z.output<typeof changeOffersSchema>;
export type ChooseMarkets = z.output<typeof chooseMarketsSchema>;
export type SeenListing = z.output<typeof seenListingSchema>;
export type AddPicture = z.output<typeof addPictureSchema>;
export type ArrangePictures = z.output<typeof arrangePicturesSchema>;
