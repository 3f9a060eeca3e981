import { wordsIn } from "@/i18n/translator";
import type { Currency } from "@/kernel/currency";
import { money, times } from "@/kernel/money";
import { plainDate } from "@/kernel/time";
import { consignmentNumber } from "@/modules/order/consignment";
import type { Letter } from "@/platform/mail/letters";
import { formatDay, formatDayRange } from "@/ui/format/words";
import { formatMoney } from "@/ui/format/price";
import type { CheckoutRow } from "./store";

type Ordered = Pick<CheckoutRow, "id" | "number" | "email" | "language" | "market" | "storefront" | "promise">;

/** "Thank you": what was ordered, what was paid, when it comes and where to look. */
export const confirmationLetter = (order: Ordered, link: string): Letter => {
  const words = wordsIn(order.language);
  const shown = (amount: Parameters<typeof formatMoney>[0]) => formatMoney(amount, order.language, order.market);
  const parts = order.promise.consignments.map((c) => [
    words("checkout.letters.from", { merchant: c.merchant.name }),
    ...c.lines.map((line) => `${line.quantity} × ${[line.title, line.variantLabel].filter(Boolean).join(" · ")} – ${shown(times(line.unitPrice, line.quantity))}`),
    words("checkout.letters.arrives", { days: formatDayRange(c.promised.from, c.promised.to, order.language, order.market) }),
  ].join("\n"));
  const { promise } = order;
  const sums = [
    `${words("checkout.goods")}: ${shown(promise.goods)}`, `${words("checkout.delivery")}: ${shown(promise.delivery)}`, `${words("checkout.dutiesAndTaxes")}: ${shown(promise.chargesNow)}`,
    `${words("checkout.total")}: ${shown(promise.total)}`, ...(promise.chargesOnArrival.amount > 0n ? [`${words("checkout.dueOnArrival")}: ${shown(promise.chargesOnArrival)}`] : []),
  ].join("\n");
  return {
    kind: "order-confirmed", subjectId: order.id, recipient: order.email, language: order.language, subject: words("checkout.letters.confirmedSubject", { number: order.number }),
    text: [words("checkout.letters.confirmed", { number: order.number }), ...parts, sums, words("checkout.letters.seeOrder", { link })].join("\n\n"),
  };
};

/** Money that was given back: it came too late for the goods, came twice, or was not what was asked for. */
export const refundLetter = (order: Ordered, reason: "paid-late" | "overpaid" | "mismatched", paymentId: string, captured: { amount: bigint; currency: Currency }): Letter => {
  const words = wordsIn(order.language);
  return {
    kind: `order-${reason}`, subjectId: paymentId, recipient: order.email, language: order.language, subject: words("checkout.letters.refundSubject", { number: order.number }),
    text: words(reason === "paid-late" ? "checkout.letters.paidLate" : reason === "overpaid" ? "checkout.letters.overpaid" : "checkout.letters.mismatched", { number: order.number, amount: formatMoney(captured, order.language, order.market) }),
  };
};

/** To a merchant: there is something to pack, what it brings, and by when. */
export const packLetter = (order: Ordered, told: { id: string; part: number; email: string; storefront: string; amount: bigint; currency: string; handlingDays: number; promisedFrom: Date }, base: string): Letter => {
  const language = told.storefront.slice(0, 2);
  const words = wordsIn(language);
  const number = consignmentNumber(order.number, told.part);
  const lines = order.promise.consignments[told.part - 1]?.lines ?? [];
  return {
    kind: "order-to-pack", subjectId: told.id, recipient: told.email, language, subject: words("checkout.letters.packSubject", { number }),
    text: [
      words("checkout.letters.pack", { number, amount: formatMoney(money(told.amount, told.currency as Currency), language), days: told.handlingDays }),
      lines.map((line) => `${line.quantity} × ${[line.title, line.variantLabel].filter(Boolean).join(" · ")}`).join("\n"),
      words("checkout.letters.promised", { day: formatDay(plainDate(told.promisedFrom.toISOString().slice(0, 10)), language) }),
      words("checkout.letters.seeOrder", { link: `${base}/sell/orders/${told.id}` }),
    ].join("\n\n"),
  };
};
