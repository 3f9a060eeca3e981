import type { MarketProfile } from "@/modules/market/market";
import type { Chance } from "./random";

const dayMillis = 86_400_000;
const firstDay = Date.UTC(2024, 11, 1);
/** The last moment of the seed's history. */
export const lastMoment = Date.UTC(2026, 10, 22, 20);

/** The day of a market's peak in a year: "MM-DD", or "<n>-<weekday>-<MM>" with -1 for the last. */
export const peakDay = (rule: string, year: number): number => {
  const nth = /^(-?\d)-([1-7])-(\d\d)$/.exec(rule);
  if (!nth) return Date.UTC(year, Number(rule.slice(0, 2)) - 1, Number(rule.slice(3)));
  const [n, weekday, month] = [Number(nth[1]), Number(nth[2]), Number(nth[3]) - 1];
  const ofMonth = Array.from({ length: 31 }, (_, day) => new Date(Date.UTC(year, month, day + 1)))
    .filter((date) => date.getUTCMonth() === month && (date.getUTCDay() || 7) === weekday);
  return (n < 0 ? ofMonth.at(n) : ofMonth[n - 1])?.getTime() ?? Number.NaN;
};

/** How much is bought on each day: trade doubles over the two years, weekends are a little stronger, and each peak of the market draws its ten days before it. */
const weightsOf = (calendar: MarketProfile["calendar"]): number[] => {
  const peaks = [2024, 2025, 2026, 2027].flatMap((year) => calendar.map(({ rule }) => peakDay(rule, year)));
  const count = Math.floor((lastMoment - firstDay) / dayMillis) + 1;
  return Array.from({ length: count }, (_, index) => {
    const day = firstDay + index * dayMillis;
    const isRest = [0, 6].includes(new Date(day).getUTCDay());
    const near = peaks.map((peak) => (peak - day) / dayMillis).filter((ahead) => ahead >= 0 && ahead <= 10);
    return (1 + index / count) * (isRest ? 1.2 : 1) * (1 + near.reduce((sum, ahead) => sum + 1.5 * (1 - ahead / 12), 0));
  });
};

/** Draws moments of buying for one market. */
export const demandOf = ({ calendar }: Pick<MarketProfile, "calendar">): ((chance: Chance) => Date) => {
  const sums: number[] = [];
  for (const weight of weightsOf(calendar)) sums.push((sums.at(-1) ?? 0) + weight);
  return (chance) => {
    const drawn = chance.next() * (sums.at(-1) ?? 0);
    const day = sums.findIndex((sum) => sum > drawn);
    // Most is bought in the evening of somewhere.
    return new Date(Math.min(firstDay + day * dayMillis + Math.floor(chance.next() * dayMillis), lastMoment));
  };
};
