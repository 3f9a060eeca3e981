import { wordsFor, wordsIn } from "@/i18n/translator";
import { currentPerson, requireAdmin } from "@/modules/access/who";
import { listOrdersForStaff, ordersPerPage } from "@/modules/checkout/back-office-queries";
import { findMarket, listMarkets } from "@/modules/market/queries";
import { tongueOf } from "@/modules/market/tongue";
import { TurnedAway } from "@/modules/merchant/components/turned-away";
import { formatMoney } from "@/ui/format/price";
import { countryName, formatInstant } from "@/ui/format/words";
import { Button, ButtonLink } from "@/ui/primitives/button";
import { Cell, DataTable, HeadCell } from "@/ui/primitives/data-table";
import { Field, SelectField } from "@/ui/primitives/field";
import { chosenOf, listAddress, oneOf, pageOf } from "@/ui/primitives/list-address";
import { Badge } from "@/ui/primitives/notice";
import { Pager } from "@/ui/primitives/pager";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };
const path = "/admin/orders";
const states = ["", "awaiting-payment", "awaiting-async", "paid", "paid-late", "expired", "failed", "refunded"] as const;
const toneOf = (state: string) => (["paid", "paid-late", "shipped", "delivered"].includes(state) ? "good" : ["failed", "canceled", "expired"].includes(state) ? "bad" : state.startsWith("awaiting") ? "warn" : "plain") as "good" | "bad" | "warn" | "plain";

/** Orders with the parts of their merchants. To be read: money and parcels have their own verbs. */
const OrdersPage = async ({ searchParams }: Props) => {
  const admin = await requireAdmin();
  if (!admin.ok) return <TurnedAway refusal={admin.refusal} path={path} />;
  const { language, market } = tongueOf((await currentPerson())?.storefront);
  const words = wordsIn(language);
  const given = await searchParams;
  const filter = {
    words: oneOf(given, "q").trim(), market: oneOf(given, "market"), state: chosenOf(given, "state", [...states]),
    sort: chosenOf(given, "sort", ["time", "market"]), isDescending: oneOf(given, "dir") !== "asc", page: pageOf(given),
  };
  const [{ rows, total }, markets, home] = await Promise.all([listOrdersForStaff({ ...filter, state: filter.state || null, market: filter.market || null }), listMarkets(), findMarket(market)]);
  const kept = { q: filter.words, market: filter.market, state: filter.state, sort: filter.sort === "time" ? "" : filter.sort, dir: filter.isDescending ? "" : "asc" };
  const head = (column: "time" | "market", title: string) => ({
    href: listAddress(path, kept, { sort: column === "time" ? "" : column, dir: filter.sort === column && filter.isDescending ? "asc" : "" }),
    isActive: filter.sort === column, isDescending: filter.isDescending, title: words("admin.sortBy", { column: title }),
  });
  const pages = Math.max(1, Math.ceil(total / ordersPerPage));
  const stateWords = (state: string) => wordsFor(words, `admin.orderStates.${state}`);
  return (
    <div className="page space-y-4 py-5">
      <h1 className="text-2xl font-bold">{words("admin.orders")}</h1>
      <form action={path} role="search" className="flex flex-wrap items-end gap-3">
        <Field className="min-w-48 flex-1 sm:max-w-72" label={words("admin.searchWords")} name="q" type="search" maxLength={100} defaultValue={filter.words} />
        <SelectField className="min-w-36 flex-1 sm:max-w-52" label={words("admin.market")} name="market" defaultValue={filter.market}>
          <option value="">{words("admin.all")}</option>
          {markets.map(({ code }) => <option key={code} value={code}>{countryName(code, language)}</option>)}
        </SelectField>
        <SelectField className="min-w-36 flex-1 sm:max-w-52" label={words("admin.state")} name="state" defaultValue={filter.state}>
          <option value="">{words("admin.all")}</option>
          {states.slice(1).map((state) => <option key={state} value={state}>{stateWords(state)}</option>)}
        </SelectField>
        <Button type="submit" tone="quiet">{words("admin.filter")}</Button>
        {(filter.words || filter.market || filter.state) && <ButtonLink tone="quiet" href={path}>{words("admin.clear")}</ButtonLink>}
      </form>
      <p className="text-sm text-ink-soft">{words("admin.countOf", { count: total })}</p>
      {rows.length === 0 ? <p className="text-ink-soft">{words("admin.none")}</p> : (
        <DataTable label={words("admin.orders")} head={<>
          <HeadCell>{words("admin.orderList.number")}</HeadCell>
          <HeadCell sort={head("time", words("admin.orderList.time"))}>{words("admin.orderList.time")}</HeadCell>
          <HeadCell sort={head("market", words("admin.market"))}>{words("admin.market")}</HeadCell>
          <HeadCell>{words("admin.state")}</HeadCell>
          <HeadCell className="text-end">{words("admin.orderList.total")}</HeadCell>
          <HeadCell>{words("admin.orderList.parts")}</HeadCell>
        </>}>
          {rows.map((row) => (
            <tr key={row.id} className="hover:bg-ground">
              <Cell className="whitespace-nowrap"><strong className="tabular" dir="ltr">{row.number}</strong><span className="block text-xs text-ink-soft" dir="ltr">{row.email}</span></Cell>
              <Cell className="tabular whitespace-nowrap">{formatInstant(row.createdAt, language, home?.timeZone ?? "UTC", market)}</Cell>
              <Cell className="whitespace-nowrap">{countryName(row.market, language)}</Cell>
              <Cell className="whitespace-nowrap"><Badge tone={toneOf(row.state)}>{stateWords(row.state)}</Badge></Cell>
              <Cell className="tabular whitespace-nowrap text-end font-semibold"><bdi>{formatMoney(row.total, language, row.market)}</bdi></Cell>
              <Cell className="min-w-72">
                <ul className="space-y-1">
                  {row.parts.map((part) => (
                    <li key={part.part} className="flex flex-wrap items-center gap-x-2">
                      <span className="tabular text-ink-faint">{`/${part.part}`}</span><bdi>{part.merchant}</bdi><Badge tone={toneOf(part.state)}>{stateWords(part.state)}</Badge>
                      <bdi className="tabular text-ink-soft">{formatMoney(part.total, language, row.market)}</bdi>
                      {part.trackingNumber && <bdi className="tabular text-xs text-ink-soft">{[part.carrier, part.trackingNumber].filter(Boolean).join(" ")}</bdi>}
                    </li>
                  ))}
                </ul>
              </Cell>
            </tr>
          ))}
        </DataTable>
      )}
      <Pager page={filter.page} pages={pages} hrefOf={(page) => listAddress(path, kept, { page: String(page) })} words={{ previous: words("admin.previous"), next: words("admin.next"), where: words("admin.pageOf", { page: filter.page, pages }) }} />
    </div>
  );
};

export default OrdersPage;
