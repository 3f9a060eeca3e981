import sharp, { type OverlayOptions } from "sharp";
import { backdrop, type Paper } from "./backdrop";
import { asInput, castShadow, flipped, footing, lightness, reflection, resized, sprite, type Sprite, turnedBy } from "./sprite";
import { drawings, groupOf, poseOf } from "./subjects";

export type SceneNumber = 1 | 2 | 3 | 4;
type Layers = OverlayOptions[];
type Frame = readonly [width: number, height: number];
const shade = [52, 44, 38] as const;

/** A number from a name: the same key has the same studio on every machine. */
export function seedOf(text: string): number {
  let hash = 2166136261;
  for (const char of text) hash = Math.imul(hash ^ char.charCodeAt(0), 16777619) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 15), 2246822507) >>> 0;
  return (hash ^ (hash >>> 13)) >>> 0;
}

const moods: Record<string, readonly Paper[]> = {
  clothes: ["snow", "warm", "snow", "sand", "mist"], shoes: ["snow", "mist", "warm", "stone"], bags: ["snow", "warm", "sand", "mist"],
  jewellery: ["snow", "blush", "warm", "stone"], electronics: ["snow", "mist", "snow", "stone", "sky"], beauty: ["snow", "blush", "sage", "warm", "sand"],
  home: ["snow", "warm", "sand", "sage"], toys: ["snow", "sky", "warm", "blush"], festival: ["snow", "blush", "sand", "warm"],
  food: ["snow", "warm", "sand", "snow"], fruit: ["snow", "mist", "sky", "warm"], plants: ["snow", "sage", "warm"], pets: ["snow", "sky", "sand", "warm"],
  drinks: ["snow", "mist", "sand", "sage"], sports: ["snow", "mist", "stone", "sky"],
};
const deeper: Record<Paper, Paper> = { snow: "stone", warm: "slate", sand: "sand", mist: "slate", blush: "blush", sage: "sage", sky: "sky", stone: "slate", slate: "slate" };
const withTimber = new Set(["food", "fruit", "home", "plants", "drinks", "tools", "instruments", "books", "festival"]);

function paperFor(key: string, scene: SceneNumber, group: string, subject: Sprite): Paper {
  const list = moods[group] ?? ["snow", "warm", "mist", "stone"];
  // The first picture is the one in the grids of a shop: mostly near-white. Later pictures may have a mood.
  const seed = seedOf(key);
  const chosen = scene === 1 ? list[seed % 3 === 0 ? (seed >>> 4) % list.length : 0]! : list[(1 + scene + (seed >>> 4)) % list.length]!;
  return lightness(subject) > 205 ? deeper[chosen] : chosen;
}

/** Contact shadow (tight and dark) and ambient shadow (wide and pale) under a standing subject. */
function groundShadow(s: Sprite, left: number, ground: number, [width, height]: Frame): Buffer {
  const [from, to] = footing(s);
  const [cx, half] = [left + ((from + to) / 2) * s.width, Math.max(18, ((to - from) / 2) * s.width)];
  const wide = Math.max(half * 1.25, s.width * 0.44);
  const blob = (name: string, opacity: number, x: number, y: number, rx: number, ry: number) =>
    `<radialGradient id="${name}"><stop offset="0" stop-color="#34291f" stop-opacity="${opacity}"/><stop offset=".55" stop-color="#34291f" stop-opacity="${opacity * 0.45}"/><stop offset="1" stop-color="#34291f" stop-opacity="0"/></radialGradient><ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="url(#${name})"/>`;
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${blob("a", 0.3, cx + 22, ground + 2, wide * 1.35, 50)}${blob("b", 0.5, cx + 6, ground - 1, half * 1.22, 22)}${blob("c", 0.75, cx, ground - 1, half * 1.04, 9)}</svg>`);
}
export function stand(layers: Layers, s: Sprite, centre: number, ground: number, gloss = 0.16, frame: Frame = [800, 800]): void {
  const left = centre - s.width / 2;
  if (gloss > 0) layers.push(asInput(reflection(s, gloss), left, ground - 3));
  layers.push({ input: groundShadow(s, left, ground, frame), left: 0, top: 0 }, asInput(s, left, ground - s.height));
}
async function lay(layers: Layers, s: Sprite, cx: number, cy: number, lift = 1): Promise<void> {
  const [left, top] = [cx - s.width / 2, cy - s.height / 2];
  for (const [blur, opacity, dx, dy] of [[34, 0.3, 20, 30], [8, 0.38, 5, 9]] as const) {
    const shadow = await castShadow(s, blur * lift, opacity, shade);
    layers.push(asInput(shadow, left - shadow.margin + dx * lift, top - shadow.margin + dy * lift));
  }
  layers.push(asInput(s, left, top));
}

/** One picture of the gallery, 800 × 800 RGB. */
export async function compose(key: string, subject: string, colour: string, scene: SceneNumber): Promise<Buffer> {
  const [group, pose] = [groupOf(subject), poseOf(subject)];
  const size = scene === 4 ? 1000 : scene === 1 ? 556 : scene === 2 ? 460 : pose === "flat" ? 510 : 480;
  const cut = await sprite(subject, colour, size);
  // Slim goods (bottles, lamps) may stand taller: they would look lost in the frame otherwise.
  const s = scene === 1 && cut.width < size * 0.5 && drawings[subject] ? await sprite(subject, colour, 610) : cut;
  const paper = paperFor(key, scene, group, s);
  const wood = withTimber.has(group);
  const layers: Layers = [];
  let ground: Promise<Buffer>;
  const side = seedOf(key) % 2 ? 1 : -1;
  if (scene === 4) {
    ground = backdrop("table", paper, wood);
    const part = await sharp(s.pixels, { raw: { width: s.width, height: s.height, channels: 4 } })
      .extract({ left: Math.round(Math.max(0, s.width - 800) * 0.35), top: Math.round(Math.max(0, s.height - 800) * 0.3), width: Math.min(800, s.width), height: Math.min(800, s.height) }).raw().toBuffer({ resolveWithObject: true });
    const close = { pixels: part.data, width: part.info.width, height: part.info.height };
    layers.push(asInput(close, (800 - close.width) / 2, (800 - close.height) / 2));
  } else if (pose === "stand") {
    ground = backdrop(scene === 3 ? "plinth" : "floor", paper, wood);
    if (scene === 1) stand(layers, s, 400, Math.min(672, 400 + s.height / 2 + 40));
    else if (scene === 2) {
      const broad = s.width > s.height * 1.25;
      // Shoes come as a pair and keep their direction; a mirrored one would grow together with its neighbour.
      const back = await resized(group === "shoes" ? s : await flipped(s), broad ? 0.74 : 0.84);
      const front = broad ? await resized(s, 0.94) : s;
      const offset = Math.min(250, Math.max(110, s.width * (broad ? 0.3 : 0.42)));
      if (!broad && s.width < 240) stand(layers, await resized(s, 0.84), 400 - side * (offset + 70), 596);
      stand(layers, back, 400 + side * (offset * 0.9 + (s.width < 240 ? 40 : 0)), broad ? 560 : 596);
      stand(layers, front, 400 - side * (s.width < 240 ? 0 : offset * 0.62), 664);
    } else stand(layers, s, 400, 644, wood ? 0 : 0.1);
  } else {
    ground = backdrop(scene === 1 ? "table" : scene === 2 ? "table" : group === "clothes" || group === "jewellery" || group === "bags" ? "cloth" : "board", paper, wood);
    if (scene === 1) await lay(layers, s, 400, 396);
    else if (scene === 2) {
      const narrow = s.width < s.height * 0.62;
      const turn = narrow ? 9 : 13;
      await lay(layers, await turnedBy(await resized(s, 0.84), side * turn), 400 + side * (narrow ? 128 : 150), narrow ? 380 : 286, 0.8);
      await lay(layers, await turnedBy(s, -side * turn * 0.6), 400 - side * (narrow ? 110 : 110), narrow ? 410 : 482);
    } else await lay(layers, await turnedBy(s, side * 5), 400, 400);
  }
  return sharp(await ground, { raw: { width: 800, height: 800, channels: 3 } }).composite(await clipped(layers, 800, 800)).removeAlpha().raw().toBuffer();
}

/** sharp refuses an overlay that is larger than the picture or begins left of it, so overlays are cut to the frame. */
export async function clipped(layers: Layers, width: number, height: number): Promise<Layers> {
  return Promise.all(layers.map(async (layer) => {
    if (!layer.raw) return layer;
    const [left, top] = [layer.left ?? 0, layer.top ?? 0];
    const [x, y] = [Math.max(0, -left), Math.max(0, -top)];
    const [w, h] = [Math.min(layer.raw.width - x, width - Math.max(0, left)), Math.min(layer.raw.height - y, height - Math.max(0, top))];
    if (w <= 0 || h <= 0) return { input: Buffer.alloc(4), raw: { width: 1, height: 1, channels: 4 as const }, left: 0, top: 0 };
    if (w === layer.raw.width && h === layer.raw.height) return layer;
    const input = await sharp(layer.input as Buffer, { raw: { ...layer.raw } }).extract({ left: x, top: y, width: w, height: h }).raw().toBuffer();
    return { ...layer, input, raw: { width: w, height: h, channels: 4 as const }, left: Math.max(0, left), top: Math.max(0, top) };
  }));
}
