import type { Id } from "@/kernel/id";

declare const minted: unique symbol;
type Minted = { readonly [minted]: true };

/** Somebody signed in. Only `access` can make one, from a session that was checked in this request. */
export type ShopperActor = Minted & {
  readonly kind: "shopper";
  readonly userId: Id<"user">;
  readonly sessionId: Id<"session">;
  readonly email: string;
  readonly isEmailVerified: boolean;
  readonly storefront: string;
};

/** Somebody who acts for one merchant, by a membership and while the merchant is not suspended. */
export type MerchantActor = Minted & {
  readonly kind: "merchant";
  readonly userId: Id<"user">;
  readonly merchantId: Id<"merchant">;
  readonly role: "owner" | "staff";
};

/** One of the staff. */
export type AdminActor = Minted & { readonly kind: "admin"; readonly userId: Id<"user"> };

/** Whoever asks, signed in or not: guests can buy. */
export type VisitorActor = Minted & { readonly kind: "visitor"; readonly userId: Id<"user"> | null };

export const mint = <A extends object>(actor: A): A & Minted => actor as A & Minted;

/** Whoever stands before a door, with the network they come from: for verbs whose tries are counted. */
export type CallerActor = Minted & { readonly kind: "caller"; readonly userId: Id<"user"> | null; readonly address: string };
