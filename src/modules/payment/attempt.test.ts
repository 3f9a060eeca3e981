import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isOpenAttempt, mergeStatus, mismatchOf, statusOf, type AttemptStatus, type SessionFacts } from "./attempt";

const statuses: AttemptStatus[] = ["created", "open", "processing", "failed", "expired", "canceled", "succeeded"];
const rank = (s: AttemptStatus) => (s === "succeeded" ? 9 : isOpenAttempt(s) ? statuses.indexOf(s) : 3);

describe("a payment attempt", () => {
  it("never goes back, whatever order the news comes in, and ends succeeded if any of the news says so", () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...statuses), { minLength: 1 }), (news) => {
      const end = news.reduce(mergeStatus, "created" as AttemptStatus);
      return rank(end) === Math.max(...news.map(rank)) && (end === "succeeded") === news.includes("succeeded");
    }));
  });
  it("stays open while a card was declined: the buyer is still at the till", () => {
    expect(statusOf({ status: "open", paymentStatus: "unpaid" })).toBe("open");
    expect(statusOf({ status: "complete", paymentStatus: "unpaid" })).toBe("processing");
    expect(statusOf({ status: "complete", paymentStatus: "paid" })).toBe("succeeded");
    expect(statusOf({ status: "expired", paymentStatus: "unpaid" })).toBe("expired");
  });
  it("counts as paid only with this reference, side, currency and amount", () => {
    const session: SessionFacts = {
      sessionId: "cs_1", reference: "chk_1", mode: "payment", isLive: false, status: "complete", paymentStatus: "paid", amount: 12_990n, currency: "brl",
      payment: { intentId: "pi_1", chargeId: "ch_1", received: 12_990n, currency: "brl", methodType: "card" },
    };
    const expected = { checkoutId: "chk_1", amount: 12_990n, currency: "BRL", isLive: false };
    expect(mismatchOf(session, expected)).toBe(null);
    expect(mismatchOf({ ...session, reference: "chk_2" }, expected)?.about).toBe("reference");
    expect(mismatchOf({ ...session, isLive: true }, expected)?.about).toBe("livemode");
    expect(mismatchOf(session, { ...expected, currency: "USD" })?.about).toBe("currency");
    expect(mismatchOf(session, { ...expected, amount: 12_991n })?.about).toBe("amount");
    expect(mismatchOf({ ...session, payment: { ...session.payment!, received: 1n } }, expected)?.about).toBe("amount");
  });
});
