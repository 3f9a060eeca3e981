import { isLess, minus, money, times, type Money } from "@/kernel/money";
import { dayIn } from "@/kernel/time";
import type { LandedCost } from "@/modules/customs/landed-cost";
import { packTogether, type PackedParcel } from "@/modules/logistics/packing";
import { costOfParcels, type Declared } from "./parcel-costs";
import { waysPacked, type ParcelItem, type ParcelToSend, type TradeFacts, type WayToTheDoor } from "./ways-to-the-door";

/** What a shopper may know of a parcel where customs counts its codes. All sums in the market's money. */
export type Basket = {
  /** Duty and fees that another piece of what is in it already would add; null where that is not known. */
  readonly sameKind: Money | null;
  /** What a piece of another kind (another customs code) costs more than a piece of the same kind at the same price: duty, fees and the tax on them. */
  readonly anotherKind: Money | null;
  /** Which grouping of its lines into parcels costs least, against the next: null where there is nothing to group. */
  readonly grouping: { readonly best: "together" | "apart"; readonly parcels: number; readonly saves: Money } | null;
};

// Enough for what a person orders; with more lines only the two plain groupings are compared.
const mostSplit = 8;

/**
 * What the customs code of a further piece does to a parcel, and how its lines are best grouped: null where no row that is charged counts codes, as in
 * the European Union the flat duty below its value limit does. Every answer comes from the rows of the book, by reckoning the landed cost again:
 * delivery is held while a piece is added, and counted anew for every grouping. The further code is the neighbour of the cheapest line's, so that the
 * rates of its kind stay. Groupings: all together, one parcel a code, and the dearest lines apart from the others, which is where a value limit may divide them.
 * Spain, a T-shirt and a watch, in July 2026: another T-shirt adds no duty, another code 3.00 duty and 0.63 VAT = 3.63.
 */
export const basketOf = (parcel: ParcelToSend, way: WayToTheDoor, facts: TradeFacts): Basket | null => {
  if (way.cost.refusal || !way.cost.charges.some(({ rule }) => rule.reckoning?.kind === "flat-per-hs6")) return null;
  const cheapest = parcel.items.reduce<ParcelItem | null>((least, item) => (least && !isLess(item.unitPrice, least.unitPrice) ? least : item), null);
  if (!cheapest) return null;
  const costOf = (more: ParcelItem | null): LandedCost | null => costWith(parcel, way, facts, cheapest, more);
  const now = costOf(null);
  const same = costOf({ ...cheapest, quantity: 1 });
  const code = neighbourOf(cheapest.hs, new Set(parcel.items.map(({ hs }) => hs)));
  const other = code ? costOf({ ...cheapest, hs: code, quantity: 1 }) : null;
  return { sameKind: now && same && minus(borderCharges(same), borderCharges(now)), anotherKind: other && same && minus(other.total, same.total), grouping: groupingOf(parcel, facts) };
};

const costWith = (parcel: ParcelToSend, { service }: WayToTheDoor, { market, at, rules, rates }: TradeFacts, beside: ParcelItem, more: ParcelItem | null): LandedCost | null => {
  const place = parcel.items.indexOf(beside);
  const items = more ? [...parcel.items, more] : parcel.items;
  const declared: Declared = {
    market: market.code, region: parcel.region, date: dayIn(at, market.timeZone), shipFrom: parcel.from.country, transport: service.transport, mode: "cross-border",
    currency: market.currency, items, buyer: parcel.buyer ?? { usedThisYear: null, sameDayValue: null, usesThisYear: null },
  };
  const home = service.parcels.findIndex(({ contents = [] }) => contents.some(({ item }) => item === place));
  const parcels = service.parcels.map(({ contents = [], price }, index) => ({ price, contents: more && index === home ? [...contents, { item: items.length - 1, quantity: 1 }] : contents }));
  const cost = costOfParcels(declared, parcels, rules, rates);
  return cost.ok && cost.value.refusal === null ? cost.value : null;
};

const borderCharges = ({ goods, charges }: LandedCost): Money =>
  money(charges.reduce((sum, { kind, amount }) => (kind === "duty" || kind === "fee" ? sum + amount.amount : sum), 0n), goods.currency);

/** The nearest code of the same heading that the parcel does not hold. */
const neighbourOf = (hs: string, present: ReadonlySet<string>): string | null =>
  Array.from({ length: 10 }, (_, digit) => `${hs.slice(0, -1)}${digit}`).find((code) => !present.has(code)) ?? null;

const groupingOf = (parcel: ParcelToSend, facts: TradeFacts): Basket["grouping"] => {
  if (parcel.items.length < 2) return null;
  const [together, ...apart] = groupingsOf(parcel.items).flatMap((groups) => {
    const ways = waysPacked(parcel, facts, (lane) => [{ parcels: packed(parcel.items, groups), services: lane }]);
    return ways.ok && ways.value[0].cost.refusal === null ? [{ groups, total: ways.value[0].cost.total }] : [];
  });
  const first = together?.groups.length === 1 ? together : null;
  const best = apart.reduce<(typeof apart)[number] | null>((least, each) => (least && !isLess(each.total, least.total) ? least : each), null);
  if (!first || !best) return null;
  return isLess(best.total, first.total)
    ? { best: "apart", parcels: best.groups.length, saves: minus(first.total, best.total) }
    : { best: "together", parcels: 1, saves: minus(best.total, first.total) };
};

/** Together first; then the ways apart, each a list of groups of places in the list of lines. */
const groupingsOf = (items: readonly ParcelItem[]): readonly (readonly (readonly number[])[])[] => {
  const all = items.map((_, index) => index);
  const codes = [...new Set(items.map(({ hs }) => hs))].map((hs) => all.filter((index) => items[index]?.hs === hs));
  const worth = (index: number): bigint => { const item = items[index]; return item ? times(item.unitPrice, item.quantity).amount : 0n; };
  const dearestFirst = [...all].sort((a, b) => (worth(a) > worth(b) ? -1 : worth(a) < worth(b) ? 1 : a - b));
  const splits = items.length > mostSplit ? [] : dearestFirst.slice(1).map((_, before) => [dearestFirst.slice(0, before + 1), dearestFirst.slice(before + 1)]);
  return [[all], ...(codes.length > 1 ? [codes] : []), ...splits];
};

const packed = (items: readonly ParcelItem[], groups: readonly (readonly number[])[]): PackedParcel[] =>
  groups.flatMap((group) => packTogether(group.flatMap((index) => items[index] ?? [])).map((one) => ({ ...one, contents: one.contents.map(({ item, quantity }) => ({ item: group[item] ?? 0, quantity })) })));
