import { addDays, addSeconds, dayIn, hourIn, weekdayOf, type Instant, type PlainDate } from "@/kernel/time";

/** The days on which people at one end do not work: their weekend (ISO weekdays) and their holidays, less the weekend days on which they make up for a holiday. */
export type RestDays = { readonly weekend: readonly number[]; readonly holidays: ReadonlySet<PlainDate>; readonly makeUp?: ReadonlySet<PlainDate> };

/** When goods arrive, as a window of days at the destination. */
export type DeliveryWindow = { readonly handOver: PlainDate; readonly earliest: PlainDate; readonly latest: PlainDate };

/** Whether people work on a day. A weekend of all seven days would never end, and is read as none. In China many a Sunday before a long holiday is worked. */
export const isWorkingDay = (day: PlainDate, { weekend, holidays, makeUp }: RestDays): boolean =>
  makeUp?.has(day) === true || (!holidays.has(day) && (weekend.length >= 7 || !weekend.includes(weekdayOf(day))));

/** The day that is so many working days after another; zero is the day itself, or the next working day when it is none. */
export const addWorkingDays = (day: PlainDate, count: number, rest: RestDays): PlainDate => workingDaysFrom(day, rest)(count);

/** The working days from a day on, by their number. Each is looked for once, however many services ask. */
const workingDaysFrom = (day: PlainDate, rest: RestDays): ((count: number) => PlainDate) => {
  // No calendar rests for a year: a list of holidays that says so is a mistake, and must not hang a page.
  const next = (from: PlainDate): PlainDate => {
    let at = from;
    for (let tries = 0; !isWorkingDay(at, rest) && tries < 366; tries++) at = addDays(at, 1);
    return at;
  };
  const days: PlainDate[] = [];
  return (count) => {
    let last = days.at(-1) ?? next(day);
    if (days.length === 0) days.push(last);
    while (days.length <= count && days.length < 3660) {
      last = next(addDays(last, 1));
      days.push(last);
    }
    return days[count] ?? last;
  };
};

/**
 * When an order of this moment is handed to the carrier and when it arrives.
 *
 * The merchant works by its own zone, weekend and holidays: after the cut-off hour (14:00 unless told) an order counts from the next day, and takes
 * `handlingDays` working days. The first day in transit is a working day of the origin, where the parcel is sorted and cleared for export; the others, and
 * the days of customs, are working days of the destination, counted from the day the destination has by then.
 * Ordered in Washington on Saturday 20 June 2026, one day of handling, 1–2 days of transit and 1 of customs into Shanghai: handed over on Tuesday 23,
 * arriving Friday 26 to Monday 29, for it is a day later in Shanghai.
 */
export const deliveryWindow = ({ transit, customs, ...order }: Departure & Journey): DeliveryWindow => arrival(departure(order), { transit, customs });

export type Departure = {
  readonly at: Instant;
  readonly cutOffHour?: number;
  readonly handlingDays: number;
  readonly origin: RestDays & { readonly timeZone: string };
  readonly destination: RestDays & { readonly timeZone: string };
};
/** Working days, least and most. */
export type Journey = { readonly transit: readonly [min: number, max: number]; readonly customs: readonly [min: number, max: number] };

/** The first half of the promise, the same for every service. */
export type Leaving = {
  readonly handOver: PlainDate;
  /** The moment of the hand-over, to the hour: the cut-off of that day. */
  readonly handOverAt: Instant;
  readonly zone: string;
  /** The working day of the destination that is so many after the hand-over, and after the first working day of the origin that follows it. */
  readonly sameDay: (count: number) => PlainDate;
  readonly afterExport: (count: number) => PlainDate;
};

export const departure = ({ at, cutOffHour = 14, handlingDays, origin, destination }: Departure): Leaving => {
  const today = dayIn(at, origin.timeZone);
  const first = addWorkingDays(hourIn(at, origin.timeZone) >= cutOffHour ? addDays(today, 1) : today, 0, origin);
  const handOver = addWorkingDays(first, handlingDays, origin);
  // What day it is over there while it is this day here.
  const there = (day: PlainDate): PlainDate => addDays(day, dayIn(at, destination.timeZone) > today ? 1 : 0);
  return {
    handOver, handOverAt: momentOf(handOver, cutOffHour, origin.timeZone), zone: destination.timeZone,
    sameDay: workingDaysFrom(there(handOver), destination), afterExport: workingDaysFrom(there(addWorkingDays(handOver, 1, origin)), destination),
  };
};

/** When the clocks of a zone show an hour of a day; where a clock is put forward over that hour, the hour after it. */
const momentOf = (day: PlainDate, hour: number, timeZone: string): Instant => {
  const guess = `${day}T${String(hour).padStart(2, "0")}:00:00.000Z` as Instant;
  const shown = dayIn(guess, timeZone);
  const ahead = hourIn(guess, timeZone) - hour + (shown > day ? 24 : shown < day ? -24 : 0);
  return addSeconds(guess, -ahead * 3600);
};

/** The second half: transit and customs over the working days of both ends. */
export const arrival = ({ handOver, sameDay, afterExport }: Leaving, { transit, customs }: Journey): DeliveryWindow => {
  const after = (days: number, clearing: number) => (days === 0 ? sameDay(clearing) : afterExport(days - 1 + clearing));
  return { handOver, earliest: after(transit[0], customs[0]), latest: after(transit[1], customs[1]) };
};

/**
 * The second half where hours count and nobody rests: a cold chain, from the hand-over to the door with customs in it.
 * Handed over in Wenatchee on Tuesday 23 June 2026 at 14:00, 48 to 72 hours: in Shanghai, where it is Wednesday 05:00 by then, on Friday 26 to Saturday 27.
 */
export const arrivalInHours = ({ handOver, handOverAt, zone }: Leaving, [min, max]: readonly [number, number]): DeliveryWindow =>
  ({ handOver, earliest: dayIn(addSeconds(handOverAt, min * 3600), zone), latest: dayIn(addSeconds(handOverAt, max * 3600), zone) });
