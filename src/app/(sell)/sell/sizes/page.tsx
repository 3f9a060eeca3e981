import { wordsIn } from "@/i18n/translator";
import { currentPerson, requireMerchant } from "@/modules/access/who";
import { listOwnCharts } from "@/modules/catalog/chart-queries";
import { tongueOf } from "@/modules/market/tongue";
import { TurnedAway } from "@/modules/merchant/components/turned-away";
import { formatDay, formatNumber } from "@/ui/format/words";
import { dayIn } from "@/kernel/time";
import { Badge, Notice } from "@/ui/primitives/notice";
import { Cell, DataTable, HeadCell } from "@/ui/primitives/data-table";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The merchant's own size charts, a line for each brand and family of sized goods, with what is still without one. */
const SizeCharts = async ({ searchParams }: Props) => {
  const who = await requireMerchant();
  if (!who.ok) return <TurnedAway refusal={who.refusal} path="/sell/sizes" />;
  const { language, market } = tongueOf((await currentPerson())?.storefront);
  const words = wordsIn(language);
  const [charts, asked] = await Promise.all([listOwnCharts(who.value), searchParams]);
  return (
    <div className="page space-y-4 py-5">
      <h1 className="text-2xl font-bold">{words("centre.sizes.title")}</h1>
      <p className="max-w-3xl text-ink-soft">{words("centre.sizes.lead")}</p>
      {asked["saved"] !== undefined && <Notice tone="good">{words("centre.sizes.saved")}</Notice>}
      {charts.length === 0 ? (
        <div className="rounded-card border border-line bg-surface p-8 text-center"><p className="font-semibold">{words("centre.sizes.none")}</p><p className="text-ink-soft">{words("centre.sizes.noneBody")}</p></div>
      ) : (
        <DataTable label={words("centre.sizes.title")} head={<><HeadCell>{words("centre.sizes.brand")}</HeadCell><HeadCell>{words("centre.sizes.family")}</HeadCell><HeadCell>{words("centre.sizes.chart")}</HeadCell><HeadCell className="text-end!">{words("centre.sizes.products")}</HeadCell></>}>
          {charts.map(({ brandId, brand, family, version, system, labels, updatedAt, products }) => (
            <tr key={brandId + family} className="hover:bg-ground/60">
              <Cell><bdi>{brand}</bdi></Cell>
              <Cell><a href={`/sell/sizes/${brandId}/${family}`} className="inline-flex min-h-11 items-center font-semibold text-brand hover:underline">{words(`centre.editor.families.${family}`)}</a></Cell>
              <Cell>{version === 0 ? <Badge tone="warn">{words("centre.sizes.ours")}</Badge> : (
                <><Badge tone="good">{words("centre.sizes.own")}</Badge> <span className="text-ink-soft">{words("centre.sizes.lines", { count: labels })}{" · "}<bdi>{system}</bdi>{updatedAt && <>{" · "}{formatDay(dayIn(updatedAt, "UTC"), language, market)}</>}</span></>
              )}</Cell>
              <Cell className="tabular text-end">{formatNumber(products, language, market)}</Cell>
            </tr>
          ))}
        </DataTable>
      )}
    </div>
  );
};

export default SizeCharts;
