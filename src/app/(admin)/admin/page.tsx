import { wordsIn } from "@/i18n/translator";
import { currentPerson, requireAdmin } from "@/modules/access/who";
import { sayAge, sayWait } from "@/modules/brand-application/components/wait";
import { summariseQueue } from "@/modules/brand-application/queries";
import { summariseHealth, summariseWeek } from "@/modules/checkout/back-office-queries";
import { summarisePapers } from "@/modules/listing/paper-queries";
import { tongueOf } from "@/modules/market/tongue";
import { TurnedAway } from "@/modules/merchant/components/turned-away";
import { countMerchants } from "@/modules/merchant/queries";
import { now } from "@/platform/clock";
import { formatMoney } from "@/ui/format/price";
import { countryName, formatNumber } from "@/ui/format/words";
import { Card } from "@/ui/primitives/card";
import { Cell, DataTable, HeadCell } from "@/ui/primitives/data-table";
import { Badge, Notice } from "@/ui/primitives/notice";

/** What the staff looks at first: who waits and for how long, what was ordered, and whether anything is stuck. */
const AdminPage = async () => {
  const admin = await requireAdmin();
  if (!admin.ok) return <TurnedAway refusal={admin.refusal} path="/admin" />;
  const { language, market } = tongueOf((await currentPerson())?.storefront);
  const words = wordsIn(language);
  const at = now();
  const [queue, papers, merchants, week, health] = await Promise.all([summariseQueue(), summarisePapers(), countMerchants(), summariseWeek(at), summariseHealth(at)]);
  const number = (value: number) => formatNumber(value, language, market);
  const tiles: readonly { name: string; value: string; more: string; href: string }[] = [
    { name: words("admin.home.queue"), value: number(queue.waiting), more: queue.oldest ? `${words("admin.home.oldest")}: ${sayAge(words, queue.oldest, at)}` : "", href: "/admin/applications" },
    { name: words("admin.home.claimed"), value: number(queue.claimed), more: sayWait(words, queue.usualWaitSeconds), href: "/admin/applications" },
    { name: words("admin.home.moreNeeded"), value: number(queue.moreNeeded), more: "", href: "/admin/applications?state=more-needed" },
    { name: words("papers.admin.waitingTile"), value: number(papers.waiting), more: papers.oldest ? `${words("admin.home.oldest")}: ${sayAge(words, papers.oldest, at)}` : "", href: "/admin/documents" },
    { name: words("admin.home.merchants"), value: number(merchants.active), more: `${words("admin.home.suspended")}: ${number(merchants.suspended)}`, href: "/admin/merchants" },
  ];
  const stuck = (["letters", "events", "commands", "unshipped"] as const).map((key) => ({ key, count: health[key] }));
  return (
    <div className="page space-y-4 py-5">
      <h1 className="text-2xl font-bold">{words("admin.overview")}</h1>
      <ul className="grid grid-cols-2 gap-3 lg:grid-cols-5">
        {tiles.map((tile) => (
          <li key={tile.name}>
            <a href={tile.href} className="block h-full rounded-card border border-line bg-surface p-4 hover:border-brand">
              <span className="block text-sm text-ink-soft">{tile.name}</span>
              <span className="tabular block text-3xl font-bold">{tile.value}</span>
              <span className="block text-sm text-ink-soft">{tile.more}</span>
            </a>
          </li>
        ))}
      </ul>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <Card title={words("admin.home.week")}>
          {week.length === 0 ? <p className="text-ink-soft">{words("admin.home.noOrders")}</p> : (
            <DataTable label={words("admin.home.week")} head={<><HeadCell>{words("admin.market")}</HeadCell><HeadCell className="text-end">{words("admin.home.orders")}</HeadCell><HeadCell className="text-end">{words("admin.home.paid")}</HeadCell><HeadCell className="text-end">{words("admin.home.awaiting")}</HeadCell><HeadCell className="text-end">{words("admin.home.paidTotal")}</HeadCell></>}>
              {week.map((row) => (
                <tr key={`${row.market} ${row.total.currency}`}>
                  <Cell className="min-w-28"><a href={`/admin/orders?market=${row.market}`} className="text-brand hover:underline">{countryName(row.market, language)}</a></Cell>
                  <Cell className="tabular text-end">{number(row.orders)}</Cell>
                  <Cell className="tabular text-end">{number(row.paid)}</Cell>
                  <Cell className="tabular text-end">{number(row.awaiting)}</Cell>
                  <Cell className="tabular whitespace-nowrap text-end"><bdi>{formatMoney(row.total, language, row.market)}</bdi></Cell>
                </tr>
              ))}
            </DataTable>
          )}
        </Card>
        <Card title={words("admin.home.health")}>
          {stuck.every(({ count }) => count === 0) ? <Notice tone="good">{words("admin.home.allWell")}</Notice> : (
            <ul className="divide-y divide-line">
              {stuck.map(({ key, count }) => <li key={key} className="flex items-center justify-between gap-3 py-2"><span>{words(`admin.home.${key}`)}</span><Badge tone={count === 0 ? "good" : "bad"}>{number(count)}</Badge></li>)}
            </ul>
          )}
        </Card>
      </div>
    </div>
  );
};

export default AdminPage;
