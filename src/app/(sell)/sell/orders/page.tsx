import { wordsIn } from "@/i18n/translator";
import { currentPerson, requireMerchant } from "@/modules/access/who";
import { shipConsignmentAction } from "@/modules/checkout/actions";
import { ShipForm } from "@/modules/checkout/components/ship-form";
import { shipWords } from "@/modules/checkout/components/ship-words";
import { consignmentsPerPage, consignmentTabs, countConsignments, listConsignments, type ConsignmentTab } from "@/modules/checkout/consignment-queries";
import { carrierName } from "@/modules/checkout/shipped-letter";
import { tongueOf } from "@/modules/market/tongue";
import { TurnedAway } from "@/modules/merchant/components/turned-away";
import { countryName, formatDayRange, formatNumber } from "@/ui/format/words";
import { formatMoney } from "@/ui/format/price";
import { ButtonLink } from "@/ui/primitives/button";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const isTab = (text: unknown): text is ConsignmentTab => typeof text === "string" && Object.hasOwn(consignmentTabs, text);

/** The merchant's parts of orders: what is to ship can be shipped from here. */
const Orders = async ({ searchParams }: Props) => {
  const who = await requireMerchant();
  if (!who.ok) return <TurnedAway refusal={who.refusal} path="/sell/orders" />;
  const { language, market } = tongueOf((await currentPerson())?.storefront);
  const words = wordsIn(language);
  const asked = await searchParams;
  const tab = isTab(asked["tab"]) ? asked["tab"] : "to-ship";
  const page = typeof asked["page"] === "string" && /^[1-9]\d{0,3}$/.test(asked["page"]) ? Number(asked["page"]) : 1;
  const [counts, { rows, total }] = await Promise.all([countConsignments(who.value), listConsignments(who.value, tab, page)]);
  const pages = Math.ceil(total / consignmentsPerPage);
  const shipping = shipWords(words, language);
  return (
    <div className="page space-y-4 py-5">
      <h1 className="text-2xl font-bold">{words("centre.orders.title")}</h1>
      <nav aria-label={words("centre.orders.title")} className="flex gap-1.5 overflow-x-auto">
        {(Object.keys(consignmentTabs) as ConsignmentTab[]).map((key) => (
          <a key={key} href={`/sell/orders?tab=${key}`} aria-current={key === tab ? "page" : undefined} className={`flex min-h-11 shrink-0 items-center gap-1.5 rounded-lg border px-3 text-sm ${key === tab ? "border-brand bg-brand-tint font-semibold text-brand-strong" : "border-line bg-surface"}`}>
            {words(`centre.orders.tabs.${key}`)}<span className="tabular text-ink-soft">{formatNumber(counts[key], language, market)}</span>
          </a>
        ))}
      </nav>
      {rows.length === 0 && <p className="rounded-card border border-line bg-surface p-8 text-center text-ink-soft">{words("centre.orders.none")}</p>}
      <ul className="space-y-3">
        {rows.map((row) => (
          <li key={row.id} className="rounded-card border border-line bg-surface">
            <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line px-4 py-2 text-sm">
              <a href={`/sell/orders/${row.id}`} className="inline-flex min-h-11 items-center font-bold text-brand hover:underline"><bdi>{row.number}</bdi></a>
              <span className="text-ink-soft">{words("centre.orders.promised", { days: formatDayRange(row.promisedFrom, row.promisedTo, language, market) })}</span>
              <span><bdi>{[row.recipient, row.city].filter(Boolean).join(", ")}</bdi>{" · "}{countryName(row.market, language)}</span>
              <span className="font-semibold text-good">{words("centre.orders.share")} <bdi className="tabular">{formatMoney(row.share, language)}</bdi></span>
            </div>
            <ul className="divide-y divide-line px-4">
              {row.lines.map((line) => (
                <li key={line.id} className="flex items-center gap-3 py-2">
                  <span className="size-12 shrink-0 overflow-hidden rounded bg-ground">{line.picture && <img src={`${line.picture}-400.webp`} alt="" width={48} height={48} loading="lazy" />}</span>
                  <span className="min-w-0 flex-1"><bdi lang={line.titleLanguage} className="line-clamp-1 font-medium">{line.title}</bdi><span className="block text-sm text-ink-soft">{line.variantLabel}</span></span>
                  <bdi className="tabular shrink-0 font-bold">{`× ${formatNumber(line.quantity, language, market)}`}</bdi>
                </li>
              ))}
            </ul>
            <div className="border-t border-line px-4 py-3">
              {row.state === "paid" ? (
                <details>
                  <summary className="inline-flex min-h-11 items-center font-semibold text-brand">{words("centre.orders.ship")}</summary>
                  <div className="pt-2"><ShipForm consignmentId={row.id} version={row.version} ship={shipConsignmentAction} words={shipping} /></div>
                </details>
              ) : row.trackingNumber && <p className="text-sm">{carrierName(row.carrier ?? "", language)}{" "}<bdi className="tabular font-semibold">{row.trackingNumber}</bdi></p>}
            </div>
          </li>
        ))}
      </ul>
      {pages > 1 && (
        <nav className="flex justify-between gap-3">
          {page > 1 ? <ButtonLink tone="quiet" href={`/sell/orders?tab=${tab}&page=${page - 1}`}>{words("centre.listings.previous")}</ButtonLink> : <span />}
          {page < pages && <ButtonLink tone="quiet" href={`/sell/orders?tab=${tab}&page=${page + 1}`}>{words("centre.listings.next")}</ButtonLink>}
        </nav>
      )}
    </div>
  );
};

export default Orders;
