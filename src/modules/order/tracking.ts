import { ok, refuse, type Result } from "@/kernel/result";
import { isS10 } from "@/modules/logistics/s10";

/** Carriers that a merchant can name. "post" is any national post (UPU S10 numbers), "other" any carrier whose numbers nobody here can judge. */
export const carriers = ["post", "dhl", "ups", "fedex", "usps", "yunexpress", "other"] as const;
export type Carrier = (typeof carriers)[number];

/** Proper names; the two words without one are in the messages. */
export const carrierNames: Readonly<Record<Exclude<Carrier, "post" | "other">, string>> = {
  dhl: "DHL", ups: "UPS", fedex: "FedEx", usps: "USPS", yunexpress: "YunExpress",
};

export type BadTrackingNumber = { readonly code: "order.bad-tracking-number"; readonly why: "form" | "check-digit"; readonly example: string };

type Form = { readonly pattern: RegExp; readonly isChecked: (number: string) => boolean };

const digitsOf = (text: string): number[] => [...text].map(Number);
const last = (text: string): number => Number(text.at(-1));

/** Ten less the weighed sum's last digit; the first character after the prefix weighs `first`, the next `second`, and so on. A letter counts as its place, as UPS has it. */
const mod10 = (body: string, first: number, second: number): number => {
  const value = (character: string) => (/\d/.test(character) ? Number(character) : (character.charCodeAt(0) - 3) % 10);
  const sum = [...body].reduce((total, character, at) => total + value(character) * (at % 2 === 0 ? first : second), 0);
  return (10 - (sum % 10)) % 10;
};

const always = (): boolean => true;
/** The digits before the last, so many of them: what the check digit of a long bar code is reckoned from. */
const serial = (number: string, count: number): string => number.slice(-1 - count, -1);
/** FedEx's sum of products: weights again and again, modulo 11, and 10 is written 0. */
const weighed = (body: string, weights: readonly number[]): number => (digitsOf(body).reduce((sum, digit, at) => sum + digit * (weights[at % weights.length] ?? 0), 0) % 11) % 10;
/** Postal bar codes of the United States: the postcode before them does not count, and where the leading 91 or 92 is left out it counts all the same. */
const uspsLike = (number: string, lead: string): boolean => {
  const bare = number.replace(/^420\d{5}(?=\d{20})/, "");
  const whole = bare.startsWith("9") && bare.length > 20 ? bare : lead + bare;
  return mod10(whole.slice(0, -1), 3, 1) === last(whole);
};

// Forms as the carriers print them; check digits after the public collection of tracking numbers (jkeen/tracking_number_data, MIT, read 2026-11-23).
const forms: Readonly<Record<Carrier, { readonly example: string; readonly forms: readonly Form[] }>> = {
  post: { example: "RB123456785GB", forms: [{ pattern: /^[A-Z]{2}\d{9}[A-Z]{2}$/, isChecked: isS10 }] },
  dhl: {
    example: "3318810025",
    forms: [
      { pattern: /^\d{10,11}$/, isChecked: (n) => Number(BigInt(n.slice(0, -1)) % 7n) === last(n) },
      { pattern: /^J[A-Z]{2,3}\d{9,20}$/, isChecked: always },
      { pattern: /^(GM|LX|RX|UV|CN|SG|TH|IN|HK|MY)\d{10,22}$/, isChecked: always },
    ],
  },
  ups: {
    example: "1Z5R89390357567127",
    forms: [
      { pattern: /^1Z[A-Z0-9]{15}\d$/, isChecked: (n) => mod10(n.slice(2, -1), 1, 2) === last(n) },
      { pattern: /^[AHJKTV]\d{10}$/, isChecked: (n) => mod10(n.slice(1, -1), 1, 2) === last(n) },
    ],
  },
  fedex: {
    example: "986578788855",
    forms: [
      { pattern: /^\d{12}$/, isChecked: (n) => weighed(n.slice(0, -1), [3, 1, 7]) === last(n) },
      { pattern: /^\d{15}$/, isChecked: (n) => mod10(n.slice(0, -1), 1, 3) === last(n) },
      { pattern: /^\d{18}$/, isChecked: (n) => mod10(serial(n, 15), 3, 1) === last(n) },
      { pattern: /^96\d{20}$/, isChecked: (n) => mod10(serial(n, 14), 1, 3) === last(n) },
      { pattern: /^(10|96)\d{32}$/, isChecked: (n) => weighed(serial(n, 13), [1, 7, 3]) === last(n) },
      { pattern: /^(?:(?:420\d{5})?92)?\d{2}29\d{8}(?:\d{11}|\d{7})\d$/, isChecked: (n) => uspsLike(n, "92") },
    ],
  },
  usps: {
    example: "9400111201080805483016",
    forms: [
      { pattern: /^9[1-5]\d{20}$/, isChecked: (n) => mod10(n.slice(0, -1), 3, 1) === last(n) },
      { pattern: /^\d{20}$/, isChecked: (n) => mod10(n.slice(0, -1), 3, 1) === last(n) || uspsLike(n, "91") },
      { pattern: /^(?:420\d{5})?(?:9[1-5])?\d{2}\d{2}\d{8}(?:\d{11}|\d{7})\d$/, isChecked: (n) => uspsLike(n, "91") },
      { pattern: /^420\d{9}(?:9[2-5])?\d{20}$/, isChecked: (n) => mod10(n.slice(12, -1), 3, 1) === last(n) },
      { pattern: /^[A-Z]{2}\d{9}US$/, isChecked: isS10 }],
  },
  yunexpress: { example: "YT2229521272164446", forms: [{ pattern: /^YT\d{16}$/, isChecked: always }] },
  other: { example: "AB12345678", forms: [{ pattern: /^[A-Z0-9][A-Z0-9-]{4,38}[A-Z0-9]$/, isChecked: always }] },
};

export const trackingExample = (carrier: Carrier): string => forms[carrier].example;

/**
 * The tracking number as it stands on the label (capitals, no spaces), or why it cannot be one of that carrier: not its form, or a check digit that does not
 * fit, which is what a mistyped digit looks like. RB 123 456 785 GB is RB123456785GB; RB123456786GB is refused.
 */
export const checkTrackingNumber = (carrier: Carrier, typed: string): Result<string, BadTrackingNumber> => {
  const { example, forms: known } = forms[carrier];
  const number = typed.normalize("NFKC").toUpperCase().replace(/[\s.]/g, "");
  const fitting = known.filter(({ pattern }) => pattern.test(number));
  if (fitting.length === 0) return refuse({ code: "order.bad-tracking-number", why: "form", example });
  return fitting.some(({ isChecked }) => isChecked(number)) ? ok(number) : refuse({ code: "order.bad-tracking-number", why: "check-digit", example });
};

/** The public page where a shopper can follow a parcel, where the carrier has one that takes the number. */
export const trackingPage = (carrier: string, number: string): string | null => {
  const at = encodeURIComponent(number);
  if (carrier === "dhl") return `https://www.dhl.com/en/express/tracking.html?brand=DHL&AWB=${at}`;
  if (carrier === "ups") return `https://wwwapps.ups.com/WebTracking/track?track=yes&trackNums=${at}`;
  if (carrier === "fedex") return `https://www.fedex.com/apps/fedextrack/?tracknumbers=${at}`;
  if (carrier === "usps") return `https://m.usps.com/m/TrackConfirmAction_detail?tLabels=${at}`;
  if (carrier === "yunexpress") return `https://www.yuntrack.com/parcelTracking?id=${at}`;
  return null;
};
