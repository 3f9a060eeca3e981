import { lit } from "./colour";

/**
 * The drawing kit of our own subjects: a 600 × 600 table, light from the upper left, every shape a gradient with a highlight and a
 * shaded edge. Shapes are strings of SVG, so that a drawing is one expression and is sharp at every size.
 */
export interface Drawing {
  /** Paint of the goods when colour is not an option. */
  readonly natural: string;
  readonly pose: "stand" | "flat";
  readonly draw: (paint: string) => string;
}
export type Point = readonly [x: number, y: number];

export const steel = "#b9bec6";
export const gold = "#cfa64f";
export const oak = "#b98a5a";
export const ink = "#2b2d33";
export const paper = "#f5f1e8";
export const amber = "#8a4a1c";

let ids = 0;
const id = () => `g${(ids = (ids + 1) % 100_000)}`;

export type Fill = { readonly defs: string; readonly ref: string };
const stops = (list: readonly (readonly [number, string, number?])[]) =>
  list.map(([at, colour, opacity]) => `<stop offset="${at}" stop-color="${colour}"${opacity === undefined ? "" : ` stop-opacity="${opacity}"`}/>`).join("");
export function gradient(list: readonly (readonly [number, string, number?])[], [x1, y1, x2, y2]: readonly [number, number, number, number]): Fill {
  const name = id();
  return { defs: `<linearGradient id="${name}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stops(list)}</linearGradient>`, ref: `url(#${name})` };
}
export function radial(list: readonly (readonly [number, string, number?])[], cx = 0.36, cy = 0.3, r = 0.75): Fill {
  const name = id();
  return { defs: `<radialGradient id="${name}" cx="${cx}" cy="${cy}" r="${r}">${stops(list)}</radialGradient>`, ref: `url(#${name})` };
}

/** Light around a turned body: dark edges, a lit left third, a little light thrown back on the right rim. */
export const turned = (paint: string) => gradient([
  [0, lit(paint, -0.16)], [0.07, lit(paint, -0.06)], [0.24, lit(paint, 0.1)], [0.42, paint], [0.72, lit(paint, -0.09)], [0.94, lit(paint, -0.19)], [1, lit(paint, -0.1)],
], [0, 0, 1, 0]);
/** Polished metal: hard bands instead of a soft turn. */
export const polished = (paint: string) => gradient([
  [0, lit(paint, -0.28)], [0.1, lit(paint, 0.06)], [0.22, lit(paint, 0.22)], [0.36, lit(paint, -0.02)], [0.52, lit(paint, -0.2)], [0.68, lit(paint, 0.04)], [0.86, lit(paint, 0.16)], [1, lit(paint, -0.26)],
], [0, 0, 1, 0]);
export const slanted = (paint: string, depth = 1) => gradient([[0, lit(paint, 0.1 * depth)], [0.45, paint], [1, lit(paint, -0.12 * depth)]], [0, 0, 0.8, 1]);
export const downward = (paint: string, depth = 1) => gradient([[0, lit(paint, 0.08 * depth)], [1, lit(paint, -0.1 * depth)]], [0, 0, 0, 1]);
export const ball = (paint: string) => radial([[0, lit(paint, 0.2)], [0.35, lit(paint, 0.05)], [0.7, lit(paint, -0.07)], [1, lit(paint, -0.24)]]);

const asFill = (fill: Fill | string): Fill => (typeof fill === "string" ? { defs: "", ref: fill } : fill);
export function path(d: string, fill: Fill | string, extra = ""): string {
  const f = asFill(fill);
  return `${f.defs}<path d="${d}" fill="${f.ref}" ${extra}/>`;
}
export function rect(x: number, y: number, w: number, h: number, r: number, fill: Fill | string, extra = ""): string {
  const f = asFill(fill);
  return `${f.defs}<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${r}" fill="${f.ref}" ${extra}/>`;
}
export function oval(cx: number, cy: number, rx: number, ry: number, fill: Fill | string, extra = ""): string {
  const f = asFill(fill);
  return `${f.defs}<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}" fill="${f.ref}" ${extra}/>`;
}
export const line = (d: string, colour: string, width: number, extra = "") =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${extra}/>`;
export const group = (content: string, transform: string, extra = "") => `<g transform="${transform}" ${extra}>${content}</g>`;
/** Keeps `content` inside the outline `d`. */
export function inside(d: string, content: string): string {
  const name = id();
  return `<clipPath id="${name}"><path d="${d}"/></clipPath><g clip-path="url(#${name})">${content}</g>`;
}
export const soft = (content: string, blur: 2 | 4 | 8 | 16 = 8) => `<g filter="url(#blur${blur})">${content}</g>`;

/** A cord, strap or wire with its own roundness: a dark, a middle and a light stroke on one course. */
export const cord = (d: string, paint: string, width: number) =>
  line(d, lit(paint, -0.18), width) + line(d, paint, width * 0.78) + `<g transform="translate(${-width * 0.1} ${-width * 0.14})">${line(d, lit(paint, 0.13), width * 0.26, 'opacity="0.8"')}</g>`;

/** Outline of a turned body from half widths at heights, top first; `bow` is how far the round base reaches down. */
export function profile(cx: number, points: readonly Point[], bow = 10): string {
  const right = points.map(([r, y]) => [cx + r, y] as Point);
  const left = points.map(([r, y]) => [cx - r, y] as Point).reverse();
  const [first, last] = [right[0]!, left[0]!];
  return `M${left.at(-1)!.join(" ")} Q${cx} ${left.at(-1)![1] - bow * 0.3} ${first.join(" ")} ${smooth(right)} Q${cx} ${last[1] + bow * 2} ${last.join(" ")} ${smooth(left)} Z`;
}
/** A rounded course through points whose first is already the pen's place (Catmull-Rom with a low tension, so shoulders stay shoulders). */
export function smooth(points: readonly Point[]): string {
  let d = "";
  for (let i = 0; i < points.length - 1; i++) {
    const [p0, p1, p2, p3] = [points[Math.max(0, i - 1)]!, points[i]!, points[i + 1]!, points[Math.min(points.length - 1, i + 2)]!];
    const k = 0.13;
    d += `C${p1[0] + (p2[0] - p0[0]) * k} ${p1[1] + (p2[1] - p0[1]) * k} ${p2[0] - (p3[0] - p1[0]) * k} ${p2[1] - (p3[1] - p1[1]) * k} ${p2[0]} ${p2[1]} `;
  }
  return d;
}

/** A body of glass, ceramic or plastic turned around an axis, with the streak of a softbox on its left. */
export function turnedBody(cx: number, points: readonly Point[], paint: string, { bow = 10, gloss = 0.5, metal = false } = {}): string {
  const d = profile(cx, points, bow);
  const wide = Math.max(...points.map(([r]) => r));
  const [top, bottom] = [points[0]![1], points.at(-1)![1]];
  const streak = gradient([[0, "#fff", 0], [0.15, "#fff", gloss], [0.8, "#fff", gloss * 0.7], [1, "#fff", 0]], [0, 0, 0, 1]);
  return path(d, metal ? polished(paint) : turned(paint))
    + inside(d, soft(rect(cx - wide * 0.68, top, wide * 0.2, bottom - top, wide * 0.1, streak), 4)
      + soft(rect(cx - wide * 1.1, bottom - 14, wide * 2.2, 30, 0, lit(paint, -0.3), 'opacity="0.3"'), 8));
}
/** A flat panel with a lit upper edge. */
export function panel(x: number, y: number, w: number, h: number, r: number, paint: string, depth = 1): string {
  return rect(x, y, w, h, r, slanted(paint, depth)) + rect(x + 1.5, y + 1.5, w - 3, h - 3, Math.max(0, r - 1.5), "none", `stroke="${lit(paint, 0.16)}" stroke-width="2" opacity="0.45"`);
}
/** Cloth or leather cut to an outline: soft folds, a shaded rim, a lit shoulder. */
export function cloth(d: string, paint: string, folds: readonly string[] = [], depth = 1): string {
  const fold = folds.map((f) => line(f, lit(paint, -0.17 * depth), 13, 'opacity="0.55"') + group(line(f, lit(paint, 0.13 * depth), 8, 'opacity="0.6"'), "translate(-11 -4)")).join("");
  return path(d, slanted(paint, depth))
    + inside(d, soft(fold + line(d, lit(paint, -0.24 * depth), 12, 'opacity="0.6"'), 8) + group(line(d, lit(paint, 0.12), 3, 'opacity="0.5"'), "translate(2 3)"));
}
export const stitches = (d: string, colour: string, width = 2) => line(d, colour, width, 'stroke-dasharray="7 6" opacity="0.8"');
export const mirrored = (content: string, axis = 300) => content + group(content, `translate(${axis * 2} 0) scale(-1 1)`);

/** A leaf with a midrib, for labels and for props. */
export const leaf = (x: number, y: number, size: number, turn: number, paint: string) => group(
  path("M0 0 C20 -40 70 -46 100 0 C70 30 24 30 0 0Z", slanted(paint)) + line("M4 0 Q50 -10 94 0", lit(paint, 0.16), 2, 'opacity="0.7"'),
  `translate(${x} ${y}) rotate(${turn}) scale(${size / 100})`);

export const sheet = (content: string, width: number, height: number, view = "0 0 600 600") =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${view}"><defs>${[2, 4, 8, 16].map((b) =>
    `<filter id="blur${b}" x="-40%" y="-40%" width="180%" height="180%"><feGaussianBlur stdDeviation="${b}"/></filter>`).join("")}</defs>${content}</svg>`;
