import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { countryCode } from "@/kernel/country";
import { plainDate } from "@/kernel/time";
import { barHere, restrictionsOn, type Border, type RestrictedGoods, type Restriction } from "./restriction";
import { readRestrictions } from "./restriction-book";

const file = JSON.parse(readFileSync(new URL("../../../prisma/seed/restrictions.json", import.meta.url), "utf8")) as { rows: object[] };
const book = readRestrictions(file);
const day = plainDate("2026-11-23");
const goods = (hs: string, over: Partial<RestrictedGoods> = {}): RestrictedGoods => ({ hs, categoryId: "fb-1", flags: [], quantity: 1, documents: [], ...over });
const border = (market: string, over: Partial<Border> = {}): Border => ({ market: countryCode(market), on: day, shipFrom: countryCode("US"), transport: "courier", ...over });
const barsOf = (one: RestrictedGoods, at: Border, rows: readonly Restriction[] = book) => restrictionsOn([one], at, rows).bars.map(({ code }) => code);

const cherries = goods("080929", { flags: ["food", "perishable"] });
const certificate = (validUntil: string) => ({ kind: "phytosanitary-certificate", validUntil });

describe("restricted goods", () => {
  test("fresh cherries enter China by courier with a phytosanitary certificate, and never by post", () => {
    expect(barsOf(cherries, border("CN"))).toEqual(["customs.needs-document"]);
    expect(barsOf({ ...cherries, documents: [certificate("2026-11-23")] }, border("CN"))).toEqual([]);
    expect(barsOf({ ...cherries, documents: [certificate("2026-11-22")] }, border("CN"))).toEqual(["customs.needs-document"]);
    expect(barsOf({ ...cherries, documents: [certificate("2026-12-31")] }, border("CN", { transport: "post" }))).toEqual(["customs.prohibited"]);
  });

  test("a paper lifts the bar that asks for it and no other: Australia forbids fresh fruit with every certificate", () => {
    const [bar] = restrictionsOn([{ ...cherries, documents: [certificate("2027-01-01")] }], border("AU"), book).bars;
    expect(bar).toMatchObject({ code: "customs.prohibited", goods: "fresh-plants", rule: { id: "rul_not_fresh_banned_au", source: expect.stringContaining("smartpost") as string } });
  });

  test("dried mango is not fresh fruit, a fresh one is", () => {
    expect(barsOf(goods("080450", { flags: ["food"] }), border("CN"))).toEqual([]);
    expect(barsOf(goods("080450", { flags: ["food", "perishable"] }), border("CN"))).toEqual(["customs.needs-document"]);
  });

  test("nothing is asked inside one customs territory, but a bonded warehouse lies outside of it", () => {
    expect(barsOf(cherries, border("DE", { shipFrom: countryCode("ES") }))).toEqual([]);
    expect(barsOf(cherries, border("CN", { shipFrom: countryCode("CN") }))).toEqual([]);
    expect(barsOf(cherries, border("CN", { shipFrom: countryCode("CN"), transport: "bonded" }))).toEqual(["customs.needs-document"]);
  });

  test("power banks are barred by post alone, so a shelf may show them; a flagged protected species is barred whatever its code", () => {
    const powerBank = goods("850760", { flags: ["battery-loose"] });
    expect(barsOf(powerBank, border("BR", { transport: "post" }))).toEqual(["customs.prohibited"]);
    const { transport: _, ...place } = border("BR");
    expect(barHere(powerBank, { ...place, kind: "origin" }, book)).toBeNull();
    expect(barHere(goods("420221", { flags: ["cites-risk"] }), { ...place, kind: "origin" }, book)).toMatchObject({ code: "customs.needs-document", document: "cites-permit" });
  });

  test("Indonesia lets in five garments a parcel: lines of one parcel are counted together", () => {
    const shirts = (quantity: number) => goods("610910", { quantity });
    expect(restrictionsOn([shirts(3), goods("620520", { quantity: 2 })], border("ID"), book).bars).toEqual([]);
    expect(restrictionsOn([shirts(3), goods("620520", { quantity: 3 })], border("ID"), book).bars).toMatchObject([{ code: "customs.too-many-pieces", pieces: 5 }]);
  });

  test("a category and everything under it is barred, its namesake is not", () => {
    expect(barsOf(goods("392690", { categoryId: "ma-1-2" }), border("SA"))).toEqual(["customs.prohibited"]);
    expect(barsOf(goods("392690", { categoryId: "ma" }), border("SA"))).toEqual(["customs.prohibited"]);
    expect(barsOf(goods("392690", { categoryId: "mab-1" }), border("SA"))).toEqual([]);
  });

  test("a row begins on its first day and is over on its last", () => {
    const [row] = book.filter(({ id }) => id === "rul_not_alcohol_sa");
    if (!row) throw new Error("no row");
    const dated = [{ ...row, effectiveFrom: plainDate("2026-11-23"), effectiveTo: plainDate("2026-11-25") }];
    const on = (text: string) => barsOf(goods("220421"), border("SA", { on: plainDate(text) }), dated).length;
    expect([on("2026-11-22"), on("2026-11-23"), on("2026-11-24"), on("2026-11-25")]).toEqual([0, 1, 1, 0]);
  });

  test("conditions bar nothing and are told to the merchant; the hardest bar comes first", () => {
    const answer = restrictionsOn([goods("330499", { flags: ["cosmetics", "liquid"] })], border("FR"), book);
    expect(answer.bars).toEqual([]);
    expect(answer.conditions.map(({ goods: name }) => name)).toEqual(["liquids", "cosmetics"]);
    expect(barsOf(goods("080929"), border("AU"))).toEqual(["customs.prohibited", "customs.needs-document"]);
  });

  test("every row reads, names its goods and its source; one that names no goods is thrown with its id", () => {
    expect(book.length).toBeGreaterThan(80);
    expect(new Set(book.map(({ id }) => id)).size).toBe(book.length);
    expect(book.every(({ source, text }) => source !== "" && text !== "")).toBe(true);
    const [first] = file.rows;
    expect(() => readRestrictions({ ...file, rows: [{ ...first, scope: { transports: ["post"] } }] })).toThrow(/no goods/);
    expect(() => readRestrictions({ ...file, rows: [{ ...first, formula: "needs-document", document: "a letter" }] })).toThrow(/formula/);
  });
});
