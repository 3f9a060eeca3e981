import { endonyms, isLanguage } from "@/i18n/languages";
import { wordsFor, wordsIn } from "@/i18n/translator";
import { currentPerson, requireAdmin } from "@/modules/access/who";
import { declineReasons, moreReasons } from "@/modules/brand-application/application";
import { ApplicationFacts } from "@/modules/brand-application/components/application-facts";
import { StateBadge } from "@/modules/brand-application/components/application-status";
import { DecisionPanel } from "@/modules/brand-application/components/decision-panel";
import { PaperViewer } from "@/modules/brand-application/components/paper-viewer";
import { sayAge } from "@/modules/brand-application/components/wait";
import { findForStaff, listBrandsNamed, listTopCategories } from "@/modules/brand-application/queries";
import { findMarket } from "@/modules/market/queries";
import { tongueOf } from "@/modules/market/tongue";
import { TurnedAway } from "@/modules/merchant/components/turned-away";
import { now } from "@/platform/clock";
import { formatInstant } from "@/ui/format/words";
import { Card } from "@/ui/primitives/card";
import { Notice } from "@/ui/primitives/notice";

type Props = { params: Promise<{ id: string }> };

/** One application on the table: facts and decision on one side, the papers on the other. */
const ApplicationPage = async ({ params }: Props) => {
  const { id } = await params;
  const admin = await requireAdmin();
  if (!admin.ok) return <TurnedAway refusal={admin.refusal} path={/^app_[0-9a-z]{26}$/.test(id) ? `/admin/applications/${id}` : "/admin/applications"} />;
  const { language, market } = tongueOf((await currentPerson())?.storefront);
  const words = wordsIn(language);
  const application = await findForStaff(id.slice(0, 60));
  if (!application) {
    return <div className="page space-y-4 py-8"><Notice tone="warn">{words("refusals.brand-application.not-found")}</Notice><a href="/admin/applications" className="inline-flex min-h-11 items-center text-brand underline">{words("admin.review.back")}</a></div>;
  }
  const isOpen = application.state === "submitted" || application.state === "claimed";
  const [top, sameName, home] = await Promise.all([listTopCategories(language), isOpen ? listBrandsNamed(application.facts.brandName) : [], findMarket(market)]);
  const isMine = application.state === "claimed" && application.claimedBy?.id === admin.value.userId;
  const zone = home?.timeZone ?? "UTC";
  const codes = ["not-found", "stale", "taken", "not-waiting", "not-claimed", "owner-suspended"].map((code) => `brand-application.${code}`);
  const raw = (code: string) => [code, words.raw(`refusals.${code}` as Parameters<typeof words.raw>[0]) as string] as const;
  return (
    <div className="page space-y-4 py-4">
      <a href="/admin/applications" className="inline-flex min-h-11 items-center text-sm text-brand hover:underline">{words("admin.review.back")}</a>
      <header className="flex flex-wrap items-center gap-3">
        <h1 className="text-2xl font-bold"><bdi>{application.facts.brandName}</bdi></h1>
        <StateBadge state={application.state} words={words} />
        {application.submittedAt && isOpen && <span className="text-sm text-ink-soft">{sayAge(words, application.submittedAt, now())}</span>}
      </header>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(22rem,2fr)_minmax(0,3fr)]">
        <div className="space-y-4">
          <Card>
            {sameName.map((brand) => <Notice key={brand.slug} tone="warn" className="mb-3">{words("admin.review.sameName", { brand: brand.name, merchant: brand.merchant })}</Notice>)}
            {application.state === "claimed" && !isMine && <Notice tone="warn">{words("admin.review.theirs", { name: application.claimedBy?.name ?? "" })}</Notice>}
            {application.state === "more-needed" && <Notice>{words("admin.review.waitingForApplicant")}</Notice>}
            {!isOpen && application.state !== "more-needed" && <Notice tone={application.state === "approved" ? "good" : "plain"}>{words("admin.review.closed")}</Notice>}
            {(application.state === "submitted" || isMine) && (
              <DecisionPanel
                applicationId={application.id} mode={isMine ? "mine" : "free"}
                askReasons={moreReasons.map((code) => [code, wordsFor(words, `application.reasons.${code}`)])}
                declineReasons={declineReasons.map((code) => [code, wordsFor(words, `application.reasons.${code}`)])}
                words={{
                  claim: words("admin.review.claim"), release: words("admin.review.release"), approve: words("admin.review.approve"), ask: words("admin.review.ask"), decline: words("admin.review.decline"),
                  reason: words("admin.review.reason"), chooseReason: words("admin.review.chooseReason"), note: words("admin.review.note"), free: words("admin.review.free"),
                  noteHint: words("admin.review.noteHint", { language: isLanguage(application.language) ? endonyms[application.language] : application.language }),
                  reasonNeeded: words("refusals.market.reason-needed"),
                  refusals: Object.fromEntries([...codes, "unknown", "input.invalid", "access.not-allowed", "access.not-signed-in"].map(raw)),
                }}
              />
            )}
          </Card>
          <Card title={words("admin.review.facts")}><ApplicationFacts facts={application.facts} categories={new Map(top.map((one) => [one.id, one.name]))} language={language} words={words} /></Card>
          <Card title={words("admin.review.applicant")}>
            <p className="font-medium"><bdi>{application.applicant.name}</bdi></p>
            <p className="text-sm"><bdi dir="ltr">{application.applicant.email}</bdi></p>
            <p className="text-sm text-ink-soft">{words("admin.review.since", { when: formatInstant(application.applicant.since, language, zone, market, { dateStyle: "medium" }) })}</p>
          </Card>
          <Card title={words("admin.review.history")}>
            <ol className="space-y-3 text-sm">
              {application.submittedAt && <li><strong>{words("application.events.submitted")}</strong> <span className="text-ink-soft">{formatInstant(application.submittedAt, language, zone, market)}</span></li>}
              {application.decisions.map((decision) => (
                <li key={`${decision.at} ${decision.kind}`}>
                  <strong>{wordsFor(words, `application.events.${decision.kind}`)}</strong> <span className="text-ink-soft">{words("admin.review.by", { name: decision.by })} · {formatInstant(decision.at, language, zone, market)}</span>
                  {decision.reason && <span className="block">{wordsFor(words, `application.reasons.${decision.reason}`)}</span>}
                  {decision.note && <span dir="auto" className="block whitespace-pre-line text-ink-soft">{decision.note}</span>}
                </li>
              ))}
            </ol>
          </Card>
        </div>
        <PaperViewer application={application} words={words} />
      </div>
    </div>
  );
};

export default ApplicationPage;
