import { parseStorefront } from "./storefront";

// Where a language leads when nothing says more: its largest market of the seed. A visitor's region, when a market, always wins.
const homeOf: Record<string, string> = { en: "us", zh: "cn", es: "es", pt: "br", fr: "fr", de: "de", ja: "jp", ko: "kr", ru: "ru", ar: "sa", id: "id" };
const markets = new Set("br cn us es fr de gb id jp kr au in sa ae ng mx ca ru sg pl".split(" "));

/**
 * The storefront for an address that names none: the remembered one, else the first acceptable language with the country that the
 * network or the language tag names, else English in the United States. Only a proposal: every storefront stays one click away.
 * "pt-BR,pt;q=0.9" leads to pt-br; "en-BR" to en-br; "nl" from the country FR to en-fr.
 */
export const firstStorefront = ({ remembered, acceptLanguage, country, languages }: {
  readonly remembered: string | null;
  readonly acceptLanguage: string;
  readonly country: string | null;
  readonly languages: readonly string[];
}): string => {
  if (remembered) {
    const parsed = parseStorefront(remembered);
    if (parsed.ok && languages.includes(parsed.value.language) && markets.has(parsed.value.market.toLowerCase())) return remembered;
  }
  const accepted = acceptLanguage.slice(0, 500).split(",")
    .map((part) => {
      const [tag = "", weight = "q=1"] = part.trim().split(";");
      const [language = "", ...rest] = tag.trim().toLowerCase().split("-");
      return { language, region: rest.find((r) => /^[a-z]{2}$/.test(r)) ?? null, weight: Number(weight.trim().replace("q=", "")) || 0 };
    })
    .filter((choice) => choice.weight > 0)
    .sort((a, b) => b.weight - a.weight);
  const chosen = accepted.find((choice) => languages.includes(choice.language));
  const language = chosen?.language ?? "en";
  const regions = [country?.toLowerCase(), chosen?.region, ...accepted.map((choice) => choice.region)];
  const market = regions.find((region) => region && markets.has(region)) ?? homeOf[language] ?? "us";
  return `${language}-${market}`;
};
