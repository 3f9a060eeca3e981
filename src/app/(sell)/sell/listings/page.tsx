import { wordsIn } from "@/i18n/translator";
import { currentPerson, requireMerchant } from "@/modules/access/who";
import { countOwnListings, listingsPerPage, listOwnListings, type OwnRow } from "@/modules/listing/own-queries";
import { tongueOf } from "@/modules/market/tongue";
import { TurnedAway } from "@/modules/merchant/components/turned-away";
import { countryName, formatList, formatNumber } from "@/ui/format/words";
import { formatMoney } from "@/ui/format/price";
import { Button, ButtonLink } from "@/ui/primitives/button";
import { Cell, DataTable, HeadCell } from "@/ui/primitives/data-table";
import { Badge } from "@/ui/primitives/notice";
import { Picture } from "@/ui/primitives/picture";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const tabs = ["all", "live", "draft", "withdrawn", "low"] as const;
const tones = { draft: "warn", live: "good", withdrawn: "plain" } as const;
const one = (value: string | string[] | undefined): string => (Array.isArray(value) ? (value[0] ?? "") : (value ?? ""));

/** All listings of the merchant: found by title, number or SKU, filtered by state. */
const Listings = async ({ searchParams }: Props) => {
  const who = await requireMerchant();
  if (!who.ok) return <TurnedAway refusal={who.refusal} path="/sell/listings" />;
  const { language, market } = tongueOf((await currentPerson())?.storefront);
  const words = wordsIn(language);
  const asked = await searchParams;
  const tab = tabs.find((key) => key === one(asked["state"])) ?? "all";
  const q = one(asked["q"]).slice(0, 60).replaceAll("\0", "");
  const page = /^[1-9]\d{0,3}$/.test(one(asked["page"])) ? Number(one(asked["page"])) : 1;
  const [counts, { rows, total }] = await Promise.all([
    countOwnListings(who.value), listOwnListings(who.value, { state: tab === "all" || tab === "low" ? null : tab, isLow: tab === "low", words: q, page }, language),
  ]);
  const countOf = { all: counts.draft + counts.live + counts.withdrawn, live: counts.live, draft: counts.draft, withdrawn: counts.withdrawn, low: counts.low };
  const label = (key: (typeof tabs)[number]) => (key === "all" ? words("centre.listings.all") : key === "low" ? words("centre.listings.low") : words(`centre.listings.state.${key}`));
  const href = (change: { state?: string; page?: number }) => `/sell/listings?${new URLSearchParams({ ...(q ? { q } : {}), state: change.state ?? tab, ...(change.page && change.page > 1 ? { page: String(change.page) } : {}) })}`;
  const scope = (row: OwnRow) => {
    if (row.marketPolicy === "all") return words("centre.listings.everywhere");
    const markets = row.markets.length > 4 ? formatNumber(row.markets.length, language, market) : formatList(row.markets.map((code) => countryName(code, language)), language);
    return words(`centre.listings.${row.marketPolicy}`, { markets });
  };
  const pages = Math.ceil(total / listingsPerPage);
  return (
    <div className="page space-y-4 py-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-2xl font-bold">{words("centre.listings.title")}</h1>
        <ButtonLink href="/sell/listings/new">{words("centre.listings.new")}</ButtonLink>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <nav aria-label={words("centre.listings.columns.state")} className="-mx-3 flex gap-1.5 overflow-x-auto px-3 sm:mx-0 sm:px-0">
          {tabs.map((key) => (
            <a key={key} href={href({ state: key })} aria-current={key === tab ? "page" : undefined} className={`flex min-h-11 shrink-0 items-center gap-1.5 rounded-lg border px-3 text-sm ${key === tab ? "border-brand bg-brand-tint font-semibold text-brand-strong" : "border-line bg-surface"}`}>
              {label(key)}<span className="tabular text-ink-soft">{formatNumber(countOf[key], language, market)}</span>
            </a>
          ))}
        </nav>
        <form className="flex min-w-0 flex-1 gap-2 sm:max-w-md" role="search">
          <input type="hidden" name="state" value={tab} />
          <input name="q" type="search" defaultValue={q} maxLength={60} aria-label={words("centre.listings.search")} placeholder={words("centre.listings.search")} className="h-11 min-w-0 flex-1 rounded-lg border border-line-strong bg-surface px-3" />
          <Button type="submit" tone="quiet">{words("centre.listings.find")}</Button>
        </form>
      </div>
      {rows.length === 0 ? (
        <div className="rounded-card border border-line bg-surface p-8 text-center"><p className="font-semibold">{words("centre.listings.none")}</p><p className="text-ink-soft">{words("centre.listings.noneBody")}</p></div>
      ) : (
        <DataTable
          label={words("centre.listings.title")}
          head={<><HeadCell>{words("centre.listings.columns.listing")}</HeadCell><HeadCell>{words("centre.listings.columns.state")}</HeadCell><HeadCell className="text-end!">{words("centre.listings.columns.price")}</HeadCell><HeadCell className="text-end!">{words("centre.listings.columns.stock")}</HeadCell><HeadCell>{words("centre.listings.columns.languages")}</HeadCell><HeadCell>{words("centre.listings.columns.markets")}</HeadCell></>}
        >
          {rows.map((row) => (
            <tr key={row.id} className="hover:bg-ground/60">
              <Cell className="min-w-64">
                <a href={`/sell/listings/${row.id}`} className="flex items-center gap-3">
                  <span className="size-12 shrink-0 overflow-hidden rounded bg-ground">{row.picture && <Picture {...row.picture} alt="" sizes="48px" />}</span>
                  <span className="min-w-0">
                    <span className="line-clamp-2 font-medium hover:underline">{row.title ? <bdi lang={row.titleLanguage}>{row.title}</bdi> : words("centre.listings.untitled")}</span>
                    <span className="tabular block text-xs text-ink-soft"><bdi>{row.number}</bdi>{" · "}{words("centre.listings.variants", { count: row.offers })}</span>
                  </span>
                </a>
              </Cell>
              <Cell><Badge tone={tones[row.state]}>{words(`centre.listings.state.${row.state}`)}</Badge></Cell>
              <Cell className="text-end"><bdi className="tabular whitespace-nowrap font-semibold">{row.price ? <a href={`/sell/listings/${row.id}/prices`} title={words("centre.prices.title")} className="inline-flex min-h-11 items-center hover:underline">{formatMoney(row.price, language)}</a> : <span className="text-ink-faint">{words("centre.listings.noPrice")}</span>}</bdi></Cell>
              <Cell className={`tabular text-end ${row.state === "live" && row.left === 0 ? "font-bold text-bad" : ""}`}>{formatNumber(row.left, language, market)}</Cell>
              <Cell className="min-w-36 max-w-44 text-xs uppercase text-ink-soft"><bdi dir="ltr">{row.languages.join(" ")}</bdi></Cell>
              <Cell className="min-w-44 max-w-56 text-ink-soft">{scope(row)}</Cell>
            </tr>
          ))}
        </DataTable>
      )}
      {pages > 1 && (
        <nav className="flex items-center justify-between gap-3 text-sm">
          {page > 1 ? <ButtonLink tone="quiet" href={href({ page: page - 1 })}>{words("centre.listings.previous")}</ButtonLink> : <span />}
          <span className="tabular text-ink-soft">{words("centre.listings.count", { count: total })}</span>
          {page < pages ? <ButtonLink tone="quiet" href={href({ page: page + 1 })}>{words("centre.listings.next")}</ButtonLink> : <span />}
        </nav>
      )}
    </div>
  );
};

export default Listings;
