import { beforeAll, expect, test } from "vitest";
import type { Id } from "@/kernel/id";
import { saveAddress } from "@/modules/shopper/commands/save-address";
import { removeAddress } from "@/modules/shopper/commands/remove-address";
import { chooseUsualAddress } from "@/modules/shopper/commands/choose-usual-address";
import { saveMeasurements } from "@/modules/shopper/commands/save-measurements";
import { saveStorefront } from "@/modules/shopper/commands/save-storefront";
import { toggleWish } from "@/modules/shopper/commands/toggle-wish";
import { bodyMeasures, listAddresses, listWishes } from "@/modules/shopper/queries";
import { openSession } from "@/modules/access/commands/open-session";
import { database } from "@/platform/db";
import { newId } from "@/platform/clock";
import { seedReference } from "../../../prisma/seed/reference";
import { anAccount, shopperOf } from "../access/people";
import { aSeller, aWholeDraft, seedFloor } from "../listing/selling";

beforeAll(async () => {
  await seedReference();
  await seedFloor();
});

const aShopper = async () => shopperOf((await openSession({ userId: (await anAccount()).id, userAgent: "" })).secret);
const tokyo = { recipient: "山田花子", line1: "渋谷区神南1-2-3", region: "東京都", postcode: "１５０－０００１", phone: "090-1234-5678" };
const save = (actor: Awaited<ReturnType<typeof aShopper>>, more: Partial<Parameters<typeof saveAddress>[1]> = {}) => saveAddress(actor, { addressId: null, country: "JP", address: tokyo, isDefault: false, ...more });

test("an address is kept as its country writes it, and the first one is the usual one", async () => {
  const actor = await aShopper();
  expect((await save(actor)).ok).toBe(true);
  expect(await listAddresses(actor)).toMatchObject([{ isDefault: true, address: { country: "JP", postcode: "150-0001", phone: "+819012345678" } }]);
});

test("what the country's form does not allow is refused field by field, and nothing is kept", async () => {
  const actor = await aShopper();
  expect(await save(actor, { address: { ...tokyo, postcode: "1", recipient: "" } })).toMatchObject({ refusal: { code: "address.invalid", fields: { postcode: "invalid", recipient: "required" } } });
  expect(await save(actor, { country: "ZZ" })).toMatchObject({ refusal: { code: "address.no-such-country" } });
  expect(await listAddresses(actor)).toEqual([]);
});

test("there is always exactly one usual address, also when several are made it at once, and when it is removed", async () => {
  const actor = await aShopper();
  const ids: Id<"address">[] = [];
  for (let i = 0; i < 4; i++) {
    const saved = await save(actor);
    if (saved.ok) ids.push(saved.value.addressId);
  }
  await Promise.all(ids.map((addressId) => chooseUsualAddress(actor, { addressId })));
  const usual = async () => (await listAddresses(actor)).filter(({ isDefault }) => isDefault);
  expect(await usual()).toHaveLength(1);
  await removeAddress(actor, { addressId: (await usual())[0]?.id ?? newId("address") });
  expect(await usual()).toHaveLength(1);
  expect(await listAddresses(actor)).toHaveLength(3);
});

test("another shopper's address is neither changed, chosen nor removed", async () => {
  const [owner, stranger] = [await aShopper(), await aShopper()];
  const saved = await save(owner);
  if (!saved.ok) throw new Error(saved.refusal.code);
  const { addressId } = saved.value;
  const gone = { ok: false, refusal: { code: "address.no-such-address" } };
  expect(await save(stranger, { addressId, isDefault: true })).toEqual(gone);
  expect(await chooseUsualAddress(stranger, { addressId })).toEqual(gone);
  expect(await removeAddress(stranger, { addressId })).toEqual(gone);
  expect(await listAddresses(owner)).toHaveLength(1);
});

test("twenty addresses fit, also when thirty come at once", async () => {
  const actor = await aShopper();
  const results = await Promise.all(Array.from({ length: 30 }, () => save(actor)));
  expect(results.filter((result) => result.ok)).toHaveLength(20);
  expect(results.find((result) => !result.ok)).toMatchObject({ refusal: { code: "address.too-many", most: 20 } });
});

test("measures are kept in millimetres; an empty one is forgotten; one wrong keeps none", async () => {
  const actor = await aShopper();
  expect((await saveMeasurements(actor, { unit: "in", measures: { bust: "36.3", waist: "29", foot: "9.5" } })).ok).toBe(true);
  expect(await bodyMeasures(actor)).toEqual({ bust: 922, waist: 737, foot: 241 });
  expect(await saveMeasurements(actor, { unit: "cm", measures: { waist: "74", bust: "9000" } })).toMatchObject({ refusal: { code: "shopper.bad-measures", measures: ["bust"] } });
  expect((await saveMeasurements(actor, { unit: "cm", measures: { waist: "" } })).ok).toBe(true);
  expect(await bodyMeasures(actor)).toEqual({ bust: 922, foot: 241 });
});

test("a wish is for a listing that is for sale, once, and taken back by saying so", async () => {
  const actor = await aShopper();
  const { listingId } = await aWholeDraft(await aSeller());
  expect(await toggleWish(actor, { listingId, isWished: true })).toEqual({ ok: false, refusal: { code: "shopper.no-such-listing" } });
  await database().listing.update({ where: { id: listingId }, data: { state: "live" } });
  await Promise.all([1, 2, 3].map(() => toggleWish(actor, { listingId, isWished: true })));
  expect(await listWishes(actor)).toEqual([listingId]);
  await toggleWish(actor, { listingId, isWished: false });
  await toggleWish(actor, { listingId, isWished: false });
  expect(await listWishes(actor)).toEqual([]);
  expect(await toggleWish(actor, { listingId: newId("listing"), isWished: true })).toEqual({ ok: false, refusal: { code: "shopper.no-such-listing" } });
});

test("somebody comes home to a shop that there is", async () => {
  const actor = await aShopper();
  expect((await saveStorefront(actor, { storefront: "ja-jp" })).ok).toBe(true);
  for (const storefront of ["xx-jp", "en-zz", "ja-us-x"]) expect(await saveStorefront(actor, { storefront }), storefront).toEqual({ ok: false, refusal: { code: "market.no-such-storefront" } });
  expect(await database().user.findUniqueOrThrow({ where: { id: actor.userId } })).toMatchObject({ storefront: "ja-jp" });
});
