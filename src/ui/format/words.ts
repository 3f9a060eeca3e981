import { formatLocale } from "@/i18n/languages";
import type { Instant, PlainDate } from "@/kernel/time";

const kept = new Map<string, unknown>();
const once = <F,>(key: string, make: () => F): F => {
  if (!kept.has(key)) kept.set(key, make());
  return kept.get(key) as F;
};

/** "Brasil", "巴西": the name of a country in a language. */
export const countryName = (country: string, language: string): string =>
  once(`country ${language}`, () => new Intl.DisplayNames(formatLocale(language), { type: "region" })).of(country) ?? country;

export const languageName = (of: string, language: string): string =>
  once(`language ${language}`, () => new Intl.DisplayNames(formatLocale(language), { type: "language" })).of(of) ?? of;

export const currencyName = (currency: string, language: string): string =>
  once(`currency ${language}`, () => new Intl.DisplayNames(formatLocale(language), { type: "currency" })).of(currency) ?? currency;

export const formatNumber = (value: number, language: string, market?: string, options: Intl.NumberFormatOptions = {}): string =>
  once(`number ${language} ${market} ${JSON.stringify(options)}`, () => new Intl.NumberFormat(formatLocale(language, market), options)).format(value);

/** A day without a zone, as people of the storefront write it. */
export const formatDay = (day: PlainDate, language: string, market?: string, options: Intl.DateTimeFormatOptions = { day: "numeric", month: "short" }): string =>
  once(`day ${language} ${market} ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(formatLocale(language, market), { ...options, timeZone: "UTC" })).format(new Date(`${day}T00:00:00Z`));

export const formatDayRange = (from: PlainDate, to: PlainDate, language: string, market?: string): string =>
  once(`range ${language} ${market}`, () => new Intl.DateTimeFormat(formatLocale(language, market), { day: "numeric", month: "short", timeZone: "UTC" }))
    .formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`));

/** A moment on the clock of a zone. */
export const formatInstant = (at: Instant, language: string, timeZone: string, market?: string, options: Intl.DateTimeFormatOptions = { dateStyle: "medium", timeStyle: "short" }): string =>
  once(`instant ${language} ${market} ${timeZone} ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(formatLocale(language, market), { ...options, timeZone })).format(new Date(at));

export const formatList = (items: readonly string[], language: string): string =>
  once(`list ${language}`, () => new Intl.ListFormat(formatLocale(language), { type: "conjunction" })).format(items);
