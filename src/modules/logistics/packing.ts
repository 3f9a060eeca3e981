import { pack3D } from "binpackingjs/3d";
import { cartonGrams, cartons, wallMm, type Carton } from "./carton";
import { chargeableGrams, lengthAndGirthMm, packOneParcel, type PackItem, type Parcel } from "./parcel";

/** Goods to be packed: one entry a line of the order. */
export type Goods = PackItem & { readonly hs: string; readonly flags: readonly string[] };

/** A parcel with what is in it: pieces of the lines, by their place in the list. */
export type PackedParcel = Parcel & {
  readonly carton: string | null;
  readonly flags: readonly string[];
  readonly contents: readonly { readonly item: number; readonly quantity: number }[];
};

export type ParcelLimit = { readonly maxGrams: number; readonly maxLongestMm: number; readonly maxGirthMm: number; readonly volumetric: number };

type Piece = { readonly item: number; readonly quantity: number };

// The library tries every piece in every corner: beyond this many it is slower than a page may be, and a person stacks pallets.
const mostPieces = 60;
/** One consignment is never more parcels than this: it is freight then, and nobody's parcel service. */
export const mostParcels = 20;

/**
 * What may not lie in one parcel: fresh goods lie in their own cold box, loose batteries travel under rules of their own (IATA DGR, packing instructions
 * 965 and 968), and what is eaten does not lie beside what smells.
 */
const apart: readonly (readonly [flag: string, from: string])[] = [["food", "cosmetics"]];
const alone: readonly string[] = ["perishable", "battery-loose"];

const mayTravelTogether = (a: readonly string[], b: readonly string[]): boolean =>
  alone.every((flag) => a.includes(flag) === b.includes(flag)) && apart.every(([x, y]) => !(a.includes(x) && b.includes(y)) && !(a.includes(y) && b.includes(x)));

/** Lines that may share a parcel, by their place in the list; each line joins the first group that bears it. */
const groupsOf = (goods: readonly Goods[], together: (a: Goods, b: Goods) => boolean): Piece[][] => {
  const groups: Piece[][] = [];
  goods.forEach((line, item) => {
    const piece = { item, quantity: line.quantity };
    const open = groups.find((group) => group.every(({ item: other }) => {
      const beside = goods[other];
      return beside !== undefined && mayTravelTogether(beside.flags, line.flags) && together(beside, line);
    }));
    if (open) open.push(piece);
    else groups.push([piece]);
  });
  return groups;
};

/**
 * The fewest parcels that hold an order: one, unless some of the goods may not travel together. A single piece, and pieces of one kind, need no carton:
 * they travel as they are, stacked in the block with the least length and girth. Different goods lie in the smallest carton that holds them, cut down to
 * their height, with the weight of its board; what no carton holds is wrapped as it stands.
 */
export const packTogether = (goods: readonly Goods[]): PackedParcel[] => groupsOf(goods, () => true).map((group) => packGroup(goods, group));

/** A parcel for each customs code: where a fee falls on a parcel, or a limit on its value, that may be the cheaper way to send different goods. */
export const packByCode = (goods: readonly Goods[]): PackedParcel[] => groupsOf(goods, (a, b) => a.hs === b.hs).map((group) => packGroup(goods, group));

/**
 * As many parcels as a carrier's limits ask for, or null where a single piece breaks them or more than twenty parcels would be needed.
 * A parcel that keeps the limits stays; of one that breaks them every line is packed on its own, shared evenly over as few parcels as hold it.
 */
export const packWithin = (goods: readonly Goods[], limit: ParcelLimit): PackedParcel[] | null => {
  const parcels: PackedParcel[] = [];
  for (const together of packTogether(goods)) {
    if (keeps(together, limit)) {
      parcels.push(together);
      continue;
    }
    for (const { item, quantity } of together.contents) {
      const each = most(goods, item, quantity, limit);
      if (each === 0) return null;
      const count = Math.ceil(quantity / each);
      if (parcels.length + count > mostParcels) return null;
      for (let at = 0; at < count; at++) parcels.push(packGroup(goods, [{ item, quantity: Math.floor(quantity / count) + (at < quantity % count ? 1 : 0) }], limit));
    }
  }
  return parcels.length > mostParcels ? null : parcels;
};

/** Whether a carrier takes the parcel, by its actual and its charged weight and by its size. */
export const keeps = (parcel: Parcel, { maxGrams, maxLongestMm, maxGirthMm, volumetric }: ParcelLimit): boolean =>
  chargeableGrams(parcel, volumetric) <= maxGrams && Math.max(...parcel.sizeMm) <= maxLongestMm && lengthAndGirthMm(parcel) <= maxGirthMm;

/** How many pieces of a line one parcel may hold. A block that holds more pieces holds fewer too, so the count is found by halving. */
const most = (goods: readonly Goods[], item: number, quantity: number, limit: ParcelLimit): number => {
  let [fits, breaks] = [0, quantity + 1];
  while (breaks - fits > 1) {
    const middle = (fits + breaks) >> 1;
    if (keeps(packGroup(goods, [{ item, quantity: middle }], limit), limit)) fits = middle;
    else breaks = middle;
  }
  return fits;
};

const packGroup = (goods: readonly Goods[], pieces: readonly Piece[], limit: ParcelLimit | null = null): PackedParcel => {
  const lines = pieces.flatMap(({ item, quantity }) => {
    const line = goods[item];
    return line === undefined ? [] : [{ ...line, quantity, item }];
  });
  const flags = [...new Set(lines.flatMap((line) => line.flags))];
  const [only] = lines;
  if (only && lines.length === 1) return { ...stacked(only, limit), carton: null, flags, contents: pieces };
  const inBox = inCarton(lines);
  return inBox ? { ...inBox, flags, contents: pieces } : { ...packOneParcel(lines), carton: null, flags, contents: pieces };
};

/** Equal pieces in a block of so many along each side: of those that keep a limit, else of all, that with the least length and girth. */
const stacked = ({ weightGrams, sizeMm, quantity }: PackItem, limit: ParcelLimit | null): Parcel => {
  const [a, b, c] = [...sizeMm].sort((x, y) => y - x) as [number, number, number];
  let best: Parcel | null = null;
  let within: Parcel | null = null;
  for (let wide = 1; wide * wide * wide <= quantity * 4 && wide <= quantity; wide++) {
    for (let deep = 1; deep <= Math.ceil(quantity / wide) && deep <= 40; deep++) {
      const sides = [a * wide, b * deep, c * Math.ceil(quantity / (wide * deep))].sort((x, y) => y - x) as unknown as Parcel["sizeMm"];
      const block = { weightGrams: weightGrams * quantity, sizeMm: sides };
      if (best === null || lengthAndGirthMm(block) < lengthAndGirthMm(best)) best = block;
      if (limit !== null && keeps(block, limit) && (within === null || lengthAndGirthMm(block) < lengthAndGirthMm(within))) within = block;
    }
  }
  return within ?? best ?? { weightGrams: weightGrams * quantity, sizeMm };
};

// A carton is tried cut to a quarter of its height first: the library fills what it is given, and would stand up what can lie.
const cutCartons = cartons.flatMap((carton) => [1, 2, 3, 4].map((quarters) => ({ ...carton, heightMm: (carton.heightMm * quarters) / 4 })))
  .sort((x, y) => x.floorMm[0] * x.floorMm[1] * x.heightMm - y.floorMm[0] * y.floorMm[1] * y.heightMm);

// The same cart is packed for every service, page and step of the checkout: what was packed once is remembered by its content.
const boxed = new Map<string, ReturnType<typeof findCarton>>();
const mostRemembered = 500;

const inCarton = (lines: readonly PackItem[]): ReturnType<typeof findCarton> => {
  const key = lines.map(({ quantity, weightGrams, sizeMm }) => `${quantity} ${weightGrams} ${sizeMm.join("x")}`).join(",");
  const known = boxed.get(key);
  if (known !== undefined) return known;
  if (boxed.size >= mostRemembered) boxed.clear();
  const found = findCarton(lines);
  boxed.set(key, found);
  return found;
};

const findCarton = (lines: readonly PackItem[]): (Parcel & { readonly carton: string }) | null => {
  const count = lines.reduce((sum, line) => sum + line.quantity, 0);
  if (count > mostPieces) return null;
  const grams = lines.reduce((sum, line) => sum + line.weightGrams * line.quantity, 0);
  const volume = lines.reduce((sum, { sizeMm: [x, y, z], quantity }) => sum + x * y * z * quantity, 0);
  const longest = Math.max(...lines.flatMap((line) => line.sizeMm));
  // The largest first: what goes in last is what fills gaps.
  const items = lines.flatMap(({ sizeMm: [width, height, depth], weightGrams, quantity }) =>
    Array.from({ length: quantity }, () => ({ name: "", width, height, depth, weight: weightGrams }))).sort((x, y) => y.width * y.height * y.depth - x.width * x.height * x.depth);
  for (const carton of cutCartons) {
    if (grams > carton.maxGrams || longest > Math.hypot(...carton.floorMm) || volume > carton.floorMm[0] * carton.floorMm[1] * carton.heightMm) continue;
    const height = filledTo(carton, items);
    if (height === null) continue;
    const sizeMm = [carton.floorMm[0] + wallMm, carton.floorMm[1] + wallMm, height + wallMm].sort((x, y) => y - x) as unknown as Parcel["sizeMm"];
    return { weightGrams: grams + cartonGrams(sizeMm), sizeMm, carton: carton.name };
  }
  return null;
};

/** How high a carton is filled by these pieces, or null when they do not all fit. */
const filledTo = ({ name, floorMm: [width, depth], heightMm, maxGrams }: Carton, items: Parameters<typeof pack3D>[0]["items"]): number | null => {
  const { packedBins: [bin], unfitItems } = pack3D({ bins: [{ name, width, height: heightMm, depth, maxWeight: maxGrams }], items: [...items] });
  if (!bin || unfitItems.length > 0) return null;
  return Math.ceil(Math.max(...bin.items.map(({ position, dimension }) => position[1] + dimension[1])));
};
