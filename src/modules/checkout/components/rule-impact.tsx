import type { Words } from "@/i18n/translator";
import type { PlainDate } from "@/kernel/time";
import { formatMoney } from "@/ui/format/price";
import { formatDay, formatNumber } from "@/ui/format/words";
import { Card } from "@/ui/primitives/card";
import { Cell, DataTable, HeadCell } from "@/ui/primitives/data-table";
import type { Radar } from "../rule-desk-queries";
import type { Replay } from "../rule-replay";

type Shown = { words: Words; language: string; market: string };

/** What a proposed rule would have made of the orders of 90 days: how many, the sums, and those that it moves most. */
export const ReplayCard = ({ replay, on, words, language, market }: Shown & { replay: Replay & { readonly isCut: boolean }; on: PlainDate }) => {
  const count = (value: number) => formatNumber(value, language, market);
  return (
    <Card title={words("admin.ruleDesk.replay")}>
      <p>{words("admin.ruleDesk.replayText", { date: formatDay(on, language, market, { dateStyle: "medium" }), orders: count(replay.orders), changed: count(replay.changed), incomplete: count(replay.incomplete) })}</p>
      {replay.isCut && <p className="text-sm text-warn">{words("admin.ruleDesk.replayCut")}</p>}
      {replay.sums.map(({ currency, difference, changed }) => <p key={currency} className="mt-2 font-semibold">{words("admin.ruleDesk.difference")}: <bdi className="tabular">{formatMoney(difference, language, market)}</bdi> <span className="font-normal text-ink-soft">({count(changed)})</span></p>)}
      {replay.largest.length > 0 && (
        <div className="mt-3">
          <DataTable label={words("admin.ruleDesk.replay")} head={<><HeadCell>{words("admin.orderList.number")}</HeadCell><HeadCell className="text-end">{words("admin.ruleDesk.old")}</HeadCell><HeadCell className="text-end">{words("admin.ruleDesk.young")}</HeadCell><HeadCell className="text-end">{words("admin.ruleDesk.difference")}</HeadCell></>}>
            {replay.largest.map(({ number, before, after, difference }) => (
              <tr key={number}>
                <Cell className="whitespace-nowrap"><a href={`/admin/orders?q=${number}`} className="inline-flex min-h-11 items-center text-brand underline" dir="ltr">{number}</a></Cell>
                {[before, after, difference].map((amount, index) => <Cell key={index} className="tabular whitespace-nowrap text-end"><bdi>{formatMoney(amount, language, market)}</bdi></Cell>)}
              </tr>
            ))}
          </DataTable>
        </div>
      )}
    </Card>
  );
};

/** What a rule will touch: goods, carts, and prices that merchants have fixed. */
export const RadarCard = ({ radar, storefront, words, language, market }: Shown & { radar: Radar; storefront: string }) => {
  const count = (value: number) => formatNumber(value, language, market);
  return (
    <Card title={words("admin.ruleDesk.radar")}>
      <p>{words("admin.ruleDesk.radarListings", { count: count(radar.listings) })}</p>
      <p>{words("admin.ruleDesk.radarCarts", { count: count(radar.carts) })}</p>
      <p>{words("admin.ruleDesk.radarFixed", { offers: count(radar.fixedPrices.offers), merchants: count(radar.fixedPrices.merchants) })}</p>
      <ul className="mt-2 text-sm">
        {radar.first.map(({ number, title, merchant }) => (
          <li key={number}><a href={`/${storefront}/p/x/${number}`} className="inline-flex min-h-11 items-center gap-2 text-brand hover:underline lg:min-h-8"><span className="tabular text-ink-faint">{number}</span><bdi>{title}</bdi><bdi className="text-ink-soft">{merchant}</bdi></a></li>
        ))}
      </ul>
    </Card>
  );
};
