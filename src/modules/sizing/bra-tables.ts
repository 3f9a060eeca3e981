import { sources as from } from "./size-source";
import { count, type Range, type Size, type SizeTable } from "./size-table";

type Cup = readonly [letter: string, leastCm: number, mostCm: number];

// Bands are 5 cm of underbust wide; number n is what the country prints on the nth, from 60 cm of underbust to 140.
const bands = count(60, 140, 5);
const mm = (cm: number): number => Math.round(cm * 10);

/** All sizes of a system: `printed` is the band's number, `cups` what the bust has more than `base` of that band, both in centimetres. */
const sizes = (printed: (at: number) => string, cups: readonly Cup[], base: (underbust: number, at: number) => number, write: (band: string, cup: string) => string = (band, cup) => band + cup): Size[] =>
  bands.flatMap((underbust, at) => cups.map(([letter, least, most]): Size => {
    const bust: Range = [mm(base(underbust, at) + least), mm(base(underbust, at) + most)];
    return { label: write(printed(at), letter), body: { underbust: [mm(underbust - 2.5), mm(underbust + 2.5)], bust } };
  }));

const byTwo: Cup[] = ["AA", "A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K"].map((letter, step) => [letter, 10 + 2 * step, 12 + 2 * step]);
// A cup that is printed for a single difference reaches half a step to both sides.
const around = (letters: readonly string[], first: number, step: number): Cup[] => letters.map((letter, n) => [letter, first + (n - 0.5) * step, first + (n + 0.5) * step]);
const british = around(["AA", "A", "B", "C", "D", "DD", "E", "F", "FF", "G", "GG", "H", "HH", "J", "JJ", "K"], 0, 2.54);
const american = around(["AA", "A", "B", "C", "D", "DD/E", "DDD/F", "G", "H", "I", "J", "K"], 0, 2.54);
const asian = around(["AAA", "AA", "A", "B", "C", "D", "E", "F", "G", "H"], 5, 2.5);

const underbust = (cm: number) => cm;
// 60 cm of underbust is band 28, and each further band 2 inches more.
const inches = (_: number, at: number) => (28 + 2 * at) * 2.54;
const inchBand = (at: number) => String(28 + 2 * at);
const cmBand = (at: number) => String(60 + 5 * at);

const table = (system: string, source: string, confidence: SizeTable["confidence"], rows: readonly Size[]): SizeTable => ({ family: "bras", system, source, confidence, sizes: rows });

/**
 * Bras are told apart by two measures, underbust and bust. Australia's bands are known and its cups are not, Brazil prints one number of which no table was found:
 * neither has a table here.
 */
export const braTables: readonly SizeTable[] = [
  table("EU", from.braBands, "high", sizes(cmBand, byTwo, underbust)),
  table("FR", from.braBands, "high", sizes((at) => String(75 + 5 * at), byTwo, underbust)),
  table("IT", from.braBands, "high", sizes(String, byTwo, underbust)),
  table("UK", from.braInches, "medium", sizes(inchBand, british, inches)),
  table("US", from.braUs, "medium", sizes(inchBand, american, inches)),
  table("KR", from.braAsia, "high", sizes(cmBand, asian, underbust)),
  table("CN", from.braAsia, "medium", sizes(cmBand, asian, underbust)),
  table("JP", from.braAsia, "high", sizes(cmBand, asian, underbust, (band, cup) => cup + band)),
];
