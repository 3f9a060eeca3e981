import sharp from "sharp";
import { lit, mixed } from "./colour";
import { leaf } from "./svg";

/** Seamless papers of the studio: light dominates, as on the packshots of a marketplace. */
export const papers = {
  snow: "#f8f8f6", warm: "#ebe8e3", sand: "#eadfce", mist: "#dfe6ea", blush: "#f1dfda", sage: "#dde4d8", sky: "#d9e6f0", stone: "#d5d3cf", slate: "#b9c0c6",
} as const;
export type Paper = keyof typeof papers;
const drawn = new Map<string, Promise<Buffer>>();

/** Rendered once for each kind and paper; 800 × 800 RGB. */
export function backdrop(kind: "floor" | "table" | "plinth" | "board" | "cloth", paperName: Paper, wood: boolean, width = 800, height = 800): Promise<Buffer> {
  const key = [kind, paperName, wood, width, height].join();
  const known = drawn.get(key);
  if (known) return known;
  const made = sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 800 800" preserveAspectRatio="none"><defs>${filters}</defs>${scenery[kind](papers[paperName], wood)}${vignette}</svg>`))
    .removeAlpha().raw().toBuffer();
  drawn.set(key, made);
  return made;
}

const filters = [6, 14, 30].map((b) => `<filter id="b${b}" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="${b}"/></filter>`).join("");
const vignette = '<radialGradient id="v" cx=".46" cy=".42" r=".8"><stop offset=".55" stop-color="#000" stop-opacity="0"/><stop offset="1" stop-color="#1c1712" stop-opacity=".07"/></radialGradient><rect width="800" height="800" fill="url(#v)"/>';
const run = (id: string, stops: string, x2 = 0, y2 = 1) => `<linearGradient id="${id}" x1="0" y1="0" x2="${x2}" y2="${y2}">${stops}</linearGradient>`;
const stop = (at: number, colour: string, opacity = 1) => `<stop offset="${at}" stop-color="${colour}" stop-opacity="${opacity}"/>`;
const lamp = '<radialGradient id="lamp" cx=".4" cy=".32" r=".55"><stop offset="0" stop-color="#fff" stop-opacity=".75"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient><rect width="800" height="800" fill="url(#lamp)"/>';

/** Wall running into the floor in a soft cove at three quarters of the height. */
const cove = (p: string) => run("wall", stop(0, lit(p, -0.015)) + stop(0.6, lit(p, 0.01)) + stop(0.72, lit(p, -0.045)) + stop(0.8, lit(p, 0.005)) + stop(1, lit(p, -0.03)))
  + '<rect width="800" height="800" fill="url(#wall)"/>' + lamp;
const flatlay = (p: string) => run("paper", stop(0, lit(p, 0.02)) + stop(1, lit(p, -0.05)), 1, 1) + '<rect width="800" height="800" fill="url(#paper)"/>' + lamp;
const timber = "#bd9467";
const windowLight = '<g filter="url(#b14)" fill="#fff" opacity=".28"><path d="M60 0 H220 L520 800 H340Z"/><path d="M270 0 H390 L700 800 H560Z"/></g>';
const leaves = (x: number, y: number, paint: string, scale: number) => `<g transform="translate(${x} ${y}) scale(${scale})">` + [[-10, 4, 120, -70], [10, 10, 130, -30], [0, 0, 140, -115], [14, 22, 100, 6]].map(([a, b, s, r]) => leaf(a!, b!, s!, r!, paint)).join("") + "</g>";

const scenery: Record<"floor" | "table" | "plinth" | "board" | "cloth", (p: string, wood: boolean) => string> = {
  floor: (p) => cove(p),
  table: (p) => flatlay(p),
  // A podium in the colour of the paper, or a turned slab of timber for food and home goods, before an arch.
  plinth: (p, wood) => {
    const body = wood ? timber : lit(p, -0.02);
    return cove(p)
      + `<path d="M190 600 V330 A210 210 0 0 1 610 330 V600Z" fill="${mixed(lit(p, -0.06), "#ffffff", 0.08)}"/><path d="M190 600 V330 A210 210 0 0 1 400 120 A190 210 0 0 0 226 330 V600Z" fill="#000" opacity=".05" filter="url(#b6)"/>`
      + `<ellipse cx="420" cy="744" rx="330" ry="26" fill="#2a221a" opacity=".3" filter="url(#b14)"/>`
      + run("side", stop(0, lit(body, -0.1)) + stop(0.25, lit(body, 0.04)) + stop(0.6, lit(body, -0.06)) + stop(1, lit(body, -0.15)), 1, 0)
      + `<path d="M96 640 V720 A304 46 0 0 0 704 720 V640Z" fill="url(#side)"/>` + run("top", stop(0, lit(body, -0.02)) + stop(1, lit(body, 0.07)), 0.3, 1)
      + `<ellipse cx="400" cy="640" rx="304" ry="46" fill="url(#top)"/>`
      + (wood ? `<g fill="none" stroke="${lit(timber, -0.1)}" opacity=".35" stroke-width="2"><ellipse cx="390" cy="640" rx="230" ry="34"/><ellipse cx="384" cy="640" rx="150" ry="22"/></g>` : `<path d="M98 646 A304 46 0 0 0 702 646" fill="none" stroke="#fff" stroke-width="3" opacity=".5"/>`)
      + leaves(706, 612, "#86a07c", 1.1) + windowLight;
  },
  // Seen from above: a round board or a paper disc.
  board: (p, wood) => flatlay(p) + `<ellipse cx="414" cy="424" rx="330" ry="330" fill="#2a221a" opacity=".28" filter="url(#b14)"/>`
    + run("disc", stop(0, lit(wood ? timber : lit(p, -0.05), 0.07)) + stop(1, lit(wood ? timber : lit(p, -0.05), -0.06)), 1, 1) + `<circle cx="400" cy="400" r="330" fill="url(#disc)"/>`
    + (wood ? `<g fill="none" stroke="${lit(timber, -0.09)}" stroke-width="3" opacity=".3"><path d="M90 300 Q400 270 712 310 M72 380 Q400 350 728 396 M80 470 Q380 440 722 480 M120 560 Q400 540 690 560 M160 220 Q400 200 650 226"/></g>` : "")
    + leaves(110, 720, "#86a07c", 1.2) + windowLight,
  cloth: (p) => flatlay(p) + `<g filter="url(#b14)"><path d="M-40 700 C160 560 300 690 460 600 S720 470 840 520 V840 H-40Z" fill="${lit(p, -0.09)}"/></g><path d="M-40 716 C160 580 300 706 460 616 S720 486 840 536 V840 H-40Z" fill="${lit(p, -0.03)}"/>`
    + `<g filter="url(#b14)" fill="none" stroke-width="16"><path d="M20 800 C180 660 330 760 520 664 S740 570 830 590" stroke="${lit(p, -0.13)}" opacity=".8"/><path d="M140 830 C280 730 440 790 600 720 S760 660 830 670" stroke="${lit(p, 0.06)}"/><path d="M260 840 C420 770 560 800 830 730" stroke="${lit(p, -0.13)}" opacity=".7"/></g>`
    + leaves(690, 150, "#93a98a", 1.1) + windowLight,
};
