import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countryCode as c } from "@/kernel/country";
import { money } from "@/kernel/money";
import { plainDate, type Instant, type PlainDate } from "@/kernel/time";
import { chargeableGrams, lengthAndGirthMm, packOneParcel, type Parcel } from "./parcel";
import { addWorkingDays, arrivalInHours, deliveryWindow, departure } from "./promise";
import { shippingQuotes, type CarrierService, type ShippingRequest } from "./quote";
import { readRateCards } from "./rate-card";

const file: unknown = JSON.parse(readFileSync(new URL("../../../prisma/seed/data/services.json", import.meta.url), "utf8"));
const seeded = readRateCards(file);
const none: ReadonlySet<PlainDate> = new Set();
const saturdaySunday = [6, 7];
const parcel: Parcel = { weightGrams: 900, sizeMm: [300, 200, 100] };
const request = (from: string, to: string, more: Partial<ShippingRequest> = {}): ShippingRequest => ({
  from: { country: c(from) }, to: { country: c(to) }, parcels: [parcel], flags: [], value: money(5000, "EUR"), at: "2026-06-18T03:00:00.000Z" as Instant,
  handlingDays: 1, originTimeZone: "Asia/Tokyo", destinationTimeZone: "America/Sao_Paulo", holidays: { origin: none, destination: none },
  weekends: { origin: saturdaySunday, destination: saturdaySunday }, ...more,
});
const quotes = (asked: ShippingRequest, services: readonly CarrierService[] = seeded) => {
  const found = shippingQuotes(asked, services);
  return found.ok ? found.value : [];
};
const refusal = (asked: ShippingRequest) => {
  const found = shippingQuotes(asked, seeded);
  return found.ok ? null : found.refusal;
};
const bag: CarrierService = {
  id: "svc_test", carrier: "Test", name: "Test", transport: "post", mode: "post", speed: "standard", fromCountries: [], toCountries: ["BR"], excludedFlags: ["liquid"], currency: "JPY",
  bands: [{ maxGrams: 500, price: "850" }, { maxGrams: 2000, price: "1500" }], maxGrams: 2000, maxLongestMm: 600, maxGirthMm: 1500, volumetric: 5000, surcharges: [], coverage: [], insurance: null, transitShares: [[2, 600], [4, 400]], hoursMin: null, hoursMax: null,
  transitMin: 2, transitMax: 4, customsMin: 1, customsMax: 2, incoterm: "DAP", tracked: true, effectiveFrom: plainDate("2026-01-01"), effectiveTo: plainDate("2026-07-01"),
  source: "test", checkedOn: plainDate("2026-11-23"), confidence: "high",
};

describe("parcels", () => {
  it("three shirts of 300 × 220 × 40 mm stack to 300 × 220 × 120 mm", () => {
    expect(packOneParcel([{ quantity: 3, weightGrams: 250, sizeMm: [300, 220, 40] }])).toEqual({ weightGrams: 750, sizeMm: [300, 220, 120] });
  });
  it("hold the volume and the longest side of what is in them", () => {
    const side = fc.integer({ min: 1, max: 900 });
    fc.assert(fc.property(fc.array(fc.record({ quantity: fc.integer({ min: 1, max: 9 }), weightGrams: fc.nat(5000), sizeMm: fc.tuple(side, side, side) }), { minLength: 1, maxLength: 6 }), (items) => {
      const packed = packOneParcel(items);
      const volume = (sides: readonly number[]) => sides.reduce((product, s) => product * s, 1);
      expect(volume(packed.sizeMm)).toBeGreaterThanOrEqual(items.reduce((sum, item) => sum + volume(item.sizeMm) * item.quantity, 0));
      expect(Math.max(...packed.sizeMm)).toBeGreaterThanOrEqual(Math.max(...items.flatMap((item) => item.sizeMm)));
      expect(packed.weightGrams).toBe(items.reduce((sum, item) => sum + item.weightGrams * item.quantity, 0));
    }));
  });
  it("weigh what they displace when a carrier counts volume", () => {
    expect(chargeableGrams({ weightGrams: 1000, sizeMm: [400, 300, 200] }, 5000)).toBe(4800);
    expect(chargeableGrams({ weightGrams: 1000, sizeMm: [400, 300, 200] }, 0)).toBe(1000);
    expect(lengthAndGirthMm({ weightGrams: 1, sizeMm: [200, 400, 300] })).toBe(1400);
  });
});

describe("the promise", () => {
  const rest = { weekend: saturdaySunday, holidays: new Set([plainDate("2026-12-25")]) };
  it("counts neither weekends nor holidays", () => {
    expect(addWorkingDays(plainDate("2026-12-24"), 1, rest)).toBe("2026-12-28");
    expect(addWorkingDays(plainDate("2026-12-26"), 0, rest)).toBe("2026-12-28");
  });
  it("a Saturday order in Washington arrives in Shanghai from Friday to Monday", () => {
    expect(deliveryWindow({
      at: "2026-06-20T18:00:00.000Z" as Instant, handlingDays: 1, transit: [1, 2], customs: [1, 1],
      origin: { weekend: saturdaySunday, holidays: none, timeZone: "America/Los_Angeles" }, destination: { weekend: saturdaySunday, holidays: none, timeZone: "Asia/Shanghai" },
    })).toEqual({ handOver: "2026-06-23", earliest: "2026-06-26", latest: "2026-06-29" });
  });
  it("counts the Sundays that China works for its long holidays", () => {
    const china = { weekend: saturdaySunday, holidays: new Set(["2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"].map(plainDate)), makeUp: new Set([plainDate("2026-09-20"), plainDate("2026-10-10")]) };
    expect(addWorkingDays(plainDate("2026-09-18"), 1, china)).toBe("2026-09-20");
    expect(addWorkingDays(plainDate("2026-09-30"), 3, china)).toBe("2026-10-10");
  });
  it("waits for the origin's holiday before the first day in transit, and for the destination's on the last", () => {
    const end = (timeZone: string, ...holidays: string[]) => ({ timeZone, weekend: saturdaySunday, holidays: new Set(holidays.map(plainDate)) });
    const window = (origin: ReturnType<typeof end>, destination: ReturnType<typeof end>) => deliveryWindow({ at: "2026-06-15T01:00:00.000Z" as Instant, handlingDays: 0, transit: [2, 3], customs: [0, 1], origin, destination });
    expect(window(end("Asia/Tokyo"), end("Asia/Shanghai"))).toEqual({ handOver: "2026-06-15", earliest: "2026-06-17", latest: "2026-06-19" });
    expect(window(end("Asia/Tokyo", "2026-06-16"), end("Asia/Shanghai"))).toMatchObject({ earliest: "2026-06-18", latest: "2026-06-22" });
    expect(window(end("Asia/Tokyo"), end("Asia/Shanghai", "2026-06-19"))).toMatchObject({ earliest: "2026-06-17", latest: "2026-06-22" });
  });
  it("counts hours and no rest days for a cold chain: Tuesday 14:00 in Wenatchee and 48 to 72 hours are Friday and Saturday in Shanghai", () => {
    const leaves = departure({ at: "2026-06-20T18:00:00.000Z" as Instant, handlingDays: 1, origin: { weekend: saturdaySunday, holidays: none, timeZone: "America/Los_Angeles" }, destination: { weekend: saturdaySunday, holidays: none, timeZone: "Asia/Shanghai" } });
    expect(leaves.handOverAt).toBe("2026-06-23T21:00:00.000Z");
    expect(arrivalInHours(leaves, [48, 72])).toEqual({ handOver: "2026-06-23", earliest: "2026-06-26", latest: "2026-06-27" });
  });
  it("rests on Friday and Saturday in Riyadh", () => {
    const riyadh = { weekend: [5, 6], holidays: none, timeZone: "Asia/Riyadh" };
    expect(deliveryWindow({ at: "2026-06-18T05:00:00.000Z" as Instant, handlingDays: 1, transit: [1, 1], customs: [0, 0], origin: riyadh, destination: riyadh }))
      .toEqual({ handOver: "2026-06-21", earliest: "2026-06-22", latest: "2026-06-22" });
  });
  it("counts an order after the cut-off from the next day", () => {
    const tokyo = { weekend: saturdaySunday, holidays: none, timeZone: "Asia/Tokyo" };
    const at = (time: string) => deliveryWindow({ at: time as Instant, handlingDays: 0, transit: [1, 1], customs: [0, 0], origin: tokyo, destination: tokyo }).handOver;
    expect(at("2026-06-16T04:59:00.000Z")).toBe("2026-06-16");
    expect(at("2026-06-16T05:00:00.000Z")).toBe("2026-06-17");
  });
  it("never ends before it begins, and more handling never arrives sooner", () => {
    fc.assert(fc.property(fc.date({ min: new Date("2024-01-01"), max: new Date("2029-01-01"), noInvalidDate: true }), fc.nat(10), fc.nat(5), fc.nat(10), (at, handlingDays, min, more) => {
      const window = (days: number) => deliveryWindow({
        at: at.toISOString() as Instant, handlingDays: days, transit: [min, min + more], customs: [0, 2],
        origin: { ...rest, timeZone: "Asia/Kathmandu" }, destination: { ...rest, timeZone: "America/New_York" },
      });
      const { handOver, earliest, latest } = window(handlingDays);
      expect(handOver <= earliest && earliest <= latest).toBe(true);
      expect(window(handlingDays + 1).latest >= latest).toBe(true);
    }));
  });
});

describe("shipping quotes", () => {
  it("price each parcel by its band, and sum them", () => {
    const [quote] = quotes(request("JP", "BR", { parcels: [parcel, { weightGrams: 400, sizeMm: [100, 100, 100] }] }), [bag]);
    expect(quote).toMatchObject({ price: money(1500 + 850, "JPY"), chargeableGrams: 1200 + 400, incoterm: "DAP", serviceId: "svc_test" });
    expect(quote?.window).toMatchObject({ handOver: "2026-06-19", earliest: "2026-06-24", latest: "2026-06-29" });
  });
  it("hold only while the rate card holds", () => {
    expect(quotes(request("JP", "BR", { at: "2026-06-30T03:00:00.000Z" as Instant }), [bag])).toHaveLength(1);
    expect(quotes(request("JP", "BR", { at: "2026-07-01T03:00:00.000Z" as Instant }), [bag])).toHaveLength(0);
  });
  it("say why nothing goes: no lane, the kind of goods, the size, the weight", () => {
    expect(refusal(request("JP", "AQ"))).toEqual({ code: "logistics.no-service" });
    expect(refusal(request("JP", "RU"))).toEqual({ code: "logistics.no-service" });
    expect(refusal(request("US", "CN", { flags: ["cites-risk"] }))).toEqual({ code: "logistics.not-by-this-service", flag: "cites-risk" });
    expect(refusal(request("US", "BR", { flags: ["perishable"] }))).toEqual({ code: "logistics.not-by-this-service", flag: "perishable" });
    expect(refusal(request("JP", "BR", { parcels: [{ weightGrams: 900, sizeMm: [2500, 10, 10] }] }))).toMatchObject({ code: "logistics.too-large", maxLongestMm: 2000 });
    expect(refusal(request("JP", "BR", { parcels: [{ weightGrams: 80_000, sizeMm: [500, 500, 100] }] }))).toEqual({ code: "logistics.too-heavy", maxGrams: 70000 });
  });
  it("send cherries from Washington to Shanghai by cold chain only, and shirts by anything else", () => {
    expect(new Set(quotes(request("US", "CN", { flags: ["perishable"] })).map((quote) => quote.carrier))).toEqual(new Set(["Entrepôt Cold Chain"]));
    expect(quotes(request("US", "CN")).some((quote) => quote.carrier === "Entrepôt Cold Chain")).toBe(false);
  });
  it("leave out what would arrive after the goods are good, and say so when nothing is left", () => {
    const fresh = (bestBefore: string) => request("US", "CN", { flags: ["perishable"], originTimeZone: "America/Los_Angeles", destinationTimeZone: "Asia/Shanghai", bestBefore: plainDate(bestBefore) });
    expect(quotes(fresh("2026-06-24")).map(({ name }) => name)).toEqual(["Cold chain express"]);
    expect(quotes(fresh("2026-06-30")).length).toBe(2);
    expect(refusal(fresh("2026-06-20"))).toMatchObject({ code: "logistics.past-best-before", bestBefore: "2026-06-20" });
  });
  it("send nothing to a postcode that no service of the lane goes to: cherries to Lhasa", () => {
    expect(refusal(request("US", "CN", { flags: ["perishable"], to: { country: c("CN"), postcode: "850000" } }))).toEqual({ code: "logistics.not-to-this-postcode" });
    expect(quotes(request("US", "CN", { flags: ["perishable"], to: { country: c("CN"), postcode: "200000" } }))).toHaveLength(2);
  });
  it("take bonded stock by bonded services only, and never other stock by them", () => {
    expect(quotes(request("CN", "CN", { from: { country: c("CN"), kind: "bonded" } })).map((quote) => quote.transport)).toEqual(["bonded"]);
    expect(quotes(request("US", "US")).map((quote) => quote.serviceId)).toEqual(["svc_demo_domestic_us"]);
  });
  it("cost by EMS what Japan Post publishes: 900 g into zone 5 and 500 g into Korea for 1,450 yen", () => {
    const ems = (to: string, weightGrams: number) => quotes(request("JP", to, { parcels: [{ ...parcel, weightGrams }] })).find((quote) => quote.name === "EMS")?.price;
    expect(ems("KR", 500)).toEqual(money(1450, "JPY"));
    expect(ems("US", 500)).toEqual(money(3900, "JPY"));
  });
  it("go by sea out of Shenzhen what no courier lifts: 80 kg to Brazil", () => {
    const heavy = quotes(request("CN", "BR", { parcels: [{ weightGrams: 80_000, sizeMm: [900, 600, 500] }] }));
    expect(heavy.map(({ mode }) => mode)).toEqual(["sea"]);
  });
  it("never cost less for more weight, and are the same for the same request", () => {
    fc.assert(fc.property(fc.constantFrom("CN", "JP", "GB", "HK", "US", "ES"), fc.constantFrom("BR", "KR", "DE", "AU"), fc.integer({ min: 1, max: 20_000 }), fc.nat(3000), (from, to, grams, more) => {
      fc.pre(String(from) !== to);
      const at = (weightGrams: number) => quotes(request(from, to, { parcels: [{ weightGrams, sizeMm: [200, 150, 50] }] }));
      const heavier = at(grams + more);
      for (const quote of heavier) {
        expect(quote.lines.reduce((sum, line) => sum + line.amount.amount, 0n)).toBe(quote.price.amount);
        const lighter = at(grams).find((q) => q.serviceId === quote.serviceId);
        expect(lighter !== undefined && lighter.price.amount <= quote.price.amount).toBe(true);
      }
      expect(at(grams)).toEqual(at(grams));
    }), { numRuns: 60 });
  });
});

describe("the seeded rate cards", () => {
  const markets = ["BR", "CN", "US", "ES", "FR", "DE", "GB", "ID", "JP", "KR", "AU", "IN", "SA", "AE", "NG", "MX", "CA", "SG", "PL"];
  const merchants = JSON.parse(readFileSync(new URL("../../../prisma/seed/catalogue/merchants.json", import.meta.url), "utf8")) as { country: string; warehouses: { country: string; kind: string }[] }[];
  it("are more than forty services, and every card says how its transit days are spread", () => {
    expect(new Set(seeded.map(({ carrier, name }) => `${carrier} ${name}`)).size).toBeGreaterThanOrEqual(40);
    expect(new Set(seeded.map(({ mode }) => mode))).toEqual(new Set(["post", "courier", "line-haul", "bonded", "cold-chain", "sea", "domestic"]));
    for (const { id, transitShares, transitMin } of seeded) {
      expect(transitShares.reduce((sum, [, share]) => sum + share, 0), id).toBe(1000);
      expect(transitShares[0]?.[0], id).toBe(transitMin);
    }
  });
  it("have different ids, a source, and bands that never fall", () => {
    expect(new Set(seeded.map((service) => service.id)).size).toBe(seeded.length);
    for (const service of seeded) {
      expect(service.source.length, service.id).toBeGreaterThan(5);
      expect(service.bands.every((band, i) => i === 0 || BigInt(band.price) >= BigInt(service.bands[i - 1]?.price ?? "0")), service.id).toBe(true);
    }
  });
  it("reach every market but Russia's from every country where goods lie, by a standard and an express service", () => {
    const origins = new Set(merchants.flatMap((merchant) => merchant.warehouses.filter((w) => w.kind !== "bonded").map((w) => w.country)));
    expect(origins.size).toBeGreaterThan(20);
    for (const from of origins) {
      for (const to of markets) {
        if (from === to || from === "RU") continue;
        const speeds = new Set(quotes(request(from, to)).map((quote) => quote.speed));
        expect(speeds.has("standard") && speeds.has("express"), `${from} → ${to}`).toBe(true);
      }
    }
  });
  it("deliver bonded stock inside every market", () => {
    for (const market of markets) expect(quotes(request(market, market, { from: { country: c(market), kind: "bonded" } })).length, market).toBe(1);
  });
});
