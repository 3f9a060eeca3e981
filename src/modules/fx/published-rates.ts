import { XMLParser, XMLValidator } from "fast-xml-parser";
import { isCurrency, type Currency } from "@/kernel/currency";
import { compareRatios, decimal, multiply, ratio, type Ratio } from "@/kernel/ratio";
import { ok, refuse, type Result } from "@/kernel/result";
import { addDays, isPlainDate, type PlainDate } from "@/kernel/time";
import type { Rate } from "./rate";

/** One day's rates as a central bank published them: units of each currency for one euro. */
export type PublishedRates = { readonly sender: string; readonly day: PlainDate; readonly rates: readonly { readonly currency: Currency; readonly rate: string }[] };

export type UnreadableRates = { readonly code: "fx.unreadable-rates"; readonly why: string };
export type OldRates = { readonly code: "fx.source-too-old"; readonly observedOn: PlainDate };
export type AbsurdRate = { readonly code: "fx.absurd-rate"; readonly currency: Currency; readonly rate: string };

/** How long a published rate may be used when no newer one comes: over Christmas and Easter the ECB is silent for up to five days. */
export const validDays = 7;

const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: "", parseAttributeValue: false, parseTagValue: false, removeNSPrefix: true, processEntities: false, isArray: (name) => name === "Cube" });

/**
 * Reads the daily file of the European Central Bank (eurofxref-daily.xml), or another of its shape: a sender, one day, and a rate a currency.
 *
 * Read whole or not at all. Two days, a currency twice, a rate that is not a plain positive decimal, a euro against itself, an entity or a document type
 * make all of it unreadable; currencies that this shop does not know are passed over, because the ECB lists more than any shop needs.
 * Source of the shape: ecb.europa.eu, "Euro foreign exchange reference rates", XML (daily).
 */
export const readPublishedRates = (xml: string): Result<PublishedRates, UnreadableRates> => {
  const unreadable = (why: string) => refuse({ code: "fx.unreadable-rates" as const, why });
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) return unreadable("a document type");
  if (XMLValidator.validate(xml) !== true) return unreadable("not well-formed");
  const envelope = (parser.parse(xml) as Node)["Envelope"] as Node | undefined;
  const sender = (envelope?.["Sender"] as Node | undefined)?.["name"];
  if (typeof sender !== "string" || !/^\P{C}{1,80}$/u.test(sender)) return unreadable("no sender");
  const days = cubes(envelope).flatMap(cubes);
  const [day] = days;
  if (!day || days.length !== 1) return unreadable(`${days.length} days`);
  const on = day["time"];
  if (typeof on !== "string" || !isPlainDate(on)) return unreadable("no day");
  const seen = new Set<string>();
  const rates: { currency: Currency; rate: string }[] = [];
  for (const { currency, rate } of cubes(day)) {
    if (typeof currency !== "string" || !/^[A-Z]{3}$/.test(currency) || currency === "EUR" || seen.has(currency)) return unreadable(`currency ${String(currency).slice(0, 10)}`);
    if (typeof rate !== "string" || !/^\d{1,9}(\.\d{1,12})?$/.test(rate) || decimal(rate).numerator <= 0n) return unreadable(`rate of ${currency}`);
    seen.add(currency);
    if (isCurrency(currency)) rates.push({ currency, rate });
  }
  return rates.length === 0 ? unreadable("no rates") : ok({ sender, day: on, rates });
};

type Node = Readonly<Record<string, unknown>>;

const cubes = (node: Node | undefined): Node[] => {
  const inner = node?.["Cube"];
  return Array.isArray(inner) ? inner.filter((one): one is Node => typeof one === "object" && one !== null) : [];
};

/**
 * Whether a day's rates may be taken over, decided about all of them at once.
 *
 * A day that has been valid for its whole time already is a source that stands still, and one of tomorrow is a wrong clock. A rate of less than half or more
 * than twice the last known one is taken for a fault of the file (the operator's bound, not a law): one such line and none is believed, because the
 * line beside it may be wrong as well and only be less visible. A currency that is missing keeps the rate it has until that is too old.
 */
export const judgePublishedRates = (published: PublishedRates, known: readonly Pick<Rate, "quote" | "base" | "rate" | "observedOn">[], today: PlainDate): Result<PublishedRates, OldRates | AbsurdRate> => {
  // Tomorrow's is no mistake where the shop's clock is behind the bank's by a zone.
  if (addDays(published.day, validDays) < today || published.day > addDays(today, 1)) return refuse({ code: "fx.source-too-old", observedOn: published.day });
  for (const { currency, rate } of published.rates) {
    const last = known.filter((row) => row.base === "EUR" && row.quote === currency).reduce<(typeof known)[number] | null>((best, row) => (best === null || row.observedOn > best.observedOn ? row : best), null);
    if (last && !isNear(decimal(rate), last.rate)) return refuse({ code: "fx.absurd-rate", currency, rate });
  }
  return ok(published);
};

const isNear = (rate: Ratio, last: Ratio): boolean => compareRatios(multiply(rate, ratio(2, 1)), last) >= 0 && compareRatios(rate, multiply(last, ratio(2, 1))) <= 0;
