/** One try to be paid. Terminal states absorb; success beats everything, because money that arrived has arrived. */
export type AttemptStatus = "created" | "open" | "processing" | "failed" | "expired" | "canceled" | "succeeded";

const rank: Readonly<Record<AttemptStatus, number>> = { created: 0, open: 1, processing: 2, failed: 3, expired: 3, canceled: 3, succeeded: 9 };

/**
 * What an attempt is after news of it, in whatever order news comes: a lower rank never overwrites a higher one, of equals the first stays.
 * Webhook, return page and sweeper may tell the same story three times and backwards; the end is the same.
 */
export const mergeStatus = (now: AttemptStatus, news: AttemptStatus): AttemptStatus => (rank[news] > rank[now] ? news : now);

export const isOpenAttempt = (status: AttemptStatus): boolean => rank[status] < 3;

/** What Stripe says of a session, as far as it decides anything. */
export type SessionFacts = {
  readonly sessionId: string;
  readonly reference: string | null;
  readonly mode: string;
  readonly isLive: boolean;
  readonly status: "open" | "complete" | "expired" | null;
  readonly paymentStatus: "paid" | "unpaid" | "no_payment_required";
  readonly amount: bigint | null;
  readonly currency: string | null;
  readonly payment: { readonly intentId: string; readonly chargeId: string | null; readonly received: bigint; readonly currency: string; readonly methodType: string | null } | null;
};

/** The status a session stands for. A declined card leaves it open: the buyer is still at the till. */
export const statusOf = ({ status, paymentStatus }: Pick<SessionFacts, "status" | "paymentStatus">): AttemptStatus =>
  status === "complete" ? (paymentStatus === "paid" || paymentStatus === "no_payment_required" ? "succeeded" : "processing") : status === "expired" ? "expired" : "open";

export type Expected = { readonly checkoutId: string; readonly amount: bigint; readonly currency: string; readonly isLive: boolean };
export type Mismatch = { readonly about: "reference" | "mode" | "livemode" | "currency" | "amount" };

/**
 * Whether a paid session paid exactly what was asked for: this checkout, this currency (in Stripe's lower case), this amount in Stripe's units, in the
 * mode and on the side (live or test) that we are on. Null: it did. Anything else is never fulfilled, and given back.
 */
export const mismatchOf = (session: SessionFacts, expected: Expected): Mismatch | null => {
  const no = (about: Mismatch["about"]): Mismatch => ({ about });
  if (session.reference !== expected.checkoutId) return no("reference");
  if (session.mode !== "payment") return no("mode");
  if (session.isLive !== expected.isLive) return no("livemode");
  if ((session.payment?.currency ?? session.currency)?.toUpperCase() !== expected.currency) return no("currency");
  if ((session.payment?.received ?? session.amount) !== expected.amount || session.amount !== expected.amount) return no("amount");
  return null;
};

// What every payment through a session is announced with besides the session itself.
const companions: readonly string[] = ["payment_intent.created", "payment_intent.succeeded", "charge.succeeded", "charge.updated"];

/** Whether an event says nothing that the session's own event does not say: it is kept for the record, and nobody has to read it. */
export const isToldBySession = (eventType: string): boolean => companions.includes(eventType);

/** The writes to Stripe that there are. */
export type CommandKind = "create-session" | "expire-session" | "refund";
