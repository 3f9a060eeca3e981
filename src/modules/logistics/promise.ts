import { addDays, dayIn, hourIn, weekdayOf, type Instant, type PlainDate } from "@/kernel/time";

/** The days on which people at one end do not work: their weekend (ISO weekdays) and their holidays. */
export type RestDays = { readonly weekend: readonly number[]; readonly holidays: ReadonlySet<PlainDate> };

/** When goods arrive, as a window of days at the destination. */
export type DeliveryWindow = { readonly handOver: PlainDate; readonly earliest: PlainDate; readonly latest: PlainDate };

/** Whether people work on a day. A weekend of all seven days would never end, and is read as none. */
export const isWorkingDay = (day: PlainDate, { weekend, holidays }: RestDays): boolean =>
  !holidays.has(day) && (weekend.length >= 7 || !weekend.includes(weekdayOf(day)));

/** The day that is so many working days after another; zero is the day itself, or the next working day when it is none. */
export const addWorkingDays = (day: PlainDate, count: number, rest: RestDays): PlainDate => {
  let at = day;
  // No calendar rests for a year: a list of holidays that says so is a mistake, and must not hang a page.
  for (let tries = 0; !isWorkingDay(at, rest) && tries < 366; tries++) at = addDays(at, 1);
  for (let left = count, tries = 0; left > 0 && tries < 3660; tries++) {
    at = addDays(at, 1);
    if (isWorkingDay(at, rest)) left -= 1;
  }
  return at;
};

/**
 * When an order of this moment is handed to the carrier and when it arrives.
 *
 * The merchant works by its own zone, weekend and holidays: after the cut-off hour (14:00 unless told) an order counts from the next day, and takes
 * `handlingDays` working days. Transit and customs take working days of the destination, counted from the day the destination has at the hand-over.
 * Ordered in Washington on Saturday 20 June 2026, one day of handling, 1–2 days of transit and 1 of customs into Shanghai: handed over on Tuesday 23,
 * arriving Friday 26 to Monday 29, for it is Wednesday 24 in Shanghai by then.
 */
export const deliveryWindow = ({ transit, customs, ...order }: Departure & Journey): DeliveryWindow => arrival(departure(order), { transit, customs }, order.destination);

export type Departure = {
  readonly at: Instant;
  readonly cutOffHour?: number;
  readonly handlingDays: number;
  readonly origin: RestDays & { readonly timeZone: string };
  readonly destination: RestDays & { readonly timeZone: string };
};
/** Working days of the destination, least and most. */
export type Journey = { readonly transit: readonly [min: number, max: number]; readonly customs: readonly [min: number, max: number] };

/** The first half of the promise, the same for every service: the day of hand-over by the merchant's calendar, and the day the destination has by then. */
export const departure = ({ at, cutOffHour = 14, handlingDays, origin, destination }: Departure): { readonly handOver: PlainDate; readonly thereBy: PlainDate } => {
  const today = dayIn(at, origin.timeZone);
  const first = addWorkingDays(hourIn(at, origin.timeZone) >= cutOffHour ? addDays(today, 1) : today, 0, origin);
  const handOver = addWorkingDays(first, handlingDays, origin);
  return { handOver, thereBy: addDays(handOver, dayIn(at, destination.timeZone) > today ? 1 : 0) };
};

/** The second half: transit and customs over the working days of the destination. */
export const arrival = ({ handOver, thereBy }: ReturnType<typeof departure>, { transit, customs }: Journey, destination: RestDays): DeliveryWindow => ({
  handOver, earliest: addWorkingDays(thereBy, transit[0] + customs[0], destination), latest: addWorkingDays(thereBy, transit[1] + customs[1], destination),
});
