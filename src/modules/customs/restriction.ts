import { isInEuropeanUnion, type CountryCode } from "@/kernel/country";
import type { PlainDate } from "@/kernel/time";
import type { DocumentKind } from "@/modules/listing/paper";
import { isDomestic, type DatedRow, type Transport } from "./rule";

/** The closed vocabulary: never, only with a paper, only so many in a parcel, or allowed under a condition that the merchant answers for. */
export type Bound =
  | { readonly formula: "prohibited" }
  | { readonly formula: "needs-document"; readonly document: DocumentKind }
  | { readonly formula: "pieces-limit"; readonly pieces: number }
  | { readonly formula: "condition" };

/**
 * One dated row about goods that may not enter a market, or not simply. Never changed: ended and followed by another; half-open days of the market's calendar.
 * Empty scopes hold for everything, and those that are not empty hold together; a row always names goods (by HS prefix, category or flag).
 */
export type Restriction = Bound & DatedRow & {
  /** ISO country, "EU" for its members, "*" for every border. */
  readonly market: string;
  readonly hsPrefixes: readonly string[];
  readonly categories: readonly string[];
  readonly flags: readonly string[];
  readonly transports: readonly string[];
  readonly shipFrom: readonly string[];
};

export type RestrictedGoods = {
  readonly hs: string;
  readonly categoryId: string;
  readonly flags: readonly string[];
  readonly quantity: number;
  /** Papers of the listing that the back office has approved. */
  readonly documents: readonly { readonly kind: string; readonly validUntil: string }[];
};

/** Where goods are to go, when and how. */
export type Border = { readonly market: CountryCode; readonly on: PlainDate; readonly shipFrom: CountryCode; readonly transport: Transport };

export type RestrictionReference = Pick<DatedRow, "id" | "text" | "source" | "effectiveFrom" | "effectiveTo" | "confidence">;
export type Bar =
  | { readonly code: "customs.prohibited"; readonly goods: string; readonly rule: RestrictionReference }
  | { readonly code: "customs.needs-document"; readonly goods: string; readonly document: DocumentKind; readonly rule: RestrictionReference }
  | { readonly code: "customs.too-many-pieces"; readonly goods: string; readonly pieces: number; readonly rule: RestrictionReference };

/** A row that a paper answers. */
export type Ask = Extract<Bar, { readonly code: "customs.needs-document" }>;

/** What stands against goods at a border, the hardest first, and what a merchant has to answer for without being stopped. */
export type Restricted = { readonly bars: readonly Bar[]; readonly conditions: readonly { readonly goods: string; readonly rule: RestrictionReference }[] };

/**
 * What the rule book says against a consignment's goods at a border on a day.
 *
 * Prohibited goods are barred; goods that need a paper are barred until the listing has that paper, approved and valid on the day (its last day counts);
 * a piece limit counts all goods of one row in the consignment together. Conditions bar nothing. Nothing is asked inside one customs territory.
 * Rows of low confidence bar too: a parcel destroyed at the border costs more than a sale. Source: the `source` of each row.
 * Fresh cherries from the United States to China: barred by post; by courier barred until a phytosanitary certificate is there.
 */
export const restrictionsOn = (goods: readonly RestrictedGoods[], border: Border, restrictions: readonly Restriction[]): Restricted => {
  if (isDomestic(border)) return { bars: [], conditions: [] };
  const bars: Bar[] = [];
  const conditions: { goods: string; rule: RestrictionReference }[] = [];
  for (const row of restrictions) {
    if (!speaksAt(row, border)) continue;
    const met = goods.filter((one) => concerns(row, one));
    if (met.length === 0) continue;
    const about = { goods: row.name, rule: referenceOf(row) };
    if (row.formula === "prohibited") bars.push({ code: "customs.prohibited", ...about });
    else if (row.formula === "condition") conditions.push(about);
    else if (row.formula === "needs-document") {
      const isShown = (one: RestrictedGoods) => one.documents.some(({ kind, validUntil }) => kind === row.document && validUntil >= border.on);
      if (!met.every(isShown)) bars.push({ code: "customs.needs-document", document: row.document, ...about });
    } else if (met.reduce((count, one) => count + one.quantity, 0) > row.pieces) bars.push({ code: "customs.too-many-pieces", pieces: row.pieces, ...about });
  }
  return { bars: bars.sort((a, b) => weight(a) - weight(b) || (a.rule.id < b.rule.id ? -1 : 1)), conditions };
};

/** How goods may leave a place: what lies in a bonded warehouse is declared out of it, all else by courier, by post or in a cross-border declaration. */
const waysOut = (kind: "origin" | "hub" | "bonded"): readonly Transport[] => (kind === "bonded" ? ["bonded"] : ["courier", "post", "direct"]);

/**
 * The first bar that no way of sending goods goes around, or null when at least one is open: what shelves and carts can say before a service is chosen.
 */
export const barHere = (goods: RestrictedGoods, { kind, ...border }: Omit<Border, "transport"> & { readonly kind: "origin" | "hub" | "bonded" }, restrictions: readonly Restriction[]): Bar | null => {
  let first: Bar | null = null;
  for (const transport of waysOut(kind)) {
    const [bar] = restrictionsOn([goods], { ...border, transport }, restrictions).bars;
    if (!bar) return null;
    first ??= bar;
  }
  return first;
};

/**
 * The rows that papers answer for goods at a border, shown or not: all of them together open a way. None where a way is open without any, or where every way is
 * closed for another reason as well.
 * Fresh cherries from the United States to China: a phytosanitary certificate, because a courier may bring them with one, though the post may not at all.
 */
export const papersAsked = (goods: RestrictedGoods, { kind, ...border }: Omit<Border, "transport"> & { readonly kind: "origin" | "hub" | "bonded" }, restrictions: readonly Restriction[]): readonly Ask[] => {
  const asked = new Map<string, Ask>();
  for (const transport of waysOut(kind)) {
    const { bars } = restrictionsOn([{ ...goods, documents: [] }], { ...border, transport }, restrictions);
    if (bars.length === 0) return [];
    const asks = bars.filter((bar) => bar.code === "customs.needs-document");
    if (asks.length === bars.length) for (const ask of asks) asked.set(ask.rule.id, ask);
  }
  return [...asked.values()];
};

const hardestFirst: readonly string[] = ["customs.prohibited", "customs.needs-document", "customs.too-many-pieces"] satisfies readonly Bar["code"][];
const weight = (bar: Bar): number => hardestFirst.indexOf(bar.code);

/** Whether a refusal is one of restricted goods. */
export const isBar = (refusal: { readonly code: string }): refusal is Bar => hardestFirst.includes(refusal.code);

const speaksAt = (row: Restriction, { market, on, shipFrom, transport }: Border): boolean =>
  (row.market === "*" || row.market === market || (row.market === "EU" && isInEuropeanUnion(market)))
  && row.effectiveFrom <= on && (row.effectiveTo === null || on < row.effectiveTo)
  && (row.transports.length === 0 || row.transports.includes(transport))
  && (row.shipFrom.length === 0 || row.shipFrom.some((place) => place === shipFrom || (place === "EU" && isInEuropeanUnion(shipFrom))));

const concerns = (row: Restriction, { hs, categoryId, flags }: RestrictedGoods): boolean =>
  (row.hsPrefixes.length === 0 || row.hsPrefixes.some((prefix) => hs.startsWith(prefix)))
  && (row.categories.length === 0 || row.categories.some((id) => categoryId === id || categoryId.startsWith(`${id}-`)))
  && (row.flags.length === 0 || row.flags.some((flag) => flags.includes(flag)));

const referenceOf = ({ id, text, source, effectiveFrom, effectiveTo, confidence }: Restriction): RestrictionReference => ({ id, text, source, effectiveFrom, effectiveTo, confidence });
