import type { Language } from "@/i18n/languages";
import { wordsFor, type Words } from "@/i18n/translator";
import type { PlainDate } from "@/kernel/time";
import type { RestrictionReference } from "@/modules/customs/restriction";
import { PaperForm, TakeBackButton, type PaperFormWords } from "@/modules/listing/components/paper-form";
import { PaperLine } from "@/modules/listing/components/paper-line";
import { documentKinds } from "@/modules/listing/paper";
import type { PaperShown } from "@/modules/listing/paper-queries";
import { countryName, formatDay, formatList } from "@/ui/format/words";
import type { MarketBound } from "../restricted-queries";

type Said = { readonly goods: string; readonly rule: RestrictionReference };
type Group = Said & { readonly markets: string[] };

/** Rows that say the same of several markets are said once. */
export const groupRules = (rows: readonly (Said & { readonly market: string })[]): readonly Group[] => {
  const groups = new Map<string, Group>();
  for (const { market, goods, rule } of rows) {
    const key = `${rule.text} ${rule.effectiveFrom}`;
    const group = groups.get(key) ?? { goods, rule, markets: [] };
    groups.set(key, group);
    if (!group.markets.includes(market)) group.markets.push(market);
  }
  return [...groups.values()];
};

/** A rule as it stands in the book, with its days, where it is from and how sure we are of it. */
export const RuleReference = ({ group: { goods, rule, markets }, language, words }: { group: Group; language: Language; words: Words }) => {
  const day = (date: PlainDate) => formatDay(date, language, undefined, { dateStyle: "medium" });
  return (
    <li className="py-2">
      <p><b>{wordsFor(words, `customs.goods.${goods}`, {}, "customs.goods.other")}</b> <span className="text-ink-soft">{formatList(markets.map((code) => countryName(code, language)), language)}</span></p>
      <p lang="en" dir="ltr" className="text-start text-sm">{rule.text}</p>
      <p className="text-xs text-ink-soft">
        {rule.effectiveTo ? words("papers.inForceUntil", { from: day(rule.effectiveFrom), to: day(rule.effectiveTo) }) : words("papers.inForce", { from: day(rule.effectiveFrom) })}
        {" · "}{words(`customs.confidence.${rule.confidence}`)}{" · "}<bdi lang="en" className="break-words">{rule.source}</bdi>
      </p>
    </li>
  );
};

/** What borders say of a listing: what a paper opens, with the paper; what stays closed; and what its merchant answers for. */
export const MarketBounds = ({ bounds, papers, listingId, today, language, words, form }: {
  bounds: readonly MarketBound[]; papers: readonly PaperShown[]; listingId: string; today: PlainDate; language: Language; words: Words; form: PaperFormWords;
}) => {
  const named = (codes: readonly string[]) => formatList(codes.map((code) => countryName(code, language)), language);
  const kinds = documentKinds.flatMap((kind) => {
    const asks = bounds.flatMap(({ market, bar, asks: all }) => all.filter(({ document }) => document === kind).map(({ goods, rule }) => ({ market: market.code, goods, rule, isBarred: bar !== null })));
    const shown = papers.filter((paper) => paper.kind === kind);
    return asks.length > 0 || shown.length > 0 ? [{ kind, asks, shown, closed: [...new Set(asks.filter(({ isBarred }) => isBarred).map(({ market }) => market))] }] : [];
  });
  const barred = groupRules(bounds.flatMap(({ market, bar, asks }) => (bar && asks.length === 0 ? [{ market: market.code, goods: bar.goods, rule: bar.rule }] : [])));
  const conditions = groupRules(bounds.flatMap(({ market, conditions: all }) => all.map(({ goods, rule }) => ({ market: market.code, goods, rule }))));
  return (
    <section id="borders" className="mt-6 space-y-4">
      <div>
        <h3 className="text-lg font-bold">{words("papers.heading")}</h3>
        <p className="text-sm text-ink-soft">{kinds.length + barred.length + conditions.length === 0 ? words("papers.nothing") : words("papers.intro")}</p>
      </div>
      {kinds.map(({ kind, asks, shown, closed }) => (
        <section key={kind} className="rounded-card border border-line p-3">
          <h4 className="font-semibold">{words("papers.needed", { document: words(`customs.documents.${kind}`) })}</h4>
          {asks.length > 0 && <p className={`text-sm ${closed.length > 0 ? "text-warn" : "text-good"}`}>{closed.length > 0 ? words("papers.closed", { countries: named(closed) }) : words("papers.allOpen")}</p>}
          <ul className="divide-y divide-line">{groupRules(asks).map((group) => <RuleReference key={group.rule.id} group={group} language={language} words={words} />)}</ul>
          {shown.length > 0 && (
            <ul className="border-t border-line">
              {shown.map((paper) => (
                <PaperLine key={paper.id} paper={paper} on={today} language={language} words={words}>
                  {paper.state === "waiting" && <TakeBackButton paperId={paper.id} label={words("papers.takeBack", { name: paper.fileName })} refusals={form.refusals} />}
                </PaperLine>
              ))}
            </ul>
          )}
          <PaperForm listingId={listingId} kind={kind} today={today} words={form} />
        </section>
      ))}
      {barred.length > 0 && <Rules title={words("papers.barred")} groups={barred} language={language} words={words} />}
      {conditions.length > 0 && <Rules title={words("papers.conditions")} groups={conditions} language={language} words={words} />}
    </section>
  );
};

const Rules = ({ title, groups, language, words }: { title: string; groups: readonly Group[]; language: Language; words: Words }) => (
  <section className="rounded-card border border-line p-3">
    <h4 className="font-semibold">{title}</h4>
    <ul className="divide-y divide-line">{groups.map((group) => <RuleReference key={group.rule.id} group={group} language={language} words={words} />)}</ul>
  </section>
);
