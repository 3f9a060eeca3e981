/** A moment in UTC, as ISO 8601 text with a Z. Verbs receive it; only `platform/clock` reads a clock. */
export type Instant = string & { readonly instant: unique symbol };
/** A day of a calendar without a zone: "2026-11-23". */
export type PlainDate = string & { readonly plainDate: unique symbol };

export const instant = (date: Date): Instant => date.toISOString() as Instant;
export const toDate = (at: Instant): Date => new Date(at);

export const isPlainDate = (text: string): text is PlainDate => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
};

export const plainDate = (text: string): PlainDate => {
  if (!isPlainDate(text)) throw new RangeError(`not a day: ${text}`);
  return text;
};

// Making a formatter costs more than a hundred uses of it; zones are few.
const wallClocks = new Map<string, Intl.DateTimeFormat>();

const wallClock = (at: Instant, timeZone: string): ((type: Intl.DateTimeFormatPartTypes) => string) => {
  let clock = wallClocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat("en-CA-u-ca-gregory-nu-latn", { timeZone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", hourCycle: "h23" });
    wallClocks.set(timeZone, clock);
  }
  const parts = clock.formatToParts(toDate(at));
  return (type) => parts.find((part) => part.type === type)?.value ?? "";
};

/** The day that people in a zone have on their calendar at a moment. A rule's effective date is a day of its market's zone. */
export const dayIn = (at: Instant, timeZone: string): PlainDate => {
  const part = wallClock(at, timeZone);
  return plainDate(`${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`);
};

/** The hour on the clocks of a zone, 0 to 23: whether a cut-off has passed. */
export const hourIn = (at: Instant, timeZone: string): number => Number(wallClock(at, timeZone)("hour"));

export const addDays = (day: PlainDate, days: number): PlainDate => {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return plainDate(date.toISOString().slice(0, 10));
};

export const addSeconds = (at: Instant, seconds: number): Instant => instant(new Date(toDate(at).getTime() + seconds * 1000));
export const secondsBetween = (from: Instant, to: Instant): number => (toDate(to).getTime() - toDate(from).getTime()) / 1000;

/** ISO weekday of a day: 1 Monday … 7 Sunday. */
export const weekdayOf = (day: PlainDate): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
