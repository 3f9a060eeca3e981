import { notFound } from "next/navigation";
import { wordsFor, wordsIn } from "@/i18n/translator";
import { isIdOf } from "@/kernel/id";
import { times } from "@/kernel/money";
import { currentPerson, requireMerchant } from "@/modules/access/who";
import { shipConsignmentAction } from "@/modules/checkout/actions";
import { PapersForm } from "@/modules/checkout/components/papers-form";
import { DeliveredButton, ShipForm } from "@/modules/checkout/components/ship-form";
import { shipWords } from "@/modules/checkout/components/ship-words";
import { findConsignment } from "@/modules/checkout/consignment-queries";
import { romanMissing } from "@/modules/checkout/roman-address";
import { carrierName } from "@/modules/checkout/shipped-letter";
import { findMarket } from "@/modules/market/queries";
import { tongueOf } from "@/modules/market/tongue";
import { TurnedAway } from "@/modules/merchant/components/turned-away";
import { markDeliveredAction } from "@/modules/order/actions";
import { trackingPage } from "@/modules/order/tracking";
import { addressFields } from "@/modules/shopper/address";
import { countryName, formatDayRange, formatInstant, formatNumber } from "@/ui/format/words";
import { formatMoney } from "@/ui/format/price";
import { Card } from "@/ui/primitives/card";
import { Cell, DataTable, HeadCell } from "@/ui/primitives/data-table";
import { Badge } from "@/ui/primitives/notice";

type Props = { params: Promise<{ id: string }> };

/** One consignment: everything that its label and its customs declaration need, and the way to hand it over. */
const Order = async ({ params }: Props) => {
  const { id } = await params;
  const who = await requireMerchant();
  if (!who.ok) return <TurnedAway refusal={who.refusal} path={isIdOf("consignment", id) ? `/sell/orders/${id}` : "/sell/orders"} />;
  const order = isIdOf("consignment", id) ? await findConsignment(who.value, id) : null;
  if (!order) notFound();
  const { language, market } = tongueOf((await currentPerson())?.storefront);
  const words = wordsIn(language);
  const zone = (await findMarket(market))?.timeZone ?? "UTC";
  const when = (at: typeof order.paidAt) => (at ? formatInstant(at, language, zone, market) : "");
  const shipping = shipWords(words, language);
  const { address, from } = order;
  const page = order.carrier && order.trackingNumber ? trackingPage(order.carrier, order.trackingNumber) : null;
  const sum = (label: string, value: string, isStrong = false, key?: string) => <div key={key} className="flex justify-between gap-4 py-1"><dt className={isStrong ? "font-semibold" : "text-ink-soft"}>{label}</dt><dd className={`tabular ${isStrong ? "font-bold text-good" : ""}`}><bdi>{value}</bdi></dd></div>;
  return (
    <div className="page space-y-4 py-5">
      <a href="/sell/orders" className="inline-flex min-h-11 items-center text-sm text-brand hover:underline">{words("centre.orders.title")}</a>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h1 className="text-2xl font-bold"><bdi>{order.number}</bdi></h1>
        <Badge tone={order.state === "paid" ? "warn" : "good"}>{words(`order.consignment.${order.state}`)}</Badge>
        <span className="text-sm text-ink-soft">{words("centre.orders.paid", { when: when(order.paidAt) })}{" · "}{words("centre.orders.promised", { days: formatDayRange(order.promisedFrom, order.promisedTo, language, market) })}</span>
      </div>
      <Card title={words("centre.orders.shipTitle")}>
        {order.state === "paid" ? <ShipForm consignmentId={order.id} version={order.version} ship={shipConsignmentAction} words={shipping} /> : (
          <div className="space-y-2">
            <p>{carrierName(order.carrier ?? "", language)}{" "}{page ? <a href={page} rel="noopener noreferrer" target="_blank" className="tabular font-semibold text-brand underline"><bdi>{order.trackingNumber}</bdi></a> : <bdi className="tabular font-semibold">{order.trackingNumber}</bdi>}</p>
            <p className="text-sm text-ink-soft">{order.shippedAt && words("centre.orders.shipped", { when: when(order.shippedAt) })}{" "}{order.deliveredAt ? words("centre.orders.delivered", { when: when(order.deliveredAt) }) : words("centre.orders.toldShopper")}</p>
            {order.state === "shipped" && <DeliveredButton consignmentId={order.id} version={order.version} deliver={markDeliveredAction} words={shipping} />}
          </div>
        )}
      </Card>
      {order.state !== "refunded" && (
        <Card title={words("centre.orders.papers.title")}>
          <PapersForm action={`/sell/orders/${order.id}/papers`} missing={romanMissing(address)} words={{
            print: words("centre.orders.papers.print"), hint: words("centre.orders.papers.hint"), roman: words("centre.orders.papers.roman"),
            lines: { recipient: words("centre.orders.papers.recipient"), line1: words("centre.orders.papers.line1"), locality: words("centre.orders.papers.locality") },
          }} />
        </Card>
      )}
      <div className="grid items-start gap-4 *:min-w-0 lg:grid-cols-2">
        <Card title={words("centre.orders.label")}>
          <address className="not-italic leading-relaxed" dir="auto">
            {addressFields.map((field) => address[field] && <span key={field} className={`block ${field === "recipient" ? "font-bold" : ""}`}>{address[field]}</span>)}
            <span className="block">{countryName(order.market, language)}</span>
          </address>
          <p className="mt-2 text-sm text-ink-soft">{words("centre.orders.phone")} <bdi dir="ltr" className="tabular text-ink">{address.phone}</bdi></p>
          {address.latin && <div className="mt-3 border-t border-line pt-2"><p className="text-sm text-ink-soft">{words("centre.orders.latin")}</p><p dir="ltr">{[address.latin.recipient, address.latin.line1, address.latin.locality].filter(Boolean).map((line) => <span key={line} className="block">{line}</span>)}</p></div>}
          {order.customsId && <div className="mt-3 border-t border-line pt-2"><p className="text-sm text-ink-soft">{words("centre.orders.customsId")}{" ("}{wordsFor(words, `checkout.customsId.${order.customsId.kind}`)}{")"}</p><p className="tabular font-bold" dir="ltr">{order.customsId.number}</p><p className="text-xs text-ink-soft">{words("centre.orders.customsIdHint")}</p></div>}
        </Card>
        <Card title={words("centre.orders.service")}>
          <p lang="en">{order.service.name}</p>
          <p className="text-sm text-ink-soft">{words("centre.orders.incoterm")} <bdi>{order.service.incoterm}</bdi>{from && <>{" · "}{words("centre.orders.from")} <bdi>{from.city}</bdi>, {countryName(from.country, language)}</>}</p>
          <dl className="mt-3 border-t border-line pt-2 text-sm">
            {sum(words("centre.orders.goodsValue"), formatMoney(order.goods, language, order.market))}
            {sum(words("centre.orders.delivery"), formatMoney(order.delivery, language, order.market))}
            {order.charges.map((charge) => sum(`${wordsFor(words, `customs.charges.${charge.name}`)} – ${charge.due === "checkout" ? words("centre.orders.chargesNow") : words("centre.orders.chargesArrival")}`, formatMoney(charge.amount, language, order.market), false, charge.id))}
            {sum(words("centre.orders.share"), formatMoney(order.share, language), true)}
          </dl>
        </Card>
      </div>
      <section>
        <h2 className="mb-2 text-lg font-bold">{words("centre.orders.customs")}</h2>
        <DataTable
          label={words("centre.orders.customs")}
          head={<><HeadCell>{words("centre.orders.columnsCustoms.goods")}</HeadCell><HeadCell>{words("centre.orders.columnsCustoms.hs")}</HeadCell><HeadCell>{words("centre.orders.columnsCustoms.origin")}</HeadCell><HeadCell className="text-end!">{words("centre.orders.columnsCustoms.quantity")}</HeadCell><HeadCell className="text-end!">{words("centre.orders.columnsCustoms.value")}</HeadCell></>}
        >
          {order.lines.map((line) => (
            <tr key={line.id}>
              <Cell className="min-w-56"><span className="flex items-center gap-3">{line.picture && <img src={`${line.picture}-400.webp`} alt="" width={44} height={44} className="rounded" />}<span><bdi lang={line.titleLanguage} className="font-medium">{line.title}</bdi><span className="block text-ink-soft">{line.variantLabel}</span></span></span></Cell>
              <Cell><bdi className="tabular font-semibold">{`${line.hs.slice(0, 4)}.${line.hs.slice(4)}`}</bdi></Cell>
              <Cell className="whitespace-nowrap">{countryName(line.origin, language)}</Cell>
              <Cell className="tabular text-end font-bold">{formatNumber(line.quantity, language, market)}</Cell>
              <Cell className="text-end"><bdi className="tabular whitespace-nowrap">{formatMoney(times(line.unitPrice, line.quantity), language, order.market)}</bdi></Cell>
            </tr>
          ))}
        </DataTable>
      </section>
    </div>
  );
};

export default Order;
