/** How long a service takes: of a thousand parcels, how many arrive after so many working days, ascending by days, summing to a thousand. */
export type TransitShares = readonly (readonly [days: number, perMille: number])[];

/**
 * The spread that an estimated window stands for, where no carrier has told us its own.
 *
 * `onTime` of a thousand parcels arrive within the window, the early days more often than the late ones (weights falling by equal steps); the rest in the
 * days after it, half as many days as the window has, in the same manner. Days 2 to 4 with 900: 450, 300, 150, then 67 and 33 on days 5 and 6.
 */
export const estimatedShares = (min: number, max: number, onTime: number): TransitShares => {
  const days = max - min + 1;
  const late = Math.ceil(days / 2);
  const falling = (first: number, count: number, whole: number): [number, number][] => {
    const weights = Array.from({ length: count }, (_, at) => count - at);
    const sum = weights.reduce((all, weight) => all + weight, 0);
    const shares = weights.map((weight) => Math.floor((whole * weight) / sum));
    shares[0] = (shares[0] ?? 0) + whole - shares.reduce((all, share) => all + share, 0);
    return shares.map((share, at) => [first + at, share]);
  };
  return [...falling(min, days, onTime), ...falling(max + 1, late, 1000 - onTime)];
};

/**
 * How sure a window is, in percent, rounded down: the share of parcels that arrive by its last day, when transit takes as the shares say and customs takes
 * each of its days equally often, independently of transit.
 */
export const confidenceOf = (shares: TransitShares, customs: readonly [min: number, max: number], latest: number): number => {
  const choices = customs[1] - customs[0] + 1;
  let hits = 0;
  for (const [days, perMille] of shares) hits += perMille * Math.max(0, Math.min(choices, latest - days - customs[0] + 1));
  return Math.floor(hits / choices / 10);
};
