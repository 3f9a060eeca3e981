import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import sharp, { type OverlayOptions, type Sharp } from "sharp";
import { isColourName, swatches } from "./colour";
import { recolour } from "./recolour";
import { drawings, renders } from "./subjects";
import { sheet } from "./svg";

export interface Sprite { readonly pixels: Buffer; readonly width: number; readonly height: number }
const renderFolder = path.join(path.dirname(createRequire(import.meta.url).resolve("@lobehub/fluent-emoji-3d/package.json")), "assets");

/** The paint of a drawn subject in a colour; a colour is one of our twelve, "natural", or a hex paint (heroes). */
const paintOf = (colour: string, natural: string) => (isColourName(colour) ? swatches[colour] : colour.startsWith("#") ? colour : natural);

/**
 * A subject cut out, trimmed, at most `size` pixels wide and high.
 *
 * Renders are 256 px: they are enlarged with Lanczos and sharpened, and their alpha is steepened, because an enlarged soft edge is
 * what the eye reads as "blurry". Drawn subjects are vectors and are sharp at every size.
 */
async function cutOut(subject: string, colour: string, size: number): Promise<Sprite> {
  const drawing = drawings[subject];
  if (drawing) {
    const edge = Math.round(size * 1.18);
    const svg = Buffer.from(sheet(drawing.draw(paintOf(colour, drawing.natural)), edge, edge));
    return finished(sharp(svg).trim({ threshold: 8 }).resize(size, size, { fit: "inside" }));
  }
  const render = renders[subject];
  if (!render) throw new Error(`unknown subject ${subject}`);
  const { data, info } = await sharp(await readFile(path.join(renderFolder, `${render.file}.webp`))).ensureAlpha().trim({ threshold: 8 }).raw().toBuffer({ resolveWithObject: true });
  if (isColourName(colour)) recolour(data, swatches[colour], render.dye === "whole");
  const small = sharp(data, { raw: { width: info.width, height: info.height, channels: 4 } });
  const large = await finished(small.resize(size, size, { fit: "inside", kernel: "lanczos3" }).sharpen({ sigma: 1.2, m1: 0.3, m2: 0.9 }));
  const steep = Math.max(1, (size / 256) * 1.25);
  for (let i = 3; i < large.pixels.length; i += 4) large.pixels[i] = Math.min(255, Math.max(0, (large.pixels[i]! - 128) * steep + 128));
  return large;
}

const masterSize = 610;
const masters = new Map<string, Promise<Sprite>>();

/** A subject at most `size` wide and high. The pictures of one gallery share one cut-out, which is the dear part of a picture. */
export async function sprite(subject: string, colour: string, size: number): Promise<Sprite> {
  if (size > masterSize) return cutOut(subject, colour, size);
  const key = `${subject}/${colour}`;
  const master = masters.get(key) ?? cutOut(subject, colour, masterSize);
  masters.set(key, master);
  if (masters.size > 6) masters.delete(masters.keys().next().value!);
  return size === masterSize ? master : finished(raw(await master).resize(size, size, { fit: "inside" }));
}

async function finished(image: Sharp): Promise<Sprite> {
  const { data, info } = await image.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { pixels: data, width: info.width, height: info.height };
}

const raw = (s: Sprite) => sharp(s.pixels, { raw: { width: s.width, height: s.height, channels: 4 } });
export const asInput = (s: Sprite, left: number, top: number): OverlayOptions =>
  ({ input: s.pixels, raw: { width: s.width, height: s.height, channels: 4 }, left: Math.round(left), top: Math.round(top) });
export const resized = (s: Sprite, factor: number) => finished(raw(s).resize(Math.round(s.width * factor), Math.round(s.height * factor)));
export const turnedBy = (s: Sprite, degrees: number) => finished(raw(s).rotate(degrees, { background: "#0000" }).trim({ threshold: 6 }));
export const flipped = (s: Sprite) => finished(raw(s).flop());

/** Where a standing subject touches the ground, as shares of its width. */
export function footing(s: Sprite): readonly [from: number, to: number] {
  let [from, to] = [s.width, 0];
  for (let y = Math.floor(s.height * 0.93); y < s.height; y++) for (let x = 0; x < s.width; x++) {
    if (s.pixels[(y * s.width + x) * 4 + 3]! < 128) continue;
    from = Math.min(from, x); to = Math.max(to, x);
  }
  return to > from ? [from / s.width, to / s.width] : [0.2, 0.8];
}

/** Mean lightness 0–255 of the opaque part: pale goods get a deeper backdrop. */
export function lightness(s: Sprite): number {
  let [sum, count] = [0, 1];
  for (let i = 0; i < s.pixels.length; i += 64) if (s.pixels[i + 3]! > 128) { sum += (s.pixels[i]! * 2 + s.pixels[i + 1]! * 5 + s.pixels[i + 2]!) / 8; count++; }
  return sum / count;
}

/** A glossy floor's faint picture of the subject, fading within a quarter of its height. */
export function reflection(s: Sprite, strength: number): Sprite {
  const height = Math.max(1, Math.round(s.height * 0.26));
  const pixels = Buffer.alloc(s.width * height * 4);
  for (let y = 0; y < height; y++) {
    const fade = strength * (1 - y / height) ** 1.6;
    const from = (s.height - 1 - y) * s.width * 4;
    s.pixels.copy(pixels, y * s.width * 4, from, from + s.width * 4);
    for (let x = 0; x < s.width; x++) { const a = (y * s.width + x) * 4 + 3; pixels[a] = pixels[a]! * fade; }
  }
  return { pixels, width: s.width, height };
}

/** The shadow of something that lies on paper: its silhouette, blurred at a quarter of the size because blur hides the difference. */
export async function castShadow(s: Sprite, blur: number, opacity: number, tint: readonly [number, number, number]): Promise<Sprite & { readonly margin: number }> {
  const q = 4;
  const margin = Math.ceil((blur * 3) / q) * q;
  const [w, h] = [Math.ceil(s.width / q), Math.ceil(s.height / q)];
  const [W, H] = [w + (2 * margin) / q, h + (2 * margin) / q];
  const flat = Buffer.alloc(W * H * 4);
  for (let y = 0; y < H; y++) for (let x = 0; x < W; x++) {
    const [sx, sy] = [(x - margin / q) * q, (y - margin / q) * q];
    const o = (y * W + x) * 4;
    flat[o] = tint[0]; flat[o + 1] = tint[1]; flat[o + 2] = tint[2];
    if (sx >= 0 && sy >= 0 && sx < s.width && sy < s.height) flat[o + 3] = s.pixels[(sy * s.width + sx) * 4 + 3]! * opacity;
  }
  const alpha = await sharp(flat, { raw: { width: W, height: H, channels: 4 } }).extractChannel(3).blur(Math.max(0.4, blur / q)).raw().toBuffer();
  for (let i = 0; i < W * H; i++) flat[i * 4 + 3] = alpha[i]!;
  return { ...(await finished(sharp(flat, { raw: { width: W, height: H, channels: 4 } }).resize(W * q, H * q, { kernel: "cubic" }))), margin };
}
