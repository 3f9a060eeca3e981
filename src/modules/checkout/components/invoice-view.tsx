import { wordsIn } from "@/i18n/translator";
import { times } from "@/kernel/money";
import { Receipt } from "@/modules/customs/components/receipt";
import type { OpenStorefront } from "@/modules/market/queries";
import { formatMoney } from "@/ui/format/price";
import { countryName, formatInstant } from "@/ui/format/words";
import { Parts } from "@/ui/primitives/parts";
import type { OrderPage } from "../queries";
import { receiptOf, type QuoteConsignment } from "../quote";
import { StateBadge } from "./order-view";

/** An order on paper: for each seller what was bought, and every charge with its rule laid open, in the words and money of the order's market. */
export const InvoiceView = ({ order, lines, storefront }: { order: OrderPage; /** The buyer's address as its country writes it. */ lines: readonly string[]; storefront: OpenStorefront }) => {
  const { language, profile } = storefront;
  const words = wordsIn(language);
  const { promise, market } = order;
  const parts = receiptOf(promise);
  return (
    <article className="page grid max-w-3xl gap-5 pt-4 lg:pt-6 print:max-w-none print:gap-3 print:pt-0">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line pb-3">
        <h1 className="text-2xl font-bold">{words("order.invoice.title")}{" "}<bdi className="tabular">{order.number}</bdi></h1>
        <StateBadge state={order.state} words={words} />
        <p className="w-full text-sm text-ink-soft">{words("order.invoice.ordered")}{" "}{formatInstant(order.createdAt, language, profile.timeZone, storefront.market)}</p>
      </header>
      <section className="text-sm">
        <h2 className="font-bold">{words("order.invoice.buyer")}</h2>
        <address className="not-italic">
          {lines.map((line, index) => <span key={index} className="block"><bdi>{line}</bdi></span>)}
          <span className="block">{countryName(order.address.country, language)}</span>
        </address>
      </section>
      {promise.consignments.map((consignment, index) => (
        <section key={consignment.key} className="grid gap-3 rounded-card border border-line bg-surface p-4 text-sm sm:p-5 print:border-x-0 print:border-b-0 print:p-0 print:pt-3" data-testid="invoice-part">
          <div>
            <h2 className="font-bold">{words("order.parcel", { part: index + 1, parts: promise.consignments.length })}</h2>
            <p>{words("order.invoice.seller")}{": "}<bdi>{consignment.merchant.name}</bdi>{", "}{countryName(consignment.merchant.country, language)}{", "}<bdi>{consignment.merchant.contactEmail}</bdi></p>
          </div>
          <Goods consignment={consignment} storefront={storefront} market={market} />
          {parts[index] && <Receipt parts={[parts[index]]} words={words} language={language} market={market} isPaid={order.state === "paid"} isOpen />}
        </section>
      ))}
      {promise.consignments.length > 1 && (
        <div className="grid gap-1 border-t border-line pt-3">
          <p className="flex items-baseline justify-between gap-3 font-bold"><span>{words("checkout.total")}</span><bdi className="tabular text-xl">{formatMoney(promise.total, language, market)}</bdi></p>
          {promise.chargesOnArrival.amount > 0n && <p className="flex justify-between gap-3 text-sm"><span>{words("receipt.dueArrival")}</span><bdi className="tabular">{formatMoney(promise.chargesOnArrival, language, market)}</bdi></p>}
        </div>
      )}
    </article>
  );
};

const Goods = ({ consignment, storefront: { language }, market }: { consignment: QuoteConsignment; storefront: OpenStorefront; market: string }) => {
  const words = wordsIn(language);
  const head = "px-2 pb-1 text-end font-medium first:ps-0 first:text-start last:pe-0";
  // On a phone quantity and price stand under the name, so that the sum is in sight.
  const onDesk = "hidden sm:table-cell";
  const cell = "whitespace-nowrap px-2 py-1.5 text-end align-top last:pe-0";
  return (
    <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={words("receipt.goods")}>
      <table className="w-full">
        <thead>
          <tr className="text-ink-soft">
            <th scope="col" className={head}>{words("receipt.goods")}</th>
            {[words("order.invoice.quantity"), words("order.invoice.price")].map((title) => <th key={title} scope="col" className={`${head} ${onDesk}`}>{title}</th>)}
            <th scope="col" className={head}>{words("order.invoice.sum")}</th>
          </tr>
        </thead>
        <tbody>
          {consignment.lines.map((line) => (
            <tr key={line.offerId} className="border-t border-line">
              <td className="py-1.5 pe-2">
                <bdi {...(line.titleLanguage !== language ? { lang: line.titleLanguage } : {})}>{line.title}</bdi>
                {line.variantLabel && <span className="block text-ink-soft"><Parts text={line.variantLabel} /></span>}
                <span className="block text-ink-soft">{words("order.invoice.hs")}{" "}<bdi className="tabular">{line.hs}</bdi></span>
                <span className="block text-ink-soft sm:hidden"><bdi className="tabular">{`${line.quantity} × ${formatMoney(line.unitPrice, language, market)}`}</bdi></span>
              </td>
              <td className={`${cell} ${onDesk}`}><bdi className="tabular">{line.quantity}</bdi></td>
              <td className={`${cell} ${onDesk}`}><bdi className="tabular">{formatMoney(line.unitPrice, language, market)}</bdi></td>
              <td className={cell}><bdi className="tabular">{formatMoney(times(line.unitPrice, line.quantity), language, market)}</bdi></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
