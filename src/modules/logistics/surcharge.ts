import type { Currency } from "@/kernel/currency";
import { money, shareHalfEven, type Money } from "@/kernel/money";
import { percent } from "@/kernel/ratio";
import type { PlainDate } from "@/kernel/time";
import type { Parcel } from "./parcel";

/** Days on which a surcharge is asked for: from the first, and before the second. Without them it always is. */
type While = { readonly from?: PlainDate; readonly to?: PlainDate };

/** What a rate card asks for beside the price of the band, per parcel. Amounts are minor units of the card's currency, as text. */
export type Surcharge = While & (
  | { readonly kind: "fuel" | "peak-season"; /** Of the band's price. */ readonly percent: string }
  | { readonly kind: "remote-area" | "battery"; readonly amount: string }
  | { readonly kind: "oversize"; readonly overLongestMm: number; readonly amount: string }
);

/** One line of what a parcel's carriage costs: the band's price, or a surcharge. */
export type PriceLine = { readonly kind: "base" | Surcharge["kind"]; readonly amount: Money };

export type SurchargeCase = { readonly parcel: Parcel; readonly base: Money; readonly flags: readonly string[]; readonly isRemote: boolean; readonly day: PlainDate };

/**
 * The lines of one parcel's price: its band first, then every surcharge that applies, in the card's order.
 *
 * Percentages fall on the band's price alone, never on another surcharge, and are rounded half-even to the minor unit; a line of nothing is left out.
 * Band EUR 20.00, fuel 12.5 %, remote area EUR 18.00: 20.00 + 2.50 + 18.00 = 40.50.
 */
export const priceLines = (surcharges: readonly Surcharge[], { parcel, base, flags, isRemote, day }: SurchargeCase): PriceLine[] => {
  const lines: PriceLine[] = [{ kind: "base", amount: base }];
  for (const surcharge of surcharges) {
    if ((surcharge.from !== undefined && day < surcharge.from) || (surcharge.to !== undefined && day >= surcharge.to)) continue;
    const amount = amountOf(surcharge, { parcel, base, flags, isRemote });
    if (amount.amount > 0n) lines.push({ kind: surcharge.kind, amount });
  }
  return lines;
};

const amountOf = (surcharge: Surcharge, { parcel, base, flags, isRemote }: Omit<SurchargeCase, "day">): Money => {
  const fixed = (amount: string, applies: boolean): Money => money(applies ? BigInt(amount) : 0n, base.currency);
  switch (surcharge.kind) {
    case "fuel":
    case "peak-season": return shareHalfEven(base, percent(surcharge.percent));
    case "remote-area": return fixed(surcharge.amount, isRemote);
    case "battery": return fixed(surcharge.amount, flags.some((flag) => flag.startsWith("battery-")));
    case "oversize": return fixed(surcharge.amount, Math.max(...parcel.sizeMm) > surcharge.overLongestMm);
  }
};

/** Lines of several parcels as a receipt shows them: one line a kind, in the order in which the kinds first come. */
export const mergeLines = (lines: readonly PriceLine[], currency: Currency): PriceLine[] => {
  const sums = new Map<PriceLine["kind"], bigint>();
  for (const { kind, amount } of lines) sums.set(kind, (sums.get(kind) ?? 0n) + amount.amount);
  return [...sums].map(([kind, amount]) => ({ kind, amount: money(amount, currency) }));
};
