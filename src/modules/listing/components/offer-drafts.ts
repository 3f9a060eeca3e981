import { tableOf, sizeTables } from "@/modules/sizing/size";
import { isFamily } from "@/modules/sizing/size-table";
import type { EditedOffer } from "../own-queries";
import { priceText } from "../typed-price";
import type { OfferDraft } from "./offers-form";

/** The offers of a listing as the editor's rows: every place of the merchant has its count, also where nothing lies. */
export const offerDrafts = (offers: readonly EditedOffer[], locations: readonly { readonly id: string }[]): OfferDraft[] =>
  offers.map(({ id, price, weightGrams, stock, ...offer }) => ({
    ...offer, key: id, offerId: id, price: priceText(price), weight: String(weightGrams || ""),
    stock: locations.map((place) => {
      const lies = stock.find(({ locationId }) => locationId === place.id);
      return { locationId: place.id, count: String(lies?.onHand ?? 0), was: lies?.onHand ?? 0, reserved: lies?.reserved ?? 0 };
    }),
  }));

/** The labels of every size system that a family of garments has a table for. */
export const sizeSystemsOf = (family: string | null): Record<string, string[]> => {
  if (family === null || !isFamily(family)) return {};
  const systems = [...new Set(sizeTables.filter((table) => table.family === family).map((table) => table.system))];
  return Object.fromEntries(systems.map((system) => [system, tableOf(family, system)?.sizes.map(({ label }) => label) ?? []]));
};
