import { LRUCache } from "lru-cache";

/**
 * Rows that every page needs and that change a few times a day (markets, rates, rules): read once, kept for a few seconds.
 * Five seconds is the time within which a change must be seen everywhere, whichever process made it.
 */
export const remembered = <V>(load: () => Promise<V>, seconds = 4): { read: () => Promise<V>; forget: () => void } => {
  let kept: { at: number; value: Promise<V> } | undefined;
  return {
    read: () => {
      const at = performance.now();
      if (!kept || at - kept.at > seconds * 1000) {
        const value = load();
        value.catch(() => (kept = undefined));
        kept = { at, value };
      }
      return kept.value;
    },
    forget: () => {
      kept = undefined;
    },
  };
};

/**
 * The same for answers to many questions: what is asked most stays, at most `most` of them, each for a few seconds.
 * Who asks while the answer is being made waits for that one.
 */
export const rememberedEach = <V>({ seconds = 4, most }: { readonly seconds?: number; readonly most: number }): {
  read: (key: string, load: () => Promise<V>) => Promise<V>; forget: () => void;
} => {
  const kept = new LRUCache<string, Promise<V>>({ max: most, ttl: seconds * 1000, ttlResolution: 0 });
  return {
    read: (key, load) => {
      const known = kept.get(key);
      if (known) return known;
      const value = load();
      value.catch(() => kept.get(key) === value && kept.delete(key));
      kept.set(key, value);
      return value;
    },
    forget: () => kept.clear(),
  };
};
