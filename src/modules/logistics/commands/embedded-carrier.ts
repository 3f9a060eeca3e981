import { ok, refuse } from "@/kernel/result";
import type { Instant } from "@/kernel/time";
import { dayRates } from "@/modules/fx/queries";
import type { CarrierAdapter } from "../carrier-adapter";
import { carrierServices, workCalendar } from "../queries";
import { shippingQuotes } from "../quote";
import { s10Number } from "../s10";
import type { Shipment } from "../shipment";
import { printPapers } from "./print-papers";

const numbersOf = ({ number, parcels, service, from }: Shipment): string[] =>
  parcels.map((_, at) => s10Number(service.speed === "express" ? "EE" : "CP", `${number}#${at + 1}`, from.country));

/**
 * The carrier that needs no contract: rates out of the dated rate cards, labels and customs papers that we print ourselves. It has no network, so it follows
 * no parcel and knows only that a label was made; and as nothing was bought, nothing is given back.
 */
export const embeddedCarrier: CarrierAdapter = {
  name: "Entrepôt",
  rate: async (shipment) => {
    const at = `${shipment.on}T12:00:00.000Z` as Instant;
    const [services, origin, destination] = await Promise.all([carrierServices(), workCalendar(shipment.from.country, at), workCalendar(shipment.to.country, at)]);
    const quotes = shippingQuotes({
      from: { country: shipment.from.country }, to: { country: shipment.to.country, ...(shipment.to.postcode ? { postcode: shipment.to.postcode } : {}) }, parcels: shipment.parcels, flags: shipment.flags,
      value: null, at, handlingDays: 0, originTimeZone: origin.timeZone, destinationTimeZone: destination.timeZone,
      holidays: { origin: origin.holidays, destination: destination.holidays }, weekends: { origin: origin.weekend, destination: destination.weekend }, makeUp: { origin: origin.makeUp, destination: destination.makeUp },
    }, services);
    return quotes.ok ? ok(quotes.value.map(({ serviceId, name, price }) => ({ service: serviceId, name, price, days: null }))) : refuse({ code: "logistics.carrier-refused", because: quotes.refusal.code });
  },
  label: async (shipment) => {
    const trackingNumbers = numbersOf(shipment);
    return ok({ trackingNumbers, pdf: await printPapers(shipment, trackingNumbers, await dayRates()), reference: shipment.number });
  },
  track: async () => ok([]),
  cancel: async () => ok(null),
};
