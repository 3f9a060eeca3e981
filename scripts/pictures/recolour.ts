import { fromLab, parseHex, toLab } from "./colour";

const ramp = (value: number, from: number, to: number) => Math.min(1, Math.max(0, (value - from) / (to - from)));
const apart = (one: number, two: number) => {
  const d = Math.abs(one - two) % (2 * Math.PI);
  return d > Math.PI ? 2 * Math.PI - d : d;
};

/**
 * Dyes a rendered subject: what carries its main paint takes the new colour, everything else (skin of wood, metal, soles, trims) stays.
 *
 * The main paint is the strongest hue; a subject with hardly any hue (headphones, a ring, a keyboard) is dyed where it is neutral.
 * Light and shade are kept as differences of OKLab lightness around the mean of the paint, because a multiply blend turns
 * black goods into holes and white goods into fog. Pixels are RGBA and are changed in place.
 * `whole` dyes shade and all: for a pale subject whose shadows were rendered in violet, which would stay behind as stains.
 */
export function recolour(pixels: Buffer, target: string, whole = false): void {
  const bins = new Float64Array(36);
  let opaque = 0;
  let coloured = 0;
  for (let i = 0; i < pixels.length; i += 4) {
    if (pixels[i + 3]! < 40) continue;
    const [, a, b] = toLab(pixels[i]!, pixels[i + 1]!, pixels[i + 2]!);
    const chroma = Math.hypot(a, b);
    opaque++;
    if (chroma < 0.08) continue;
    coloured++;
    const bin = Math.floor(((Math.atan2(b, a) + Math.PI) / (2 * Math.PI)) * 36) % 36;
    bins[bin] = bins[bin]! + chroma;
  }
  const byHue = !whole && coloured > opaque * 0.3;
  let hue = 0;
  let most = -1;
  for (let bin = 0; bin < 36; bin++) {
    let near = 0;
    for (let d = -2; d <= 2; d++) near += bins[(bin + d + 36) % 36]!;
    if (near > most) { most = near; hue = ((bin + 0.5) / 36) * 2 * Math.PI - Math.PI; }
  }
  const share = (a: number, b: number) => {
    const chroma = Math.hypot(a, b);
    return byHue
      ? ramp(chroma, 0.03, 0.07) * (1 - ramp(apart(Math.atan2(b, a), hue), 0.85, 1.25))
      : 1 - ramp(chroma, whole ? 0.25 : 0.09, whole ? 0.3 : 0.14);
  };
  let weight = 0;
  let mean = 0;
  let paint = 0;
  for (let i = 0; i < pixels.length; i += 4) {
    if (pixels[i + 3]! < 40) continue;
    const [L, a, b] = toLab(pixels[i]!, pixels[i + 1]!, pixels[i + 2]!);
    const w = share(a, b);
    weight += w; mean += w * L; paint += w * Math.hypot(a, b);
  }
  if (weight === 0) return;
  mean /= weight;
  paint = Math.max(0.02, paint / weight);
  const [tl, ta, tb] = toLab(...parseHex(target));
  // White goods show shade by small steps, black goods by highlights.
  const depth = tl > 0.85 ? 0.6 : tl < 0.35 ? 0.8 : 0.95;
  const top = tl > 0.85 ? tl - 0.02 : tl;
  for (let i = 0; i < pixels.length; i += 4) {
    if (pixels[i + 3]! === 0) continue;
    const [L, a, b] = toLab(pixels[i]!, pixels[i + 1]!, pixels[i + 2]!);
    const w = share(a, b);
    if (w === 0) continue;
    const step = (L - mean) * depth;
    const lightness = Math.min(0.985, Math.max(0.1, top + step));
    const rich = (byHue ? Math.min(1.15, Math.max(0.55, Math.hypot(a, b) / paint)) : 1) * (1 - Math.min(0.6, Math.abs(step) * 0.9));
    const rgb = fromLab([lightness, ta * rich, tb * rich]);
    for (let c = 0; c < 3; c++) pixels[i + c] = Math.round(pixels[i + c]! * (1 - w) + rgb[c]! * w);
  }
}
