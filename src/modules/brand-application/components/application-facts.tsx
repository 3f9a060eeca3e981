import type { Words } from "@/i18n/translator";
import { countryName, formatList } from "@/ui/format/words";
import type { ApplicationFacts as Facts } from "../application";

/** What an applicant said, to be read. */
export const ApplicationFacts = ({ facts, categories, language, words }: { facts: Facts; categories: ReadonlyMap<string, string>; language: string; words: Words }) => {
  const rows: readonly (readonly [string, string])[] = [
    [words("application.fields.legalName"), [facts.legalName, facts.legalForm].filter(Boolean).join(" · ")],
    [words("application.fields.country"), facts.country ? countryName(facts.country, language) : ""],
    [words("application.fields.city"), facts.city],
    [words("application.fields.registrationNumber"), facts.registrationNumber],
    [words("application.fields.brandName"), facts.brandName],
    [words("application.fields.categories"), formatList(facts.categories.map((id) => categories.get(id) ?? id), language)],
    [words("application.fields.markets"), formatList(facts.markets.map((code) => countryName(code, language)), language)],
  ];
  return (
    <dl className="divide-y divide-line text-sm">
      {rows.map(([name, value]) => (
        <div key={name} className="grid grid-cols-[9rem_1fr] gap-3 py-2"><dt className="min-w-0 break-words text-ink-soft">{name}</dt><dd className="min-w-0 break-words font-medium"><bdi>{value || "–"}</bdi></dd></div>
      ))}
      {facts.website && (
        <div className="grid grid-cols-[9rem_1fr] gap-3 py-2"><dt className="text-ink-soft">{words("application.fields.website")}</dt><dd className="min-w-0 break-all"><a href={facts.website} target="_blank" rel="noopener noreferrer nofollow" className="text-brand underline" dir="ltr">{facts.website}</a></dd></div>
      )}
      <div className="py-2"><dt className="text-ink-soft">{words("application.fields.story")}</dt><dd dir="auto" className="mt-1 whitespace-pre-line">{facts.story || "–"}</dd></div>
    </dl>
  );
};
