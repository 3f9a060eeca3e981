import { PDFDocument } from "pdf-lib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countryCode as c } from "@/kernel/country";
import { money } from "@/kernel/money";
import { ratio } from "@/kernel/ratio";
import { plainDate } from "@/kernel/time";
import type { Rate } from "@/modules/fx/rate";
import { printPapers } from "./commands/print-papers";
import { decimalText } from "./declared-money";
import { isS10, s10CheckDigit, s10Number } from "./s10";
import { crossesBorder, goodsValue, inRoman, type Shipment } from "./shipment";

const goods = { description: "Sandals with outer soles of leather", hs: "640320", origin: c("ES"), quantity: 1, unitValue: money(12_990, "BRL"), unitGrams: 420 };
const shipment = (more: Partial<Shipment> = {}, to = "BR"): Shipment => ({
  number: "EN-7K2M-94QD/2", on: plainDate("2026-11-23"), flags: [], freight: money(4800, "BRL"), customsId: { kind: "BR-CPF", number: "123.456.789-09" }, isPrepaid: true,
  from: { name: "Taller Almorad S.L.", lines: ["Elche"], postcode: "03203", country: c("ES"), countryName: "Spain", phone: null, email: "merchant@example.com" },
  to: { name: "Ana Beatriz Rocha", lines: ["Rua Augusta 1500", "São Paulo, SP"], postcode: "01304-001", country: c(to), countryName: "Brazil", phone: "+5511987654321", email: null },
  service: { carrier: "Entrepôt Post", name: "Standard", transport: "post", speed: "standard", incoterm: "DDP" }, parcels: [{ weightGrams: 500, sizeMm: [300, 200, 100], goods: [goods] }], ...more,
});
const real: Rate[] = [{ id: "fxr_1", base: "EUR", quote: "BRL", rate: ratio(6, 1), source: "test", observedOn: plainDate("2026-11-20"), validUntil: plainDate("2026-12-31"), confidence: "high" }];
/** The sheets of the papers, in millimetres: what is which shows in its size. */
const sheets = async (asked: Shipment, rates = real) => {
  const document = await PDFDocument.load(await printPapers(asked, asked.parcels.map((_, at) => s10Number("CP", `x${at}`, "ES")), rates));
  return document.getPages().map((page) => `${Math.round((page.getWidth() / 72) * 25.4)}x${Math.round((page.getHeight() / 72) * 25.4)}`);
};
const [label, cn22, cn23, invoice] = ["100x150", "74x105", "210x148", "210x297"];

describe("the papers of a consignment", () => {
  it("of the post over a border are a label, a CN 22 up to EUR 300 and 2 kg, and an invoice", async () => {
    expect(await sheets(shipment())).toEqual([label, cn22, invoice]);
    expect(await sheets(shipment({ parcels: [{ weightGrams: 2001, sizeMm: [300, 200, 100], goods: [goods] }] }))).toEqual([label, cn23, invoice]);
    expect(await sheets(shipment({ parcels: [{ weightGrams: 500, sizeMm: [300, 200, 100], goods: [{ ...goods, unitValue: money(180_006, "BRL") }] }] }))).toEqual([label, cn23, invoice]);
  });
  it("hold the fuller form where no rate says what the goods are worth", async () => {
    expect(await sheets(shipment(), [])).toEqual([label, cn23, invoice]);
  });
  it("have a form for each parcel, and one invoice for all", async () => {
    const [parcel] = shipment().parcels;
    expect(await sheets(shipment({ parcels: parcel ? [parcel, parcel] : [] }))).toEqual([label, cn22, label, cn22, invoice]);
  });
  it("of a courier are labels and the invoice, and within a country or the EU the label alone", async () => {
    expect(await sheets(shipment({ service: { ...shipment().service, transport: "courier" } }))).toEqual([label, invoice]);
    expect([await sheets(shipment({}, "ES")), await sheets(shipment({}, "FR"))]).toEqual([[label], [label]]);
    expect(crossesBorder(shipment({}, "GB"))).toBe(true);
  });
  it("take a second sheet of invoice for the 27th kind of goods, and lose none", async () => {
    expect((await sheets(shipment({ parcels: [{ weightGrams: 9000, sizeMm: [300, 200, 100], goods: Array.from({ length: 27 }, () => goods) }] }))).filter((size) => size === invoice)).toHaveLength(2);
  });
  it("are the same for the same shipment", async () => {
    expect(await printPapers(shipment(), ["CP123456785ES"], real)).toEqual(await printPapers(shipment(), ["CP123456785ES"], real));
  });
  it("declare what the goods are worth, in digits that every customs reads", () => {
    expect(decimalText(goodsValue(shipment()))).toBe("129.90 BRL");
    expect([decimalText(money(5, "EUR")), decimalText(money(1980, "JPY")), decimalText(money(1234, "KWD"))]).toEqual(["0.05 EUR", "1980 JPY", "1.234 KWD"]);
  });
});

describe("Roman letters", () => {
  it("keep what Latin-1 has, drop strokes that it has not, and guess nobody's name", () => {
    expect([inRoman("São Paulo"), inRoman("Zieliński"), inRoman("Łódź"), inRoman("Şişli"), inRoman("Œuvre"), inRoman("张兰"), inRoman("أحمد"), inRoman("Иван")]).toEqual(["São Paulo", "Zielinski", "Lódz", "Sisli", "OEuvre", null, null, null]);
  });
});

describe("item numbers", () => {
  it("have the check digit of S10, for any parcel", () => {
    expect(s10CheckDigit("12345678")).toBe(5);
    fc.assert(fc.property(fc.string({ minLength: 1 }), (name) => {
      const number = s10Number("CP", name, "ES");
      expect(isS10(number)).toBe(true);
      expect(s10Number("CP", name, "ES")).toBe(number);
    }));
    expect(isS10("RB123456786GB")).toBe(false);
  });
});
