// Next's cache handler: where whole pages are kept. Plain JavaScript because Next loads it outside the bundle.
// Memory only, bounded in bytes, nothing on disk: 100,000 listings in 200 storefronts can fill neither. With REDIS_URL the pages and
// the tags are shared by several app processes; Redis bounds itself (maxmemory with allkeys-lru is the operator's setting).
import { LRUCache } from "lru-cache";
import { deserialize, serialize } from "node:v8";

const tagsHeader = "x-next-cache-tags";
const megabytes = Number(process.env.CACHE_MEGABYTES) || 256;
const prefix = "entrepot:";

// One store per process, however many copies of this module Next loads.
const shared = (globalThis.entrepotPages ??= {
  pages: new LRUCache({ maxSize: megabytes * 1024 * 1024, sizeCalculation: (entry) => entry.bytes }),
  /** When a tag was last expired; bounded too: a forgotten tag only means an earlier rendering. */
  expired: new LRUCache({ max: 200_000 }),
  redis: undefined,
});

const redis = async () => {
  if (!process.env.REDIS_URL) return null;
  if (!shared.redis) {
    const { Redis } = await import("ioredis");
    shared.redis = new Redis(process.env.REDIS_URL, { maxRetriesPerRequest: 1, enableOfflineQueue: false, lazyConnect: false });
    // A cache that is away makes pages slower, never wrong or absent.
    shared.redis.on("error", () => {});
  }
  return shared.redis;
};

const sizeOf = (value) => {
  if (value === null || value === undefined) return 8;
  if (typeof value === "string") return value.length * 2;
  if (typeof value !== "object") return 8;
  if (ArrayBuffer.isView(value)) return value.byteLength;
  const parts = value instanceof Map ? [...value.entries()].flat() : Object.entries(value).flat();
  return parts.reduce((sum, part) => sum + sizeOf(part), 64);
};

const tagsOf = (value, context) => {
  const header = value?.headers?.[tagsHeader];
  return [...(typeof header === "string" ? header.split(",") : []), ...(value?.tags ?? []), ...(context?.tags ?? []), ...(context?.softTags ?? [])];
};

export default class PageStore {
  async get(key, context) {
    const remote = await redis();
    if (remote) {
      try {
        const kept = await remote.getBuffer(`${prefix}page:${key}`);
        if (!kept) return null;
        const entry = deserialize(kept);
        const names = tagsOf(entry.value, context).map((tag) => `${prefix}tag:${tag}`);
        const times = names.length ? await remote.mget(names) : [];
        return times.some((time) => time !== null && Number(time) >= entry.lastModified) ? null : entry;
      } catch {
        return null;
      }
    }
    const entry = shared.pages.get(key);
    if (!entry) return null;
    return tagsOf(entry.value, context).some((tag) => (shared.expired.get(tag) ?? 0) >= entry.lastModified) ? null : entry;
  }

  async set(key, value, context) {
    const remote = await redis();
    if (value === null) {
      shared.pages.delete(key);
      await remote?.del(`${prefix}page:${key}`).catch(() => {});
      return;
    }
    const entry = { lastModified: Date.now(), value, cacheControl: context?.cacheControl };
    if (remote) {
      await remote.set(`${prefix}page:${key}`, serialize(entry), "EX", 24 * 3600).catch(() => {});
      return;
    }
    shared.pages.set(key, { ...entry, bytes: sizeOf(value) + key.length * 2 });
  }

  async revalidateTag(names) {
    const remote = await redis();
    const at = Date.now();
    for (const tag of [names].flat()) {
      shared.expired.set(tag, at);
      await remote?.set(`${prefix}tag:${tag}`, String(at), "EX", 2 * 24 * 3600).catch(() => {});
    }
  }

  resetRequestCache() {}
}
