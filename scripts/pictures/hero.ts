import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import sharp, { type OverlayOptions } from "sharp";
import { lit } from "./colour";
import { clipped, stand } from "./scene";
import { sprite } from "./sprite";
import { leaf } from "./svg";

/** One thing on the stage: centre, ground and height in a 1600 × 600 frame. Things stand on their order: first is furthest back. */
type Thing = readonly [subject: string, colour: string, x: number, ground: number, size: number];
/** A round podium: centre, top, half width, height. */
type Podium = readonly [x: number, top: number, half: number, height: number];
interface Stage { readonly wall: string; readonly accent: string; readonly leaves: boolean; readonly podiums: readonly Podium[]; readonly things: readonly Thing[] }

// The leading 38 % stays empty: the page sets its words there (mirrored by the page for right-to-left storefronts).
const stages: readonly Stage[] = [
  { wall: "#f3dcd6", accent: "#e6bdb6", leaves: true, podiums: [[1090, 400, 200, 140], [1390, 450, 130, 90], [780, 460, 130, 80]],
    things: [["cherries", "natural", 1090, 402, 330], ["peach", "natural", 1390, 452, 200], ["grapes", "natural", 790, 462, 220], ["mango", "natural", 960, 556, 170], ["strawberry", "natural", 1240, 560, 140], ["blueberries", "natural", 690, 566, 120], ["kiwi-fruit", "natural", 1500, 560, 130]] },
  { wall: "#e9e1d4", accent: "#d6c6ae", leaves: false, podiums: [[860, 400, 160, 150], [1160, 450, 170, 90], [1430, 370, 120, 180]],
    things: [["crossbody-bag", "natural", 860, 402, 310], ["tote-bag", "natural", 1430, 372, 290], ["high-heel", "red", 1160, 452, 240], ["sneaker", "natural", 1010, 570, 230], ["chelsea-boot", "natural", 1300, 572, 210], ["wallet", "natural", 700, 566, 130]] },
  { wall: "#e6e9df", accent: "#cdd6c2", leaves: true, podiums: [[960, 420, 170, 130], [1260, 370, 140, 180], [1470, 460, 100, 80]],
    things: [["pump-bottle", "natural", 1260, 372, 300], ["serum-bottle", "natural", 910, 422, 280], ["perfume", "pink", 1030, 424, 220], ["skincare-jar", "natural", 1120, 568, 180], ["cosmetic-tube", "sand", 1470, 462, 270], ["lipstick", "red", 1370, 566, 180], ["powder-compact", "natural", 780, 562, 180]] },
  { wall: "#dbe3ec", accent: "#bdcbdb", leaves: false, podiums: [[1110, 440, 260, 110], [1440, 390, 120, 160], [790, 470, 120, 80]],
    things: [["laptop", "natural", 1110, 444, 350], ["bluetooth-speaker", "navy", 1440, 392, 220], ["headphones", "navy", 790, 472, 280], ["smart-watch", "natural", 960, 566, 190], ["earbuds", "natural", 1250, 566, 160], ["game-controller", "purple", 1470, 570, 160], ["camera", "natural", 680, 570, 140]] },
  { wall: "#ebe4d8", accent: "#d2c3a8", leaves: true, podiums: [[1080, 430, 220, 120], [1400, 400, 130, 150], [790, 450, 130, 100]],
    things: [["vase", "natural", 1400, 402, 300], ["table-lamp", "natural", 790, 452, 340], ["tea-set", "natural", 1080, 434, 270], ["scented-candle", "sand", 1290, 566, 180], ["ceramic-bowl", "blue", 930, 568, 190], ["tea-tin", "green", 1500, 568, 180], ["towel", "sand", 690, 570, 150]] },
  { wall: "#efd9d0", accent: "#d9a79c", leaves: false, podiums: [[1080, 420, 200, 130], [1400, 440, 150, 100], [790, 450, 130, 90]],
    things: [["gift-box", "red", 1080, 424, 310], ["moon-cake", "natural", 1400, 442, 210], ["paper-lantern", "natural", 790, 440, 270], ["party-popper", "natural", 940, 566, 150], ["tea-tin", "red", 1240, 568, 200], ["ornament", "yellow", 1500, 566, 150], ["ribbon-bow", "natural", 680, 566, 130]] },
];

function scenery({ wall, accent, leaves, podiums }: Stage, width: number, height: number, at: string): string {
  const podium = ([x, top, half, tall]: Podium, i: number) => `<linearGradient id="p${i}"><stop offset="0" stop-color="${lit(wall, -0.1)}"/><stop offset=".28" stop-color="${lit(wall, 0.05)}"/><stop offset="1" stop-color="${lit(wall, -0.13)}"/></linearGradient>
    <ellipse cx="${x + 24}" cy="${top + tall + 8}" rx="${half * 1.2}" ry="${half * 0.16}" fill="#3a2c20" opacity=".28" filter="url(#soft)"/>
    <path d="M${x - half} ${top} V${top + tall} A${half} ${half * 0.13} 0 0 0 ${x + half} ${top + tall} V${top}Z" fill="url(#p${i})"/><ellipse cx="${x}" cy="${top}" rx="${half}" ry="${half * 0.13}" fill="${lit(wall, 0.045)}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><filter id="soft" x="-40%" y="-80%" width="180%" height="260%"><feGaussianBlur stdDeviation="12"/></filter><filter id="wide"><feGaussianBlur stdDeviation="26"/></filter>
    <linearGradient id="w" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${lit(wall, -0.01)}"/><stop offset=".72" stop-color="${lit(wall, 0.015)}"/><stop offset=".8" stop-color="${lit(wall, -0.045)}"/><stop offset="1" stop-color="${lit(wall, 0)}"/></linearGradient>
    <radialGradient id="l" cx=".66" cy=".3" r=".5"><stop offset="0" stop-color="#fff" stop-opacity=".6"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient></defs>
    <rect width="${width}" height="${height}" fill="url(#w)"/><g transform="${at}">
    <path d="M900 470 V250 A210 210 0 0 1 1320 250 V470Z" fill="${accent}" opacity=".55"/><circle cx="1440" cy="190" r="130" fill="${accent}" opacity=".35"/></g><rect width="${width}" height="${height}" fill="url(#l)"/><g transform="${at}">
    <g filter="url(#wide)" fill="#fff" opacity=".3"><path d="M640 -20 H760 L1060 640 H900Z"/><path d="M820 -20 H900 L1220 640 H1110Z"/></g>
    ${podiums.map(podium).join("")}${leaves ? [[1580, 420, 150, -150], [1590, 440, 170, -115], [1570, 460, 140, 178], [640, 500, 110, -70], [650, 510, 100, -25]].map(([x, y, s, t]) => leaf(x!, y!, s!, t!, "#8aa27e")).join("") : ""}</g></svg>`;
}

async function drawHero(stage: Stage, wide: boolean): Promise<Buffer> {
  const [width, height] = wide ? [1600, 600] : [800, 500];
  const place = wide ? { scale: 1, x: 0, y: 0 } : { scale: 0.79, x: -480, y: 18 };
  const layers: OverlayOptions[] = [];
  for (const [subject, colour, x, ground, size] of stage.things) {
    const s = await sprite(subject, colour, Math.round(size * place.scale));
    stand(layers, s, Math.round(x * place.scale + place.x), Math.round(ground * place.scale + place.y), 0.1, [width, height]);
  }
  const at = `translate(${place.x} ${place.y}) scale(${place.scale})`;
  return sharp(Buffer.from(scenery(stage, width, height, at))).composite(await clipped(layers, width, height)).removeAlpha().webp({ quality: 80, effort: 4, smartSubsample: true }).toBuffer();
}

/** Writes hero-1 … hero-6 (fruit, shoes and bags, cosmetics, electronics, home and tea, festival) for wide screens (1600 × 600) and phones (800 × 500). */
export async function drawHeroes(folder: string, sources: string): Promise<number> {
  const stamp = createHash("sha1").update(sources).update(JSON.stringify(stages)).update(scenery.toString()).update(drawHero.toString()).digest("hex").slice(0, 12);
  const stampFile = path.join(folder, "hero-inputs.json");
  const names = stages.flatMap((_, i) => [1600, 800].map((width) => path.join(folder, `hero-${i + 1}-${width}.webp`)));
  if (names.every((name) => existsSync(name)) && existsSync(stampFile) && JSON.parse(await readFile(stampFile, "utf8")) === stamp) return 0;
  for (const [i, stage] of stages.entries()) {
    await writeFile(path.join(folder, `hero-${i + 1}-1600.webp`), await drawHero(stage, true));
    await writeFile(path.join(folder, `hero-${i + 1}-800.webp`), await drawHero(stage, false));
  }
  await writeFile(stampFile, JSON.stringify(stamp) + "\n");
  return names.length;
}
