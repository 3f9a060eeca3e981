/** Chance that repeats: the same name gives the same sequence, on every machine and in every run. */
export type Chance = {
  readonly next: () => number;
  /** A whole number, both ends included. */
  readonly between: (low: number, high: number) => number;
  readonly pick: <T>(from: readonly T[]) => T;
  readonly some: <T>(from: readonly T[], count: number) => T[];
  readonly bytes: () => Uint8Array;
};

const hash = (text: string): number => {
  let h = 2166136261;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619);
  return h >>> 0;
};

export const chanceOf = (name: string): Chance => {
  let state = hash(name);
  // mulberry32
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(from: readonly T[]): T => from[between(0, from.length - 1)] as T;
  const some = <T>(from: readonly T[], count: number): T[] => {
    const left = [...from];
    const taken: T[] = [];
    while (taken.length < count && left.length) taken.push(...left.splice(between(0, left.length - 1), 1));
    return taken;
  };
  return { next, between, pick, some, bytes: () => Uint8Array.from({ length: 16 }, () => between(0, 255)) };
};
