import { z } from "zod";
import { isInTransaction } from "../db/transaction";

// EasyPost's API as its reference describes it (docs.easypost.com, v2): only the parts that we read, each bounded. What else an answer holds is dropped.
const id = (prefix: string) => z.string().regex(new RegExp(`^${prefix}_[A-Za-z0-9]{1,64}$`));
const rate = z.object({ id: id("rate"), carrier: z.string().max(80), service: z.string().max(120), rate: z.string().regex(/^\d{1,9}(\.\d{1,4})?$/), currency: z.string().length(3), delivery_days: z.int().min(0).max(365).nullable() });
const shipment = z.object({ id: id("shp"), rates: z.array(rate).max(200) });
const bought = z.object({ id: id("shp"), tracking_code: z.string().regex(/^[A-Za-z0-9 -]{4,60}$/), postage_label: z.object({ label_url: z.url({ protocol: /^https?$/ }), label_pdf_url: z.url({ protocol: /^https?$/ }).nullish() }) });
const tracker = z.object({
  id: id("trk"), status: z.string().max(40),
  tracking_details: z.array(z.object({ datetime: z.iso.datetime({ offset: true }), status: z.string().max(40), tracking_location: z.object({ city: z.string().max(120).nullish(), country: z.string().max(60).nullish() }).nullish() })).max(500),
});
const refunded = z.object({ id: id("shp"), refund_status: z.enum(["submitted", "refunded", "rejected", "not_applicable"]).nullable() });
const failure = z.object({ error: z.object({ code: z.string().max(120), message: z.union([z.string(), z.array(z.unknown())]).optional() }) });

export type EasyPostShipment = z.output<typeof shipment>;
export type EasyPostBought = z.output<typeof bought>;
export type EasyPostTracker = z.output<typeof tracker>;
export type EasyPostAnswer<V> = { readonly ok: true; readonly value: V } | { readonly ok: false; readonly why: "unreachable" } | { readonly ok: false; readonly why: "refused"; readonly code: string };

/** Where EasyPost is and as whom we ask: the key of the operator's account. */
export type EasyPostAccount = { readonly key: string; readonly base: string };

const mostBytes = 4 * 1024 * 1024;

const ask = async <V>({ key, base }: EasyPostAccount, method: "GET" | "POST", path: string, body: object | null, shape: z.ZodType<V>): Promise<EasyPostAnswer<V>> => {
  if (isInTransaction()) throw new Error("no network call inside a database transaction");
  try {
    const response = await fetch(`${base}/v2${path}`, {
      method, signal: AbortSignal.timeout(20_000), cache: "no-store", redirect: "error",
      headers: { authorization: `Basic ${Buffer.from(`${key}:`).toString("base64")}`, accept: "application/json", ...(body ? { "content-type": "application/json" } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    const json: unknown = text.length > mostBytes ? null : JSON.parse(text);
    if (response.ok) {
      const read = shape.safeParse(json);
      return read.success ? { ok: true, value: read.data } : { ok: false, why: "refused", code: "unreadable-answer" };
    }
    const read = failure.safeParse(json);
    return { ok: false, why: "refused", code: read.success ? read.data.error.code : `status-${response.status}` };
  } catch {
    return { ok: false, why: "unreachable" };
  }
};

/** Says what is to be sent, and is told the rates of every carrier of the account. Buys nothing. */
export const createShipment = (account: EasyPostAccount, asked: object): Promise<EasyPostAnswer<EasyPostShipment>> => ask(account, "POST", "/shipments", { shipment: asked }, shipment);

/** Buys the postage of one rate. It costs money: EasyPost answers a second try with the code SHIPMENT.POSTAGE.EXISTS and buys nothing more. */
export const buyShipment = (account: EasyPostAccount, shipmentId: string, rateId: string): Promise<EasyPostAnswer<EasyPostBought>> => ask(account, "POST", `/shipments/${encodeURIComponent(shipmentId)}/buy`, { rate: { id: rateId } }, bought);

/** Where a parcel is, by its carrier's number. */
export const trackParcel = (account: EasyPostAccount, trackingCode: string): Promise<EasyPostAnswer<EasyPostTracker>> => ask(account, "POST", "/trackers", { tracker: { tracking_code: trackingCode } }, tracker);

/** Gives unused postage back. */
export const refundShipment = (account: EasyPostAccount, shipmentId: string): Promise<EasyPostAnswer<z.output<typeof refunded>>> => ask(account, "POST", `/shipments/${encodeURIComponent(shipmentId)}/refund`, null, refunded);

/** The label as a PDF. The address is the carrier's own storage and needs no key, so none is sent. */
export const fetchLabel = async (address: string): Promise<EasyPostAnswer<Uint8Array>> => {
  if (isInTransaction()) throw new Error("no network call inside a database transaction");
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(20_000), cache: "no-store", redirect: "error" });
    const bytes = new Uint8Array(await response.arrayBuffer());
    const isPdf = response.ok && bytes.length <= mostBytes && new TextDecoder().decode(bytes.subarray(0, 5)) === "%PDF-";
    return isPdf ? { ok: true, value: bytes } : { ok: false, why: "refused", code: "no-label" };
  } catch {
    return { ok: false, why: "unreachable" };
  }
};
