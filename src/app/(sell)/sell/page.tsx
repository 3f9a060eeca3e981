import type { ReactNode } from "react";
import { wordsIn } from "@/i18n/translator";
import { currentPerson, requireMerchant } from "@/modules/access/who";
import { countConsignments, listConsignments } from "@/modules/checkout/consignment-queries";
import { countOwnListings, listOwnListings } from "@/modules/listing/own-queries";
import { tongueOf } from "@/modules/market/tongue";
import { TurnedAway } from "@/modules/merchant/components/turned-away";
import { countryName, formatDay, formatNumber } from "@/ui/format/words";
import { formatMoney } from "@/ui/format/price";
import { ButtonLink } from "@/ui/primitives/button";
import { Card } from "@/ui/primitives/card";
import { Picture } from "@/ui/primitives/picture";

const Row = ({ href, picture, title, note, value }: { href: string; picture: ReactNode; title: ReactNode; note: ReactNode; value: ReactNode }) => (
  <li>
    <a href={href} className="flex min-h-14 items-center gap-3 py-1.5 hover:bg-ground">
      <span className="size-11 shrink-0 overflow-hidden rounded bg-ground">{picture}</span>
      <span className="min-w-0 flex-1"><span className="block truncate font-medium">{title}</span><span className="block truncate text-sm text-ink-soft">{note}</span></span>
      <bdi className="tabular shrink-0 text-sm font-semibold">{value}</bdi>
    </a>
  </li>
);

/** What waits for the merchant today. */
const Overview = async () => {
  const who = await requireMerchant();
  if (!who.ok) return <TurnedAway refusal={who.refusal} path="/sell" />;
  const { language, market } = tongueOf((await currentPerson())?.storefront);
  const words = wordsIn(language);
  const filter = { words: "", page: 1 };
  const [counts, parcels, toShip, low, drafts] = await Promise.all([
    countOwnListings(who.value), countConsignments(who.value), listConsignments(who.value, "to-ship", 1),
    listOwnListings(who.value, { ...filter, state: "live", isLow: true }, language), listOwnListings(who.value, { ...filter, state: "draft", isLow: false }, language),
  ]);
  const numbers = [
    ["toShip", parcels["to-ship"], "/sell/orders"], ["low", counts.low, "/sell/listings?state=low"], ["drafts", counts.draft, "/sell/listings?state=draft"], ["live", counts.live, "/sell/listings?state=live"],
  ] as const;
  const all = (href: string) => <a href={href} className="inline-flex min-h-11 items-center text-sm text-brand hover:underline">{words("centre.overview.all")}</a>;
  return (
    <div className="page space-y-4 py-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-2xl font-bold">{words("centre.overview.title")}</h1>
        <ButtonLink href="/sell/listings/new">{words("centre.overview.newListing")}</ButtonLink>
      </div>
      <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        {numbers.map(([key, count, href]) => (
          <div key={key} className="relative flex flex-col-reverse rounded-card border border-line bg-surface p-3 hover:border-brand">
            <dt className="text-sm text-ink-soft"><a href={href} className="after:absolute after:inset-0">{words(`centre.overview.${key}`)}</a></dt>
            <dd className={`tabular text-2xl font-bold ${key === "toShip" && count > 0 ? "text-price" : key === "low" && count > 0 ? "text-warn" : ""}`}>{formatNumber(count, language, market)}</dd>
          </div>
        ))}
      </dl>
      <div className="grid items-start gap-4 *:min-w-0 lg:grid-cols-2">
        <Card title={words("centre.overview.toShip")} action={all("/sell/orders")}>
          {toShip.rows.length === 0 ? <p className="text-ink-soft">{words("centre.overview.nothingToShip")}</p> : (
            <ul className="divide-y divide-line">
              {toShip.rows.slice(0, 6).map((row) => (
                <Row key={row.id} href={`/sell/orders/${row.id}`} picture={row.lines[0]?.picture && <img src={`${row.lines[0].picture}-400.webp`} alt="" width={44} height={44} />}
                  title={<bdi>{row.number}</bdi>} note={`${countryName(row.market, language)} · ${formatDay(row.promisedTo, language, market)}`} value={formatMoney(row.share, language)} />
              ))}
            </ul>
          )}
        </Card>
        <div className="space-y-4">
          <Card title={words("centre.overview.low")} action={all("/sell/listings?state=low")}>
            {low.rows.length === 0 ? <p className="text-ink-soft">{words("centre.overview.nothingLow")}</p> : (
              <ul className="divide-y divide-line">
                {low.rows.slice(0, 5).map((row) => (
                  <Row key={row.id} href={`/sell/listings/${row.id}?step=offers`} picture={row.picture && <Picture {...row.picture} alt="" sizes="44px" />} title={<bdi lang={row.titleLanguage}>{row.title}</bdi>}
                    note={words("centre.listings.variants", { count: row.offers })} value={formatNumber(row.lowest, language, market)} />
                ))}
              </ul>
            )}
          </Card>
          <Card title={words("centre.overview.drafts")} action={all("/sell/listings?state=draft")}>
            {drafts.rows.length === 0 ? <p className="text-ink-soft">{words("centre.overview.nothingDraft")}</p> : (
              <ul className="divide-y divide-line">
                {drafts.rows.slice(0, 5).map((row) => (
                  <Row key={row.id} href={`/sell/listings/${row.id}`} picture={row.picture && <Picture {...row.picture} alt="" sizes="44px" />} title={row.title ? <bdi lang={row.titleLanguage}>{row.title}</bdi> : words("centre.listings.untitled")}
                    note={formatDay(row.createdAt.slice(0, 10) as never, language, market)} value={row.number} />
                ))}
              </ul>
            )}
          </Card>
        </div>
      </div>
    </div>
  );
};

export default Overview;
