import type { Currency } from "@/kernel/currency";
import { money, type Money } from "@/kernel/money";
import type { TradeRule } from "./rule";

/**
 * How a row makes a charge out of its base, for people to follow: shares as percent in decimal text, amounts as money of the row's own currency.
 * The keys of its words are receipt.how.<kind>.
 */
export type Reckoning =
  | { readonly kind: "share"; readonly percent: string }
  | { readonly kind: "share-less"; readonly percent: string; readonly less: Money }
  | { readonly kind: "share-capped"; readonly percent: string }
  | { readonly kind: "inside-itself"; readonly percent: string }
  | { readonly kind: "cross-border-tax"; readonly vat: string; readonly consumption: string; readonly percent: string }
  | { readonly kind: "excess-or-weight"; readonly percent: string; readonly free: Money; readonly perKg: Money }
  | { readonly kind: "specific"; readonly each: Money; readonly per: "kg" | "piece" }
  | { readonly kind: "compound" | "at-least"; readonly percent: string; readonly each: Money; readonly per: "kg" | "piece" }
  | { readonly kind: "flat-per-hs6" | "flat-per-parcel"; readonly each: Money };

/**
 * The words' half of a row's formula, or null where nothing is reckoned: a relief, a limit, a value, an unknown.
 * `amounts` are the row's figures in minor units of its currency, as the rule index has read them.
 * A row of 3 EUR for each HS6: `{ kind: "flat-per-hs6", each: 3.00 EUR }`.
 */
export const reckoningOf = (rule: TradeRule, amounts: Readonly<Partial<Record<"amount" | "less" | "free" | "perKg", bigint>>>): Reckoning | null => {
  const sum = (amount: bigint | undefined): Money => money(amount ?? 0n, rule.currency as Currency);
  switch (rule.formula) {
    case "ad-valorem": {
      const { percent, less, net } = rule.parameters;
      if (net !== undefined) return { kind: "share-capped", percent };
      return less === undefined ? { kind: "share", percent } : { kind: "share-less", percent, less: sum(amounts.less) };
    }
    case "inside-itself": return { kind: "inside-itself", percent: rule.parameters.percent };
    case "cross-border-tax": return { kind: "cross-border-tax", vat: rule.parameters.vat, consumption: rule.parameters.consumption, percent: rule.parameters.share };
    case "excess-or-weight": return { kind: "excess-or-weight", percent: rule.parameters.percent, free: sum(amounts.free), perKg: sum(amounts.perKg) };
    case "specific": return { kind: "specific", each: sum(amounts.amount), per: rule.parameters.per };
    case "compound":
    case "at-least": return { kind: rule.formula, percent: rule.parameters.percent, each: sum(amounts.amount), per: rule.parameters.per };
    case "flat-per-hs6":
    case "flat-per-parcel": return { kind: rule.formula, each: sum(amounts.amount) };
    default: return null;
  }
};
