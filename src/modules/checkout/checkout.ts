import type { PlainDate } from "@/kernel/time";

/** Where a checkout stands. Money that came after the time was up is paid-late until the units are found again (paid) or it is given back (refunded). */
export type CheckoutState = "awaiting-payment" | "awaiting-async" | "paid" | "expired" | "failed" | "paid-late" | "refunded";

/** Units are kept 40 minutes: the 31 of a session, and slack for a webhook that comes late. */
export const holdSeconds = 40 * 60;

/** What money means for a checkout in a state: it settles it, comes late, or is one payment too many. */
export const meaningOfMoney = (state: CheckoutState): "settles" | "late" | "too-much" =>
  state === "awaiting-payment" || state === "awaiting-async" ? "settles" : state === "paid" || state === "refunded" || state === "paid-late" ? "too-much" : "late";

/** Whether a buyer may still pay it. */
export const isAwaiting = (state: CheckoutState): boolean => state === "awaiting-payment" || state === "awaiting-async";

/** A consignment that was handed over, as its letter tells of it. */
export type ShippedParcel = {
  readonly id: string; readonly part: number; readonly merchantName: string; readonly carrier: string; readonly trackingNumber: string;
  readonly promisedFrom: PlainDate; readonly promisedTo: PlainDate; readonly lines: readonly { readonly quantity: number; readonly title: string; readonly variantLabel: string }[];
};

/** Where an order is paid. No address: Stripe did not answer yet; the job goes on, and the order's page says so. */
export type PaymentPage = { readonly number: string; readonly url: string | null };
