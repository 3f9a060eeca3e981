import { wordsFor, wordsIn } from "@/i18n/translator";
import { dayIn } from "@/kernel/time";
import { currentPerson, requireAdmin } from "@/modules/access/who";
import { RadarCard, ReplayCard } from "@/modules/checkout/components/rule-impact";
import { marketsOf, radarOf, replayProposal } from "@/modules/checkout/rule-desk-queries";
import { ComparedBaskets } from "@/modules/customs/components/compared-baskets";
import { ProposalPanel } from "@/modules/customs/components/proposal-panel";
import { fieldName, fieldValue, lineName } from "@/modules/customs/components/rule-words";
import { compareBasket, exampleBaskets } from "@/modules/customs/example-baskets";
import { findProposal, findRule } from "@/modules/customs/proposal-queries";
import { allTradeRules } from "@/modules/customs/queries";
import { ruleOf, rowOf } from "@/modules/customs/rule-book";
import { bookWith, ruleChanges } from "@/modules/customs/rule-diff";
import { dayRates } from "@/modules/fx/queries";
import { tongueOf } from "@/modules/market/tongue";
import { TurnedAway } from "@/modules/merchant/components/turned-away";
import { now } from "@/platform/clock";
import { countryName, formatInstant } from "@/ui/format/words";
import { Card } from "@/ui/primitives/card";
import { Cell, DataTable, HeadCell } from "@/ui/primitives/data-table";
import { Badge, Notice } from "@/ui/primitives/notice";

type Props = { params: Promise<{ id: string }> };
const refusals = ["unknown", "input.invalid", "access.not-allowed", "access.not-signed-in", ...["too-early", "nothing-to-follow", "not-your-proposal", "proposal-not-open", "own-proposal", "no-such-proposal", "proposal-stale", "note-needed"].map((code) => `customs.${code}`)];

/** A proposed rule on the table: what it changes, in words, in baskets, on old orders and on the goods it touches; and the decision of a second person. */
const ProposalPage = async ({ params }: Props) => {
  const { id } = await params;
  const admin = await requireAdmin();
  if (!admin.ok) return <TurnedAway refusal={admin.refusal} path="/admin/rules" />;
  const { language, market: home, tag } = tongueOf((await currentPerson())?.storefront);
  const words = wordsIn(language);
  const proposal = await findProposal(id.slice(0, 60), admin.value.userId);
  if (!proposal) return <div className="page py-8"><Notice tone="warn">{words("refusals.customs.no-such-proposal")}</Notice></div>;
  const { row, state, follows } = proposal;
  const isOwn = proposal.authorId === admin.value.userId;
  const isOpen = state === "draft" || state === "proposed";
  const at = now();
  const old = follows && (await findRule(follows.id));
  const rule = ruleOf(row, { market: proposal.market, checkedOn: dayIn(at, "UTC"), author: proposal.authorId, approver: null });
  const changes = ruleChanges(old && rowOf({ ...old, effectiveTo: follows.until }), row);
  const [first] = await marketsOf(proposal.market);
  const [book, rates] = await Promise.all([allTradeRules(), dayRates()]);
  const compared = isOpen && first ? exampleBaskets(rule, first.code).map((basket) => compareBasket(basket, {
    market: first.code, region: rule.region, currency: first.currency, today: dayIn(at, first.timeZone), on: rule.effectiveFrom, book, proposed: bookWith(book, rule, follows?.id ?? null), rates,
  })) : [];
  const shown = { words, language, market: home };
  return (
    <div className="page space-y-4 py-5">
      <a href="/admin/rules" className="inline-flex min-h-11 items-center text-sm text-brand hover:underline">{words("admin.ruleDesk.title")}</a>
      <header className="flex flex-wrap items-center gap-3">
        <h1 className="text-2xl font-bold">{countryName(proposal.market, language)}: {lineName(words, row.name)}</h1>
        <Badge tone={state === "approved" ? "good" : state === "declined" ? "bad" : state === "proposed" ? "warn" : "plain"}>{words(`admin.ruleDesk.states.${state}`)}</Badge>
      </header>
      <Card>
        <p>{words("admin.review.by", { name: proposal.author })} · {formatInstant(proposal.proposedAt ?? proposal.createdAt, language, "UTC", home)}</p>
        <p dir="auto" className="whitespace-pre-line text-ink-soft">{proposal.reason}</p>
        {follows && <p className="mt-2 text-sm">{words("admin.ruleDesk.follows", { rule: follows.id })}</p>}
        {proposal.decider && proposal.decidedAt && <p className="mt-2"><strong>{words(`admin.ruleDesk.states.${state}`)}</strong> {words("admin.review.by", { name: proposal.decider })} · {formatInstant(proposal.decidedAt, language, "UTC", home)} <span dir="auto" className="block whitespace-pre-line text-ink-soft">{proposal.note}</span></p>}
        {isOpen && (
          <div className="mt-4">
            <ProposalPanel proposalId={proposal.id} mode={!isOwn ? "to-decide" : state === "draft" ? "own-draft" : "own-proposed"} words={{
              own: words("admin.ruleDesk.own"), note: words("admin.ruleDesk.note"), propose: words("admin.ruleDesk.propose"), withdraw: words("admin.ruleDesk.withdraw"), edit: words("admin.ruleDesk.edit"),
              approve: words("admin.ruleDesk.approve"), decline: words("admin.ruleDesk.decline"), refusals: Object.fromEntries(refusals.map((code) => [code, wordsFor(words, `refusals.${code}`)])),
            }} />
          </div>
        )}
      </Card>
      <h2 className="text-lg font-bold">{words("admin.ruleDesk.changes")}</h2>
      <DataTable label={words("admin.ruleDesk.changes")} head={<><HeadCell>{words("admin.ruleDesk.changes")}</HeadCell><HeadCell>{words("admin.ruleDesk.old")}</HeadCell><HeadCell>{words("admin.ruleDesk.young")}</HeadCell></>}>
        {changes.map(({ field, before, after }) => (
          <tr key={field}><Cell className="font-semibold">{fieldName(words, field)}</Cell><Cell className="min-w-40 text-ink-soft"><bdi>{fieldValue(words, field, before)}</bdi></Cell><Cell className="min-w-40"><bdi>{fieldValue(words, field, after)}</bdi></Cell></tr>
        ))}
      </DataTable>
      {isOpen && (
        <>
          <h2 className="text-lg font-bold">{words("admin.ruleDesk.baskets")}{first && `: ${countryName(first.code, language)}`}</h2>
          <ComparedBaskets compared={compared} on={rule.effectiveFrom} {...shown} />
          <ReplayCard replay={await replayProposal(proposal, rule)} on={rule.effectiveFrom} {...shown} />
          <RadarCard radar={await radarOf(rule, language)} storefront={tag} {...shown} />
        </>
      )}
    </div>
  );
};

export default ProposalPage;
