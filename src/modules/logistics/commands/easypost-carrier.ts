import { isCurrency } from "@/kernel/currency";
import { money } from "@/kernel/money";
import { decimal, roundHalfEven, ratio } from "@/kernel/ratio";
import { ok, refuse, type Result } from "@/kernel/result";
import { instant } from "@/kernel/time";
import { exponentOf } from "@/kernel/currency";
import { buyShipment, createShipment, fetchLabel, refundShipment, trackParcel, type EasyPostAccount, type EasyPostAnswer } from "@/platform/easypost/easypost";
import { env } from "@/platform/env";
import { mergePdfs } from "@/platform/pdf/sheet";
import type { CarrierAdapter, CarrierRate, CarrierRefusal, TrackingEvent } from "../carrier-adapter";
import { decimalText } from "../declared-money";
import { crossesBorder, type DeclaredParcel, type Party, type Shipment } from "../shipment";

/** EasyPost for the account of the environment, or null where the operator has none: then no code of it runs. */
export const easyPostOfEnvironment = (): CarrierAdapter | null => {
  const { EASYPOST_API_KEY, EASYPOST_URL } = env();
  return EASYPOST_API_KEY ? easyPostCarrier({ key: EASYPOST_API_KEY, base: EASYPOST_URL }) : null;
};

/**
 * The carriers of an EasyPost account behind our own four words. Every parcel is a shipment of its own there; a service is named "carrier/service", as in
 * "USPS/PriorityMailInternational", and its rate is asked again when a label is bought, because a rate holds for one shipment only. A reference is the
 * shipments' ids; cancelling gives back each of them.
 */
export const easyPostCarrier = (account: EasyPostAccount): CarrierAdapter => ({
  name: "EasyPost",
  rate: async (shipment) => {
    const sums = new Map<string, { rate: CarrierRate; parcels: number }>();
    for (const parcel of shipment.parcels) {
      const asked = read(await createShipment(account, askedOf(shipment, parcel)));
      if (!asked.ok) return asked;
      for (const { carrier, service, rate, currency, delivery_days: days } of asked.value.rates) {
        if (!isCurrency(currency)) continue;
        const name = `${carrier}/${service}`;
        const price = money(minorUnits(rate, currency), currency);
        const sofar = sums.get(name);
        if (sofar && sofar.rate.price.currency !== currency) continue;
        sums.set(name, { parcels: (sofar?.parcels ?? 0) + 1, rate: { service: name, name: `${carrier} ${service}`, price: money(price.amount + (sofar?.rate.price.amount ?? 0n), currency), days } });
      }
    }
    // A service that does not take every parcel is none for this consignment.
    return ok([...sums.values()].filter(({ parcels }) => parcels === shipment.parcels.length).map(({ rate }) => rate));
  },
  label: async (shipment, service) => {
    const trackingNumbers: string[] = [];
    const references: string[] = [];
    const labels: Uint8Array[] = [];
    // A consignment of which a part cannot be sent is not sent: what was bought for it is given back.
    const giveBack = async <V>(failed: V): Promise<V> => {
      for (const shipmentId of references) await refundShipment(account, shipmentId);
      return failed;
    };
    for (const parcel of shipment.parcels) {
      const asked = read(await createShipment(account, askedOf(shipment, parcel)));
      if (!asked.ok) return giveBack(asked);
      const rate = asked.value.rates.find((each) => `${each.carrier}/${each.service}` === service);
      if (!rate) return giveBack(refuse({ code: "logistics.carrier-refused", because: "no-such-service" }));
      const bought = read(await buyShipment(account, asked.value.id, rate.id));
      if (!bought.ok) return giveBack(bought);
      references.push(bought.value.id);
      const label = read(await fetchLabel(bought.value.postage_label.label_pdf_url ?? bought.value.postage_label.label_url));
      if (!label.ok) return giveBack(label);
      trackingNumbers.push(bought.value.tracking_code);
      labels.push(label.value);
    }
    return ok({ trackingNumbers, reference: references.join(" "), pdf: await mergePdfs(labels) });
  },
  track: async (trackingNumber) => {
    const found = read(await trackParcel(account, trackingNumber));
    return found.ok ? ok(found.value.tracking_details.map((event): TrackingEvent => ({ at: instant(new Date(event.datetime)), state: states[event.status] ?? "unknown", place: [event.tracking_location?.city, event.tracking_location?.country].filter(Boolean).join(", ") || null }))) : found;
  },
  cancel: async (reference) => {
    for (const shipmentId of reference.split(" ")) {
      const back = read(await refundShipment(account, shipmentId));
      if (!back.ok) return back;
      if (back.value.refund_status === "rejected") return refuse({ code: "logistics.carrier-refused", because: "refund-rejected" });
    }
    return ok(null);
  },
});

const states: Readonly<Record<string, TrackingEvent["state"]>> = {
  pre_transit: "label-made", in_transit: "on-the-way", out_for_delivery: "out-for-delivery", available_for_pickup: "out-for-delivery", delivered: "delivered", return_to_sender: "returned", failure: "failed", cancelled: "failed", error: "failed",
};

const read = <V>(answer: EasyPostAnswer<V>): Result<V, CarrierRefusal> =>
  answer.ok ? ok(answer.value) : refuse(answer.why === "unreachable" ? { code: "logistics.carrier-unreachable" } : { code: "logistics.carrier-refused", because: answer.code });

const minorUnits = (text: string, currency: Parameters<typeof exponentOf>[0]): bigint => {
  const exact = decimal(text);
  return roundHalfEven(ratio(exact.numerator * 10n ** BigInt(exponentOf(currency)), exact.denominator));
};

// EasyPost measures in inches and ounces, to a tenth; rounded up, as a post does at its counter.
const inches = (mm: number): number => Math.ceil((mm / 25.4) * 10) / 10;
const ounces = (grams: number): number => Math.ceil((grams / 28.349523125) * 10) / 10;

const addressOf = ({ name, lines, postcode, country, phone, email }: Party) =>
  ({ name, street1: lines[0] ?? "", street2: lines.slice(1, -1).join(", "), city: lines.at(-1) ?? "", zip: postcode ?? "", country, phone: phone ?? "", email: email ?? "" });

const askedOf = (shipment: Shipment, parcel: DeclaredParcel) => ({
  reference: shipment.number, from_address: addressOf(shipment.from), to_address: addressOf(shipment.to),
  parcel: { length: inches(parcel.sizeMm[0]), width: inches(parcel.sizeMm[1]), height: inches(parcel.sizeMm[2]), weight: ounces(parcel.weightGrams) },
  options: { label_format: "PDF", incoterm: shipment.service.incoterm },
  ...(crossesBorder(shipment) ? {
    customs_info: {
      contents_type: "merchandise", restriction_type: "none", non_delivery_option: "return", customs_certify: true, customs_signer: shipment.from.name, eel_pfc: "NOEEI 30.37(a)",
      customs_items: parcel.goods.map(({ description, quantity, unitValue, unitGrams, hs, origin }) => {
        const [value = "0", currency = ""] = decimalText({ ...unitValue, amount: unitValue.amount * BigInt(quantity) }).split(" ");
        return { description: description.slice(0, 255), quantity, value: Number(value), currency, weight: ounces(unitGrams * quantity), hs_tariff_number: hs, origin_country: origin };
      }),
    },
  } : {}),
});
