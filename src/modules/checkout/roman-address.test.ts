import { describe, expect, it } from "vitest";
import { romanMissing, romanRecipient } from "./roman-address";

const shanghai = { latin: null, recipient: "张兰", line1: "南京西路1266号", dependentLocality: "静安区", locality: "上海市", region: "上海市" };

describe("an address on a label", () => {
  it("is the shopper's own where it is in Roman letters", () => {
    expect(romanRecipient({ latin: null, recipient: "Adam Zieliński", line1: "ul. Prosta 1", locality: "Łódź", region: "" }, {})).toEqual({ ok: true, value: { name: "Adam Zielinski", lines: ["ul. Prosta 1", "Lódz"] } });
  });
  it("asks the merchant for the three lines that it has not, and guesses none of them", () => {
    expect(romanMissing(shanghai)).toEqual(["recipient", "line1", "locality"]);
    expect(romanRecipient(shanghai, { recipient: "Zhang Lan" })).toEqual({ ok: false, refusal: { code: "checkout.roman-letters-needed", fields: ["line1", "locality"] } });
    expect(romanRecipient(shanghai, { recipient: "张兰", line1: "1266 Nanjing West Road", locality: "Shanghai" })).toMatchObject({ ok: false, refusal: { fields: ["recipient"] } });
    expect(romanRecipient(shanghai, { recipient: "Zhang Lan", line1: "1266 Nanjing West Road", locality: "Shanghai" })).toEqual({ ok: true, value: { name: "Zhang Lan", lines: ["1266 Nanjing West Road", "Shanghai"] } });
  });
  it("takes what the shopper gave in Roman letters before anything that is typed", () => {
    expect(romanRecipient({ ...shanghai, latin: { recipient: "Lan Zhang", line1: "1266 Nanjing Xi Lu", locality: "Shanghai" } }, { recipient: "Somebody Else" })).toMatchObject({ value: { name: "Lan Zhang" } });
  });
  it("needs no city where the country's form has none", () => {
    expect(romanRecipient({ latin: null, recipient: "Ahmad Kumar", line1: "10 Bayfront Ave" }, {})).toEqual({ ok: true, value: { name: "Ahmad Kumar", lines: ["10 Bayfront Ave"] } });
  });
});
