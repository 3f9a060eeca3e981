import { wordsIn } from "@/i18n/translator";
import { consignmentNumber } from "@/modules/order/consignment";
import { carrierNames, trackingPage } from "@/modules/order/tracking";
import type { Letter } from "@/platform/mail/letters";
import { formatDayRange } from "@/ui/format/words";
import type { ShippedParcel } from "./checkout";
import type { CheckoutRow } from "./store";

/** What a carrier is called: its own name, or the words for a national post and for one that we do not know. */
export const carrierName = (carrier: string, language: string): string =>
  Object.hasOwn(carrierNames, carrier) ? carrierNames[carrier as keyof typeof carrierNames] : wordsIn(language)(carrier === "post" ? "order.carriers.post" : "order.carriers.other");

/** "Your parcel is on its way": what is in it, who carries it, under which number, and when it was promised. */
export const shippedLetter = (order: Pick<CheckoutRow, "number" | "email" | "language" | "market">, parcel: ShippedParcel, link: string): Letter => {
  const words = wordsIn(order.language);
  const number = consignmentNumber(order.number, parcel.part);
  const page = trackingPage(parcel.carrier, parcel.trackingNumber);
  return {
    kind: "order-shipped", subjectId: parcel.id, recipient: order.email, language: order.language, subject: words("order.shippedLetter.subject", { number }),
    text: [
      words("order.shippedLetter.text", { number, merchant: parcel.merchantName }),
      parcel.lines.map((line) => `${line.quantity} × ${[line.title, line.variantLabel].filter(Boolean).join(" · ")}`).join("\n"),
      [words("order.shippedLetter.tracking", { carrier: carrierName(parcel.carrier, order.language), number: parcel.trackingNumber }), ...(page ? [page] : [])].join("\n"),
      words("order.shippedLetter.promised", { days: formatDayRange(parcel.promisedFrom, parcel.promisedTo, order.language, order.market) }),
      words("order.shippedLetter.order", { link }),
    ].join("\n\n"),
  };
};
