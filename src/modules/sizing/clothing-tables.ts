import { sources as from } from "./size-source";
import { count, fromPoints, fromRanges, type SizeTable } from "./size-table";

/** Numbered labels over one girth: label n at cm(n). */
const run = (labels: readonly number[], cm: (label: number) => number) => labels.map((n) => [String(n), cm(n)] as const);

const ukWomen = fromRanges([
  ["6", { bust: [74, 78] }], ["8", { bust: [78, 82], hip: [83, 87] }], ["10", { bust: [82, 86], hip: [87, 91] }], ["12", { bust: [86, 90], hip: [91, 95] }],
  ["14", { bust: [90, 95], hip: [95, 99] }], ["16", { bust: [95, 100], hip: [100, 104] }], ["18", { bust: [100, 105], hip: [105, 109] }], ["20", { bust: [105, 110], hip: [110, 114] }],
  ["22", { bust: [110, 115], hip: [115, 119] }], ["24", { bust: [115, 120], hip: [120, 124] }], ["26", { bust: [120, 125], hip: [125, 129] }], ["28", { bust: [125, 130], hip: [130, 134] }],
  ["30", { bust: [130, 135], hip: [135, 139] }], ["32", { bust: [135, 140], hip: [140, 144] }],
]);

// EN 13402-3: bust, waist and hips of one standard body.
const enWomen = [
  [76, 60, 84], [80, 64, 88], [84, 68, 92], [88, 72, 96], [92, 76, 100], [96, 80, 104], [100, 84, 108], [104, 88, 112],
  [110, 94, 117], [116, 100, 122], [122, 106, 127], [128, 112, 132], [134, 118, 137], [140, 124, 142], [146, 130, 147], [152, 136, 152],
] as const;
// GOST 29295 and ASTM D5585 print the waist of each label beside the bust.
const gostWaists = [[42, 66, 90], [44, 70, 94], [46, 74, 98], [48, 78, 102], [50, 82, 106], [52, 86, 110], [54, 92, 114], [56, 98, 118], [58, 104, 122], [60, 110, 126], [62, 116, 130], [64, 122, 134], [66, 128, 138], [68, 134, 142]] as const;
const astmWaists = [["00", 60.6], ["0", 62.5], ["2", 64.5], ["4", 66.4], ["6", 68.6], ["8", 71.1], ["10", 73.7], ["12", 78.1], ["14", 82.5], ["16", 87.6], ["18", 93.3], ["20", 99.1]] as const;

const women: SizeTable[] = [
  { family: "women-clothing", system: "EN", source: from.en13402, confidence: "medium", sizes: fromPoints("bust", enWomen.map(([bust]) => [String(bust), bust] as const),
    Object.fromEntries(enWomen.map(([bust, waist, hip]) => [bust, { waist, hip }]))) },
  { family: "women-clothing", system: "INT", source: from.en13402, confidence: "medium", sizes: fromRanges([
    ["XXS", { bust: [66, 74] }], ["XS", { bust: [74, 82] }], ["S", { bust: [82, 90] }], ["M", { bust: [90, 98] }], ["L", { bust: [98, 107] }], ["XL", { bust: [107, 119] }],
    ["XXL", { bust: [119, 131] }], ["3XL", { bust: [131, 143] }], ["4XL", { bust: [143, 155] }], ["5XL", { bust: [155, 167] }],
  ]) },
  { family: "women-clothing", system: "DE", source: from.german, confidence: "high", sizes: fromPoints("bust", run(count(30, 54, 2), (n) => 2 * (n + 6))) },
  { family: "women-clothing", system: "FR", source: from.german2, confidence: "medium", sizes: fromPoints("bust", run(count(32, 56, 2), (n) => 2 * (n + 4))) },
  { family: "women-clothing", system: "IT", source: from.german2, confidence: "medium", sizes: fromPoints("bust", run(count(36, 60, 2), (n) => 2 * n)) },
  { family: "women-clothing", system: "UK", source: from.bs3666, confidence: "medium", sizes: ukWomen },
  { family: "women-clothing", system: "AU", source: from.australia, confidence: "low", sizes: ukWomen },
  { family: "women-clothing", system: "US", source: from.astm, confidence: "high", sizes: fromPoints("bust", [
    ["00", 79.1], ["0", 80.6], ["2", 83.8], ["4", 86.7], ["6", 89.5], ["8", 92.1], ["10", 94.6], ["12", 98.4], ["14", 102.6], ["16", 107], ["18", 111.8], ["20", 116.8],
  ], Object.fromEntries(astmWaists.map(([label, waist]) => [label, { waist }]))) },
  { family: "women-clothing", system: "JP", source: from.jis, confidence: "high", sizes: fromPoints("bust",
    [["3", 74], ["5", 77], ["7", 80], ["9", 83], ["11", 86], ["13", 89], ["15", 92], ["17", 96], ["19", 100], ["21", 104]],
    { 3: { hip: 85 }, 5: { hip: 87 }, 7: { hip: 89 }, 9: { hip: 91, waist: 64 }, 11: { hip: 93, waist: 67 }, 13: { hip: 95 }, 15: { hip: 97 }, 17: { hip: 99 }, 19: { hip: 101 }, 21: { hip: 103 } }) },
  { family: "women-clothing", system: "KR", source: from.korea, confidence: "medium", sizes: fromPoints("bust", [["44", 82], ["55", 85], ["66", 88], ["77", 91], ["88", 94]]) },
  { family: "women-clothing", system: "CN", source: from.gbt, confidence: "medium", sizes: fromPoints("bust", [
    ["150/76A", 76], ["155/80A", 80], ["160/84A", 84], ["165/88A", 88], ["170/92A", 92], ["175/96A", 96], ["180/100A", 100],
  ], { "150/76A": { waist: 60 }, "155/80A": { waist: 64 }, "160/84A": { waist: 68 }, "165/88A": { waist: 72 }, "170/92A": { waist: 76 }, "175/96A": { waist: 80 }, "180/100A": { waist: 84 } }) },
  { family: "women-clothing", system: "RU", source: from.gost, confidence: "high", sizes: fromPoints("bust", run(count(40, 68, 2), (n) => 2 * n), Object.fromEntries(gostWaists.map(([label, waist, hip]) => [label, { waist, hip }]))) },
  { family: "women-clothing", system: "BR", source: from.brazilWomen, confidence: "low", sizes: fromPoints("bust", run(count(34, 52, 2), (n) => 2 * (n + 4))) },
];

// Waist decides trousers and skirts. Britain's, Australia's, Korea's and Brazil's tables name no waist: a label there is refused, not guessed.
const european = (add: number) => fromPoints("waist", enWomen.slice(0, 8).map(([bust, waist]) => [String(bust / 2 - 6 + add), waist] as const), Object.fromEntries(enWomen.map(([bust, , hip]) => [bust / 2 - 6 + add, { hip }])));
const womenTrousers: SizeTable[] = [
  { family: "women-trousers", system: "INCH", source: from.inches, confidence: "high", sizes: fromPoints("waist", run(count(24, 34, 1), (n) => n * 2.54)) },
  { family: "women-trousers", system: "US", source: from.astm, confidence: "high", sizes: fromPoints("waist", astmWaists) },
  { family: "women-trousers", system: "EN", source: from.en13402Waist, confidence: "medium", sizes: fromPoints("waist", enWomen.map(([, waist]) => [String(waist), waist] as const),
    Object.fromEntries(enWomen.map(([, waist, hip]) => [waist, { hip }]))) },
  ...([["DE", 0], ["FR", 2], ["IT", 6]] as const).map(([system, add]): SizeTable => ({ family: "women-trousers", system, source: from.germanWaist, confidence: "low", sizes: european(add) })),
  { family: "women-trousers", system: "RU", source: from.gost, confidence: "high", sizes: fromPoints("waist", gostWaists.map(([label, waist]) => [String(label), waist] as const),
    Object.fromEntries(gostWaists.map(([label, , hip]) => [label, { hip }]))) },
  { family: "women-trousers", system: "CN", source: from.gbt, confidence: "medium", sizes: fromPoints("waist", count(0, 6, 1).map((step) => [`${150 + 5 * step}/${60 + 4 * step}A`, 60 + 4 * step] as const)) },
  // JIS prints ranges that overlap by a centimetre (64–70, 69–77): they are cut in the middle of the overlap.
  { family: "women-trousers", system: "JP", source: from.jisRange, confidence: "medium", sizes: fromRanges([
    ["S", { waist: [58, 64], hip: [82, 90] }], ["M", { waist: [64, 69.5], hip: [87, 95] }], ["L", { waist: [69.5, 77], hip: [92, 100] }], ["LL", { waist: [77, 85], hip: [97, 105] }], ["3L", { waist: [85, 93], hip: [102, 110] }],
  ]) },
];

const halves = [42, 44, 46, 48, 50, 52, 54, 56, 58, 60, 63, 66, 69, 72];
const chinaMen = [["160", 80, 66], ["165", 84, 70], ["170", 88, 74], ["175", 92, 78], ["180", 96, 82], ["185", 100, 86], ["190", 104, 90]] as const;
const letters = [["XXS", 70, 78], ["XS", 78, 86], ["S", 86, 94], ["M", 94, 102], ["L", 102, 110], ["XL", 110, 118], ["XXL", 118, 129], ["3XL", 129, 141], ["4XL", 141, 154]] as const;

const menTops: SizeTable[] = [
  { family: "men-tops", system: "INT", source: from.en13402, confidence: "medium", sizes: fromRanges(letters.map(([label, min, max]) => [label, { chest: [min, max] }])) },
  { family: "men-tops", system: "EN", source: from.en13402, confidence: "medium", sizes: fromPoints("chest", run([...count(84, 120, 4), 126, 132, 138, 144], (n) => n),
    Object.fromEntries([...count(84, 120, 4), 126, 132, 138, 144].map((chest) => [chest, { waist: chest - 12 }]))) },
  { family: "men-tops", system: "EU", source: from.chestHalf, confidence: "high", sizes: fromPoints("chest", run(halves, (n) => 2 * n)) },
  { family: "men-tops", system: "RU", source: from.chestHalf, confidence: "high", sizes: fromPoints("chest", run(halves, (n) => 2 * n)) },
  { family: "men-tops", system: "US", source: from.inches, confidence: "high", sizes: fromPoints("chest", run(count(32, 56, 2), (n) => n * 2.54)) },
  { family: "men-tops", system: "JP", source: from.jisRange, confidence: "medium", sizes: fromRanges([
    ["S", { chest: [80, 88], waist: [68, 76], height: [155, 165] }], ["M", { chest: [88, 96], waist: [76, 84], height: [165, 175] }],
    ["L", { chest: [96, 104], waist: [84, 94], height: [175, 185] }], ["LL", { chest: [104, 112], waist: [94, 104], height: [175, 185] }], ["3L", { chest: [112, 120], waist: [104, 114], height: [175, 185] }],
  ]) },
  { family: "men-tops", system: "KR", source: from.koreaCm, confidence: "high", sizes: fromPoints("chest", run(count(85, 120, 5), (n) => n)) },
  { family: "men-tops", system: "CN", source: from.gbt, confidence: "medium", sizes: fromPoints("chest", chinaMen.map(([height, chest]) => [`${height}/${chest}A`, chest]),
    Object.fromEntries(chinaMen.map(([height, chest, waist]) => [`${height}/${chest}A`, { waist, height: Number(height) }]))) },
  { family: "men-tops", system: "BR", source: from.brazilMen, confidence: "medium", sizes: fromPoints("chest", run(halves.slice(0, 11), (n) => 2 * n)) },
];

const inches = fromPoints("waist", run(count(26, 46, 1), (n) => n * 2.54));
const menTrousers: SizeTable[] = [
  ...["US", "UK", "KR"].map((system): SizeTable => ({ family: "men-trousers", system, source: from.inches, confidence: "high", sizes: inches })),
  ...["DE", "IT", "RU"].map((system): SizeTable => ({ family: "men-trousers", system, source: from.trousers, confidence: "medium", sizes: fromPoints("waist", run(count(40, 64, 2), (n) => 2 * (n - 6))) })),
  { family: "men-trousers", system: "FR", source: from.trousers, confidence: "medium", sizes: fromPoints("waist", run(count(32, 58, 2), (n) => 2 * n)) },
  { family: "men-trousers", system: "BR", source: from.brazilMen, confidence: "high", sizes: fromPoints("waist", run(count(32, 58, 2), (n) => 2 * n)) },
  { family: "men-trousers", system: "JP", source: from.jisRange, confidence: "high", sizes: fromPoints("waist", run(count(64, 118, 3), (n) => n)) },
  { family: "men-trousers", system: "CN", source: from.gbt, confidence: "medium", sizes: fromPoints("waist", chinaMen.map(([height, , waist]) => [`${height}/${waist}A`, waist])) },
  { family: "men-trousers", system: "INT", source: from.letterTrousers, confidence: "low", sizes: fromRanges(letters.map(([label, min, max]) => [label, { waist: [min - 12, max - 12] }])) },
];

export const clothingTables: readonly SizeTable[] = [...women, ...womenTrousers, ...menTops, ...menTrousers];
