import { toDate, type Instant } from "@/kernel/time";
import { crossRate, type Rate } from "@/modules/fx/rate";
import { convert, type Money } from "@/kernel/money";
import { drawPdf } from "@/platform/pdf/sheet";
import { crossesBorder, customsForm, valueOf, type Shipment } from "../shipment";
import { cn22Mm, cn23Mm, drawCn22, drawCn23 } from "./draw-customs-form";
import { drawInvoice } from "./draw-invoice";
import { drawLabel, labelMm } from "./draw-label";

/**
 * Everything that is printed for a consignment, in the order in which it is used: for each parcel its label and, where a post takes it over a border, its
 * CN 22 or CN 23; then one commercial invoice. Within a country and within the EU there is a label only. The same shipment gives the same papers.
 */
export const printPapers = (shipment: Shipment, trackingNumbers: readonly string[], rates: readonly Rate[]): Promise<Uint8Array> => {
  const euroCents = (value: Money): bigint | null => {
    const rate = crossRate(rates, value.currency, "EUR", shipment.on);
    return rate.ok ? convert(value, rate.value.rate, "EUR").amount : null;
  };
  return drawPdf(`Papers of ${shipment.number}`, toDate(`${shipment.on}T00:00:00.000Z` as Instant), async (newSheet) => {
    for (const [at, parcel] of shipment.parcels.entries()) {
      const number = trackingNumbers[at] ?? shipment.number;
      await drawLabel(newSheet(...labelMm), shipment, parcel, at, number);
      const form = customsForm(shipment, parcel, euroCents(valueOf(parcel, shipment.freight.currency)));
      if (form === "cn22") drawCn22(newSheet(...cn22Mm), shipment, parcel);
      if (form === "cn23") await drawCn23(newSheet(...cn23Mm), shipment, parcel, number);
    }
    if (crossesBorder(shipment)) drawInvoice(newSheet, shipment, trackingNumbers);
  });
};
