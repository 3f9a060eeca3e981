/**
 * Product pictures of the demo catalogue: `tsx scripts/pictures.ts`.
 * Deterministic: same list, same sources, same pictures. Writes public/pictures/<key>-<scene>-<width>.webp and index.json.
 */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import { rgbaToThumbHash } from "thumbhash";
import { isColourName, toHex } from "./pictures/colour";
import { drawHeroes } from "./pictures/hero";
import { compose, type SceneNumber } from "./pictures/scene";
import { drawings, isSubject, subjectNames } from "./pictures/subjects";

interface Order { readonly key: string; readonly subject: string; readonly colour?: string | null }
interface Entry { readonly thumbhash: string; readonly width: number; readonly height: number; readonly dominant: string; readonly inputs: string }

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");
const out = path.join(root, "public/pictures");
const list = path.join(root, "prisma/seed/catalogue/pictures.json");

async function orders(): Promise<readonly Order[]> {
  const wanted: readonly Order[] = existsSync(list) ? JSON.parse(await readFile(list, "utf8")) : subjectNames.map((subject) => ({ key: subject, subject }));
  const unknown = [...new Set(wanted.filter((o) => !isSubject(o.subject)).map((o) => o.subject))];
  const uncoloured = [...new Set(wanted.map((o) => o.colour ?? "natural").filter((c) => c !== "natural" && !isColourName(c)))];
  const keys = new Set<string>();
  const twice = wanted.filter((o) => keys.size === keys.add(o.key).size).map((o) => o.key);
  const badKeys = wanted.map((o) => o.key).filter((key) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(key));
  const faults = [["unknown subjects", unknown], ["unknown colours", uncoloured], ["keys given twice", twice], ["keys that are not kebab-case", badKeys]] as const;
  const said = faults.filter(([, names]) => names.length > 0).map(([what, names]) => `${what}: ${names.join(", ")}`);
  if (said.length > 0) throw new Error(`pictures: ${said.join("; ")}`);
  return wanted;
}

/** What the drawing depends on besides the order: our own sources and the renders' version. */
async function sourceHash(): Promise<string> {
  const folder = path.join(root, "scripts/pictures");
  const hash = createHash("sha1");
  for (const file of (await readdir(folder)).filter((name) => name !== "hero.ts").sort()) hash.update(file).update(await readFile(path.join(folder, file)));
  hash.update(await readFile(path.join(root, "node_modules/@lobehub/fluent-emoji-3d/package.json")));
  return hash.digest("hex");
}

const fileOf = (name: string, width: number) => path.join(out, `${name}-${width}.webp`);

async function write(pixels: Buffer, name: string, inputs: string): Promise<Entry> {
  const picture = sharp(pixels, { raw: { width: 800, height: 800, channels: 3 } });
  const half = await picture.clone().resize(400, 400).raw().toBuffer();
  const tiny = await sharp(half, { raw: { width: 400, height: 400, channels: 3 } }).resize(64, 64).ensureAlpha().raw().toBuffer();
  const [big, small] = await Promise.all([
    picture.webp({ quality: 78, effort: 2, smartSubsample: true }).toBuffer(),
    sharp(half, { raw: { width: 400, height: 400, channels: 3 } }).webp({ quality: 76, effort: 3 }).toBuffer(),
  ]);
  await Promise.all([writeFile(fileOf(name, 800), big), writeFile(fileOf(name, 400), small)]);
  const sum = [0, 0, 0];
  for (let i = 0; i < tiny.length; i++) if (i % 4 < 3) sum[i % 4] = sum[i % 4]! + tiny[i]!;
  return { thumbhash: Buffer.from(rgbaToThumbHash(64, 64, tiny)).toString("base64"), width: 800, height: 800, dominant: toHex(sum.map((v) => v / 4096)), inputs };
}

async function main(): Promise<void> {
  const wanted = await orders();
  await mkdir(out, { recursive: true });
  const indexFile = path.join(out, "index.json");
  const before: Record<string, Entry | undefined> = existsSync(indexFile) ? JSON.parse(await readFile(indexFile, "utf8")) : {};
  const sources = await sourceHash();
  const index: Record<string, Entry> = {};
  // A render enlarged four times shows nothing new; only our vector drawings earn a close-up.
  const jobs = wanted.flatMap((order) => (drawings[order.subject] ? [1, 2, 3, 4] : [1, 2, 3]).map((scene) => ({ order, scene: scene as SceneNumber })));
  let [made, next] = [0, 0];
  const started = performance.now();
  const save = async () => {
    const sorted = Object.entries(index).sort(([a], [b]) => (a < b ? -1 : 1));
    const whole = `${indexFile}.new`;
    await writeFile(whole, `{\n${sorted.map(([name, entry]) => `${JSON.stringify(name)}:${JSON.stringify(entry)}`).join(",\n")}\n}\n`);
    await rename(whole, indexFile);
  };
  // A run that is stopped leaves its work known: the index is saved on the way, never half written.
  let saving = Promise.resolve();
  const studio = async () => {
    for (let job = jobs[next++]; job; job = jobs[next++]) {
      const { order, scene } = job;
      const name = `${order.key}-${scene}`;
      const inputs = createHash("sha1").update(JSON.stringify([sources, order.key, order.subject, order.colour ?? null, scene])).digest("hex").slice(0, 12);
      const known = before[name];
      if (known?.inputs === inputs && existsSync(fileOf(name, 800)) && existsSync(fileOf(name, 400))) { index[name] = known; continue; }
      index[name] = await write(await compose(order.key, order.subject, order.colour ?? "natural", scene), name, inputs);
      if (++made % 200 === 0) saving = saving.then(save);
    }
  };
  sharp.concurrency(1);
  await Promise.all([studio(), studio()]);
  await saving;
  await save();
  const gone = (await readdir(out)).filter((file) => { const name = /^(?!hero-)(.+)-(?:400|800)\.webp$/.exec(file)?.[1]; return name !== undefined && !index[name]; });
  await Promise.all(gone.map((file) => rm(path.join(out, file))));
  const heroes = await drawHeroes(out, sources);
  const seconds = (performance.now() - started) / 1000;
  console.log(`pictures: ${made} made, ${jobs.length - made} up to date, ${gone.length} files removed, ${heroes} hero banners drawn, ${seconds.toFixed(1)} s`);
}

main().catch((error: unknown) => { console.error(error instanceof Error ? error.message : error); process.exitCode = 1; });
