import type { Words } from "@/i18n/translator";
import type { Money } from "@/kernel/money";
import type { PlainDate } from "@/kernel/time";
import { formatMoney } from "@/ui/format/price";
import { formatDay } from "@/ui/format/words";
import { Cell, DataTable, HeadCell } from "@/ui/primitives/data-table";
import type { ComparedBasket } from "../example-baskets";
import type { LandedCost } from "../landed-cost";
import { lineName } from "./rule-words";

const columns = ["today", "without", "proposed"] as const;

/** Example baskets at the door: today, on the day of a proposal without it, and with it; what the proposal moves stands out. */
export const ComparedBaskets = ({ compared, on, words, language, market }: { compared: readonly ComparedBasket[]; on: PlainDate; words: Words; language: string; market: string }) => {
  const date = formatDay(on, language, market, { dateStyle: "medium" });
  const said = (amount: Money | null) => (amount === null ? "–" : formatMoney(amount, language, market));
  const total = (cost: LandedCost | null) => {
    if (cost === null || (cost.refusal !== null && cost.refusal.code !== "customs.not-known")) return words("admin.ruleDesk.refused");
    return `${formatMoney(cost.total, language, market)}${cost.refusal ? ` · ${words("admin.ruleDesk.partly")}` : ""}`;
  };
  const moved = (a: Money | null, b: Money | null) => (a?.amount !== b?.amount ? "bg-warn-tint font-semibold" : "");
  return (
    <DataTable label={words("admin.ruleDesk.baskets")} head={<>
      <HeadCell>{words("admin.ruleDesk.baskets")}</HeadCell>
      <HeadCell className="text-end">{words("admin.ruleDesk.today")}</HeadCell>
      <HeadCell className="text-end">{words("admin.ruleDesk.without", { date })}</HeadCell>
      <HeadCell className="text-end">{words("admin.ruleDesk.with", { date })}</HeadCell>
    </>}>
      {compared.flatMap(({ basket, lines, ...costs }) => [
        <tr key={basket.key}>
          <Cell className="min-w-56 font-semibold">{words(`admin.ruleDesk.basketNames.${basket.key}`)} <bdi className="block text-xs font-normal text-ink-soft" dir="ltr">{basket.items.map(({ hs }) => hs).join(" + ")}</bdi></Cell>
          {columns.map((column) => <Cell key={column} className={`tabular whitespace-nowrap text-end font-semibold ${column === "proposed" ? moved(costs.without?.total ?? null, costs.proposed?.total ?? null) : ""}`}><bdi>{total(costs[column])}</bdi></Cell>)}
        </tr>,
        ...lines.map((line) => (
          <tr key={`${basket.key} ${line.kind} ${line.name}`} className="text-ink-soft">
            <Cell className="ps-6">{lineName(words, line.name)}</Cell>
            {columns.map((column) => <Cell key={column} className={`tabular whitespace-nowrap text-end ${column === "proposed" ? moved(line.without, line.proposed) : ""}`}><bdi>{said(line[column])}</bdi></Cell>)}
          </tr>
        )),
      ])}
    </DataTable>
  );
};
