import { describe, expect, it } from "vitest";
import { countryCode } from "@/kernel/country";
import { buyPolicy, mayBrowse, type BuyPolicy, type MarketProfile, type StockPlace } from "./market";
import { languageTag, parseStorefront, storefrontTag } from "./storefront";

const c = countryCode;
const market = (code: string, more: Partial<Pick<MarketProfile, "state" | "stateReason" | "visitorPolicy">> = {}) =>
  ({ code: c(code), state: "open" as const, stateReason: null, visitorPolicy: {}, ...more });
const into = (code: string, shipToReason: string | null = null) => ({ code: c(code), shipTo: shipToReason === null, shipToReason });
const stockIn = (code: string, kind: StockPlace["kind"] = "origin"): StockPlace => ({ country: c(code), kind });
const reason = (policy: BuyPolicy) => (policy.may ? "may buy" : policy.reason);

describe("who may buy", () => {
  it("lets a shopper in São Paulo buy Spanish shoes", () => {
    expect(buyPolicy({ market: market("BR"), shipTo: into("BR"), visitorCountry: c("BR"), stock: stockIn("ES") })).toEqual({ may: true });
  });
  it("lets people look but not buy in a browse-only market, and says why it is one", () => {
    const russia = market("RU", { state: "browse-only", stateReason: "sanctions" });
    expect(buyPolicy({ market: russia, shipTo: into("RU", "market.browse-only"), visitorCountry: null, stock: null }))
      .toEqual({ may: false, reason: "market.browse-only", because: "sanctions" });
    expect(mayBrowse(russia)).toBe(true);
  });
  it("tells closed and sell-from-only markets apart, and shows neither", () => {
    for (const state of ["closed", "sell-from-only"] as const) {
      expect(reason(buyPolicy({ market: market("SG", { state }), shipTo: into("SG"), visitorCountry: null, stock: null }))).toBe(`market.${state}`);
      expect(mayBrowse({ state })).toBe(false);
    }
  });
  it("refuses a country that no lane reaches, with the country's reason", () => {
    expect(buyPolicy({ market: market("FR"), shipTo: into("AQ", "no-postal-service"), visitorCountry: null, stock: stockIn("JP") }))
      .toEqual({ may: false, reason: "market.no-delivery", because: "no-postal-service" });
  });
  it("refuses a visitor whose country the market turns away, and nobody whose country is unknown", () => {
    const strict = market("US", { visitorPolicy: { CU: "sanctions" } });
    expect(reason(buyPolicy({ market: strict, shipTo: into("US"), visitorCountry: c("CU"), stock: null }))).toBe("market.visitor-may-not-buy");
    expect(reason(buyPolicy({ market: strict, shipTo: into("US"), visitorCountry: null, stock: null }))).toBe("may buy");
  });
  it("keeps goods that lie in mainland China for abroad, but not bonded goods there", () => {
    const buy = (to: string, stock: StockPlace) => reason(buyPolicy({ market: market(to), shipTo: into(to), visitorCountry: null, stock }));
    expect(buy("CN", stockIn("CN"))).toBe("market.stock-for-abroad");
    expect(buy("CN", stockIn("CN", "hub"))).toBe("market.stock-for-abroad");
    expect(buy("CN", stockIn("CN", "bonded"))).toBe("may buy");
    expect(buy("BR", stockIn("CN"))).toBe("may buy");
    expect(buy("CN", stockIn("HK"))).toBe("may buy");
  });
});

describe("storefront addresses", () => {
  it("have one spelling, which reads back to the same language and market", () => {
    expect(parseStorefront("pt-br")).toEqual({ ok: true, value: { tag: "pt-br", language: "pt", market: "BR" } });
    expect(storefrontTag("pt", c("BR"))).toBe("pt-br");
    expect(languageTag({ language: "ar", market: c("SA") })).toBe("ar-SA");
  });
  it("refuse every other spelling", () => {
    for (const tag of ["PT-br", "pt-BR", "pt", "pt-brr", "", "pt_br", "../x", "pt-br/"]) expect(parseStorefront(tag).ok).toBe(false);
  });
});
