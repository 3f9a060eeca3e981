import { describe, expect, it } from "vitest";
import { decimal } from "@/kernel/ratio";
import { plainDate } from "@/kernel/time";
import { judgePublishedRates, readPublishedRates } from "./published-rates";

// As the European Central Bank writes it, with the figures of 2026-03-16.
const file = (cubes: string, day = "2026-03-16", sender = "European Central Bank") => `<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
	<gesmes:subject>Reference rates</gesmes:subject>
	<gesmes:Sender><gesmes:name>${sender}</gesmes:name></gesmes:Sender>
	<Cube><Cube time='${day}'>${cubes}</Cube></Cube>
</gesmes:Envelope>`;
const usd = "<Cube currency='USD' rate='1.1478'/>";
const good = file(`${usd}<Cube currency='JPY' rate='182.66'/><Cube currency='ISK' rate='144.20'/><Cube currency='XDR' rate='0.9'/>`);

describe("the daily file of the European Central Bank", () => {
  it("is read as a sender, a day and the rates of the currencies that this shop knows, word for word", () => {
    expect(readPublishedRates(good)).toEqual({ ok: true, value: { sender: "European Central Bank", day: "2026-03-16", rates: expect.arrayContaining([{ currency: "USD", rate: "1.1478" }, { currency: "JPY", rate: "182.66" }]) } });
    const read = readPublishedRates(good);
    expect(read.ok && read.value.rates.some(({ currency }) => (currency as string) === "XDR")).toBe(false);
  });
  it.each([
    ["is no XML", "rates: 1.1"],
    ["is cut off", good.slice(0, -20)],
    ["is a page of a proxy", "<html><body>Sign in</body></html>"],
    ["has a document type", good.replace("<gesmes:Envelope", '<!DOCTYPE x [<!ENTITY a "b">]><gesmes:Envelope')],
    ["has two days", good.replace("</Cube>\n</gesmes:Envelope>", `<Cube time='2026-03-13'>${usd}</Cube></Cube>\n</gesmes:Envelope>`)],
    ["has no day", good.replace(" time='2026-03-16'", "")],
    ["has a day that is none", good.replace("2026-03-16", "2026-02-30")],
    ["has a currency twice", file(usd + usd)],
    ["has a euro against itself", file(`${usd}<Cube currency='EUR' rate='1'/>`)],
    ["has a rate of zero", file("<Cube currency='USD' rate='0.0000'/>")],
    ["has a rate with a comma", file("<Cube currency='USD' rate='1,1478'/>")],
    ["has a rate below zero", file("<Cube currency='USD' rate='-1.1'/>")],
    ["has a rate that is a word", file("<Cube currency='USD' rate='N/A'/>")],
    ["has a rate with an exponent", file("<Cube currency='USD' rate='1e3'/>")],
    ["has no rates", file("")],
    ["has no sender", good.replace(/<gesmes:Sender>.*<\/gesmes:Sender>/, "")],
  ])("is refused whole when it %s", (_, text) => {
    expect(readPublishedRates(text)).toMatchObject({ ok: false, refusal: { code: "fx.unreadable-rates" } });
  });
});

describe("a day's rates", () => {
  const published = (rate: string, day = "2026-03-16") => ({ sender: "ECB", day: plainDate(day), rates: [{ currency: "JPY" as const, rate: "182.66" }, { currency: "USD" as const, rate }] });
  const known = [
    { base: "EUR" as const, quote: "USD" as const, rate: decimal("9"), observedOn: plainDate("2025-01-01") },
    { base: "EUR" as const, quote: "USD" as const, rate: decimal("1.10"), observedOn: plainDate("2026-03-13") },
  ];
  const today = plainDate("2026-03-16");
  it("are taken over when they are near the last known ones", () => {
    expect(judgePublishedRates(published("1.1478"), known, today).ok).toBe(true);
    expect(judgePublishedRates(published("2.20"), known, today).ok).toBe(true);
    expect(judgePublishedRates(published("0.55"), known, today).ok).toBe(true);
  });
  it("are refused all together for one that is less than half or more than twice the last", () => {
    expect(judgePublishedRates(published("2.2001"), known, today)).toEqual({ ok: false, refusal: { code: "fx.absurd-rate", currency: "USD", rate: "2.2001" } });
    expect(judgePublishedRates(published("0.5499"), known, today)).toMatchObject({ refusal: { code: "fx.absurd-rate" } });
  });
  it("are refused when the source has stood still for more than a week, or is ahead of the calendar", () => {
    expect(judgePublishedRates(published("1.1"), known, plainDate("2026-03-23")).ok).toBe(true);
    expect(judgePublishedRates(published("1.1"), known, plainDate("2026-03-24"))).toEqual({ ok: false, refusal: { code: "fx.source-too-old", observedOn: "2026-03-16" } });
    expect(judgePublishedRates(published("1.1", "2026-03-18"), known, today)).toMatchObject({ refusal: { code: "fx.source-too-old" } });
  });
});
