import { wordsIn } from "@/i18n/translator";
import { dayIn } from "@/kernel/time";
import { currentPerson, requireAdmin } from "@/modules/access/who";
import { sayAge } from "@/modules/brand-application/components/wait";
import { PaperBadge } from "@/modules/listing/components/paper-line";
import { listPaperQueue, summarisePapers } from "@/modules/listing/paper-queries";
import { tongueOf } from "@/modules/market/tongue";
import { TurnedAway } from "@/modules/merchant/components/turned-away";
import { now } from "@/platform/clock";
import { formatDay, formatNumber } from "@/ui/format/words";
import { Cell, DataTable, HeadCell } from "@/ui/primitives/data-table";
import { chosenOf } from "@/ui/primitives/list-address";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };
const path = "/admin/documents";

/** The papers of listings that wait for a decision, oldest first. */
const DocumentsPage = async ({ searchParams }: Props) => {
  const admin = await requireAdmin();
  if (!admin.ok) return <TurnedAway refusal={admin.refusal} path={path} />;
  const { language, market } = tongueOf((await currentPerson())?.storefront);
  const words = wordsIn(language);
  const state = chosenOf(await searchParams, "state", ["waiting", "decided"]);
  const [rows, { waiting }] = await Promise.all([listPaperQueue(state, language), summarisePapers()]);
  const at = now();
  const today = dayIn(at, "UTC");
  return (
    <div className="page space-y-4 py-5">
      <h1 className="text-2xl font-bold">{words("admin.documents")}</h1>
      <nav aria-label={words("admin.state")} className="flex flex-wrap gap-2">
        {([["waiting", "admin.queue.waiting", waiting], ["decided", "admin.queue.decided", null]] as const).map(([key, name, count]) => (
          <a key={key} href={key === "waiting" ? path : `${path}?state=${key}`} aria-current={state === key ? "page" : undefined}
            className={`inline-flex min-h-11 items-center gap-2 rounded-full border px-4 text-sm font-semibold ${state === key ? "border-brand bg-brand text-white" : "border-line-strong bg-surface hover:border-ink-soft"}`}>
            {words(name)}{count !== null && <span className="tabular">{formatNumber(count, language, market)}</span>}
          </a>
        ))}
      </nav>
      {rows.length === 0 ? <p className="text-ink-soft">{words("admin.none")}</p> : (
        <DataTable label={words("admin.documents")} head={<>
          <HeadCell>{words("papers.admin.document")}</HeadCell><HeadCell>{words("papers.admin.listing")}</HeadCell><HeadCell>{words("papers.admin.merchant")}</HeadCell>
          <HeadCell>{words("admin.queue.age")}</HeadCell><HeadCell>{words("papers.validUntil")}</HeadCell><HeadCell>{words("admin.state")}</HeadCell>
        </>}>
          {rows.map((row) => (
            <tr key={row.id}>
              <Cell className="min-w-40"><a href={`${path}/${row.id}`} className="inline-flex min-h-11 items-center font-semibold text-brand underline">{words(`customs.documents.${row.kind}`)}</a></Cell>
              <Cell className="min-w-40"><bdi lang={row.listing.titleLanguage}>{row.listing.title}</bdi> <span className="tabular text-ink-soft" dir="ltr">{row.listing.number}</span></Cell>
              <Cell><bdi>{row.merchant.name}</bdi></Cell>
              <Cell className="whitespace-nowrap">{sayAge(words, row.createdAt, at)}</Cell>
              <Cell className="whitespace-nowrap">{formatDay(row.validUntil, language, market, { dateStyle: "medium" })}</Cell>
              <Cell><PaperBadge paper={row} on={today} words={words} /></Cell>
            </tr>
          ))}
        </DataTable>
      )}
    </div>
  );
};

export default DocumentsPage;
