import type { CountryCode } from "@/kernel/country";
import { isCurrency, type Currency } from "@/kernel/currency";
import type { Id } from "@/kernel/id";
import { ok, refuse, type Result } from "@/kernel/result";

export type MerchantState = "active" | "suspended";
export const merchantKinds = ["brand", "maker", "farm", "trader", "agent-run"] as const;
export const suspendReasons = ["counterfeit", "not-shipping", "complaints", "papers-expired", "own-wish"] as const;
export type SuspendReason = (typeof suspendReasons)[number];

export type MerchantStanding = { readonly id: Id<"merchant">; readonly state: MerchantState; readonly suspendedReason: string | null };

export type AlreadySuspended = { readonly code: "merchant.already-suspended" };
export type NotSuspended = { readonly code: "merchant.not-suspended" };

/** Stops a merchant from trading. Its listings leave the shelves and its people can do nothing more from their next click on. */
export const suspend = (merchant: MerchantStanding, reason: SuspendReason): Result<MerchantStanding, AlreadySuspended> =>
  merchant.state === "suspended" ? refuse({ code: "merchant.already-suspended" }) : ok({ ...merchant, state: "suspended", suspendedReason: reason });

/** Lets a suspended merchant trade again. What was live is live again. */
export const restore = (merchant: MerchantStanding): Result<MerchantStanding, NotSuspended> =>
  merchant.state === "active" ? refuse({ code: "merchant.not-suspended" }) : ok({ ...merchant, state: "active", suspendedReason: null });

/**
 * The currency in which a new merchant is paid out: its country's, when the marketplace can count in it, else US dollars.
 * Sierra Leone's leone is not counted in: USD.
 */
export const payoutCurrency = (countryCurrency: string | null): Currency => (countryCurrency !== null && isCurrency(countryCurrency) ? countryCurrency : "USD");

export type NewMerchant = {
  readonly ownerId: Id<"user">;
  readonly name: string;
  readonly slug: string;
  readonly legalName: string;
  readonly legalForm: string;
  readonly country: CountryCode;
  readonly city: string;
  readonly currency: Currency;
  readonly timeZone: string;
  readonly contactEmail: string;
  readonly story: { readonly language: string; readonly text: string };
};
