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

/** The day that people in a zone have on their calendar at a moment. A rule's effective date is a day of its market's zone. */
export const dayIn = (at: Instant, timeZone: string): PlainDate => {
  const parts = new Intl.DateTimeFormat("en-CA-u-ca-gregory-nu-latn", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" })
    .formatToParts(toDate(at));
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? "";
  return plainDate(`${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`);
};

export const addDays = (day: PlainDate, days: number): PlainDate => {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return plainDate(date.toISOString().slice(0, 10));
};

export const addSeconds = (at: Instant, seconds: number): Instant => instant(new Date(toDate(at).getTime() + seconds * 1000));
export const secondsBetween = (from: Instant, to: Instant): number => (toDate(to).getTime() - toDate(from).getTime()) / 1000;

/** ISO weekday of a day: 1 Monday … 7 Sunday. */
export const weekdayOf = (day: PlainDate): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
