/**
 * Where a door leads after it: a path of this shop, or the fallback. Anything that a browser could read as another site's address is no path:
 * "//evil", "/\evil", "https:evil", and those with tabs and line ends inside, which browsers drop. Machine addresses are no pages.
 */
export const nextPath = (text: string | null | undefined, fallback: string): string => {
  if (!text || text.length > 500 || !/^\/(?![/\\])/.test(text) || /[\\\u0000-\u0020\u007f-\u00a0\u2028\u2029\ufeff]/.test(text)) return fallback;
  if (!URL.canParse(text, "http://here.invalid")) return fallback;
  const url = new URL(text, "http://here.invalid");
  if (url.origin !== "http://here.invalid" || url.pathname.startsWith("//") || /^\/(api|_next)(\/|$)/.test(url.pathname)) return fallback;
  return `${url.pathname}${url.search}${url.hash}`;
};
