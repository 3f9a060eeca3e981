/** A piece or a box: weight and outer measures. */
export type Parcel = { readonly weightGrams: number; readonly sizeMm: readonly [number, number, number] };
export type PackItem = Parcel & { readonly quantity: number };

/**
 * One parcel that holds everything, by summed weight and stacked volume.
 *
 * Its floor is the longest and the second longest side of any piece; its height is what the volume of all pieces asks for on that floor, at least the
 * tallest piece. No air, no carton, no second parcel: an honest estimate until a packing library chooses cartons. Sides come longest first.
 * Three shirts of 300 × 220 × 40 mm and 250 g make 300 × 220 × 120 mm and 750 g.
 */
export const packOneParcel = (items: readonly PackItem[]): Parcel => {
  let weightGrams = 0;
  let volume = 0;
  let long = 0;
  let wide = 0;
  let high = 0;
  for (const { quantity, weightGrams: grams, sizeMm } of items) {
    const [a, b, c] = [...sizeMm].sort((x, y) => y - x) as [number, number, number];
    weightGrams += grams * quantity;
    volume += a * b * c * quantity;
    long = Math.max(long, a);
    wide = Math.max(wide, b);
    high = Math.max(high, c);
  }
  const floor = long * wide;
  const sides = [long, wide, Math.max(high, floor === 0 ? 0 : Math.ceil(volume / floor))].sort((x, y) => y - x);
  return { weightGrams, sizeMm: sides as unknown as Parcel["sizeMm"] };
};

/** Length plus girth in millimetres, as carriers measure it: the longest side plus twice the two others. */
export const lengthAndGirthMm = ({ sizeMm }: Parcel): number => {
  const [a, b, c] = [...sizeMm].sort((x, y) => y - x) as [number, number, number];
  return a + 2 * (b + c);
};

/**
 * The weight a carrier charges, in grams: the actual one, or the volume in cm³ divided by `divisor` as kilograms when that is more; divisor 0 counts
 * only the actual weight. 400 × 300 × 200 mm at 5000 is 4,800 g.
 */
export const chargeableGrams = ({ weightGrams, sizeMm }: Parcel, divisor: number): number => {
  if (divisor === 0) return weightGrams;
  const [a, b, c] = sizeMm;
  // mm³ / 1000 is cm³; cm³ / divisor is kg; kg × 1000 is g.
  return Math.max(weightGrams, Math.ceil((a * b * c) / divisor));
};
