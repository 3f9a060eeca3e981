const plain = /^[\p{L}\p{N}][\p{L}\p{N}\p{M} '’.-]{0,59}$/u;

/**
 * The address under which the first page of a plain question is kept for everybody, or null for one that asks more (a filter, a category, an
 * order, a further page) or is no plain words: those are answered each time. "/pt-br/search?q=vestido+longo" gives "/pt-br/search/~vestido%20longo".
 */
export const sharedQuestion = (url: string): string | null => {
  const asked = /^(\/[a-z]{2}-[a-z]{2}\/search)\?q=([^&#]{1,400})$/.exec(url);
  if (!asked?.[1] || !asked[2]) return null;
  try {
    const q = decodeURIComponent(asked[2].replace(/\+/g, " ")).normalize("NFC").trim().replace(/ +/g, " ");
    return plain.test(q) ? `${asked[1]}/~${encodeURIComponent(q)}` : null;
  } catch {
    return null;
  }
};

/** The question of such an address, from its last segment as the router gives it; null for a segment that is none. */
export const readSharedQuestion = (segment: string): string | null => {
  try {
    const text = decodeURIComponent(segment);
    return text.startsWith("~") && plain.test(text.slice(1)) ? text.slice(1) : null;
  } catch {
    return null;
  }
};
