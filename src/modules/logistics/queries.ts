import chineseDays from "chinese-days";
import Holidays from "date-holidays";
import type { CountryCode } from "@/kernel/country";
import { addDays, plainDate, weekdayOf, type Instant, type PlainDate } from "@/kernel/time";
import { listMarkets } from "@/modules/market/queries";
import { remembered } from "@/platform/cache/remembered";
import { database } from "@/platform/db";
import type { CarrierService } from "./quote";
import type { RestDays } from "./promise";

const dayOf = (date: Date): PlainDate => plainDate(date.toISOString().slice(0, 10));

const services = remembered(async (): Promise<readonly CarrierService[]> => {
  const rows = await database().carrierService.findMany({ orderBy: { id: "asc" } });
  return rows.map((row) => ({
    ...row,
    effectiveFrom: dayOf(row.effectiveFrom),
    effectiveTo: row.effectiveTo && dayOf(row.effectiveTo),
    checkedOn: dayOf(row.checkedOn),
  }) as unknown as CarrierService);
});

/** Every delivery service with its rate card. */
export const carrierServices = (): Promise<readonly CarrierService[]> => services.read();
export const forgetServices = (): void => services.forget();

const zones = remembered(async (): Promise<ReadonlyMap<string, string>> => {
  const rows = await database().country.findMany({ where: { timeZone: { not: null } }, select: { code: true, timeZone: true } });
  return new Map(rows.map((row) => [row.code, row.timeZone ?? "UTC"]));
}, 300);

const found = new Map<string, readonly PlainDate[]>();

/**
 * Public holidays of a country in a year (date-holidays: ISC, data CC BY-SA 3.0). Reading one takes about 10 ms, and a year's do not change, so they stay.
 * A country that the package does not know has none: its promise is then only as good as its weekends.
 */
const holidaysOf = (country: CountryCode, year: number): readonly PlainDate[] => {
  const key = `${country} ${year}`;
  let days = found.get(key);
  if (!days) {
    const listed = new Holidays(country, { types: ["public"], languages: ["en"] }).getHolidays(year) ?? [];
    days = listed.flatMap(({ date, start, end }) => {
      const first = plainDate(date.slice(0, 10));
      const length = Math.max(1, Math.ceil((end.getTime() - start.getTime()) / 86_400_000));
      return Array.from({ length }, (_, day) => addDays(first, day));
    });
    found.set(key, days);
  }
  return days;
};

type ChineseYear = { readonly holidays: readonly PlainDate[]; readonly makeUp: readonly PlainDate[] };
const chineseYears = new Map<number, ChineseYear | null>();

/**
 * China's days off as the State Council decrees them each November for the next year (chinese-days: MIT), with the weekend days that are worked for them.
 * Null for a year that is not decreed yet: its holidays are then those of the law, without days made up.
 */
const chineseYear = (year: number): ChineseYear | null => {
  let known = chineseYears.get(year);
  if (known === undefined) {
    const days = Array.from({ length: 366 }, (_, at) => addDays(plainDate(`${year}-01-01`), at)).filter((day) => day.startsWith(`${year}`));
    const isWeekend = (day: PlainDate) => weekdayOf(day) > 5;
    const isWorked = (day: PlainDate) => chineseDays.getDayDetail(day).work;
    const holidays = days.filter((day) => !isWeekend(day) && !isWorked(day));
    known = holidays.length === 0 ? null : { holidays, makeUp: days.filter((day) => isWeekend(day) && isWorked(day)) };
    chineseYears.set(year, known);
  }
  return known;
};

const calendarOf = (country: CountryCode, year: number): ChineseYear =>
  (country === "CN" ? chineseYear(year) : null) ?? { holidays: holidaysOf(country, year), makeUp: [] };

/** When people of a country rest, and what its clocks say. */
export type WorkCalendar = RestDays & { readonly timeZone: string };

// The week of a country that is no market of ours: CLDR's, through the runtime (a method since V8 13, a getter before).
const weekendIn = (country: CountryCode): readonly number[] => {
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & { weekInfo?: { weekend: number[] }; getWeekInfo?: () => { weekend: number[] } };
  return (locale.getWeekInfo?.() ?? locale.weekInfo)?.weekend ?? [6, 7];
};

/** The rest days of a country for a promise made at a moment: this year's holidays and the next's, because a promise of December reaches into January. */
export const workCalendar = async (country: CountryCode, at: Instant): Promise<WorkCalendar> => {
  const market = (await listMarkets()).find(({ code }) => code === country);
  const year = Number(at.slice(0, 4));
  const years = [calendarOf(country, year), calendarOf(country, year + 1)];
  const makeUp = years.flatMap((each) => each.makeUp);
  return {
    timeZone: market?.timeZone ?? (await zones.read()).get(country) ?? "UTC",
    weekend: market?.weekend ?? weekendIn(country),
    holidays: new Set(years.flatMap((each) => each.holidays)), ...(makeUp.length > 0 ? { makeUp: new Set(makeUp) } : {}),
  };
};
