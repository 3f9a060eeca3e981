/** The twelve colours in which a listing may be offered, as a studio would light them: muted, never pure. */
export const swatches = {
  black: "#2a2b30", white: "#f3f1ec", red: "#c5303b", navy: "#263863", green: "#42805c", pink: "#e79fb3",
  sand: "#d6c1a0", blue: "#4583c6", brown: "#7b5239", grey: "#8e9298", yellow: "#ecc04a", purple: "#7d5eaa",
} as const;
export type ColourName = keyof typeof swatches;
export const isColourName = (name: string): name is ColourName => Object.hasOwn(swatches, name);

type Lab = readonly [lightness: number, a: number, b: number];

// 8 bit sRGB to linear light as a table, because recolouring asks 250,000 times a picture.
const linear = Float64Array.from({ length: 256 }, (_, value) => {
  const s = value / 255;
  return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
});
const encoded = Uint8Array.from({ length: 4096 }, (_, value) => {
  const l = value / 4095;
  return Math.round(255 * (l <= 0.0031308 ? 12.92 * l : 1.055 * l ** (1 / 2.4) - 0.055));
});
const encode = (l: number) => encoded[Math.round(Math.min(1, Math.max(0, l)) * 4095)]!;

export function toLab(r: number, g: number, b: number): Lab {
  const [R, G, B] = [linear[r]!, linear[g]!, linear[b]!];
  const l = Math.cbrt(0.4122214708 * R + 0.5363325363 * G + 0.0514459929 * B);
  const m = Math.cbrt(0.2119034982 * R + 0.6806995451 * G + 0.1073969566 * B);
  const s = Math.cbrt(0.0883024619 * R + 0.2817188376 * G + 0.6299787005 * B);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

export function fromLab([L, a, b]: Lab): [number, number, number] {
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    encode(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    encode(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    encode(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

export const parseHex = (hex: string): [number, number, number] => [
  parseInt(hex.slice(1, 3), 16), parseInt(hex.slice(3, 5), 16), parseInt(hex.slice(5, 7), 16),
];
export const toHex = (rgb: readonly number[]) => `#${rgb.map((v) => Math.round(v).toString(16).padStart(2, "0")).join("")}`;

/** The same paint under more or less light: `by` is a step of OKLab lightness, so that navy darkens as believably as sand. */
export function lit(hex: string, by: number, saturation = 1): string {
  const [L, a, b] = toLab(...parseHex(hex));
  const to = Math.min(0.985, Math.max(0.08, L + by));
  const fade = saturation * (by > 0 ? 1 - by * 0.8 : 1 + by * 0.5);
  return toHex(fromLab([to, a * fade, b * fade]));
}

/** Mixes two paints in OKLab; `share` is how much of the second. */
export function mixed(one: string, two: string, share: number): string {
  const [p, q] = [toLab(...parseHex(one)), toLab(...parseHex(two))];
  return toHex(fromLab([p[0] + (q[0] - p[0]) * share, p[1] + (q[1] - p[1]) * share, p[2] + (q[2] - p[2]) * share]));
}
