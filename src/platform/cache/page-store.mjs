// Next's cache handler: where whole pages are kept. Plain JavaScript because Next loads it outside the bundle.
// Memory only, bounded in bytes, nothing on disk: 100,000 listings in 200 storefronts can fill neither. With REDIS_URL the pages and
// the tags are shared by several app processes; Redis bounds itself (maxmemory with allkeys-lru is the operator's setting).
// Pages lie here as they go over the wire, gzipped: a tenth of the room, and what a browser takes is sent without being made again.
import { LRUCache } from "lru-cache";
import { createHash } from "node:crypto";
import { deserialize, serialize } from "node:v8";
import { gunzipSync, gzipSync } from "node:zlib";

const tagsHeader = "x-next-cache-tags";
const megabytes = Number(process.env.CACHE_MEGABYTES) || 96;
const prefix = "entrepot:";

// Next's key of a page names the route that made it, then the address: /route-cache/APP_PAGE/<route>/$<address>.
const addressIn = (key) => /^\/route-cache\/APP_PAGE\/[^/]+\/\$(.*)$/.exec(key)?.[1];

const newStore = () => {
  /** Address to Next's key, for what is kept. */
  const keys = new Map();
  return {
    keys,
    pages: new LRUCache({ maxSize: megabytes * 1024 * 1024, sizeCalculation: (entry) => entry.bytes, dispose: (_entry, key) => keys.delete(addressIn(key)) }),
    /** The few pages that are asked for without compression, unpacked. */
    plain: new LRUCache({ maxSize: 16 * 1024 * 1024, sizeCalculation: (page) => page.length || 1 }),
    /** When a tag was last expired; bounded too: a forgotten tag only means an earlier rendering. */
    expired: new LRUCache({ max: 200_000 }),
    redis: undefined,
    /** Tags of which Redis could not be told that they expired: it is told when it is back. */
    untold: new Set(),
  };
};

// One store per process, however many copies of this module Next loads.
const shared = (globalThis.entrepotPages ??= newStore());

const redis = async () => {
  if (!process.env.REDIS_URL) return null;
  if (!shared.redis) {
    const { Redis } = await import("ioredis");
    shared.redis = new Redis(process.env.REDIS_URL, { maxRetriesPerRequest: 1, enableOfflineQueue: false, lazyConnect: false });
    // A cache that is away makes pages slower, never wrong or absent.
    shared.redis.on("error", () => {});
    shared.redis.on("ready", () => void Promise.all([...shared.untold].map((tag) => tell(tag))));
  }
  return shared.redis;
};

// Always as of now: a time that passed while Redis was away could stand in the place of a later one that another process told.
const tell = async (tag) => {
  shared.untold.add(tag);
  try {
    await shared.redis.set(`${prefix}tag:${tag}`, String(Date.now()), "EX", 2 * 24 * 3600);
    shared.untold.delete(tag);
  } catch {
    // Told when the connection is made again.
  }
};

const sizeOf = (value) => {
  if (value === null || value === undefined) return 8;
  if (typeof value === "string") return value.length * 2;
  if (typeof value !== "object") return 8;
  if (ArrayBuffer.isView(value)) return value.byteLength;
  const parts = value instanceof Map ? [...value.entries()].flat() : Object.entries(value).flat();
  return parts.reduce((sum, part) => sum + sizeOf(part), 64);
};

const tagsOf = (entry, context) => {
  const header = (entry.headers ?? entry.value?.headers)?.[tagsHeader];
  return [...(typeof header === "string" ? header.split(",") : []), ...(entry.tags ?? []), ...(context?.tags ?? []), ...(context?.softTags ?? [])];
};

/** A page apart: its words gzipped as a browser takes them, and what only Next asks for (the data of a navigation) packed beside. */
const pack = (value) => {
  if (value?.kind !== "APP_PAGE" || typeof value.html !== "string") return { value };
  const { html, ...rest } = value;
  const gzip = gzipSync(html);
  return { gzip, rest: gzipSync(serialize(rest), { level: 1 }), headers: value.headers, status: value.status, etag: `"${createHash("sha1").update(gzip).digest("base64url")}"` };
};

const unpack = (entry) => {
  if (!entry.gzip) return entry.value;
  const rest = deserialize(gunzipSync(entry.rest));
  // Next wants Buffers where serialising leaves bare arrays of bytes.
  const buffer = (bytes) => (bytes ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) : bytes);
  const segmentData = rest.segmentData && new Map([...rest.segmentData].map(([path, bytes]) => [path, buffer(bytes)]));
  return { ...rest, html: gunzipSync(entry.gzip).toString("utf8"), rscData: buffer(rest.rscData), segmentData };
};

const isExpired = (entry, context) => tagsOf(entry, context).some((tag) => (shared.expired.get(tag) ?? 0) >= entry.lastModified);

const isPast = ({ cacheControl, lastModified }) => typeof cacheControl?.revalidate === "number" && Date.now() >= lastModified + cacheControl.revalidate * 1000;

// Next shows a page past its time once more while it makes it anew, however long ago that time was. A brief one is not shown again.
const isOver = (entry, context) => isPast(entry) && tagsOf(entry, context).includes("brief");

/**
 * The whole page of an address as it may be sent now: kept in this process, neither expired by a tag nor past its time, and answered with 200.
 * Null means that Next must be asked, always so with Redis, where a page may have been expired by another process.
 */
export const wholePage = (path) => {
  const key = process.env.REDIS_URL ? undefined : shared.keys.get(path);
  const entry = key && shared.pages.get(key);
  if (!entry?.gzip || (entry.status ?? 200) !== 200 || isExpired(entry)) return null;
  return entry.cacheControl?.revalidate === undefined || isPast(entry) ? null : entry;
};

/** The words of a page for whoever takes no compression. */
export const plainPage = (entry) => {
  const kept = shared.plain.get(entry.etag);
  if (kept) return kept;
  const page = gunzipSync(entry.gzip);
  shared.plain.set(entry.etag, page);
  return page;
};

export default class PageStore {
  async get(key, context) {
    const remote = await redis();
    if (remote) {
      try {
        const kept = await remote.getBuffer(`${prefix}page:${key}`);
        if (!kept) return null;
        const entry = deserialize(kept);
        const names = tagsOf(entry, context).map((tag) => `${prefix}tag:${tag}`);
        const times = names.length ? await remote.mget(names) : [];
        return times.some((time) => time !== null && Number(time) >= entry.lastModified) || isExpired(entry, context) || isOver(entry, context) ? null : { ...entry, value: unpack(entry) };
      } catch {
        return null;
      }
    }
    const entry = shared.pages.get(key);
    if (!entry || isExpired(entry, context) || isOver(entry, context)) return null;
    return { lastModified: entry.lastModified, cacheControl: entry.cacheControl, value: unpack(entry) };
  }

  async set(key, value, context) {
    const remote = await redis();
    if (value === null) {
      shared.pages.delete(key);
      await remote?.del(`${prefix}page:${key}`).catch(() => {});
      return;
    }
    const entry = { lastModified: Date.now(), cacheControl: context?.cacheControl, tags: value.tags, ...pack(value) };
    if (remote) {
      await remote.set(`${prefix}page:${key}`, serialize(entry), "EX", 24 * 3600).catch(() => {});
      return;
    }
    shared.pages.set(key, { ...entry, bytes: sizeOf(entry) + key.length * 4 });
    const address = addressIn(key);
    if (address && shared.pages.has(key)) shared.keys.set(address, key);
  }

  async revalidateTag(names) {
    const remote = await redis();
    const at = Date.now();
    for (const tag of [names].flat()) {
      shared.expired.set(tag, at);
      if (remote) await tell(tag);
    }
  }

  resetRequestCache() {}
}
