import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { Readable } from "node:stream";
import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";
import { rgbaToThumbHash } from "thumbhash";
import { ok, refuse, type Result } from "@/kernel/result";
import { newFileName } from "../clock";
import { env } from "../env";

// Decoders that product pictures do not need have been the way in for attackers (libheif 2026, SVG, TIFF): they stay shut.
sharp.block({ operation: ["VipsForeignLoadSvg", "VipsForeignLoadTiff", "VipsForeignLoadGif", "VipsForeignLoadPdf", "VipsForeignLoadMagick"] });

const maxBytes = 10 * 1024 * 1024;
const maxPixels = 40_000_000;
export const pictureWidths = [400, 800] as const;

export type UploadRefusal =
  | { readonly code: "media.too-large"; readonly megabytes: number }
  | { readonly code: "media.not-this-kind" }
  | { readonly code: "media.unreadable" };

const images = new Set(["image/jpeg", "image/png", "image/webp", "image/avif"]);
const directory = (): string => resolve(env().DATA_DIR, "media");

const decode = (bytes: Uint8Array) => sharp(bytes, { limitInputPixels: maxPixels, failOn: "warning", pages: 1 }).rotate();

const store = async (name: string, bytes: Uint8Array): Promise<void> => {
  await mkdir(directory(), { recursive: true });
  const path = join(directory(), name);
  await writeFile(`${path}.part`, bytes, { mode: 0o600 });
  await rename(`${path}.part`, path);
};

/**
 * Takes a product picture: known by its content and never by its name, at most 10 MB and 40 megapixels, drawn anew as WebP
 * (whatever was appended or embedded is gone), in the widths that pages ask for.
 */
export const storePicture = async (bytes: Uint8Array): Promise<Result<{ path: string; widths: number[]; thumbhash: string }, UploadRefusal>> => {
  if (bytes.byteLength > maxBytes) return refuse({ code: "media.too-large", megabytes: 10 });
  const kind = await fileTypeFromBuffer(bytes);
  if (!kind || !images.has(kind.mime)) return refuse({ code: "media.not-this-kind" });
  try {
    const name = `up-${newFileName()}`;
    for (const width of pictureWidths) {
      await store(`${name}-${width}.webp`, await decode(bytes).resize(width, width, { fit: "contain", background: "#ffffff" }).webp({ quality: 80 }).toBuffer());
    }
    const { data, info } = await decode(bytes).resize(64, 64, { fit: "inside" }).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    return ok({ path: `/media/${name}`, widths: [...pictureWidths], thumbhash: Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString("base64") });
  } catch {
    return refuse({ code: "media.unreadable" });
  }
};

/** Takes a paper of an application: a PDF as it is, an image drawn anew. Kept outside the web root under a name of ours. */
export const storeDocument = async (
  bytes: Uint8Array,
): Promise<Result<{ storedAs: string; contentType: string; bytes: number; sha256: string }, UploadRefusal>> => {
  if (bytes.byteLength > maxBytes) return refuse({ code: "media.too-large", megabytes: 10 });
  const kind = await fileTypeFromBuffer(bytes);
  const isPdf = kind?.mime === "application/pdf";
  if (!kind || !(isPdf || images.has(kind.mime))) return refuse({ code: "media.not-this-kind" });
  let kept = bytes;
  if (!isPdf) {
    try {
      kept = await decode(bytes).resize(3000, 3000, { fit: "inside", withoutEnlargement: true }).webp({ quality: 85 }).toBuffer();
    } catch {
      return refuse({ code: "media.unreadable" });
    }
  }
  const storedAs = `doc-${newFileName()}.${isPdf ? "pdf" : "webp"}`;
  await store(storedAs, kept);
  return ok({
    storedAs,
    contentType: isPdf ? "application/pdf" : "image/webp",
    bytes: kept.byteLength,
    sha256: createHash("sha256").update(kept).digest("hex"),
  });
};

/** Opens a stored file by its name of ours; null when there is none. Names with anything but our alphabet are none. */
export const openStored = async (name: string): Promise<{ stream: ReadableStream; bytes: number } | null> => {
  if (!/^(up|doc)-[0-9a-f]+(-\d+)?\.(webp|pdf)$/.test(name)) return null;
  const path = join(directory(), name);
  const found = await stat(path).catch(() => null);
  return found?.isFile() ? { stream: Readable.toWeb(createReadStream(path)) as ReadableStream, bytes: found.size } : null;
};

/** Deletes a stored file by its name of ours; a name that is none, or is gone already, is no error. */
export const removeStored = async (name: string): Promise<void> => {
  if (/^(up|doc)-[0-9a-f]+(-\d+)?\.(webp|pdf)$/.test(name)) await rm(join(directory(), name), { force: true });
};
