import { z } from "zod";
import { languages } from "@/i18n/languages";
import { currencies } from "@/kernel/currency";
import { isIdOf, type Id, type Noun } from "@/kernel/id";
import { isPlainDate } from "@/kernel/time";
import { flags, mostPictures } from "@/modules/catalog/product";
import { families } from "@/modules/sizing/size-table";
import { documentKinds, paperFaults } from "./paper";

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

const paper = { paperId: idOf("document") };
// Tab and line feed are the only control characters that a note needs.
const note = z.string().max(2000).transform((text) => text.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "").trim());

export const showPaperSchema = z.strictObject({
  listingId: idOf("listing"), kind: z.enum(documentKinds), validUntil: z.string().max(10).refine(isPlainDate), file: z.file().max(11 * 1024 * 1024, { error: "too-large" }),
});
export const takeBackPaperSchema = z.strictObject(paper);
export const approvePaperSchema = z.strictObject(paper);
export const declinePaperSchema = z.strictObject({ ...paper, reason: z.enum(paperFaults), note });

export type DraftListingInput = z.output<typeof draftListingSchema>;
export type ChangeFacts = z.output<typeof changeFactsSchema>;
export type WriteWords = z.output<typeof writeWordsSchema>;
export type ChangeOffers = z.output<typeof changeOffersSchema>;
export type ChooseMarkets = z.output<typeof chooseMarketsSchema>;
export type SeenListing = z.output<typeof seenListingSchema>;
export type AddPicture = z.output<typeof addPictureSchema>;
export type ArrangePictures = z.output<typeof arrangePicturesSchema>;
export type ShowPaper = z.output<typeof showPaperSchema>;
export type TakeBackPaper = z.output<typeof takeBackPaperSchema>;
export type ApprovePaper = z.output<typeof approvePaperSchema>;
export type DeclinePaper = z.output<typeof declinePaperSchema>;
