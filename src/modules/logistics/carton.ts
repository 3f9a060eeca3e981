/** A carton's inside: two sides of its floor, and the height up to which it may be filled; it is cut down to what is in it. */
export type Carton = { readonly name: string; readonly floorMm: readonly [number, number]; readonly heightMm: number; readonly maxGrams: number };

/**
 * The cartons a merchant packs with. Floors are the parts of the 600 × 400 mm module of ISO 3394 and the letter formats that parcel shelves are made for;
 * heights and loads are estimates of ours (single-wall board carries about 20 kg, double-wall 30 kg), because every packer stocks its own.
 */
export const cartons: readonly Carton[] = [
  { name: "S", floorMm: [200, 150], heightMm: 150, maxGrams: 5_000 },
  { name: "A5", floorMm: [230, 170], heightMm: 150, maxGrams: 5_000 },
  { name: "M", floorMm: [300, 200], heightMm: 200, maxGrams: 10_000 },
  { name: "A4", floorMm: [320, 230], heightMm: 200, maxGrams: 10_000 },
  { name: "shoe", floorMm: [350, 250], heightMm: 250, maxGrams: 15_000 },
  { name: "L", floorMm: [400, 300], heightMm: 300, maxGrams: 20_000 },
  { name: "XL", floorMm: [450, 350], heightMm: 350, maxGrams: 20_000 },
  { name: "module", floorMm: [600, 400], heightMm: 400, maxGrams: 30_000 },
  { name: "long", floorMm: [1000, 350], heightMm: 350, maxGrams: 30_000 },
  { name: "double", floorMm: [800, 600], heightMm: 600, maxGrams: 30_000 },
];

/** Grams of board per square metre: corrugated board of 500 to 600 g/m² with the overlap of its flaps. An estimate. */
const boardGrams = 750;

/** What an empty carton of these outer measures weighs, in grams, rounded up. 400 × 300 × 150 mm is 338 g. */
export const cartonGrams = ([a, b, c]: readonly [number, number, number]): number => Math.ceil((2 * (a * b + b * c + a * c) * boardGrams) / 1_000_000);

/** Board on both sides of what is inside. */
export const wallMm = 8;
