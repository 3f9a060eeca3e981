import type { Sheet } from "@/platform/pdf/sheet";
import { crossesBorder, type DeclaredParcel, type Party, type Shipment } from "../shipment";

/** The sheet of a label: 100 × 150 mm, which thermal printers and A6 bags are made for. */
export const labelMm = [100, 150] as const;

const partyLines = ({ lines, postcode, countryName }: Party): string[] => [...lines, ...(postcode ? [postcode] : []), countryName.toUpperCase()];

/** Draws the label of one parcel: who carries it, its number, from whom, to whom, how heavy, and which of how many. */
export const drawLabel = async (sheet: Sheet, shipment: Shipment, parcel: DeclaredParcel, at: number, trackingNumber: string): Promise<void> => {
  const { service, from, to } = shipment;
  sheet.box(3, 3, 94, 144, 1.2);
  sheet.text(6, 6, service.carrier, { size: 13, isBold: true, width: 62, lines: 1 });
  sheet.text(6, 12, service.name, { size: 8.5, width: 62, lines: 1 });
  sheet.text(70, 6, service.speed === "express" ? "EXPRESS" : "PARCEL", { size: 13, isBold: true, width: 24, align: "end" });
  sheet.text(70, 12, crossesBorder(shipment) ? `${service.incoterm} - ${shipment.isPrepaid ? "duties prepaid" : "duties unpaid"}` : "no customs border", { size: 6.5, width: 24, align: "end" });
  sheet.line(3, 18, 97, 18, 1);
  sheet.text(6, 19.5, "FROM / DE", { size: 6 });
  sheet.text(6, 22.5, [from.name, ...partyLines(from)].join("\n"), { size: 7.5, width: 60, lines: 6 });
  sheet.text(68, 19.5, "WEIGHT / POIDS", { size: 6 });
  sheet.text(68, 22.5, `${kilograms(parcel.weightGrams)} kg`, { size: 13, isBold: true });
  sheet.text(68, 28.5, `${parcel.sizeMm.map((side) => Math.ceil(side / 10)).join(" x ")} cm`, { size: 7.5 });
  sheet.text(68, 32.5, `Parcel ${at + 1} of ${shipment.parcels.length}`, { size: 9, isBold: true });
  sheet.line(3, 42, 97, 42, 1);
  sheet.line(66, 18, 66, 42);
  sheet.text(6, 43.5, "TO / A", { size: 6 });
  let y = sheet.text(6, 47, to.name, { size: 13, isBold: true, width: 86, lines: 2 });
  y = sheet.text(6, y + 1, to.lines.join("\n"), { size: 11, width: 86, lines: 5 });
  if (to.postcode) y = sheet.text(6, y + 0.5, to.postcode, { size: 15, isBold: true });
  sheet.text(6, y + 0.5, to.countryName.toUpperCase(), { size: 14, isBold: true, width: 70 });
  sheet.box(80, 78, 14, 14, 1.4);
  sheet.text(80, 81.5, to.country, { size: 20, isBold: true, width: 12.4, align: "end" });
  if (to.phone) sheet.text(6, 89.5, `Tel. ${to.phone}`, { size: 8.5 });
  sheet.line(3, 95, 97, 95, 1);
  await sheet.barcode(13, 99, 74, 24, trackingNumber);
  sheet.line(3, 131, 97, 131, 1);
  sheet.text(6, 132.5, "REF.", { size: 6 });
  sheet.text(6, 135.5, shipment.number, { size: 11, isBold: true });
  sheet.text(6, 141, `Posted on ${shipment.on}`, { size: 7 });
  sheet.text(54, 132.5, "Label of the shop's own carrier adapter: it carries no postage. A carrier of the operator's contract puts its own here.", { size: 6, width: 41, lines: 5 });
};

/** Kilograms as customs forms have them: with a point and three digits. */
export const kilograms = (grams: number): string => `${Math.floor(grams / 1000)}.${String(grams % 1000).padStart(3, "0")}`;
