import type { CountryCode } from "@/kernel/country";

/**
 * Postcodes of a country that a carrier serves for more, or not at all. `from` and `to` are beginnings of the same length, both included:
 * "83" to "85" in CN is Xinjiang and Tibet, "IV" to "IV" in GB is Inverness.
 */
export type PostcodeArea = { readonly country: string; readonly from: string; readonly to: string; readonly is: "remote" | "not-served" };

export type Coverage = "served" | PostcodeArea["is"];

/**
 * How a service covers a door. Spaces, hyphens and small letters do not matter. Without a postcode, as on a page that knows only the country, the door
 * counts as served: most are, and the checkout asks again with the address. Where areas overlap, not being served wins.
 */
export const coverageOf = (areas: readonly PostcodeArea[], to: { readonly country: CountryCode; readonly postcode?: string | null }): Coverage => {
  const code = (to.postcode ?? "").toUpperCase().replace(/[^A-Z0-9]/g, "");
  if (code === "") return "served";
  const within = areas.filter(({ country, from, to: last }) => {
    const start = code.slice(0, from.length);
    return country === to.country && start.length === from.length && start >= from && start <= last && isWholeArea(from, code);
  });
  if (within.some((area) => area.is === "not-served")) return "not-served";
  return within.length > 0 ? "remote" : "served";
};

/** An area named by letters alone is a British or Canadian one, and ends where the letters end: "B" is Birmingham and not Bath (BA). */
const isWholeArea = (from: string, code: string): boolean => !/^[A-Z]+$/.test(from) || !/[A-Z]/.test(code.charAt(from.length));
