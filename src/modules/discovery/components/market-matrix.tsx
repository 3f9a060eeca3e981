import type { Words } from "@/i18n/translator";
import type { Language } from "@/i18n/languages";
import { isBar } from "@/modules/customs/restriction";
import { formatMoney } from "@/ui/format/price";
import { countryName, formatDayRange } from "@/ui/format/words";
import { Cell, DataTable, HeadCell } from "@/ui/primitives/data-table";
import { Badge } from "@/ui/primitives/notice";
import type { MatrixRow } from "../matrix-queries";
import { refusalText } from "./door-cost";

/** Market by market: what the shelf says, what the shopper pays at the door, what the merchant gets, or why nobody can buy it there. */
export const MarketMatrix = ({ rows, language, words }: { rows: readonly MatrixRow[]; language: Language; words: Words }) => (
  <DataTable
    label={words("centre.editor.markets.matrix")}
    head={<><HeadCell>{words("centre.editor.markets.columns.market")}</HeadCell><HeadCell className="text-end!">{words("centre.editor.markets.columns.shelf")}</HeadCell><HeadCell className="text-end!">{words("centre.editor.markets.columns.door")}</HeadCell><HeadCell className="text-end!">{words("centre.editor.markets.columns.net")}</HeadCell><HeadCell>{words("centre.editor.markets.columns.why")}</HeadCell></>}
  >
    {rows.map(({ market, shelf, net, door }) => (
      <tr key={market.code}>
        <Cell className="min-w-28 font-medium">{countryName(market.code, language)}</Cell>
        <Cell className="text-end"><bdi className="tabular whitespace-nowrap">{shelf && formatMoney(shelf, language, market.code)}</bdi></Cell>
        <Cell className="text-end">
          {door.ok && (
            <>
              <bdi className="tabular whitespace-nowrap font-bold text-price">{formatMoney(door.value.way.cost.total, language, market.code)}</bdi>
              {door.value.way.cost.payableOnArrival.amount > 0n && <span className="block whitespace-nowrap text-xs text-ink-soft">{words("centre.editor.markets.due", { amount: formatMoney(door.value.way.cost.payableOnArrival, language, market.code) })}</span>}
            </>
          )}
        </Cell>
        <Cell className="text-end"><bdi className="tabular whitespace-nowrap font-semibold text-good">{net && formatMoney(net.net, language)}</bdi></Cell>
        <Cell className="min-w-44">
          {door.ok
            ? <span className="text-ink-soft">{door.value.isFullyKnown ? formatDayRange(door.value.way.service.window.earliest, door.value.way.service.window.latest, language) : <Badge tone="warn">{words("centre.editor.markets.notFully")}</Badge>}</span>
            : <span className="text-warn">{refusalText(door.refusal, { storefront: { language, market: market.code }, words })}{isBar(door.refusal) && <a href="#borders" className="ms-1 inline-flex min-h-11 items-center text-brand underline">{words("papers.why")}</a>}</span>}
        </Cell>
      </tr>
    ))}
  </DataTable>
);
