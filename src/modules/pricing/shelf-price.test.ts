import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { money } from "@/kernel/money";
import { decimal, percent } from "@/kernel/ratio";
import { plainDate } from "@/kernel/time";
import type { CrossRate } from "@/modules/fx/rate";
import { basePriceForNet, merchantNet, ownPrice, shelfForNet, shelfPrice } from "./shelf-price";

const rate = (from: CrossRate["from"], to: CrossRate["to"], text: string): CrossRate =>
  ({ from, to, rate: decimal(text), ids: ["fxr_x"], observedOn: plainDate("2026-03-16"), source: "ECB", confidence: "high" });
const brazil = { currency: "BRL" as const, priceEndings: { steps: [{ upTo: null, step: "100", endings: ["90", "99"] }], avoid: [] } };
const euroToReal = rate("EUR", "BRL", "6.0492");
const spread = percent("1.5");

describe("the price on the shelf", () => {
  it("EUR 20.00 is R$ 122,80 by arithmetic and R$ 122,90 on the shelf", () => {
    const price = shelfPrice({ base: money(2000, "EUR"), market: brazil, rate: euroToReal, spread });
    expect(price).toMatchObject({ exact: money(12280, "BRL"), shown: money(12290, "BRL"), basis: "converted" });
  });
  it("is the merchant's own word where the merchant set a price for the market", () => {
    expect(ownPrice(money(11111, "BRL"), brazil)).toMatchObject({ shown: money(11111, "BRL"), basis: "own", rate: null });
    expect(() => ownPrice(money(11111, "EUR"), brazil)).toThrow(TypeError);
  });
  it("is the base price itself in the merchant's own currency", () => {
    const price = shelfPrice({ base: money(5550, "BRL"), market: brazil, rate: rate("BRL", "BRL", "1"), spread });
    expect(price).toMatchObject({ shown: money(5550, "BRL"), basis: "own-currency" });
  });
  it("holds the tax only where the caller says that the law wants it inside", () => {
    const price = shelfPrice({ base: money(10000, "BRL"), market: brazil, rate: rate("BRL", "BRL", "1"), spread, taxRate: percent(17) });
    expect(price.exact).toEqual(money(11700, "BRL"));
    expect(price.shown).toEqual(money(11790, "BRL"));
  });
  it("refuses to price with a rate of other currencies", () => {
    expect(() => shelfPrice({ base: money(1, "USD"), market: brazil, rate: euroToReal, spread })).toThrow(TypeError);
  });
  it("never falls below the base at the middle rate, never falls when the base rises, and is the same for the same input", () => {
    fc.assert(fc.property(fc.bigInt(1n, 10_000_000n), fc.bigInt(0n, 5_000n), (base, more) => {
      const at = (amount: bigint) => shelfPrice({ base: money(amount, "EUR"), market: brazil, rate: euroToReal, spread });
      const price = at(base);
      expect(price.shown.amount * 10_000n >= base * 60_492n).toBe(true);
      expect(at(base + more).shown.amount >= price.shown.amount).toBe(true);
      expect(at(base)).toEqual(price);
    }));
  });
});

describe("what the merchant gets", () => {
  it("R$ 122,90 is EUR 20.01, less 8 % commission 18.41", () => {
    expect(merchantNet({ shelf: money(12290, "BRL"), rate: euroToReal, spread, commission: percent(8) }))
      .toEqual({ gross: money(2001, "EUR"), commission: money(160, "EUR"), net: money(1841, "EUR") });
  });
  it("a wanted net of EUR 18.40 at 8 % asks for a base price of EUR 20.00", () => {
    expect(basePriceForNet(money(1840, "EUR"), percent(8))).toEqual(money(2000, "EUR"));
  });
  it("a wanted net of EUR 18.40 asks for R$ 122,90 on the shelf, and what it leaves there is no less", () => {
    expect(shelfForNet({ net: money(1840, "EUR"), market: brazil, rate: euroToReal, spread, commission: percent(8) })).toEqual(money(12290, "BRL"));
    const yen = { currency: "JPY" as const, priceEndings: { steps: [{ upTo: null, step: "100", endings: ["80"] }], avoid: ["4"] } };
    fc.assert(fc.property(fc.bigInt(1n, 1_000_000n), fc.integer({ min: 0, max: 40 }), fc.boolean(), (amount, share, isYen) => {
      const there = isYen ? { market: yen, rate: rate("EUR", "JPY", "182.66") } : { market: brazil, rate: euroToReal };
      const shelf = shelfForNet({ net: money(amount, "EUR"), ...there, spread, commission: percent(share) });
      expect(merchantNet({ shelf, rate: there.rate, spread, commission: percent(share) }).net.amount >= amount).toBe(true);
    }));
  });
  it("gross is commission plus net, and a base price for a net gives at least that net", () => {
    fc.assert(fc.property(fc.bigInt(0n, 10_000_000n), fc.integer({ min: 0, max: 60 }), (amount, share) => {
      const split = merchantNet({ shelf: money(amount, "BRL"), rate: euroToReal, spread, commission: percent(share) });
      expect(split.net.amount + split.commission.amount).toBe(split.gross.amount);
      const base = basePriceForNet(money(amount, "EUR"), percent(share));
      const back = merchantNet({ shelf: base, rate: rate("EUR", "EUR", "1"), spread, commission: percent(share) });
      expect(back.net.amount + 1n >= amount).toBe(true);
    }));
  });
});
