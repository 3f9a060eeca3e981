import { wordsFor, wordsIn } from "@/i18n/translator";
import { currentPerson, requireAdmin } from "@/modules/access/who";
import { lineName } from "@/modules/customs/components/rule-words";
import { countRules, latestDay, listOpenProposals, listRules } from "@/modules/customs/proposal-queries";
import { tongueOf } from "@/modules/market/tongue";
import { TurnedAway } from "@/modules/merchant/components/turned-away";
import { now } from "@/platform/clock";
import { countryName, formatDay, formatInstant } from "@/ui/format/words";
import { Button, ButtonLink } from "@/ui/primitives/button";
import { Card } from "@/ui/primitives/card";
import { Cell, DataTable, HeadCell } from "@/ui/primitives/data-table";
import { SelectField } from "@/ui/primitives/field";
import { chosenOf, oneOf } from "@/ui/primitives/list-address";
import { Badge } from "@/ui/primitives/notice";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };
const path = "/admin/rules";
const times = ["in-force", "scheduled", "past", "draft", "all"] as const;

/** The rule book of a market: what holds, what will, what did, and who wrote and approved it; and what waits for a second person. */
const RulesPage = async ({ searchParams }: Props) => {
  const admin = await requireAdmin();
  if (!admin.ok) return <TurnedAway refusal={admin.refusal} path={path} />;
  const { language, market: home } = tongueOf((await currentPerson())?.storefront);
  const words = wordsIn(language);
  const given = await searchParams;
  const counts = await countRules();
  const market = counts.find((one) => one.market === oneOf(given, "market"))?.market ?? counts[0]?.market ?? home;
  const time = chosenOf(given, "when", times);
  const [rules, open, today] = await Promise.all([listRules(market), listOpenProposals(admin.value.userId), latestDay(market, now())]);
  const timeOf = ({ approver, effectiveFrom, effectiveTo }: (typeof rules)[number]) => (approver === null ? "draft" : effectiveFrom > today ? "scheduled" : effectiveTo !== null && effectiveTo <= today ? "past" : "in-force");
  const shown = rules.filter((rule) => time === "all" || timeOf(rule) === time);
  const nameOf = (code: string) => countryName(code, language);
  const day = (date: (typeof rules)[number]["effectiveFrom"]) => formatDay(date, language, home, { dateStyle: "medium" });
  return (
    <div className="page space-y-5 py-5">
      <div className="flex flex-wrap items-center justify-between gap-3"><h1 className="text-2xl font-bold">{words("admin.ruleDesk.title")}</h1><ButtonLink href={`${path}/new?market=${market}`}>{words("admin.ruleDesk.new")}</ButtonLink></div>
      {open.length > 0 && (
        <Card title={words("admin.ruleDesk.waiting")}>
          <ul className="divide-y divide-line">
            {open.map((one) => (
              <li key={one.id} className="flex flex-wrap items-center gap-x-3 py-1">
                <a href={`${path}/proposals/${one.id}`} className="inline-flex min-h-11 items-center font-semibold text-brand underline">{nameOf(one.market)}: {lineName(words, one.row.name)}</a>
                <Badge tone={one.state === "proposed" ? "warn" : "plain"}>{words(`admin.ruleDesk.states.${one.state}`)}</Badge>
                <span className="text-sm text-ink-soft">{words("admin.review.by", { name: one.author })} · {formatInstant(one.createdAt, language, "UTC", home)}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <form action={path} role="search" className="flex flex-wrap items-end gap-3">
        <SelectField className="min-w-40 flex-1 sm:max-w-60" label={words("admin.market")} name="market" defaultValue={market}>
          {counts.map((one) => <option key={one.market} value={one.market}>{nameOf(one.market)} ({one.count})</option>)}
        </SelectField>
        <SelectField className="min-w-40 flex-1 sm:max-w-52" label={words("admin.state")} name="when" defaultValue={time}>
          {times.map((one) => <option key={one} value={one}>{one === "all" ? words("admin.all") : words(`admin.ruleDesk.when.${one}`)}</option>)}
        </SelectField>
        <Button type="submit" tone="quiet">{words("admin.filter")}</Button>
      </form>
      <p className="text-sm text-ink-soft">{words("admin.countOf", { count: shown.length })}</p>
      {shown.length === 0 ? <p className="text-ink-soft">{words("admin.none")}</p> : (
        <DataTable label={words("admin.ruleDesk.title")} head={<><HeadCell>{words("admin.ruleDesk.fields.kind")}</HeadCell><HeadCell>{words("admin.ruleDesk.fields.text")}</HeadCell><HeadCell>{words("admin.ruleDesk.fields.from")}</HeadCell><HeadCell>{words("admin.ruleDesk.fields.source")}</HeadCell><HeadCell>{words("admin.marketList.change")}</HeadCell></>}>
          {shown.map((rule) => (
            <tr key={rule.id}>
              <Cell className="min-w-36"><strong>{wordsFor(words, `admin.ruleDesk.kinds.${rule.kind}`)}</strong><span className="block">{lineName(words, rule.name)}</span>{rule.region && <span className="block text-ink-soft">{rule.region}</span>}<Badge tone={timeOf(rule) === "in-force" ? "good" : timeOf(rule) === "draft" ? "warn" : "plain"}>{words(`admin.ruleDesk.when.${timeOf(rule)}`)}</Badge></Cell>
              <Cell className="min-w-72"><span lang="en">{rule.text}</span><bdi className="mt-1 block text-xs text-ink-faint" dir="ltr">{rule.id}</bdi></Cell>
              <Cell className="min-w-36">{words("admin.ruleDesk.period", { from: day(rule.effectiveFrom), to: rule.effectiveTo ? day(rule.effectiveTo) : words("admin.ruleDesk.noEnd") })}</Cell>
              <Cell className="min-w-60 text-xs"><span lang="en">{rule.source}</span><span className="block text-ink-soft">{wordsFor(words, `customs.confidence.${rule.confidence}`)} · {words("admin.ruleDesk.checked", { date: day(rule.checkedOn) })}</span><span className="block text-ink-soft">{words("admin.ruleDesk.people", { author: rule.authorName, approver: rule.approverName ?? "–" })}</span></Cell>
              <Cell className="whitespace-nowrap">{timeOf(rule) !== "past" && <a href={`${path}/new?follows=${rule.id}`} className="inline-flex min-h-11 items-center text-brand underline">{words("admin.ruleDesk.successor")}</a>}</Cell>
            </tr>
          ))}
        </DataTable>
      )}
    </div>
  );
};

export default RulesPage;
