import { notFound } from "next/navigation";
import { wordsIn } from "@/i18n/translator";
import { isIdOf } from "@/kernel/id";
import { dayIn } from "@/kernel/time";
import { currentPerson, requireAdmin } from "@/modules/access/who";
import { sayAge } from "@/modules/brand-application/components/wait";
import { approvePaperAction } from "@/modules/discovery/actions";
import { groupRules, RuleReference } from "@/modules/discovery/components/market-bounds";
import { marketBoundsForStaff } from "@/modules/discovery/restricted-queries";
import { refusalWords } from "@/modules/listing/components/editor-words";
import { PaperDecision } from "@/modules/listing/components/paper-decision";
import { PaperBadge } from "@/modules/listing/components/paper-line";
import { paperFaults } from "@/modules/listing/paper";
import { findPaperForStaff } from "@/modules/listing/paper-queries";
import { tongueOf } from "@/modules/market/tongue";
import { TurnedAway } from "@/modules/merchant/components/turned-away";
import { now } from "@/platform/clock";
import { countryName, formatDay, formatInstant } from "@/ui/format/words";
import { Card } from "@/ui/primitives/card";
import { Notice } from "@/ui/primitives/notice";

type Props = { params: Promise<{ id: string }> };

/** One paper on the table: the rules that it answers and the decision on one side, the paper on the other. */
const DocumentPage = async ({ params }: Props) => {
  const { id } = await params;
  const admin = await requireAdmin();
  if (!admin.ok) return <TurnedAway refusal={admin.refusal} path={isIdOf("document", id) ? `/admin/documents/${id}` : "/admin/documents"} />;
  const { language, market } = tongueOf((await currentPerson())?.storefront);
  const words = wordsIn(language);
  const paper = isIdOf("document", id) ? await findPaperForStaff(id, language) : null;
  if (!paper) notFound();
  const bounds = (await marketBoundsForStaff(admin.value, paper.merchant.id, paper.listing.number)) ?? [];
  const asks = bounds.flatMap((bound) => bound.asks.filter(({ document }) => document === paper.kind).map(({ goods, rule }) => ({ market: bound.market.code, goods, rule })));
  const at = now();
  const name = words(`customs.documents.${paper.kind}`);
  const href = `/api/papers/${paper.id}`;
  const facts: readonly (readonly [string, string])[] = [
    [words("papers.admin.listing"), `${paper.listing.title ?? ""} (${paper.listing.number})`],
    [words("papers.admin.hs"), paper.listing.hs],
    [words("papers.admin.merchant"), `${paper.merchant.name}, ${countryName(paper.merchant.country, language)}`],
    [words("papers.validUntil"), formatDay(paper.validUntil, language, market, { dateStyle: "long" })],
  ];
  return (
    <div className="page space-y-4 py-4">
      <a href="/admin/documents" className="inline-flex min-h-11 items-center text-sm text-brand hover:underline">{words("papers.admin.back")}</a>
      <header className="flex flex-wrap items-center gap-3">
        <h1 className="text-2xl font-bold first-letter:uppercase">{name}</h1>
        <PaperBadge paper={paper} on={dayIn(at, "UTC")} words={words} />
        {paper.state === "waiting" && <span className="text-sm text-ink-soft">{sayAge(words, paper.createdAt, at)}</span>}
      </header>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(22rem,2fr)_minmax(0,3fr)]">
        <div className="space-y-4">
          <Card>
            <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
              {facts.map(([term, text]) => <div key={term} className="contents"><dt className="text-ink-soft">{term}</dt><dd className="min-w-0 break-words"><bdi>{text}</bdi></dd></div>)}
            </dl>
          </Card>
          <Card title={words("papers.admin.rules")}>
            {asks.length === 0 ? <Notice tone="warn">{words("papers.admin.noRule")}</Notice> : <ul className="divide-y divide-line">{groupRules(asks).map((group) => <RuleReference key={group.rule.id} group={group} language={language} words={words} />)}</ul>}
          </Card>
          <Card title={words("admin.queue.decision")}>
            {paper.state === "waiting" ? (
              <PaperDecision
                paperId={paper.id} approve={approvePaperAction} reasons={paperFaults.map((code) => [code, words(`papers.reasons.${code}`)] as const)}
                words={{
                  approve: words("admin.review.approve"), decline: words("admin.review.decline"), reason: words("admin.review.reason"), chooseReason: words("admin.review.chooseReason"),
                  reasonNeeded: words("refusals.market.reason-needed"), note: words("papers.admin.note"), noteHint: words("papers.admin.noteHint"), refusals: refusalWords(words),
                }}
              />
            ) : (
              <div className="space-y-1 text-sm">
                {paper.decidedAt && <p>{paper.decidedBy && <><bdi>{paper.decidedBy}</bdi>, </>}{formatInstant(paper.decidedAt, language, "UTC", market)}</p>}
                {paper.reason && <p>{words(`papers.reasons.${paper.reason}`)}</p>}
                {paper.note && <p dir="auto" className="whitespace-pre-line text-ink-soft">{paper.note}</p>}
              </div>
            )}
          </Card>
        </div>
        <figure className="overflow-hidden rounded-card border border-line bg-surface">
          <figcaption className="flex items-center justify-between gap-3 border-b border-line px-3 text-sm">
            <bdi className="min-w-0 truncate">{paper.fileName}</bdi>
            <a href={href} target="_blank" rel="noopener" aria-label={words("admin.review.openPaper", { name })} className="inline-flex min-h-11 shrink-0 items-center text-brand underline">{words("application.open")}</a>
          </figcaption>
          {paper.contentType === "application/pdf"
            ? <iframe src={`${href}#navpanes=0&view=FitH`} title={name} loading="lazy" className="h-[70dvh] w-full bg-ground" />
            : <img src={href} alt={name} loading="lazy" className="mx-auto max-h-[80dvh] w-auto max-w-full" />}
        </figure>
      </div>
    </div>
  );
};

export default DocumentPage;
