import { Lock, PackageOpen, ShieldCheck, Store, Warehouse } from "lucide-react";
import { wordsFor, wordsIn, type Words } from "@/i18n/translator";
import { isEqual, times } from "@/kernel/money";
import type { OpenStorefront } from "@/modules/market/queries";
import { formatMoney, formatShelfPrice, Price } from "@/ui/format/price";
import { countryName, languageName } from "@/ui/format/words";
import { ButtonLink } from "@/ui/primitives/button";
import { Badge, Notice } from "@/ui/primitives/notice";
import { Parts } from "@/ui/primitives/parts";
import { acceptPricesAction } from "../actions";
import { barArguments } from "@/modules/customs/components/bar-words";
import { mostOfOne } from "../cart";
import type { OfferRefusal } from "../offer-here";
import type { CartPage, CartPageLine } from "../queries";
import { variantLabel } from "../variant-label";
import { AcceptPrices, LineControls } from "./line-controls";

type Shown = { readonly storefront: OpenStorefront; readonly words: Words };

/** A cart by merchant and parcel, with what changed since it was last agreed to, and the way to the till. `under` is put under each parcel: what it costs at the door. */
export const CartView = ({ page, storefront, under }: { page: CartPage; storefront: OpenStorefront; under: (parcelKey: string) => React.ReactNode }) => {
  const words = wordsIn(storefront.language);
  const shown = { storefront, words };
  const said = { unknown: words("refusals.unknown"), "listing.not-enough-stock": words("refusals.listing.sold-out"), "cart.no-such-line": words("refusals.cart.no-such-line") };
  const parcels = page.parcels;
  const hasPart = parcels.some((parcel) => parcel.lines.some(({ price }) => price && price.amount % 100n !== 0n));
  return (
    <div className="page grid items-start gap-4 pt-4 lg:grid-cols-[1fr_22rem] lg:gap-6 lg:pt-6">
      <div className="grid gap-3">
        <h1 className="flex items-baseline gap-3 text-2xl font-bold">{words("cart.title")}<span className="text-base font-normal text-ink-soft">{words("cart.pieces", { count: page.count })}</span></h1>
        {page.change && <PriceChanges page={page} {...shown} />}
        {parcels.map((parcel, index) => (
          <section key={parcel.key} className="overflow-hidden rounded-card border border-line bg-surface" data-parcel={parcel.key}>
            <header className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-ground/60 px-3 py-2.5 text-sm sm:px-4">
              <h2 className="flex min-h-8 items-center gap-2 font-semibold"><Store size={16} className="text-brand" aria-hidden /><a className="hover:text-brand hover:underline" href={`/${storefront.tag}/m/${parcel.merchant.slug}`}>{parcel.merchant.name}</a></h2>
              <span className="text-ink-soft">{words("cart.parcel", { number: index + 1 })}</span>
              <span className="ms-auto flex items-center gap-1.5 text-ink-soft">
                {parcel.from.kind === "bonded"
                  ? <Badge tone="good"><Warehouse size={13} className="me-1" aria-hidden />{words("cart.bonded", { country: countryName(parcel.from.country, storefront.language) })}</Badge>
                  : words("cart.shipsFrom", { place: countryName(parcel.from.country, storefront.language) })}
              </span>
            </header>
            <ul className="divide-y divide-line">
              {parcel.lines.map((line) => <Line key={line.id} line={line} {...shown} controls={<LineControls storefront={storefront.tag} lineId={line.id} quantity={line.quantity} most={Math.min(mostOfOne, line.left ?? 0)} said={said} words={controlWords(words)} />} />)}
            </ul>
            {under(parcel.key)}
          </section>
        ))}
        {page.apart.length > 0 && (
          <section className="rounded-card border border-line bg-surface" data-testid="apart">
            <header className="border-b border-line px-3 py-2.5 sm:px-4"><h2 className="font-semibold">{words("cart.apartTitle")}</h2><p className="text-sm text-ink-soft">{words("cart.apartBody")}</p></header>
            <ul className="divide-y divide-line">
              {page.apart.map((line) => <Line key={line.id} line={line} {...shown} refusal={refusalText(line.refusal, shown)} controls={<LineControls storefront={storefront.tag} lineId={line.id} quantity={line.quantity} most={line.quantity} said={said} words={controlWords(words)} />} />)}
            </ul>
          </section>
        )}
      </div>
      <aside aria-label={words("cart.goods")} className="sticky bottom-0 z-20 -mx-3 border-t border-line bg-surface p-3 shadow-[0_-4px_12px_#0001] sm:mx-0 lg:top-24 lg:rounded-card lg:border lg:p-5 lg:shadow-none">
        <div className="flex items-baseline justify-between gap-3"><span className="font-medium">{words("cart.goods")}</span><Price money={page.goods} language={storefront.language} market={storefront.market} isSum={hasPart} className="text-2xl" /></div>
        <p className="mb-3 mt-1 hidden text-sm text-ink-soft sm:block">{words("cart.notYet", { country: countryName(storefront.market, storefront.language) })}</p>
        {page.change || parcels.length === 0
          ? <span className="flex min-h-12 items-center justify-center rounded-lg bg-line px-4 font-semibold text-ink-soft" aria-disabled="true">{words("cart.checkout")}</span>
          : <ButtonLink tone="strong" className="min-h-12 w-full text-base" href={`/${storefront.tag}/checkout`}>{words("cart.checkout")}</ButtonLink>}
        <ul className="mt-4 hidden gap-2 text-sm text-ink-soft lg:grid">
          <li className="flex gap-2"><ShieldCheck size={17} className="mt-0.5 shrink-0 text-good" aria-hidden />{words("product.moneySafe")}</li>
          <li className="flex gap-2"><Lock size={17} className="mt-0.5 shrink-0 text-good" aria-hidden />{words("checkout.payHint")}</li>
        </ul>
      </aside>
    </div>
  );
};

const controlWords = (words: Words) => ({ quantity: words("cart.quantity"), fewer: words("cart.fewer"), more: words("cart.more"), remove: words("cart.remove") });

export const refusalText = (refusal: OfferRefusal, { storefront, words }: Shown): string =>
  wordsFor(words, `refusals.${refusal.code}`, { country: countryName(storefront.market, storefront.language), left: "left" in refusal ? refusal.left : 0, ...barArguments(refusal, words) });

const Line = ({ line, storefront, words, refusal, controls }: Shown & { line: CartPageLine; refusal?: string; controls: React.ReactNode }) => {
  const { offer } = line;
  const { language, market, tag } = storefront;
  const isForeign = offer.titleLanguage !== language;
  return (
    <li className="grid grid-cols-[5.5rem_1fr] gap-3 p-3 sm:grid-cols-[7rem_1fr] sm:p-4">
      <a href={`/${tag}/p/${offer.slug}/${offer.listingNumber}`} className="block self-start overflow-hidden rounded-lg bg-ground" tabIndex={-1} aria-hidden>
        {offer.picture && <img src={`${offer.picture}-400.webp`} alt="" width={112} height={112} loading="lazy" className={`aspect-square w-full object-cover ${refusal ? "opacity-50" : ""}`} />}
      </a>
      <div className="grid min-w-0 content-start gap-1.5">
        <a href={`/${tag}/p/${offer.slug}/${offer.listingNumber}`} className="line-clamp-2 leading-snug hover:text-brand"><bdi {...(isForeign ? { lang: offer.titleLanguage } : {})}>{offer.title}</bdi></a>
        {isForeign && <span className="text-xs text-ink-faint">{words("shop.shownIn", { language: languageName(offer.titleLanguage, language) })}</span>}
        <span className="text-sm text-ink-soft"><Parts text={variantLabel(offer.variant, words)} /></span>
        {refusal && <span className="text-sm font-medium text-bad">{refusal}</span>}
        {!refusal && line.left !== null && line.left <= 5 && <span className="text-sm font-medium text-warn">{words("cart.leftHere", { left: line.left })}</span>}
        <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
          {controls}
          {line.price && (
            <span className="ms-auto text-end">
              <Price money={times(line.price, line.quantity)} language={language} market={market} className="block text-lg" />
              {line.quantity > 1 && <span className="text-xs text-ink-soft">{words("cart.each", { price: formatShelfPrice(line.price, language, market) })}</span>}
            </span>
          )}
        </div>
      </div>
    </li>
  );
};

/** Line by line and in total: what the shopper last agreed to, and what it is here now. */
const PriceChanges = ({ page, storefront, words }: Shown & { page: CartPage }) => {
  const { language, market } = storefront;
  const changed = page.parcels.flatMap((parcel) => parcel.lines).filter((line) => line.price && !isEqual(line.price, line.accepted));
  const isOtherMarket = page.cart.storefront.slice(3) !== storefront.tag.slice(3);
  return (
    <Notice tone="warn" className="text-ink">
      <h2 className="font-bold text-warn">{words("cart.changedTitle")}</h2>
      <p className="mb-3 text-sm">{words(isOtherMarket ? "cart.changedMarket" : "cart.changedSame")}</p>
      <div className="overflow-x-auto">
        <table className="w-full text-sm" data-testid="price-changes">
          <thead><tr className="text-ink-soft"><th className="pb-1 text-start font-medium">{words("cart.goods")}</th><th className="pb-1 ps-3 text-end font-medium">{words("cart.before")}</th><th className="pb-1 ps-3 text-end font-medium">{words("cart.now")}</th></tr></thead>
          <tbody>
            {changed.map((line) => line.price && (
              <tr key={line.id} className="border-t border-warn/20">
                <td className="max-w-0 w-full truncate py-1.5" {...(line.offer.titleLanguage !== language ? { lang: line.offer.titleLanguage } : {})}>{`${line.quantity} × ${line.offer.title}`}</td>
                <td className="whitespace-nowrap py-1.5 ps-3 text-end"><bdi className="tabular text-ink-soft line-through">{formatMoney(times(line.accepted, line.quantity), language)}</bdi></td>
                <td className="whitespace-nowrap py-1.5 ps-3 text-end"><bdi className="tabular font-semibold">{formatMoney(times(line.price, line.quantity), language, market)}</bdi></td>
              </tr>
            ))}
          </tbody>
          {page.change && (
            <tfoot><tr className="border-t border-warn/40 font-bold"><td className="py-2">{words("cart.totalNow")}</td><td className="whitespace-nowrap py-2 ps-3 text-end"><bdi className="tabular">{page.change.before ? formatMoney(page.change.before, language) : ""}</bdi></td><td className="whitespace-nowrap py-2 ps-3 text-end"><bdi className="tabular">{formatMoney(page.change.after, language, market)}</bdi></td></tr></tfoot>
          )}
        </table>
      </div>
      <div className="mt-3"><AcceptPrices storefront={storefront.tag} label={words("cart.accept")} accept={acceptPricesAction} /></div>
    </Notice>
  );
};

/** A cart with nothing in it, and the way back to the shelves. */
export const EmptyCart = ({ storefront }: { storefront: OpenStorefront }) => {
  const words = wordsIn(storefront.language);
  return (
    <div className="page grid justify-items-center gap-2 py-16 text-center">
      <PackageOpen size={56} strokeWidth={1.2} className="text-ink-faint" aria-hidden />
      <h1 className="text-xl font-bold">{words("cart.empty")}</h1>
      <p className="mb-3 text-ink-soft">{words("cart.emptyBody")}</p>
      <ButtonLink href={`/${storefront.tag}`}>{words("cart.startShopping")}</ButtonLink>
    </div>
  );
};
