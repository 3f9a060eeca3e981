import type { Id } from "@/kernel/id";
import { ok, refuse, type Result } from "@/kernel/result";
import type { Instant } from "@/kernel/time";

type Common = { readonly id: Id<"listing">; readonly number: number; readonly merchantId: Id<"merchant">; readonly productId: Id<"product">; readonly version: number };

/** Being written; nobody but its merchant sees it. One that has never been live may still change its money and its variants freely. */
export type DraftListing = Common & { readonly state: "draft"; readonly publishedAt: null };
/** On the shelves of its markets. */
export type LiveListing = Common & { readonly state: "live"; readonly publishedAt: Instant };
/** Taken off the shelves by its merchant; can be put back. */
export type WithdrawnListing = Common & { readonly state: "withdrawn"; readonly publishedAt: Instant };
export type Listing = DraftListing | LiveListing | WithdrawnListing;

/** What has to be there before shoppers may see a listing. */
export const needs = ["words", "picture", "category", "hs", "origin", "weight", "price", "stock"] as const;
export type Need = (typeof needs)[number];

/** What a listing has of it, counted. */
export type Completeness = {
  /** Languages with both a title and a description. */
  readonly wholeTexts: number;
  readonly pictures: number;
  readonly hasCategory: boolean;
  readonly hs: string;
  readonly origin: string;
  readonly weightGrams: number;
  readonly smallestSideMm: number;
  /** Active offers, those of them with a price, and those that lie in at least one of the merchant's places. */
  readonly offers: number;
  readonly pricedOffers: number;
  readonly placedOffers: number;
};

export type ListingIncomplete = { readonly code: "listing.incomplete"; readonly missing: readonly Need[] };
export type ListingNotFound = { readonly code: "listing.not-found" };
export type ListingStale = { readonly code: "listing.stale" };
export type ListingNotLive = { readonly code: "listing.not-live" };

/**
 * What is still missing before a listing can be published, in the order of the editor's steps; empty when nothing is.
 * Title and description in one language are enough (others are shown with a mark), every offer needs a price above zero and a place it is sent from
 * (an empty shelf is allowed: it reads "sold out"), and customs and carriers need code, origin, weight and size.
 */
export const missingOf = (facts: Completeness): Need[] => {
  const has: Record<Need, boolean> = {
    words: facts.wholeTexts > 0,
    picture: facts.pictures > 0,
    category: facts.hasCategory,
    hs: /^\d{6}$/.test(facts.hs),
    origin: /^[A-Z]{2}$/.test(facts.origin),
    weight: facts.weightGrams > 0 && facts.smallestSideMm > 0,
    price: facts.offers > 0 && facts.pricedOffers === facts.offers,
    stock: facts.offers > 0 && facts.placedOffers === facts.offers,
  };
  return needs.filter((need) => !has[need]);
};

/** Puts a draft or withdrawn listing on the shelves, or says everything that is missing. A live one stays as it is. */
export const publish = (listing: Listing, facts: Completeness, at: Instant): Result<LiveListing, ListingIncomplete> => {
  const missing = missingOf(facts);
  if (missing.length > 0) return refuse({ code: "listing.incomplete", missing });
  return ok({ ...listing, state: "live", publishedAt: listing.publishedAt ?? at });
};

/** Takes a live listing off the shelves. What was ordered stays ordered. */
export const withdraw = (listing: Listing): Result<WithdrawnListing, ListingNotLive> =>
  listing.state === "live" ? ok({ ...listing, state: "withdrawn" }) : refuse({ code: "listing.not-live" });
