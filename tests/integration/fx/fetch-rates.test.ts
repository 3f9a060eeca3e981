import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { addDays, dayIn, type PlainDate } from "@/kernel/time";
import { repriceShelves } from "@/modules/discovery/commands/reprice-shelves";
import { indexListings } from "@/modules/discovery/commands/index-listings";
import { fetchRates } from "@/modules/fx/commands/fetch-rates";
import { findCrossRate, forgetRates } from "@/modules/fx/queries";
import { hearTags } from "@/platform/cache/tag-news";
import { now, shiftClock } from "@/platform/clock";
import { database } from "@/platform/db";
import { addGoods, addMerchant, listingId, openShop } from "../discovery/shop";

// A central bank on the loopback: what it answers is set by each test.
let answer: (response: ServerResponse) => void = () => undefined;
const bank = createServer((_, response) => answer(response));
let url: string;
const says = (text: string, status = 200) => (answer = (response) => void response.writeHead(status, { "content-type": "text/xml" }).end(text));
const file = (day: string, rates: Readonly<Record<string, string>>) => `<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
	<gesmes:subject>Reference rates</gesmes:subject>
	<gesmes:Sender><gesmes:name>European Central Bank</gesmes:name></gesmes:Sender>
	<Cube><Cube time='${day}'>${Object.entries(rates).map(([currency, rate]) => `<Cube currency='${currency}' rate='${rate}'/>`).join("\n")}</Cube></Cube>
</gesmes:Envelope>`;

const usual = { USD: "1.1650", JPY: "182.10", BRL: "6.2100", CNY: "8.2800" };
let today: PlainDate;
beforeAll(async () => {
  await openShop();
  await new Promise<void>((ready) => bank.listen(0, "127.0.0.1", ready));
  url = `http://127.0.0.1:${(bank.address() as AddressInfo).port}/eurofxref-daily.xml`;
  today = dayIn(now(), "UTC");
});
afterAll(() => new Promise((closed) => bank.close(closed)));
afterEach(() => {
  shiftClock(0);
  forgetRates();
});

const count = () => database().fxRate.count();
const euroTo = async (currency: "USD" | "BRL" | "SAR" | "AUD") => {
  forgetRates();
  return findCrossRate("EUR", currency, dayIn(now(), "UTC"));
};

describe("the rates of the day", () => {
  it("are refused whole when the file cannot be read, is cut off, stands still, is absurd, too long or not there, and those of before stay", async () => {
    const before = await count();
    const kept = await euroTo("BRL");
    const refusals: [() => void, string][] = [
      [() => says("<html>maintenance</html>"), "fx.unreadable-rates"],
      [() => says(file(today, usual).slice(0, 400)), "fx.unreadable-rates"],
      [() => says(file(addDays(today, -8), usual)), "fx.source-too-old"],
      [() => says(file(today, { ...usual, BRL: "62.1" })), "fx.absurd-rate"],
      [() => says(file(today, usual) + " ".repeat(300_000)), "fx.source-silent"],
      [() => says("busy", 503), "fx.source-silent"],
      [() => (answer = (response) => void response.destroy()), "fx.source-silent"],
    ];
    for (const [prepare, code] of refusals) {
      prepare();
      expect(await fetchRates({ url })).toMatchObject({ ok: false, refusal: { code } });
    }
    expect(await count()).toBe(before);
    expect(await euroTo("BRL")).toEqual(kept);
  });

  it("are stored as new rows with their source and day, count at once, and are passed over the second time", async () => {
    const before = await count();
    says(file(today, usual));
    expect(await fetchRates({ url })).toEqual({ ok: true, value: { observedOn: today, stored: 4 } });
    expect(await fetchRates({ url })).toEqual({ ok: true, value: { observedOn: today, stored: 0 } });
    expect(await count()).toBe(before + 4);
    expect(await euroTo("BRL")).toMatchObject({ ok: true, value: { observedOn: today, source: expect.stringMatching(/^European Central Bank · 127\.0\.0\.1/), confidence: "high" } });
    // The row of the embedded table stays what it was: rates are followed, never changed.
    expect(await database().fxRate.findUniqueOrThrow({ where: { id: "fxr_embedded_brl" } })).toMatchObject({ source: "ECB euro reference rate" });
  });

  it("leave the currencies that the source does not publish to the embedded table, which says its own day", async () => {
    expect(await euroTo("SAR")).toMatchObject({ ok: true, value: { source: expect.not.stringContaining("European Central Bank ·"), observedOn: "2026-03-16" } });
    expect(await euroTo("AUD")).toMatchObject({ ok: true, value: { observedOn: "2026-03-16" } });
  });

  it("are refused a week later when nothing newer came, with their day, while the embedded ones still count", async () => {
    shiftClock(8 * 24 * 3600);
    expect(await euroTo("USD")).toEqual({ ok: false, refusal: { code: "fx.rate-too-old", currency: "USD", observedOn: today } });
    expect((await euroTo("SAR")).ok).toBe(true);
    const later = addDays(today, 8);
    says(file(later, { USD: "1.1700" }));
    expect(await fetchRates({ url })).toEqual({ ok: true, value: { observedOn: later, stored: 1 } });
    expect((await euroTo("USD")).ok).toBe(true);
    expect((await euroTo("BRL")).ok).toBe(false);
  });

  it("put the shelves into a new order, and tell the app which pages are old", async () => {
    await addMerchant("maker");
    await addGoods([{ number: 1, titles: { en: "In dollars" }, price: 11650, currency: "USD" }, { number: 2, titles: { en: "In euros" }, price: 10000 }]);
    await indexListings("all");
    const priceOf = async (number: number) => (await database().shelfEntry.findFirstOrThrow({ where: { listingId: listingId(number) } })).referencePrice;
    const heard: string[] = [];
    const news = hearTags(async (names) => void heard.push(...names));
    // Whether it listens is asked of the database itself.
    for (let tries = 0; tries < 100 && !(await database().$queryRaw<unknown[]>`select 1 from pg_stat_activity where query like 'listen %' and datname = current_database()`).length; tries++) await new Promise((go) => setTimeout(go, 50));
    shiftClock(9 * 24 * 3600);
    says(file(addDays(today, 9), { USD: "1.2000" }));
    expect((await fetchRates({ url })).ok).toBe(true);
    expect(await repriceShelves()).toMatchObject({ moved: expect.any(Number) });
    expect([await priceOf(1), await priceOf(2)]).toEqual([97_083_333n, 100_000_000n]);
    expect(await repriceShelves()).toEqual({ moved: 0 });
    for (let tries = 0; tries < 100 && heard.length === 0; tries++) await new Promise((go) => setTimeout(go, 50));
    await news.close();
    expect(heard).toEqual(["rates"]);
  });
});
