import { wordsFor, wordsIn } from "@/i18n/translator";
import { addDays } from "@/kernel/time";
import { currentPerson, requireAdmin } from "@/modules/access/who";
import { RuleForm } from "@/modules/customs/components/rule-form";
import { fieldName, lineName } from "@/modules/customs/components/rule-words";
import { chargeNames, findProposal, findRule, latestDay } from "@/modules/customs/proposal-queries";
import { rowOf } from "@/modules/customs/rule-book";
import { confidences, formulas, ruleKinds } from "@/modules/customs/rule-faults";
import { listMarkets } from "@/modules/market/queries";
import { tongueOf } from "@/modules/market/tongue";
import { TurnedAway } from "@/modules/merchant/components/turned-away";
import { now } from "@/platform/clock";
import { countryName } from "@/ui/format/words";
import { oneOf } from "@/ui/primitives/list-address";
import { Notice } from "@/ui/primitives/notice";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };
const fields = ["kind", "formula", "name", "from", "to", "due", "confidence", "text", "source", "reason", "parameters", "currency", "region", "origins", "hsPrefixes", "transports", "modes", "shipFrom"];
const refusals = ["unknown", "input.invalid", "access.not-allowed", "access.not-signed-in", ...["too-early", "nothing-to-follow", "not-your-proposal", "proposal-not-open", "no-such-proposal", "proposal-stale", "rule-does-not-read"].map((code) => `customs.${code}`)];

/** Writes a new row of the rule book, or the successor of one; a draft of one's own is opened again by its id. */
const NewRulePage = async ({ searchParams }: Props) => {
  const admin = await requireAdmin();
  if (!admin.ok) return <TurnedAway refusal={admin.refusal} path="/admin/rules" />;
  const { language } = tongueOf((await currentPerson())?.storefront);
  const words = wordsIn(language);
  const given = await searchParams;
  const found = await findProposal(oneOf(given, "draft"), admin.value.userId);
  const draft = found?.state === "draft" ? found : null;
  const old = await findRule(draft?.follows?.id ?? oneOf(given, "follows"));
  // What nobody has approved holds for nobody: it is copied, there is nothing to end.
  const follows = old?.approver ? old : null;
  const markets = ["EU", ...(await listMarkets()).map(({ code }) => code)].map((code) => [code, countryName(code, language)] as const);
  const market = draft?.market ?? old?.market ?? (oneOf(given, "market") || "EU");
  const tomorrow = addDays(await latestDay(market, now()), 1);
  const row = draft?.row ?? (old ? { ...rowOf(old), from: follows || old.effectiveFrom < tomorrow ? tomorrow : old.effectiveFrom } : { from: tomorrow, parameters: { percent: "0", of: ["goods"] } });
  const said = (keys: readonly string[], path: string) => keys.map((key) => [key, wordsFor(words, `${path}.${key}`)] as const);
  return (
    <div className="page space-y-4 py-5">
      <h1 className="text-2xl font-bold">{words("admin.ruleDesk.new")}</h1>
      {follows && <Notice>{words("admin.ruleDesk.follows", { rule: follows.id })} <span lang="en">{follows.text}</span></Notice>}
      <RuleForm
        proposalId={draft?.id ?? null} version={draft?.version ?? 0} follows={follows?.id ?? null} market={market} markets={follows ? markets.filter(([code]) => code === market) : markets} row={row} reason={draft?.reason ?? ""}
        kinds={said(ruleKinds, "admin.ruleDesk.kinds")} formulas={formulas} names={(await chargeNames()).map((name) => [name, words.has(`customs.charges.${name}` as Parameters<typeof words>[0]) ? lineName(words, name) : name] as const)}
        dues={said(["checkout", "arrival"], "admin.ruleDesk.due")} confidences={said(confidences, "customs.confidence")}
        words={{
          fields: Object.fromEntries(fields.map((field) => [field, fieldName(words, field)])), market: words("admin.market"), scopeHint: words("admin.ruleDesk.scopeHint"), faulty: words("admin.ruleDesk.faulty"),
          jsonHint: words("admin.ruleDesk.jsonHint", { example: `{"percent":"20","of":["goods","freight"],"when":{"of":["goods"],"upTo":"150"}}` }), save: words("admin.ruleDesk.saveDraft"),
          refusals: Object.fromEntries(refusals.map((code) => [code, wordsFor(words, `refusals.${code}`)])),
        }}
      />
    </div>
  );
};

export default NewRulePage;
