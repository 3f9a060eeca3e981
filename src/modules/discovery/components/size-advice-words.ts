import type { Words } from "@/i18n/translator";
import { tablesWith } from "@/modules/catalog/size-chart";
import type { SizedListing } from "@/modules/listing/size-queries";
import type { OpenStorefront } from "@/modules/market/queries";
import type { BodyMeasures } from "@/modules/shopper/measure";
import { adviseFit, type FitAdvice, type FitVotes } from "@/modules/sizing/fit-advice";
import { sizeTables, type SizeRefusal } from "@/modules/sizing/size";
import { systemName } from "@/modules/sizing/size-table";
import { ownSize, rangeLabel } from "./variant-words";

/** What the advice on a product page says, ready in the words of the storefront: the browser carries no dictionary. */
export type AdviceText = { readonly title: string; readonly lines: readonly string[] };

// A label stays whole inside a sentence of the other direction.
const isolated = (text: string): string => `\u2068${text}\u2069`;

const refusedText = (refusal: SizeRefusal, { language, market, profile }: OpenStorefront, words: Words): AdviceText | null => {
  if (refusal.code === "sizing.no-measure") return { title: words("product.fit.needs", { measure: words(`account.measures.${refusal.measure}`) }), lines: [] };
  if (refusal.code !== "sizing.out-of-table") return null;
  const range = isolated(rangeLabel(refusal.range, profile.unitSystem, language, market));
  return { title: words("product.fit.outside"), lines: [words("product.fit.reach", { measure: words(`account.measures.${refusal.measure}`), range })] };
};

/** The advice for a body, or null where no table knows the sizes of the listing. */
export const adviceText = (listing: SizedListing, body: BodyMeasures, votes: FitVotes, storefront: OpenStorefront, words: Words): AdviceText | null => {
  const { family, system, chart, brand, labels } = listing;
  const tables = tablesWith(family, chart, brand);
  const own = tables === sizeTables ? null : (tables[0] ?? null);
  const advised = adviseFit({ family, system, body, tables, own, offered: labels, votes });
  if (!advised.ok) return refusedText(advised.refusal, storefront, words);
  const advice = advised.value;
  const name = (label: string): string => {
    const merchants = `${systemName(system)} ${label}`.trim();
    const local = ownSize(family, system, label, storefront.profile.sizeSystems, tables);
    return isolated(local && local.system !== system ? `${`${systemName(local.system)} ${local.label}`.trim()} (${merchants})` : merchants);
  };
  return { title: words("product.fit.yours", { label: name(advice.label) }), lines: linesOf(advice, name, family.endsWith("-shoes"), words) };
};

const linesOf = ({ between, lean, isShifted, isBrands, isOffered, sureness, helpful, label }: FitAdvice, name: (label: string) => string, isShoe: boolean, words: Words): string[] => [
  words(isBrands ? "product.fit.byBrand" : "product.fit.byTables", { sureness: words(`sizing.confidence.${sureness}`) }),
  ...(between ? [words(isShoe && lean !== "large" ? "product.fit.betweenShoes" : "product.fit.between", { smaller: name(between[0]), larger: name(between[1]) })] : []),
  ...(lean === null ? [] : [words(lean === "true" ? "product.fit.runsTrue" : isShifted ? `product.fit.${lean}Shifted` : `product.fit.${lean}`)]),
  ...(isOffered ? [] : [words("product.fit.notOffered", { label: name(label) })]),
  ...(helpful === null ? [] : [words("product.fit.helpful", { measure: words(`account.measures.${helpful}`) })]),
];
