import { isCurrency } from "@/kernel/currency";
import { isPlainDate } from "@/kernel/time";
import type { CarrierService } from "./quote";

/**
 * Reads the file of rate cards (prisma/seed/data/services.json) into services, one for each zone of a card.
 *
 * A card says once what all its zones share; a zone says where to (and, where it differs, where from, transit, customs, incoterm) and its bands
 * as pairs of grams and price in minor units. Group names ("east-asia") stand for the countries that the file lists for them.
 * A card that does not read is thrown with its id.
 */
export const readRateCards = (file: unknown): CarrierService[] => {
  const { groups, cards } = file as { groups: Record<string, string[]>; cards: Card[] };
  const countries = (names: readonly string[]) => names.flatMap((name) => groups[name] ?? [name]);
  return cards.flatMap((card) => card.zones.map((zone): CarrierService => {
    const id = `svc_${card.id}_${zone.id}` as const;
    const both = { ...card, ...zone };
    const bands = both.bands.map(([maxGrams, price]) => ({ maxGrams, price: String(price) }));
    const ascending = bands.every((band, i) => i === 0 || band.maxGrams > (bands[i - 1]?.maxGrams ?? 0));
    const from = countries(both.from ?? []);
    const to = countries(both.to);
    if (!isCurrency(card.currency) || !isPlainDate(card.effectiveFrom) || !isPlainDate(card.checkedOn) || bands.length === 0 || !ascending
      || [...from, ...to].some((country) => !/^[A-Z]{2}$/.test(country))) throw new TypeError(`rate card ${id} does not read`);
    return {
      id, carrier: card.carrier, name: card.name, transport: card.transport, speed: card.speed, fromCountries: from, toCountries: to,
      excludedFlags: card.excludedFlags, currency: card.currency, bands, maxGrams: Math.min(card.maxGrams, bands.at(-1)?.maxGrams ?? 0),
      maxLongestMm: card.maxLongestMm, maxGirthMm: card.maxGirthMm, volumetric: card.volumetric,
      transitMin: both.transit[0], transitMax: both.transit[1], customsMin: both.customs[0], customsMax: both.customs[1],
      incoterm: both.incoterm, tracked: card.tracked, effectiveFrom: card.effectiveFrom, effectiveTo: card.effectiveTo ?? null,
      source: card.source, checkedOn: card.checkedOn, confidence: card.confidence,
    };
  }));
};

type Where = { readonly from?: string[]; readonly transit: [number, number]; readonly customs: [number, number]; readonly incoterm: string };
type Card = Where & Pick<CarrierService, "carrier" | "name" | "transport" | "speed" | "excludedFlags" | "maxGrams" | "maxLongestMm" | "maxGirthMm"
  | "volumetric" | "tracked" | "effectiveFrom" | "source" | "checkedOn" | "confidence"> & {
  readonly id: string;
  readonly currency: string;
  readonly effectiveTo?: CarrierService["effectiveTo"];
  readonly zones: (Partial<Where> & { readonly id: string; readonly to: string[]; readonly bands: [grams: number, price: number][] })[];
};
