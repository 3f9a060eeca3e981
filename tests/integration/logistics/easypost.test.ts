import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { PDFDocument } from "pdf-lib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { countryCode as c } from "@/kernel/country";
import { money } from "@/kernel/money";
import { plainDate } from "@/kernel/time";
import type { CarrierAdapter } from "@/modules/logistics/carrier-adapter";
import { easyPostCarrier } from "@/modules/logistics/commands/easypost-carrier";
import type { Shipment } from "@/modules/logistics/shipment";

// Answers in the shapes of EasyPost's published reference (v2), with what we do not read left in.
const rates = [
  { id: "rate_1", object: "Rate", mode: "test", carrier: "USPS", service: "PriorityMailInternational", rate: "42.15", list_rate: "55.00", currency: "USD", delivery_days: 6, shipment_id: "shp_1", carrier_account_id: "ca_1" },
  { id: "rate_2", object: "Rate", mode: "test", carrier: "USPS", service: "ExpressMailInternational", rate: "63.10", currency: "USD", delivery_days: null, shipment_id: "shp_1" },
];
let server: Server, base: string, carrier: CarrierAdapter, label: Uint8Array;
let asked: { path: string; body: Record<string, never>; key: string | undefined }[] = [];
let answer: (path: string) => { status: number; body: unknown };
const usual = (path: string): { status: number; body: unknown } => {
  if (path === "/v2/shipments") return { status: 201, body: { id: "shp_1", object: "Shipment", mode: "test", rates, messages: [], tracking_code: null, postage_label: null } };
  if (path.endsWith("/buy")) return { status: 200, body: { id: "shp_1", tracking_code: "CZ123456785US", postage_label: { object: "PostageLabel", id: "pl_1", label_url: `${base}/label.pdf`, label_pdf_url: null, label_size: "4x6" }, selected_rate: rates[0] } };
  if (path.endsWith("/refund")) return { status: 200, body: { id: "shp_1", refund_status: "submitted" } };
  return { status: 201, body: { id: "trk_1", object: "Tracker", status: "in_transit", tracking_code: "CZ123456785US", tracking_details: [
    { object: "TrackingDetail", message: "Shipping label created", datetime: "2026-11-20T10:00:00Z", status: "pre_transit", tracking_location: { city: null, country: null } },
    { object: "TrackingDetail", message: "Arrived", datetime: "2026-11-21T08:30:00+01:00", status: "in_transit", tracking_location: { city: "CHICAGO", state: "IL", country: "US", zip: "60666" } },
  ] } };
};

const goods = { description: "Cherries, sweet", hs: "080929", origin: c("US"), quantity: 2, unitValue: money(4500, "USD"), unitGrams: 1000 };
const shipment: Shipment = {
  number: "EN-7K2M-94QD/1", on: plainDate("2026-11-23"), flags: [], freight: money(4000, "USD"), customsId: null, isPrepaid: true,
  from: { name: "Pinewillow Bench LLC", lines: ["1 Orchard Rd", "Wenatchee"], postcode: "98801", country: c("US"), countryName: "United States", phone: null, email: "farm@example.com" },
  to: { name: "Zhang Lan", lines: ["1266 Nanjing West Rd", "Shanghai"], postcode: "200040", country: c("CN"), countryName: "China", phone: "+8613123456789", email: null },
  service: { carrier: "USPS", name: "Priority", transport: "post", speed: "express", incoterm: "DDP" },
  parcels: [{ weightGrams: 2100, sizeMm: [300, 200, 150], goods: [goods] }, { weightGrams: 1050, sizeMm: [300, 200, 100], goods: [{ ...goods, quantity: 1 }] }],
};

beforeAll(async () => {
  const document = await PDFDocument.create();
  document.addPage([288, 432]);
  label = await document.save();
  server = createServer((request, response) => {
    let text = "";
    request.on("data", (part: Buffer) => { text += part.toString(); });
    request.on("end", () => {
      const path = request.url ?? "";
      if (path === "/label.pdf") return void response.writeHead(200, { "content-type": "application/pdf" }).end(label);
      asked.push({ path, body: text === "" ? {} : JSON.parse(text) as Record<string, never>, key: request.headers.authorization });
      const { status, body } = answer(path);
      response.writeHead(status, { "content-type": "application/json" }).end(typeof body === "string" ? body : JSON.stringify(body));
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  carrier = easyPostCarrier({ key: "EZTK_test", base });
});
afterAll(() => void server.close());
beforeEach(() => { asked = []; answer = usual; });

describe("EasyPost behind the words of every carrier", () => {
  it("sums the rates of both parcels, and asks in inches and ounces with the customs of each", async () => {
    expect(await carrier.rate(shipment)).toEqual({ ok: true, value: [
      { service: "USPS/PriorityMailInternational", name: "USPS PriorityMailInternational", price: money(8430, "USD"), days: 6 },
      { service: "USPS/ExpressMailInternational", name: "USPS ExpressMailInternational", price: money(12_620, "USD"), days: null },
    ] });
    expect(asked.map(({ path }) => path)).toEqual(["/v2/shipments", "/v2/shipments"]);
    expect(asked[0]?.key).toBe(`Basic ${Buffer.from("EZTK_test:").toString("base64")}`);
    expect(asked[0]?.body).toMatchObject({ shipment: {
      parcel: { length: 11.9, width: 7.9, height: 6, weight: 74.1 }, to_address: { name: "Zhang Lan", city: "Shanghai", country: "CN" },
      customs_info: { contents_type: "merchandise", customs_items: [{ hs_tariff_number: "080929", origin_country: "US", quantity: 2, value: 90, currency: "USD" }] },
    } });
  });

  it("buys one label a parcel and joins them", async () => {
    const bought = await carrier.label(shipment, "USPS/PriorityMailInternational");
    if (!bought.ok) throw new Error(bought.refusal.code);
    expect(bought.value).toMatchObject({ trackingNumbers: ["CZ123456785US", "CZ123456785US"], reference: "shp_1 shp_1" });
    expect((await PDFDocument.load(bought.value.pdf)).getPageCount()).toBe(2);
    expect(asked.filter(({ path }) => path === "/v2/shipments/shp_1/buy").map(({ body }) => body)).toEqual([{ rate: { id: "rate_1" } }, { rate: { id: "rate_1" } }]);
  });

  it("gives the first label back when the second cannot be had", async () => {
    let buys = 0;
    answer = (path) => (path.endsWith("/buy") && (buys += 1) === 2 ? { status: 422, body: { error: { code: "SHIPMENT.POSTAGE.FAILURE", message: "" } } } : usual(path));
    expect(await carrier.label(shipment, "USPS/PriorityMailInternational")).toEqual({ ok: false, refusal: { code: "logistics.carrier-refused", because: "SHIPMENT.POSTAGE.FAILURE" } });
    expect(asked.at(-1)?.path).toBe("/v2/shipments/shp_1/refund");
  });

  it("buys nothing of a service that is not offered", async () => {
    expect(await carrier.label(shipment, "USPS/Pigeon")).toEqual({ ok: false, refusal: { code: "logistics.carrier-refused", because: "no-such-service" } });
    expect(asked.some(({ path }) => path.endsWith("/buy"))).toBe(false);
  });

  it("follows a parcel in our own words, and gives a label back", async () => {
    expect(await carrier.track("CZ123456785US")).toEqual({ ok: true, value: [
      { at: "2026-11-20T10:00:00.000Z", state: "label-made", place: null }, { at: "2026-11-21T07:30:00.000Z", state: "on-the-way", place: "CHICAGO, US" },
    ] });
    expect(await carrier.cancel("shp_1 shp_2")).toEqual({ ok: true, value: null });
    expect(asked.slice(1).map(({ path }) => path)).toEqual(["/v2/shipments/shp_1/refund", "/v2/shipments/shp_2/refund"]);
  });

  it.each([
    ["a wrong key", { status: 401, body: { error: { code: "APIKEY.INACTIVE", message: "This api key is no longer active." } } }, "APIKEY.INACTIVE"],
    ["an address that is none", { status: 422, body: { error: { code: "ADDRESS.VERIFY.FAILURE", message: "Unable to verify address.", errors: [] } } }, "ADDRESS.VERIFY.FAILURE"],
    ["an answer of another shape", { status: 200, body: { id: "shp_1", rates: [{ id: "rate_1", rate: "free" }] } }, "unreadable-answer"],
    ["an error page", { status: 502, body: "<html>" }, null],
  ])("refuses with the reason on %s, and never throws", async (_, given, because) => {
    answer = () => given;
    expect(await carrier.rate(shipment)).toEqual({ ok: false, refusal: because === null ? { code: "logistics.carrier-unreachable" } : { code: "logistics.carrier-refused", because } });
  });

  it("says that it cannot be reached when nobody answers", async () => {
    expect(await easyPostCarrier({ key: "k", base: "http://127.0.0.1:9" }).track("CZ123456785US")).toEqual({ ok: false, refusal: { code: "logistics.carrier-unreachable" } });
  });
});
