import { wordsFor, wordsIn } from "@/i18n/translator";
import { currentPerson, requireAdmin } from "@/modules/access/who";
import { restoreMerchantAction, suspendMerchantAction } from "@/modules/discovery/actions";
import { findMarket } from "@/modules/market/queries";
import { tongueOf } from "@/modules/market/tongue";
import { StandingButton } from "@/modules/merchant/components/standing-button";
import { TurnedAway } from "@/modules/merchant/components/turned-away";
import { suspendReasons } from "@/modules/merchant/merchant";
import { listMerchantCountries, listMerchants, merchantsPerPage } from "@/modules/merchant/queries";
import { countryName, formatInstant, formatNumber } from "@/ui/format/words";
import { Button, ButtonLink } from "@/ui/primitives/button";
import { Cell, DataTable, HeadCell } from "@/ui/primitives/data-table";
import { Field, SelectField } from "@/ui/primitives/field";
import { chosenOf, listAddress, oneOf, pageOf } from "@/ui/primitives/list-address";
import { Badge } from "@/ui/primitives/notice";
import { Pager } from "@/ui/primitives/pager";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };
const path = "/admin/merchants";

/** All merchants: who they are, what they offer, and the switch that stops them. */
const MerchantsPage = async ({ searchParams }: Props) => {
  const admin = await requireAdmin();
  if (!admin.ok) return <TurnedAway refusal={admin.refusal} path={path} />;
  const { language, market, tag } = tongueOf((await currentPerson())?.storefront);
  const words = wordsIn(language);
  const given = await searchParams;
  const filter = {
    words: oneOf(given, "q").trim(), country: oneOf(given, "country"), state: chosenOf(given, "state", ["", "active", "suspended"]),
    sort: chosenOf(given, "sort", ["name", "country", "since"]), isDescending: oneOf(given, "dir") === "desc", page: pageOf(given),
  };
  const [{ rows, total }, countries, home] = await Promise.all([listMerchants({ ...filter, country: filter.country || null, state: filter.state || null }), listMerchantCountries(), findMarket(market)]);
  const kept = { q: filter.words, country: filter.country, state: filter.state, sort: filter.sort === "name" ? "" : filter.sort, dir: filter.isDescending ? "desc" : "" };
  const head = (column: "name" | "country" | "since", title: string) => ({
    href: listAddress(path, kept, { sort: column === "name" ? "" : column, dir: filter.sort === column && !filter.isDescending ? "desc" : "" }),
    isActive: filter.sort === column, isDescending: filter.isDescending, title: words("admin.sortBy", { column: title }),
  });
  const pages = Math.max(1, Math.ceil(total / merchantsPerPage));
  const reasons = suspendReasons.map((code) => [code, words(`admin.suspendReasons.${code}`)] as const);
  const refusals = Object.fromEntries(["unknown", "merchant.not-found", "merchant.already-suspended", "merchant.not-suspended", "access.not-allowed", "access.not-signed-in"].map((code) => [code, wordsFor(words, `refusals.${code}`)]));
  return (
    <div className="page space-y-4 py-5">
      <h1 className="text-2xl font-bold">{words("admin.merchants")}</h1>
      <form action={path} role="search" className="flex flex-wrap items-end gap-3">
        <Field className="min-w-48 flex-1 sm:max-w-72" label={words("admin.searchWords")} name="q" type="search" maxLength={100} defaultValue={filter.words} />
        <SelectField className="min-w-36 flex-1 sm:max-w-52" label={words("admin.country")} name="country" defaultValue={filter.country}>
          <option value="">{words("admin.all")}</option>
          {countries.map((code) => [code, countryName(code, language)] as const).sort((a, b) => a[1].localeCompare(b[1], language)).map(([code, name]) => <option key={code} value={code}>{name}</option>)}
        </SelectField>
        <SelectField className="min-w-36 flex-1 sm:max-w-44" label={words("admin.state")} name="state" defaultValue={filter.state}>
          <option value="">{words("admin.all")}</option>
          <option value="active">{words("admin.merchantList.active")}</option>
          <option value="suspended">{words("admin.merchantList.suspended")}</option>
        </SelectField>
        <Button type="submit" tone="quiet">{words("admin.filter")}</Button>
        {(filter.words || filter.country || filter.state) && <ButtonLink tone="quiet" href={path}>{words("admin.clear")}</ButtonLink>}
      </form>
      <p className="text-sm text-ink-soft">{words("admin.countOf", { count: total })}</p>
      {rows.length === 0 ? <p className="text-ink-soft">{words("admin.none")}</p> : (
        <DataTable label={words("admin.merchants")} head={<>
          <HeadCell sort={head("name", words("admin.merchantList.name"))}>{words("admin.merchantList.name")}</HeadCell>
          <HeadCell sort={head("country", words("admin.country"))}>{words("admin.country")}</HeadCell>
          <HeadCell>{words("admin.merchantList.contact")}</HeadCell>
          <HeadCell sort={head("since", words("admin.merchantList.since"))}>{words("admin.merchantList.since")}</HeadCell>
          <HeadCell className="text-end">{words("admin.merchantList.live")}</HeadCell>
          <HeadCell>{words("admin.state")}</HeadCell>
          <HeadCell><span className="sr-only">{words("admin.marketList.change")}</span></HeadCell>
        </>}>
          {rows.map((row) => (
            <tr key={row.id} className="hover:bg-ground">
              <Cell className="min-w-44"><a href={`/${tag}/m/${row.slug}`} className="block min-h-11 font-semibold text-brand hover:underline"><bdi>{row.name}</bdi><span className="block text-xs font-normal text-ink-soft"><bdi>{row.legalName}</bdi></span></a></Cell>
              <Cell className="whitespace-nowrap">{countryName(row.country, language)}</Cell>
              <Cell><span dir="ltr">{row.contactEmail}</span></Cell>
              <Cell className="tabular whitespace-nowrap">{formatInstant(row.createdAt, language, home?.timeZone ?? "UTC", market, { year: "numeric", month: "short" })}</Cell>
              <Cell className="tabular text-end">{formatNumber(row.live, language, market)}</Cell>
              <Cell className="whitespace-nowrap">
                {row.state === "active" ? <Badge tone="good">{words("admin.merchantList.active")}</Badge> : <><Badge tone="bad">{words("admin.merchantList.suspended")}</Badge>{row.suspendedReason && <span className="block text-xs text-ink-soft">{wordsFor(words, `admin.suspendReasons.${row.suspendedReason}`)}</span>}</>}
              </Cell>
              <Cell className="text-end">
                <StandingButton
                  merchantId={row.id} isSuspended={row.state === "suspended"} reasons={reasons}
                  suspend={suspendMerchantAction} restore={restoreMerchantAction}
                  words={{
                    suspend: words("admin.merchantList.suspend"), restore: words("admin.merchantList.restore"), title: words("admin.merchantList.suspendTitle", { merchant: row.name }), body: words("admin.merchantList.suspendBody"),
                    reason: words("admin.review.reason"), chooseReason: words("admin.review.chooseReason"), note: words("admin.merchantList.note"), close: words("admin.merchantList.close"),
                    reasonNeeded: words("refusals.market.reason-needed"), refusals,
                  }}
                />
              </Cell>
            </tr>
          ))}
        </DataTable>
      )}
      <Pager page={filter.page} pages={pages} hrefOf={(page) => listAddress(path, kept, { page: String(page) })} words={{ previous: words("admin.previous"), next: words("admin.next"), where: words("admin.pageOf", { page: filter.page, pages }) }} />
    </div>
  );
};

export default MerchantsPage;
