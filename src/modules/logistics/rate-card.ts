import { isCurrency } from "@/kernel/currency";
import { isPlainDate } from "@/kernel/time";
import type { PostcodeArea } from "./coverage";
import type { CarrierService } from "./quote";
import { estimatedShares, type TransitShares } from "./transit";

/**
 * Reads the file of rate cards (prisma/seed/data/services.json) into services, one for each zone of a card.
 *
 * A card says once what all its zones share; a zone says where to (and, where it differs, where from, transit, customs, incoterm) and its bands
 * as pairs of grams and price in minor units. A card may name a list of postcode areas ("areas"), of which a zone keeps those of its destinations; a zone
 * that tells no shares of its transit days gets the estimated ones of its window, `onTime` of a thousand within it (900 unless told). Group names ("east-asia") stand for the countries that the file lists for them.
 * A card that does not read is thrown with its id.
 */
export const readRateCards = (file: unknown): CarrierService[] => {
  const { groups, areas, cards } = file as { groups: Record<string, string[]>; areas: Record<string, PostcodeArea[]>; cards: Card[] };
  const countries = (names: readonly string[]) => names.flatMap((name) => groups[name] ?? [name]);
  return cards.flatMap((card) => card.zones.map((zone): CarrierService => {
    const id = `svc_${card.id}_${zone.id}` as const;
    const both = { ...card, ...zone };
    const bands = both.bands.map(([maxGrams, price]) => ({ maxGrams, price: String(price) }));
    const ascending = bands.every((band, i) => i === 0 || band.maxGrams > (bands[i - 1]?.maxGrams ?? 0));
    const from = countries(both.from ?? []);
    const to = countries(both.to);
    if (!isCurrency(card.currency) || !isPlainDate(card.effectiveFrom) || !isPlainDate(card.checkedOn) || bands.length === 0 || !ascending
      || both.transitShares?.reduce((sum, [, share]) => sum + share, 0) !== (both.transitShares && 1000) || (card.areas !== undefined && areas[card.areas] === undefined)
      || [...from, ...to].some((country) => !/^[A-Z]{2}$/.test(country))) throw new TypeError(`rate card ${id} does not read`);
    return {
      id, carrier: card.carrier, name: card.name, transport: card.transport, mode: card.mode, speed: card.speed, fromCountries: from, toCountries: to,
      excludedFlags: card.excludedFlags, currency: card.currency, bands, maxGrams: Math.min(card.maxGrams, bands.at(-1)?.maxGrams ?? 0),
      maxLongestMm: card.maxLongestMm, maxGirthMm: card.maxGirthMm, volumetric: card.volumetric, surcharges: card.surcharges ?? [],
      coverage: (card.areas === undefined ? [] : (areas[card.areas] ?? [])).filter(({ country }) => to.length === 0 || to.includes(country)), insurance: card.insurance ?? null,
      transitMin: both.transit[0], transitMax: both.transit[1], transitShares: both.transitShares ?? estimatedShares(both.transit[0], both.transit[1], card.onTime ?? 900),
      hoursMin: both.hours?.[0] ?? null, hoursMax: both.hours?.[1] ?? null, customsMin: both.customs[0], customsMax: both.customs[1],
      incoterm: both.incoterm, tracked: card.tracked, effectiveFrom: card.effectiveFrom, effectiveTo: card.effectiveTo ?? null,
      source: card.source, checkedOn: card.checkedOn, confidence: card.confidence,
    };
  }));
};

type Where = { readonly from?: string[]; readonly transit: [number, number]; readonly customs: [number, number]; readonly incoterm: string; readonly transitShares?: TransitShares; readonly hours?: [number, number] };
type Card = Where & Partial<Pick<CarrierService, "surcharges" | "insurance">> & Pick<CarrierService, "carrier" | "name" | "transport" | "mode" | "speed" | "excludedFlags" | "maxGrams" | "maxLongestMm" | "maxGirthMm"
  | "volumetric" | "tracked" | "effectiveFrom" | "source" | "checkedOn" | "confidence"> & {
  readonly id: string;
  readonly currency: string;
  readonly areas?: string;
  readonly onTime?: number;
  readonly effectiveTo?: CarrierService["effectiveTo"];
  readonly zones: (Partial<Where> & { readonly id: string; readonly to: string[]; readonly bands: [grams: number, price: number][] })[];
};
