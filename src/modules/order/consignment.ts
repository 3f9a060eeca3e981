/** Where a consignment is on its way: awaiting-payment → paid → shipped → delivered; canceled before payment, refunded after it. */
export type ConsignmentState = "awaiting-payment" | "paid" | "shipped" | "delivered" | "canceled" | "refunded";

const next: Readonly<Record<ConsignmentState, readonly ConsignmentState[]>> = {
  "awaiting-payment": ["paid", "canceled"],
  paid: ["shipped", "refunded"],
  shipped: ["delivered", "refunded"],
  delivered: ["refunded"],
  // Money may come after the time was up: then the parcel is packed after all, if the goods are still there.
  canceled: ["paid", "refunded"],
  refunded: [],
};

/** Whether a consignment may go from one state to another. Nothing ships that was not paid, nothing comes back from a refund. */
export const mayBecome = (from: ConsignmentState, to: ConsignmentState): boolean => next[from].includes(to);
/** The states from which one state may be reached: the `where` of its UPDATE. */
export const statesBefore = (to: ConsignmentState): readonly ConsignmentState[] =>
  (Object.keys(next) as ConsignmentState[]).filter((from) => mayBecome(from, to));

/** What a consignment is called on paper: its order's number and its part, "EN-7K2M-94QD/2". */
export const consignmentNumber = (orderNumber: string, part: number): string => `${orderNumber}/${part}`;
