import { expect, test } from "vitest";
import { countryCode } from "@/kernel/country";
import { setShipTo, setState } from "./opening";

const russia = { code: countryCode("RU"), state: "browse-only" as const, stateReason: "sanctions" };

test("a market that is not open says why, and an open one has no reason left over", () => {
  expect(setState(russia, "open", "sanctions")).toEqual({ ok: true, value: { code: "RU", state: "open", stateReason: null } });
  expect(setState(russia, "closed", "law")).toMatchObject({ ok: true, value: { state: "closed", stateReason: "law" } });
  expect(setState(russia, "closed", null)).toEqual({ ok: false, refusal: { code: "market.reason-needed" } });
});

test("a country to which nothing is sent says why", () => {
  const kenya = { code: countryCode("KE"), shipTo: true, shipToReason: null };
  expect(setShipTo(kenya, false, null)).toEqual({ ok: false, refusal: { code: "market.reason-needed" } });
  expect(setShipTo(kenya, false, "strike")).toMatchObject({ ok: true, value: { shipTo: false, shipToReason: "strike" } });
  expect(setShipTo({ ...kenya, shipTo: false, shipToReason: "strike" }, true, null)).toEqual({ ok: true, value: kenya });
});
