import { sources as from } from "./size-source";
import { count, fromPoints, fromRanges, type SizeTable } from "./size-table";

const run = (labels: readonly number[], cm: (label: number) => number) => labels.map((n) => [String(n), cm(n)] as const);

const heights = [50, 56, 62, 68, 74, 80, 86, 92, 98, 104, 110, 116, 122, 128, 134, 140, 146, 152, 158, 164, 170, 176];
const ages = [
  "0-1M", "1-2M", "2-4M", "4-6M", "6-9M", "9-12M", "12-18M", "18-24M", "2-3Y", "3-4Y", "4-5Y", "5-6Y", "6-7Y", "7-8Y", "8-9Y", "9-10Y", "10-11Y", "11-12Y", "12-13Y", "13-14Y", "14-15Y", "15-16Y",
];
const kids: SizeTable[] = [
  { family: "kids-clothes", system: "EU", source: from.kidsEn, confidence: "high", sizes: fromPoints("height", run(heights, (n) => n)) },
  { family: "kids-clothes", system: "UK", source: from.kidsEn, confidence: "medium", sizes: fromPoints("height", ages.map((age, i) => [age, heights[i] ?? 0])) },
  { family: "kids-clothes", system: "US", source: from.kidsUs, confidence: "low", sizes: fromRanges([
    ["NB", { height: [46, 55] }], ["3M", { height: [55, 61] }], ["6M", { height: [61, 67] }], ["9M", { height: [67, 72] }], ["12M", { height: [72, 78] }], ["18M", { height: [78, 83] }],
    ["24M", { height: [83, 88] }], ["2T", { height: [88, 93] }], ["3T", { height: [93, 98] }], ["4T", { height: [98, 105] }], ["5", { height: [105, 112] }], ["6", { height: [112, 118] }],
    ["6X", { height: [118, 122] }], ["7", { height: [122, 127] }], ["8", { height: [127, 132] }],
  ]) },
  { family: "kids-clothes", system: "BR", source: from.nbr15800, confidence: "high", sizes: fromPoints("height", [
    ["RN/PP", 52], ["P", 62], ["M", 67], ["G", 72], ["GG", 77], ["1", 82], ["2", 88], ["3", 98], ["4", 105], ["6", 117], ["8", 128], ["10", 137], ["12", 150], ["14", 156],
  ], Object.fromEntries(([
    ["RN/PP", 40, 39, 44], ["P", 44, 41, 46], ["M", 46, 43, 48], ["G", 48, 44, 50], ["GG", 49, 48, 52], ["1", 50, 50, 54], ["2", 52, 52, 56], ["3", 54, 54, 58], ["4", 56, 56, 60],
    ["6", 60, 58, 64], ["8", 64, 60, 68], ["10", 68, 62, 72], ["12", 72, 64, 76], ["14", 76, 66, 83],
  ] as const).map(([label, chest, waist, hip]) => [label, { chest, waist, hip }]))) },
  { family: "kids-clothes", system: "FR", source: from.kidsFrance, confidence: "medium", sizes: fromPoints("height", [
    ["3m", 60], ["6m", 67], ["12m", 74], ["18m", 81], ["24m", 86], ["36m", 95], ["4a", 102], ["5a", 108], ["6a", 114], ["8a", 126], ["10a", 138], ["12a", 150], ["14a", 156],
  ]) },
  { family: "kids-clothes", system: "JP", source: from.kidsJis, confidence: "medium", sizes: fromPoints("height", run([50, 60, 70, 80, 90, 95, 100, 110, 120, 130, 140, 150, 160], (n) => n)) },
  { family: "kids-clothes", system: "KR", source: from.kidsKorea, confidence: "low", sizes: fromPoints("height", run(count(50, 160, 10), (n) => n)) },
  { family: "kids-clothes", system: "CN", source: from.kidsGbt, confidence: "medium", sizes: fromPoints("height", run([52, 59, 66, 73, 80, 90, 100, 110, 120, 130, 135, 140, 145, 150, 155, 160], (n) => n)) },
];

const ring = (system: string, confidence: SizeTable["confidence"], sizes: SizeTable["sizes"], source: string = from.rings): SizeTable => ({ family: "rings", system, source, confidence, sizes });
const rings: SizeTable[] = [
  ring("ISO", "high", fromPoints("finger", run(count(41, 73, 1), (n) => n / 10))),
  ring("US", "high", fromPoints("finger", run(count(2, 14, 0.5), (n) => Math.PI * 2.54 * (0.458 + 0.032 * n)))),
  ring("UK", "high", fromPoints("finger", [..."CDEFGHIJKLMNOPQRSTUVWXYZ"].map((letter) => [letter, (37.8 + 1.25 * (letter.charCodeAt(0) - 65)) / 10] as const))),
  ring("CH_IT_ES", "high", fromPoints("finger", run(count(1, 33, 1), (n) => (n + 40) / 10))),
  ring("JP", "medium", fromPoints("finger", run(count(1, 30, 1), (n) => (Math.PI * (13 + (n - 1) / 3)) / 10)), from.ringsJapan),
  ring("RU", "high", fromPoints("finger", run(count(13, 23, 0.5), (n) => (Math.PI * n) / 10))),
  ring("BR", "medium", fromPoints("finger", run(count(1, 33, 1), (n) => (n + 40) / 10)), from.ringsBrazil),
];

/** 57 eighths are "7 1/8". */
const eighths = (n: number): string => {
  const rest = n % 8;
  const fraction = rest === 0 ? "" : rest === 4 ? " 1/2" : rest % 2 === 0 ? ` ${rest / 2}/4` : ` ${rest}/8`;
  return `${Math.floor(n / 8)}${fraction}`;
};
const hats: SizeTable[] = [
  { family: "hats", system: "cm", source: from.hats, confidence: "high", sizes: fromPoints("head", run(count(50, 66, 1), (n) => n)) },
  { family: "hats", system: "US", source: from.hats, confidence: "high", sizes: fromPoints("head", count(50, 66, 1).map((n) => [eighths(n), (n / 8) * Math.PI * 2.54])) },
  { family: "hats", system: "UK", source: from.hats, confidence: "high", sizes: fromPoints("head", count(50, 66, 1).map((n) => [eighths(n - 1), (n / 8) * Math.PI * 2.54])) },
  { family: "hats", system: "INT", source: from.hatLetters, confidence: "medium", sizes: fromRanges([
    ["XXS", { head: [49.5, 52.5] }], ["XS", { head: [52.5, 54.5] }], ["S", { head: [54.5, 56.5] }], ["M", { head: [56.5, 58.5] }], ["L", { head: [58.5, 60.5] }], ["XL", { head: [60.5, 62.5] }], ["XXL", { head: [62.5, 66.5] }],
  ]) },
];

const hands = [["6", "XS", 15.2], ["7", "S", 17.8], ["8", "M", 20.3], ["9", "L", 22.9], ["10", "XL", 25.4], ["11", "XXL", 27.9]] as const;
const gloves: SizeTable[] = [
  { family: "gloves", system: "EU", source: from.en420, confidence: "high", sizes: fromPoints("hand", hands.map(([size, , cm]) => [size, cm])) },
  { family: "gloves", system: "INT", source: from.en420, confidence: "high", sizes: fromPoints("hand", hands.map(([, letter, cm]) => [letter, cm])) },
  { family: "gloves", system: "FR", source: from.gloveInches, confidence: "low", sizes: fromPoints("hand", run(count(6, 10.5, 0.5), (n) => n * 2.707)) },
];

export const smallTables: readonly SizeTable[] = [...kids, ...rings, ...hats, ...gloves];
