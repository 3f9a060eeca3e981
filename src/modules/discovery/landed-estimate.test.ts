import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countryCode } from "@/kernel/country";
import { money, plus, total } from "@/kernel/money";
import { ratio } from "@/kernel/ratio";
import { plainDate, type Instant } from "@/kernel/time";
import type { TradeRule } from "@/modules/customs/rule";
import type { Rate } from "@/modules/fx/rate";
import type { StockAt } from "@/modules/listing/stock-place";
import type { CarrierService } from "@/modules/logistics/quote";
import { landedEstimate, type Wanted } from "./landed-estimate";
import { isFullyKnown, worthwhile, type TradeFacts } from "./ways-to-the-door";

const [BR, CN] = [countryCode("BR"), countryCode("CN")];
const [day, long] = [plainDate("2026-01-01"), plainDate("2027-12-31")];

const service = (id: string, over: Partial<CarrierService> = {}): CarrierService => ({
  id: `svc_${id}`, carrier: "Post", name: id, transport: "post", mode: "post", speed: "standard", fromCountries: ["CN", "US"], toCountries: ["BR"], excludedFlags: [],
  currency: "BRL", bands: [{ maxGrams: 2000, price: "2000" }], maxGrams: 2000, maxLongestMm: 1000, maxGirthMm: 3000, volumetric: 0, surcharges: [], coverage: [], insurance: null, transitShares: [[2, 600], [4, 400]], hoursMin: null, hoursMax: null,
  transitMin: 8, transitMax: 15, customsMin: 1, customsMax: 3, incoterm: "DDP", tracked: true, effectiveFrom: day, effectiveTo: null,
  source: "test", checkedOn: day, confidence: "high", ...over,
});

const rule = (id: string, over: object): TradeRule => ({
  id: `rul_${id}`, market: "BR", region: null, kind: "duty", formula: "ad-valorem", parameters: { percent: "20", of: ["goods"] }, currency: null, origins: [], hsPrefixes: [],
  transports: [], modes: [], shipFrom: [], due: "checkout", effectiveFrom: day, effectiveTo: null, name: "import-duty", text: "20 % of the goods", source: "test",
  checkedOn: day, confidence: "high", ...over,
}) as unknown as TradeRule;

const duty = rule("duty", {});
const vat = rule("vat", { kind: "tax", parameters: { percent: "10", of: ["goods", "freight", "duty"] }, name: "vat" });

const place = (over: Partial<StockAt> = {}): StockAt => ({ locationId: "loc_1", kind: "origin", country: CN, region: null, city: "Shenzhen", postcode: "", left: 5, ...over }) as StockAt;

const facts = (over: Partial<TradeFacts> = {}): TradeFacts => ({
  market: { code: BR, currency: "BRL", timeZone: "America/Sao_Paulo", state: "open", stateReason: null, visitorPolicy: {} },
  shipTo: { code: BR, shipTo: true, shipToReason: null }, restrictions: [], at: "2026-11-23T12:00:00.000Z" as Instant, rules: [duty, vat],
  rates: [], services: [service("slow"), service("fast", { transport: "courier", speed: "express", bands: [{ maxGrams: 2000, price: "9000" }], transitMin: 2, transitMax: 4 })],
  calendars: new Map([[BR, { timeZone: "America/Sao_Paulo", weekend: [6, 7], holidays: new Set() }], [CN, { timeZone: "Asia/Shanghai", weekend: [6, 7], holidays: new Set() }]]),
  ...over,
});

const wanted = (over: Partial<Wanted> = {}): Wanted => ({
  scope: { marketPolicy: "all", markets: [] }, price: money(10_000, "BRL"), quantity: 1, hs: "610910", categoryId: "aa-1", documents: [], origin: CN, flags: [], weightGrams: 300,
  sizeMm: [300, 200, 40], handlingDays: 2, places: [place()], ...over,
});

const refusalOf = (over: Partial<Wanted>, world: Partial<TradeFacts> = {}) => {
  const answer = landedEstimate(wanted(over), facts(world));
  return answer.ok ? null : answer.refusal;
};

describe("what an offer costs at the door", () => {
  test("every service is itemised, the cheapest first: R$ 100 and R$ 20 post, duty 20, tax 10 % of 140 make R$ 154", () => {
    const answer = landedEstimate(wanted(), facts());
    if (!answer.ok) throw new Error(answer.refusal.code);
    const [post, courier] = answer.value.ways;
    expect(post.service.name).toBe("slow");
    expect(post.cost.charges.map((c) => [c.name, c.amount.amount, c.due])).toEqual([["import-duty", 2000n, "checkout"], ["vat", 1400n, "checkout"]]);
    expect(post.cost.total).toEqual(money(15_400, "BRL"));
    expect(courier?.cost.total).toEqual(money(23_100, "BRL"));
    expect(post.cost.charges[0]?.rule).toMatchObject({ id: "rul_duty", text: "20 % of the goods", source: "test", effectiveFrom: "2026-01-01" });
    expect(courier && courier.service.window.latest < post.service.window.latest).toBe(true);
  });

  test("what is due on arrival is never part of what is paid at checkout", () => {
    const answer = landedEstimate(wanted(), facts({ rules: [{ ...duty, due: "arrival" }, vat] }));
    if (!answer.ok) throw new Error(answer.refusal.code);
    const { cost } = answer.value.ways[0];
    expect(cost.payableNow).toEqual(money(13_400, "BRL"));
    expect(cost.payableOnArrival).toEqual(money(2000, "BRL"));
  });

  test("delivery in another money is told in the market's, at the rate of the day", () => {
    const rates: Rate[] = [{ id: "fxr_1", base: "EUR", quote: "BRL", rate: ratio(6, 1), source: "test", observedOn: plainDate("2026-11-20"), validUntil: long, confidence: "high" }];
    const answer = landedEstimate(wanted(), facts({ rates, services: [service("euro", { currency: "EUR", bands: [{ maxGrams: 2000, price: "500" }] })] }));
    expect(answer.ok && answer.value.ways[0].cost.freight).toEqual(money(3000, "BRL"));
    expect(landedEstimate(wanted(), facts({ services: [service("euro", { currency: "EUR" })] }))).toMatchObject({ ok: false, refusal: { code: "fx.no-rate" } });
  });

  test("a bonded warehouse in the destination serves by its own service and before the stock abroad", () => {
    const bonded = service("bonded", { transport: "bonded", speed: "local", fromCountries: ["BR"], toCountries: ["BR"], bands: [{ maxGrams: 2000, price: "900" }], transitMin: 1, transitMax: 2 });
    const answer = landedEstimate(wanted({ places: [place(), place({ locationId: "loc_2", kind: "bonded", country: BR })] }), facts({ services: [...facts().services, bonded] }));
    expect(answer.ok && [answer.value.from.kind, ...answer.value.ways.map((way) => way.service.name)]).toEqual(["bonded", "bonded"]);
  });

  test("a duty that the rule book does not know stays unknown, and ways that are known come first", () => {
    const onlyByPost = { ...duty, transports: ["post"] };
    const answer = landedEstimate(wanted(), facts({ rules: [onlyByPost, vat], services: [service("cheap courier", { transport: "courier", bands: [{ maxGrams: 2000, price: "100" }] }), service("slow")] }));
    if (!answer.ok) throw new Error(answer.refusal.code);
    expect(answer.value.ways.map((way) => [way.service.name, isFullyKnown(way)])).toEqual([["slow", true], ["cheap courier", false]]);
    expect(answer.value.ways[1]?.cost.refusal?.missing).toContain("duty");
  });

  test("a way that is neither cheaper nor sooner than another is not worth choosing", () => {
    const at = (id: string, price: string, days: number) => service(id, { bands: [{ maxGrams: 2000, price }], transitMin: days, transitMax: days });
    const answer = landedEstimate(wanted(), facts({ services: [at("slow", "1000", 20), at("quick", "5000", 3), at("dear and slow", "6000", 20), at("same as quick", "5000", 3)] }));
    expect(answer.ok && answer.value.ways).toHaveLength(4);
    expect(answer.ok && worthwhile(answer.value.ways).map((way) => way.service.name)).toEqual(["slow", "quick"]);
  });

  test("goods, delivery and charges add up to the total whatever they are, and the total is never below the goods", () => {
    fc.assert(fc.property(fc.bigInt(1n, 10_000_000n), fc.bigInt(0n, 1_000_000n), fc.integer({ min: 1, max: 5 }), (price, freight, quantity) => {
      const answer = landedEstimate(wanted({ price: money(price, "BRL"), quantity }), facts({ services: [service("any", { bands: [{ maxGrams: 2000, price: String(freight) }] })] }));
      if (!answer.ok) throw new Error(answer.refusal.code);
      const { cost } = answer.value.ways[0];
      expect(cost.total).toEqual(plus(plus(cost.goods, cost.freight), total(cost.charges.map((c) => c.amount), "BRL")));
      expect(cost.total.amount >= price * BigInt(quantity)).toBe(true);
    }));
  });
});

describe("why an offer cannot be bought here", () => {
  test("the market's own reasons come before everything else, with the operator's words", () => {
    expect(refusalOf({}, { market: { ...facts().market, state: "browse-only", stateReason: "sanctions" } })).toEqual({ code: "market.browse-only", because: "sanctions" });
    expect(refusalOf({}, { shipTo: { code: BR, shipTo: false, shipToReason: "no-lane" } })).toEqual({ code: "market.no-delivery", because: "no-lane" });
  });

  test("goods that lie in mainland China are for abroad", () => {
    expect(refusalOf({}, { market: { ...facts().market, code: CN }, shipTo: { code: CN, shipTo: true, shipToReason: null } })).toMatchObject({ code: "market.stock-for-abroad" });
  });

  test("a merchant may leave a market out", () => {
    expect(refusalOf({ scope: { marketPolicy: "except", markets: ["BR"] } })).toEqual({ code: "listing.not-for-this-market" });
  });

  test("what is sold out, too heavy, or on no lane says which", () => {
    expect(refusalOf({ places: [place({ left: 0 })] })).toEqual({ code: "listing.sold-out" });
    expect(refusalOf({ weightGrams: 9000 })).toMatchObject({ code: "logistics.too-heavy", maxGrams: 2000 });
    expect(refusalOf({ places: [place({ country: countryCode("NZ") })] })).toEqual({ code: "logistics.no-service" });
    expect(refusalOf({ flags: ["perishable"] }, { services: [service("slow", { excludedFlags: ["perishable"] })] })).toEqual({ code: "logistics.not-by-this-service", flag: "perishable" });
  });

  test("a customs limit that no way escapes is the reason, and only then", () => {
    const limit = rule("limit", { kind: "threshold", formula: "limit", parameters: { refusal: "order-limit-exceeded", alternatives: ["split-order"], when: { over: "50" } }, currency: "BRL" });
    expect(refusalOf({}, { rules: [limit, duty, vat] })).toEqual({ code: "customs.not-by-any-way", because: "customs.order-limit-exceeded", alternatives: ["split-order"] });
    const answer = landedEstimate(wanted(), facts({ rules: [{ ...limit, transports: ["post"] }, duty, vat] }));
    expect(answer.ok && answer.value.ways.map((way) => way.service.name)).toEqual(["fast"]);
  });
});

describe("an order in several parcels", () => {
  const shirts = (quantity: number, rules: readonly TradeRule[] = [duty, vat]) => {
    const answer = landedEstimate(wanted({ quantity, weightGrams: 900 }), facts({ rules, services: [service("slow")] }));
    if (!answer.ok) throw new Error(answer.refusal.code);
    return answer.value.ways[0];
  };
  const relief = rule("relief", { kind: "relief", formula: "relieved", name: "de-minimis", currency: "BRL", parameters: { covers: ["duty", "tax"], when: { of: ["goods"], upTo: "250" } } });

  test("three shirts of 900 g go by a post of 2 kg in two parcels, each with its own freight, and the receipt has each charge once", () => {
    const way = shirts(3);
    expect(way.service.parcels.map(({ weightGrams, contents }) => [weightGrams, contents])).toEqual([[1800, [{ item: 0, quantity: 2 }]], [900, [{ item: 0, quantity: 1 }]]]);
    expect(way.cost.freight).toEqual(money(4000, "BRL"));
    expect(way.cost.charges.map((c) => [c.name, c.amount.amount])).toEqual([["import-duty", 6000n], ["vat", 4000n]]);
    expect(way.cost.total).toEqual(money(44_000, "BRL"));
  });

  test("each parcel is a declaration of its own, but no packing opens a relief that the whole order has not", () => {
    expect(shirts(2, [duty, vat, relief]).cost.total).toEqual(money(22_000, "BRL"));
    expect(shirts(3, [duty, vat, relief]).cost.total).toEqual(money(44_000, "BRL"));
  });

  test("a limit of an order of several pieces is broken by the order, not by a parcel: 5,000 yuan are not evaded by a second box", () => {
    const limit = rule("limit", { kind: "threshold", formula: "limit", currency: "BRL", parameters: { refusal: "order-limit-exceeded", alternatives: ["split-order"], when: { of: ["goods", "freight"], over: "339", pieces: "several" } } });
    expect(refusalOf({ quantity: 3, weightGrams: 900 }, { rules: [limit, duty, vat], services: [service("slow")] })).toMatchObject({ because: "customs.order-limit-exceeded" });
    const one = rule("one", { ...limit, parameters: { ...limit.parameters, when: { of: ["goods", "freight"], over: "341", pieces: "several" } } });
    expect(refusalOf({ quantity: 3, weightGrams: 900 }, { rules: [one, duty, vat], services: [service("slow")] })).toBeNull();
  });
});
