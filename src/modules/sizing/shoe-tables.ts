import { sources as from } from "./size-source";
import { count, fromPoints, type SizeTable } from "./size-table";

// ISO/TS 19407 over foot length in mm: EU = 0.15 mm + 2; UK adult = 3 mm / 25.4 − 23; UK child = 3 mm / 25.4 − 10. The inverses, in cm:
const fromEu = (size: number) => (size - 2) / 1.5;
const fromUk = (size: number) => ((size + 23) * 2.54) / 3;
const fromUkChild = (size: number) => ((size + 10) * 2.54) / 3;

type Run = readonly (readonly [label: string, cm: number])[];
const numbered = (labels: readonly number[], cm: (label: number) => number): Run => labels.map((n) => [String(n), cm(n)] as const);

const adult = (family: "women-shoes" | "men-shoes", eu: [number, number], uk: [number, number], usOverUk: number, auOverUk: number, mm: [number, number]): SizeTable[] => {
  const table = (system: string, run: Run, confidence: SizeTable["confidence"] = "high", source: string = from.iso19407): SizeTable => ({ family, system, source, confidence, sizes: fromPoints("foot", run) });
  const millimetres = numbered(count(mm[0], mm[1], 5), (n) => n / 10);
  return [
    table("EU", numbered(count(eu[0], eu[1], 0.5), fromEu)),
    table("UK", numbered(count(uk[0], uk[1], 0.5), fromUk)),
    table("US", numbered(count(uk[0] + usOverUk, uk[1] + usOverUk, 0.5), (n) => fromUk(n - usOverUk))),
    table("AU", numbered(count(uk[0] + auOverUk, uk[1] + auOverUk, 0.5), (n) => fromUk(n - auOverUk))),
    table("BR", numbered(count(Math.ceil(eu[0] - 2), Math.floor(eu[1] - 2), 1), (n) => fromEu(n + 2))),
    table("JP", numbered(count(mm[0] / 10, mm[1] / 10, 0.5), (n) => n)),
    table("KR", millimetres),
    table("CN", millimetres),
    table("CN_OLD", millimetres.map(([, cm]) => [String(cm * 2 - 10), cm] as const), "high", from.chinaOld),
    table("RU", numbered(count(Math.ceil(eu[0] - 1), Math.floor(eu[1] - 1), 1), (n) => fromEu(n + 1)), "low", from.russianShoes),
  ];
};

const kids = (): SizeTable[] => {
  const table = (system: string, run: Run): SizeTable => ({ family: "kids-shoes", system, source: from.iso19407, confidence: "high", sizes: fromPoints("foot", run) });
  const millimetres = numbered(count(90, 235, 5), (n) => n / 10);
  return [
    table("EU", numbered(count(16, 37, 1), fromEu)),
    // Children's numbers end at 13 and start again at 1: the letter keeps 2 (a baby's) and 2 (a schoolchild's) apart.
    table("UK", [...count(0, 13, 0.5).map((n) => [`${n}C`, fromUkChild(n)] as const), ...count(1, 4, 0.5).map((n) => [String(n), fromUk(n)] as const)]),
    table("US", [...count(0.5, 13.5, 0.5).map((n) => [`${n}C`, fromUkChild(n - 1 / 3)] as const), ...count(1, 5, 0.5).map((n) => [`${n}Y`, fromUkChild(n + 13 - 1 / 3)] as const)]),
    table("BR", numbered(count(14, 35, 1), (n) => fromEu(n + 2))),
    table("JP", numbered(count(9, 23.5, 0.5), (n) => n)),
    table("KR", millimetres),
    table("CN", millimetres),
  ];
};

/** Shops' half sizes differ by brand by half a size; athletic "cm" labels lie about 10 mm under the foot length of these tables. */
export const shoeTables: readonly SizeTable[] = [
  ...adult("women-shoes", [34, 44], [2, 10], 2, 2, [210, 280]),
  ...adult("men-shoes", [38, 49], [5, 14], 1, 0, [240, 315]),
  ...kids(),
];
