import { expect, test } from "vitest";
import type { Id } from "@/kernel/id";
import { payoutCurrency, restore, suspend, type MerchantStanding } from "./merchant";

const active: MerchantStanding = { id: "mer_1" as Id<"merchant">, state: "active", suspendedReason: null };

test("a suspended merchant is not suspended twice, and one that trades is not restored", () => {
  const once = suspend(active, "complaints");
  if (!once.ok) throw new Error("should be suspended");
  expect(once.value).toMatchObject({ state: "suspended", suspendedReason: "complaints" });
  expect(suspend(once.value, "complaints")).toEqual({ ok: false, refusal: { code: "merchant.already-suspended" } });
  expect(restore(once.value)).toMatchObject({ ok: true, value: active });
  expect(restore(active)).toEqual({ ok: false, refusal: { code: "merchant.not-suspended" } });
});

test("a merchant is paid in its country's money when we can count in it, else in dollars", () => {
  expect(payoutCurrency("KES")).toBe("KES");
  expect(payoutCurrency("SLE")).toBe("USD");
  expect(payoutCurrency(null)).toBe("USD");
});
