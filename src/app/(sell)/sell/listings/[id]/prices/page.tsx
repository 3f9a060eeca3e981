import { notFound } from "next/navigation";
import { wordsFor, wordsIn } from "@/i18n/translator";
import { isIdOf } from "@/kernel/id";
import { currentPerson, requireMerchant } from "@/modules/access/who";
import { textFor } from "@/modules/catalog/text";
import { marketMatrix } from "@/modules/discovery/matrix-queries";
import { editorWords } from "@/modules/listing/components/editor-words";
import { tongueOf } from "@/modules/market/tongue";
import { TurnedAway } from "@/modules/merchant/components/turned-away";
import { setPricesAction } from "@/modules/pricing/actions";
import { commission } from "@/modules/pricing/commission";
import { PriceForm } from "@/modules/pricing/components/price-form";
import { spread } from "@/modules/pricing/queries";
import { findPriceSheet, type SheetRow } from "@/modules/pricing/sheet-queries";
import { priceText } from "@/modules/listing/typed-price";
import { formatMoney } from "@/ui/format/price";
import { formatRate, formatShare } from "@/ui/format/ratio";
import { countryName, formatDay } from "@/ui/format/words";
import { Notice } from "@/ui/primitives/notice";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

// The name of a source is Latin in every language: its own direction keeps the brackets around it where they belong.
const isolated = (text: string): string => `\u2068${text}\u2069`;

/** What a listing costs in every market, and what its merchant gets: converted by a policy, or set by hand. */
const ListingPrices = async ({ params, searchParams }: Props) => {
  const { id } = await params;
  const who = await requireMerchant();
  if (!who.ok) return <TurnedAway refusal={who.refusal} path={isIdOf("listing", id) ? `/sell/listings/${id}/prices` : "/sell/listings"} />;
  const sheet = isIdOf("listing", id) ? await findPriceSheet(who.value, id) : null;
  if (!sheet) notFound();
  const { listing, policy, groups } = sheet;
  const { language } = tongueOf((await currentPerson())?.storefront);
  const words = wordsIn(language);
  const title = textFor(listing.texts.filter((text) => text.title !== ""), language);
  const asked = await searchParams;
  const at = Math.min(Math.max(0, Number(asked["group"]) || 0), Math.max(0, groups.length - 1));
  const group = groups[Math.trunc(at)];
  // At the door: for the cheapest offers, as the table of the markets computes them.
  const matrix = group && at === 0 && listing.missing.every((need) => need === "picture") ? await marketMatrix(who.value, listing.number) : null;
  const how = ({ market, converted, rate }: SheetRow): string => {
    if (!converted.ok) return wordsFor(words, `refusals.${converted.refusal.code}`, { currency: market.currency, observedOn: "" });
    const { exact, shown, from, rate: used, spread: added } = converted.value;
    if (!from || !used || !added || !rate) return words("centre.prices.same", { shown: formatMoney(shown, language, market.code) });
    return words("centre.prices.how", {
      base: formatMoney(from, language), rate: formatRate(used, language), date: formatDay(used.observedOn, language), source: isolated(used.source), spread: formatShare(added, language),
      exact: formatMoney(exact, language, market.code), shown: formatMoney(shown, language, market.code),
    });
  };
  const doorOf = (code: string): string => {
    const door = matrix?.find((row) => row.market.code === code)?.door;
    return door?.ok ? words("centre.prices.door", { amount: formatMoney(door.value.way.cost.total, language, code) }) : "";
  };
  const editor = editorWords(words);
  return (
    <div className="page py-4">
      <a href={`/sell/listings/${listing.id}?step=markets`} className="inline-flex min-h-11 items-center text-sm text-brand hover:underline">{words("centre.prices.back")}</a>
      <h1 className="text-xl font-bold sm:text-2xl">{words("centre.prices.title")}</h1>
      <p className="font-semibold">{title ? <bdi lang={title.language}>{title.title}</bdi> : words("centre.editor.item", { number: String(listing.number) })}</p>
      <p className="mb-3 max-w-[75ch] text-sm text-ink-soft">{words("centre.prices.intro", { spread: formatShare(spread, language), commission: formatShare(commission, language) })}</p>
      {asked["saved"] !== undefined && <Notice tone="good" className="mb-3">{editor.saved}</Notice>}
      {groups.length > 1 && (
        <nav aria-label={words("centre.prices.title")} className="mb-3 flex flex-wrap gap-1.5">
          {groups.map(({ base, offerIds }, index) => (
            <a key={index} href={`/sell/listings/${listing.id}/prices?group=${index}`} aria-current={index === at ? "page" : undefined} className={`inline-flex min-h-11 items-center rounded-lg border px-3 text-sm ${index === at ? "border-brand bg-brand-tint font-semibold text-brand-strong" : "border-line bg-surface"}`}>
              {words("centre.prices.group", { price: formatMoney(base, language), count: offerIds.length })}
            </a>
          ))}
        </nav>
      )}
      {!group ? <Notice>{words("centre.editor.markets.notYet")}</Notice> : (
        <section className="rounded-card border border-line bg-surface p-4 sm:p-5">
          <p className="mb-2 font-semibold">{words("centre.prices.base", { price: formatMoney(group.base, language) })}</p>
          <PriceForm
            key={`${listing.version} ${at}`} listing={{ id: listing.id, version: listing.version }} policy={policy} offerIds={group.offerIds} merchantCurrency={listing.currency} spread={spread} commission={commission}
            after={`/sell/listings/${listing.id}/prices?group=${at}&saved`} save={setPricesAction} editor={editor}
            rows={group.rows.map((row) => ({
              code: row.market.code, name: countryName(row.market.code, language), currency: row.market.currency, endings: row.market.priceEndings, rate: row.rate,
              own: row.own ? priceText(row.own) : "", converted: row.converted.ok ? row.converted.value.shown : null, how: how(row), door: doorOf(row.market.code),
            }))}
            words={{
              policyTitle: words("centre.prices.policyTitle"), own: words("centre.prices.own"), net: words("centre.editor.markets.columns.net"), bad: words("refusals.listing.bad-price"),
              policies: {
                nearest: { name: words("centre.prices.nearest"), note: words("centre.prices.nearestNote") },
                "same-net": { name: words("centre.prices.sameNet"), note: words("centre.prices.sameNetNote") },
                "same-in-eu": { name: words("centre.prices.sameInEu"), note: words("centre.prices.sameInEuNote") },
              },
            }}
          />
        </section>
      )}
    </div>
  );
};

export default ListingPrices;
