import { describe, expect, it } from "vitest";
import { countryCode } from "@/kernel/country";
import { checkAddress, regionCode, typedAgain, type TypedAddress } from "./address";
import { addressForm, phoneNumber } from "./address-queries";
import { addressLines } from "./components/address-lines";

const check = async (country: string, typed: TypedAddress) => {
  const code = countryCode(country);
  return checkAddress(await addressForm(code), typed, phoneNumber(typed.phone ?? "", code));
};

const saoPaulo = { recipient: "Ana Beatriz Rocha", line1: "Avenida Paulista 1578", dependentLocality: "Bela Vista", locality: "São Paulo", region: "SP", postcode: "01310-200", phone: "(11) 98765-4321" };

describe("an address of the shopper's country", () => {
  it("in Brazil needs state and CEP, and knows a state by its name", async () => {
    const byName = await check("BR", { ...saoPaulo, region: "São Paulo" });
    expect(byName.ok && [byName.value.region, regionCode(byName.value), byName.value.phone]).toEqual(["SP", "SP", "+5511987654321"]);
    const without = await check("BR", { ...saoPaulo, postcode: "", region: "" });
    expect(!without.ok && without.refusal.fields).toEqual({ postcode: "required", region: "required" });
  });
  it("in the Emirates has no postcode and never asks for one", async () => {
    const form = await addressForm(countryCode("AE"));
    expect(form.rows.flat()).not.toContain("postcode");
    const dubai = await check("AE", { recipient: "Huda", line1: "Villa 12", region: "Dubai", phone: "050 123 4567", postcode: "nonsense" });
    expect(dubai.ok && dubai.value.postcode).toBe(undefined);
  });
  it("in Japan folds full-width digits, needs no town beside the prefecture, and takes a Latin form for the carrier", async () => {
    const tokyo = { recipient: "山田花子", line1: "渋谷区神南1-2-3", region: "東京都", postcode: "１５０－０００１", phone: "090-1234-5678" };
    const read = await check("JP", { ...tokyo, latinRecipient: "Hanako Yamada" });
    expect(read.ok && [read.value.postcode, read.value.latin?.recipient]).toEqual(["150-0001", "Hanako Yamada"]);
    const mixed = await check("JP", { ...tokyo, latinRecipient: "山田" });
    expect(!mixed.ok && mixed.refusal.fields).toEqual({ latinRecipient: "not-latin" });
  });
  it("that is kept can be typed again by the checkout, and is the same address", async () => {
    const kept = await check("JP", { recipient: "山田花子", line1: "渋谷区神南1-2-3", region: "東京都", postcode: "150-0001", phone: "090-1234-5678", latinRecipient: "Hanako Yamada" });
    if (!kept.ok) throw new Error(kept.refusal.code);
    expect(await check("JP", typedAgain(kept.value))).toEqual(kept);
  });
  it("of a city that gives its region its name says the name once", async () => {
    const lines = async (country: string, typed: TypedAddress) => {
      const read = await check(country, typed);
      return read.ok && addressLines(await addressForm(countryCode(country)), read.value);
    };
    expect(await lines("BR", saoPaulo)).toEqual(["Ana Beatriz Rocha", "Avenida Paulista 1578", "Bela Vista", "São Paulo SP", "01310-200"]);
    const shanghai = await lines("CN", { recipient: "李雷", line1: "南京西路1266号", locality: "上海市", region: "上海市", postcode: "200040", phone: "138 0013 8000" });
    expect(shanghai && shanghai.filter((line) => line.includes("上海市"))).toHaveLength(1);
  });
  it("is refused with a postcode of another country, a region nobody knows, or a number that is no phone", async () => {
    const read = await check("BR", { ...saoPaulo, postcode: "SW1A 1AA", region: "Bavaria", phone: "12" });
    expect(!read.ok && read.refusal.fields).toEqual({ postcode: "invalid", region: "invalid", phone: "invalid" });
  });
  it("exists for each of the twenty markets and can be filled without a field the country lacks", async () => {
    for (const code of "BR CN US ES FR DE GB ID JP KR AU IN SA AE NG MX CA RU SG PL".split(" ")) {
      const form = await addressForm(countryCode(code));
      const fields = form.rows.flat();
      expect(form.required.filter((field) => !fields.includes(field)), code).toEqual([]);
      expect(fields, code).toContain("line1");
    }
  });
});
