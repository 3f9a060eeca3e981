import { countryCode as c } from "@/kernel/country";
import { isCurrency } from "@/kernel/currency";
import { money } from "@/kernel/money";
import type { Instant } from "@/kernel/time";
import type { LandedCostInput } from "@/modules/customs/declaration";
import { landedCost } from "@/modules/customs/landed-cost";
import { waysToTheDoor, type ParcelToSend, type TradeFacts } from "@/modules/discovery/ways-to-the-door";
import { factsFor, ratesOn, readFacts } from "../../prisma/seed/trade-facts";
import type { Row } from "./results";

// Measured in this process, out of the seed's own files: no page, no database. Time of the processor, because others may use the machine too.
const warmUp = 1000;
const lasting = 2000;
const spent = (): number => process.cpuUsage().user / 1000;

/** Does a piece of work again and again: how many a second it holds, and how many milliseconds a turn takes. */
const timesIn = (work: () => number): { readonly perSecond: number; readonly milliseconds: number } => {
  const measure = (milliseconds: number) => {
    const started = spent();
    let done = 0;
    let turns = 0;
    while (spent() - started < milliseconds) {
      done += work();
      turns += 1;
    }
    const took = spent() - started;
    return { perSecond: Math.round((done / took) * 1000), milliseconds: took / turns };
  };
  measure(warmUp);
  return measure(lasting);
};

/** How fast the rule book computes: a cart of five lines into every market, and everything that a product page says about delivery. */
export const measureLandedCost = (): Row[] => {
  const facts = readFacts();
  const items = ["610910", "910212", "420222", "940521", "330499"].map((hs, i) => ({ hs, origin: c("CN"), quantity: 1 + (i % 3), unitPrice: money(700 + i * 130, "USD"), weightGrams: 200 }));
  const inputs = [...facts.markets.values()].flatMap(({ code, currency }): LandedCostInput[] => isCurrency(currency) ? [{
    market: code, region: null, date: ratesOn, shipFrom: c("CN"), transport: "courier", mode: "cross-border", currency, freight: money(900, "USD"), insurance: null,
    buyer: { usedThisYear: null, sameDayValue: null, usesThisYear: null }, items,
  }] : []);
  const computed = timesIn(() => {
    for (const input of inputs) if (!landedCost(input, facts.rules, facts.rates).ok) throw new Error(`no landed cost in ${input.market}`);
    return inputs.length;
  });
  const brazil = factsFor(c("BR"), facts);
  const market = brazil.markets.get("BR");
  if (!market) throw new Error("the seed has no Brazil");
  const world: TradeFacts = {
    market, shipTo: { code: c("BR"), shipTo: true, shipToReason: null }, restrictions: [], at: `${ratesOn}T12:00:00.000Z` as Instant,
    rules: brazil.rules, rates: brazil.rates, services: brazil.services, calendars: new Map(),
  };
  const parcel: ParcelToSend = {
    from: { country: c("CN"), kind: "origin" }, handlingDays: 2, region: null, postcode: null,
    items: [{ quantity: 1, unitPrice: money(8990, "BRL"), hs: "610910", origin: c("CN"), flags: [], categoryId: "aa-1-13-8", documents: [], weightGrams: 300, sizeMm: [300, 200, 40] }],
  };
  let ways = 0;
  const page = timesIn(() => {
    const found = waysToTheDoor(parcel, world);
    ways = found.ok ? found.value.length : 0;
    return 1;
  });
  return [
    { what: `landed cost of a cart of five lines (${inputs.length} markets, ${facts.rules.length} rules)`, result: `${computed.perSecond} /s on one core`, aim: "≥ 20,000 /s" },
    { what: `a product page's landed price for every service (${ways} ways from China to Brazil)`, result: `${page.milliseconds.toFixed(2)} ms`, aim: "< 5 ms" },
  ];
};
