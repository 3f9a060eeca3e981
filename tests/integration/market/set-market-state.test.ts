import { beforeAll, expect, test } from "vitest";
import { countryCode } from "@/kernel/country";
import { mint } from "@/modules/access/actor";
import { setMarketState } from "@/modules/market/commands/set-market-state";
import { setShipTo } from "@/modules/market/commands/set-ship-to";
import { findCountry, findMarket } from "@/modules/market/queries";
import { newId } from "@/platform/clock";
import { database } from "@/platform/db";
import { seedPlaces } from "../brand-application/applying";

const admin = mint({ kind: "admin" as const, userId: newId("user") });
const [JP, BR, KE] = [countryCode("JP"), countryCode("BR"), countryCode("KE")];
beforeAll(seedPlaces);

test("a market is closed with its reason and on record, and this process sees it at once", async () => {
  expect((await findMarket("BR"))?.state).toBe("open");
  expect((await setMarketState(admin, { code: BR, from: "open", state: "browse-only", reason: "customs-change" })).ok).toBe(true);
  expect(await findMarket("BR")).toMatchObject({ state: "browse-only", stateReason: "customs-change" });
  expect(await database().auditEntry.findFirst({ where: { subjectId: "BR" } })).toMatchObject({ actorId: admin.userId, verb: "set-market-state", details: { from: "open", to: "browse-only", reason: "customs-change" } });
});

test("a market cannot be closed without a reason, nor from a state that it is no longer in", async () => {
  expect(await setMarketState(admin, { code: JP, from: "open", state: "closed", reason: null })).toEqual({ ok: false, refusal: { code: "market.reason-needed" } });
  const both = await Promise.all([
    setMarketState(admin, { code: JP, from: "open", state: "closed", reason: "strike" }),
    setMarketState(admin, { code: JP, from: "open", state: "browse-only", reason: "law" }),
  ]);
  expect(both.filter((one) => one.ok)).toHaveLength(1);
  expect(both.find((one) => !one.ok)).toEqual({ ok: false, refusal: { code: "market.changed-meanwhile" } });
  expect(await database().auditEntry.count({ where: { subjectId: "JP" } })).toBe(1);
});

test("delivery to a country goes off with a reason and on without one", async () => {
  expect(await setShipTo(admin, { code: KE, isOn: false, reason: null })).toEqual({ ok: false, refusal: { code: "market.reason-needed" } });
  expect((await setShipTo(admin, { code: KE, isOn: false, reason: "strike" })).ok).toBe(true);
  expect(await findCountry(KE)).toMatchObject({ shipTo: false, shipToReason: "strike" });
  expect(await setShipTo(admin, { code: KE, isOn: false, reason: "law" })).toEqual({ ok: false, refusal: { code: "market.changed-meanwhile" } });
  expect((await setShipTo(admin, { code: KE, isOn: true, reason: null })).ok).toBe(true);
  expect(await findCountry(KE)).toMatchObject({ shipTo: true, shipToReason: null });
});
