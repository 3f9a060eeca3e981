import { Check, MapPin, PackageCheck, Truck } from "lucide-react";
import type { ReactNode } from "react";
import { wordsFor, wordsIn, type Words } from "@/i18n/translator";
import { times } from "@/kernel/money";
import { Receipt } from "@/modules/customs/components/receipt";
import type { OpenStorefront } from "@/modules/market/queries";
import type { ShownConsignment } from "@/modules/order/queries";
import { formatMoney } from "@/ui/format/price";
import { countryName, formatDay, formatDayRange, formatInstant, languageName } from "@/ui/format/words";
import { ButtonLink } from "@/ui/primitives/button";
import { Badge, Notice } from "@/ui/primitives/notice";
import { Parts } from "@/ui/primitives/parts";
import type { CheckoutState } from "../checkout";
import type { OrderPage } from "../queries";
import { receiptOf, type QuoteConsignment } from "../quote";

const tones: Readonly<Record<CheckoutState, "good" | "warn" | "bad" | "plain">> = {
  "awaiting-payment": "warn", "awaiting-async": "warn", paid: "good", expired: "bad", failed: "bad", "paid-late": "warn", refunded: "plain",
};

export const StateBadge = ({ state, words }: { state: CheckoutState; words: Words }) => <Badge tone={tones[state]}>{words(`order.state.${state}`)}</Badge>;

/** An order: its parcels and how far they are, where they go, and what was paid, with every rule. `after` is put under each parcel (a review's form). */
export const OrderView = ({ order, lines, storefront, invoiceHref, after }: { order: OrderPage; invoiceHref: string; /** The address as its country writes it. */ lines: readonly string[]; storefront: OpenStorefront; after?: (consignment: ShownConsignment) => ReactNode }) => {
  const { language, profile } = storefront;
  const words = wordsIn(language);
  const { promise, market } = order;
  return (
    <div className="page grid gap-4 pt-4 lg:pt-6">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h1 className="text-2xl font-bold">{words.rich("order.title", { number: order.number })}</h1>
        <StateBadge state={order.state} words={words} />
        <p className="w-full text-sm text-ink-soft">{words("order.placed", { when: formatInstant(order.createdAt, language, profile.timeZone, storefront.market) })}</p>
      </header>
      {(order.state === "awaiting-payment" && order.payUrl) && <Notice tone="warn" className="flex flex-wrap items-center justify-between gap-3">{words("order.state.awaiting-payment")}<ButtonLink tone="strong" href={order.payUrl}>{words("order.payNow")}</ButtonLink></Notice>}
      {(order.state === "expired" || order.state === "failed") && <Notice>{words("order.expiredBody")}</Notice>}
      <div className="grid items-start gap-4 lg:grid-cols-[1fr_24rem] lg:gap-6">
        <div className="grid gap-3">
          {order.consignments.map((consignment) => <Parcel key={consignment.id} consignment={consignment} promised={promise.consignments[consignment.part - 1]} parts={order.consignments.length} storefront={storefront} words={words} market={market} after={after?.(consignment)} />)}
        </div>
        <div className="grid gap-3">
          <section className="rounded-card border border-line bg-surface p-4 sm:p-5">
            <h2 className="mb-2 flex items-center gap-2 font-bold"><MapPin size={17} className="text-brand" aria-hidden />{words("order.deliverTo")}</h2>
            <address className="text-sm not-italic">
              {lines.map((line, index) => <span key={index} className={`block ${index === 0 ? "font-semibold" : ""}`}><bdi>{line}</bdi></span>)}
              <span className="block">{countryName(order.address.country, language)}</span>
              <span className="block text-ink-soft"><bdi className="tabular" dir="ltr">{order.address.phone}</bdi></span>
              {order.address.customsId && <span className="mt-1 block text-ink-soft">{words(`checkout.customsId.${order.address.customsId.kind}` as "checkout.customsId.BR-CPF")}{" "}<bdi className="tabular">{order.address.customsId.masked}</bdi></span>}
            </address>
          </section>
          <section className="rounded-card border border-line bg-surface p-4 sm:p-5">
            <h2 className="mb-2 flex items-center justify-between gap-3 font-bold">{words("order.receipt")}<a className="flex min-h-11 items-center text-sm font-normal text-brand hover:underline" href={invoiceHref}>{words("order.invoice.title")}</a></h2>
            <Receipt parts={receiptOf(promise)} words={words} language={language} market={market} isPaid={order.state === "paid"} />
          </section>
        </div>
      </div>
    </div>
  );
};

const steps = ["paid", "shipped", "delivered"] as const;

const Parcel = ({ consignment: c, promised, parts, storefront, words, market, after }: { consignment: ShownConsignment; promised: QuoteConsignment | undefined; parts: number; storefront: OpenStorefront; words: Words; market: string; after: ReactNode }) => {
  const { language, tag } = storefront;
  const reached = steps.indexOf(c.state as (typeof steps)[number]);
  const icons = [PackageCheck, Truck, Check] as const;
  return (
    <section className="rounded-card border border-line bg-surface" data-consignment={c.part}>
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-3 py-2.5 sm:px-4">
        <h2 className="font-semibold">{words("order.parcel", { part: c.part, parts })}</h2>
        <a className="text-sm text-brand hover:underline" href={`/${tag}/m/${c.merchant.slug}`}>{c.merchant.name}</a>
        {promised && <span className="ms-auto text-sm text-ink-soft">{words("cart.shipsFrom", { place: countryName(promised.from.country, language) })}</span>}
      </header>
      <div className="grid gap-3 p-3 sm:p-4">
        {reached >= 0
          ? (
            <ol className="grid grid-cols-3 gap-1 text-center text-xs sm:text-sm">
              {steps.map((step, index) => {
                const Icon = icons[index] ?? Check;
                const isReached = index <= reached;
                return (
                  <li key={step} aria-current={index === reached ? "step" : undefined} className={`grid justify-items-center gap-1 border-t-4 pt-2 ${isReached ? "border-good font-semibold text-good" : "border-line text-ink-faint"}`}><Icon size={18} aria-hidden />{words(`order.consignment.${step}`)}</li>
                );
              })}
            </ol>
          )
          : <Badge tone={c.state === "awaiting-payment" ? "warn" : "plain"}>{words(`order.consignment.${c.state}`)}</Badge>}
        <p className="text-sm">
          {c.deliveredAt === null && c.state !== "canceled" && c.state !== "refunded" && <span className="block font-medium text-good">{words("order.promised", { days: formatDayRange(c.promised.from, c.promised.to, language, market) })}</span>}
          {promised && <span className="block text-ink-soft">{wordsFor(words, `checkout.speed.${promised.service.speed}`)} · <bdi>{promised.service.carrier}</bdi></span>}
          {c.trackingNumber && <bdi className="tabular block">{words("order.tracking", { number: c.trackingNumber })}</bdi>}
          {c.shippedAt && <span className="block text-ink-soft">{formatDay(c.shippedAt.slice(0, 10) as typeof c.promised.from, language, market)}</span>}
        </p>
        <ul className="grid gap-3 border-t border-line pt-3">
          {c.lines.map((line) => (
            <li key={line.id} className="grid grid-cols-[4rem_1fr_auto] items-start gap-3 text-sm">
              <a href={`/${tag}/p/-/${line.listingNumber}`} className="block size-16 overflow-hidden rounded-lg bg-ground" tabIndex={-1} aria-hidden>{line.picture && <img src={`${line.picture}-400.webp`} alt="" width={64} height={64} loading="lazy" className="size-full object-cover" />}</a>
              <span className="min-w-0">
                <a className="line-clamp-2 hover:text-brand" href={`/${tag}/p/-/${line.listingNumber}`}><bdi {...(line.titleLanguage !== language ? { lang: line.titleLanguage } : {})}>{line.title}</bdi></a>
                {line.titleLanguage !== language && <span className="block text-xs text-ink-faint">{words("shop.shownIn", { language: languageName(line.titleLanguage, language) })}</span>}
                <span className="flex flex-wrap gap-x-2 text-ink-soft"><bdi className="tabular" dir="ltr">{`${line.quantity} ×`}</bdi><bdi className="tabular">{formatMoney(line.unitPrice, language, market)}</bdi>{line.variantLabel && <span><Parts text={line.variantLabel} /></span>}</span>
              </span>
              <bdi className="tabular font-semibold">{formatMoney(times(line.unitPrice, line.quantity), language, market)}</bdi>
            </li>
          ))}
        </ul>
        {after}
      </div>
    </section>
  );
};
