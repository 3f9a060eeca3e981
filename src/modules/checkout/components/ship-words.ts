import type { Words } from "@/i18n/translator";
import { carriers } from "@/modules/order/tracking";
import { carrierName } from "../shipped-letter";
import type { ShipWords } from "./ship-form";

const spoken = ["order.not-found", "order.stale", "order.not-now", "order.bad-tracking-number", "access.not-signed-in", "access.not-allowed", "input.invalid"] as const;

/** The words of shipping, ready for the browser. */
export const shipWords = (words: Words, language: string): ShipWords => ({
  carrier: words("centre.orders.carrier"), tracking: words("centre.orders.tracking"), markShipped: words("centre.orders.markShipped"), shipping: words("centre.orders.shipping"),
  badForm: words.raw("centre.orders.badForm") as string, badCheckDigit: words("centre.orders.badCheckDigit"), markDelivered: words("centre.orders.markDelivered"), delivering: words("centre.orders.delivering"),
  names: Object.fromEntries(carriers.map((carrier) => [carrier, carrierName(carrier, language)])) as ShipWords["names"],
  refusals: { unknown: words("refusals.unknown"), ...Object.fromEntries(spoken.map((code) => [code, words(`refusals.${code}`)])) },
});
