import { cache } from "react";
import { countryCode, type CountryCode } from "@/kernel/country";
import type { Currency } from "@/kernel/currency";
import { isLanguage, type Language } from "@/i18n/languages";
import { remembered } from "@/platform/cache/remembered";
import { database } from "@/platform/db";
import { mayBrowse, type MarketProfile, type ShipTo } from "./market";
import { parseStorefront, type Storefront } from "./storefront";

const markets = remembered(async (): Promise<readonly MarketProfile[]> => {
  const rows = await database().market.findMany({ orderBy: { position: "asc" } });
  return rows.map((row) => ({
    ...row,
    code: countryCode(row.code),
    currency: row.currency as Currency,
    unitSystem: row.unitSystem as MarketProfile["unitSystem"],
    taxDisplay: row.taxDisplay as MarketProfile["taxDisplay"],
    state: row.state as MarketProfile["state"],
    sizeSystems: row.sizeSystems as MarketProfile["sizeSystems"],
    priceEndings: row.priceEndings as unknown as MarketProfile["priceEndings"],
    visitorPolicy: row.visitorPolicy as MarketProfile["visitorPolicy"],
    calendar: row.calendar as unknown as MarketProfile["calendar"],
  }));
});

const countryRows = remembered(async (): Promise<ReadonlyMap<string, ShipTo>> => {
  const rows = await database().country.findMany({ select: { code: true, shipTo: true, shipToReason: true } });
  return new Map(rows.map((row) => [row.code, { ...row, code: countryCode(row.code) }]));
}, 60);

/** All market profiles, in the order of pickers. */
export const listMarkets = (): Promise<readonly MarketProfile[]> => markets.read();
/** After a write in this process; other processes see it within the seconds of `remembered`. */
export const forgetMarkets = (): void => {
  markets.forget();
  countryRows.forget();
};

export const findMarket = async (code: string): Promise<MarketProfile | null> =>
  (await markets.read()).find((market) => market.code === code) ?? null;

export const listCountries = async (): Promise<readonly ShipTo[]> => [...(await countryRows.read()).values()];
export const findCountry = async (code: CountryCode): Promise<ShipTo | null> => (await countryRows.read()).get(code) ?? null;

/** A storefront as a page needs it: the tag taken apart, with the profile of its market. */
export type OpenStorefront = Omit<Storefront, "language"> & { readonly language: Language; readonly profile: MarketProfile };

/** The storefront of an address, or null when the language is not spoken or the market has no shop window. */
export const findStorefront = cache(async (tag: string): Promise<OpenStorefront | null> => {
  const parsed = parseStorefront(tag);
  if (!parsed.ok || !isLanguage(parsed.value.language)) return null;
  const profile = await findMarket(parsed.value.market);
  return profile && mayBrowse(profile) ? { ...parsed.value, language: parsed.value.language, profile } : null;
});

