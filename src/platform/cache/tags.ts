/**
 * The manifest of cache tags: the only words by which a cached page can be expired.
 * A page names what it shows; a verb names what it changed.
 */
export const tags = {
  listing: (number: number) => `listing:${number}` as const,
  merchant: (slug: string) => `merchant:${slug}` as const,
  brand: (slug: string) => `brand:${slug}` as const,
  category: (id: string) => `category:${id}` as const,
  market: (code: string) => `market:${code}` as const,
  home: () => "home" as const,
  /** On a page that must never be seen past its time, not even once while it is made anew. */
  brief: () => "brief" as const,
  rates: () => "rates" as const,
  rules: () => "rules" as const,
};

export type CacheTag = ReturnType<(typeof tags)[keyof typeof tags]>;
