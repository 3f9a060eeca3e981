import { plus, total, type Money } from "@/kernel/money";
import type { PlainDate } from "@/kernel/time";
import type { Confidence } from "@/modules/fx/rate";
import type { Charge } from "./landed-cost";

/** What a carrier asks and why: the lines of its price in its own money, and where its rate card is from. */
export type Tariff = {
  readonly carrier: string;
  readonly name: string;
  /** Band and surcharges; promises from before they were kept have none. */
  readonly lines: readonly { readonly kind: string; readonly amount: Money }[];
  readonly source: string;
  readonly confidence: Confidence;
};

/** One parcel, or one consignment of several, as a receipt shows it. Charges of promises from before 23 November 2026 lack how they were reckoned and when they were checked. */
export type ReceiptPart = {
  /** Whose it is, where a receipt has several. */
  readonly title: string;
  readonly goods: Money;
  readonly delivery: Money;
  readonly tariff: Tariff | null;
  readonly charges: readonly (Omit<Charge, "rule"> & { readonly rule: Omit<Charge["rule"], "checkedOn" | "reckoning"> & { readonly checkedOn?: PlainDate; readonly reckoning?: Charge["rule"]["reckoning"] } })[];
  /** Kinds of charge that the rule book has no figure for. */
  readonly unknown: readonly string[];
  /** Limits in another currency that are so near that the dearer side was reckoned; promises of before it was kept have none. */
  readonly near?: readonly Money[];
};

export type ReceiptTotals = { readonly goods: Money; readonly now: Money; readonly onArrival: Money; readonly landed: Money; /** Whether every charge is known. */ readonly isWhole: boolean };

/**
 * The sums under a receipt: goods, what is paid at checkout, what the carrier collects, and both together. Nothing is rounded here: every line comes rounded.
 * What is not known is in no sum, and then the receipt is not whole. Goods 30.00, delivery 8.00, duty 3.00 and VAT 8.20 now, fee 2.00 at the door: 49.20, 2.00, 51.20.
 */
export const receiptTotals = (parts: readonly [ReceiptPart, ...ReceiptPart[]]): ReceiptTotals => {
  const { currency } = parts[0].goods;
  const charged = (due: Charge["due"]): Money => total(parts.flatMap(({ charges }) => charges.filter((charge) => charge.due === due).map(({ amount }) => amount)), currency);
  const goods = total(parts.map((part) => part.goods), currency);
  const onArrival = charged("arrival");
  const now = plus(plus(goods, total(parts.map(({ delivery }) => delivery), currency)), charged("checkout"));
  return { goods, now, onArrival, landed: plus(now, onArrival), isWhole: parts.every(({ unknown }) => unknown.length === 0) };
};
