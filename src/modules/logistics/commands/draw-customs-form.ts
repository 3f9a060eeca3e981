import { decimalText } from "../declared-money";
import { kilograms } from "./draw-label";
import type { Sheet } from "@/platform/pdf/sheet";
import { valueOf, type DeclaredParcel, type Party, type Shipment } from "../shipment";

const certified = "I, the undersigned, whose name and address are given on the item, certify that the particulars given in this declaration are correct and that this item does not contain any dangerous article or articles prohibited by legislation or by postal or customs regulations.";
const hsShown = (code: string): string => `${code.slice(0, 4)}.${code.slice(4)}`;

/** UPU CN 22, 74 × 105 mm: what is fixed to a small packet. */
export const cn22Mm = [74, 105] as const;

/** Draws a CN 22 as the UPU's form has it: contents with quantity, net weight, value, HS tariff number and origin; totals; what the sender certifies. */
export const drawCn22 = (sheet: Sheet, shipment: Shipment, parcel: DeclaredParcel): void => {
  const value = valueOf(parcel, shipment.freight.currency);
  sheet.box(1.5, 1.5, 71, 102, 1);
  sheet.text(3, 2.8, "CUSTOMS DECLARATION", { size: 9, isBold: true });
  sheet.text(3, 6.6, "DÉCLARATION EN DOUANE", { size: 6.5 });
  sheet.text(46, 2.8, "May be opened officially\nPeut être ouvert d'office", { size: 5 });
  sheet.text(61, 6.6, "CN 22", { size: 10, isBold: true });
  sheet.line(1.5, 11, 72.5, 11);
  sheet.text(3, 11.6, `Designated operator / Opérateur désigné: ${shipment.service.carrier}`, { size: 5.5, width: 68, lines: 1 });
  sheet.line(1.5, 14.8, 72.5, 14.8);
  const kinds = [["Gift / Cadeau", false], ["Commercial sample / Échantillon commercial", false], ["Documents", false], ["Sale of goods / Vente de marchandises", true], ["Returned goods / Retour", false], ["Other / Autre", false]] as const;
  kinds.forEach(([words, isTicked], at) => sheet.tick(3 + (at % 2) * 26, 15.8 + Math.floor(at / 2) * 4, words, isTicked, 5));
  sheet.line(1.5, 28, 72.5, 28);
  const columns = [1.5, 37, 47, 58, 66, 72.5];
  ["Quantity and detailed description of contents (1)", "Net weight kg (2)", "Value and currency (3)", "HS tariff number (4)", "Origin (5)"].forEach((words, at) =>
    sheet.text((columns[at] ?? 0) + 0.7, 28.6, words, { size: 4.6, width: (columns[at + 1] ?? 0) - (columns[at] ?? 0) - 1.2 }));
  sheet.line(1.5, 34.5, 72.5, 34.5);
  // The form has four lines; what is more is summed in the last, for the CN 23 is the form of long lists.
  const rows = parcel.goods.slice(0, parcel.goods.length > 4 ? 3 : 4);
  rows.forEach((goods, at) => {
    const y = 35.2 + at * 7.4;
    sheet.text(2.2, y, `${goods.quantity} x ${goods.description}`, { size: 5.6, width: 34, lines: 3 });
    sheet.text(37, y, kilograms(goods.unitGrams * goods.quantity), { size: 5.6, width: 9.5, align: "end" });
    sheet.text(47, y, decimalText({ ...goods.unitValue, amount: goods.unitValue.amount * BigInt(goods.quantity) }).replace(" ", "\n"), { size: 5.2, width: 10.6, align: "end" });
    sheet.text(58.6, y, hsShown(goods.hs), { size: 5.2 });
    sheet.text(67, y, goods.origin, { size: 5.6 });
  });
  const others = parcel.goods.slice(rows.length);
  if (others.length > 0) sheet.text(2.2, 35.2 + 3 * 7.4, `and ${others.length} more kinds of goods: see the commercial invoice`, { size: 5.6, width: 34, lines: 3 });
  columns.slice(1, -1).forEach((x) => sheet.line(x, 28, x, 73));
  sheet.line(1.5, 65, 72.5, 65);
  sheet.text(2.2, 65.6, "Total", { size: 6, isBold: true });
  sheet.text(37, 65.6, `(6)\n${kilograms(parcel.weightGrams)}`, { size: 5.6, width: 9.5, align: "end" });
  sheet.text(47, 65.6, `(7)\n${decimalText(value).replace(" ", "\n")}`, { size: 5.2, width: 10.6, align: "end" });
  sheet.line(1.5, 73, 72.5, 73);
  sheet.text(2.2, 73.6, certified, { size: 5, width: 69 });
  sheet.text(2.2, 84.5, "Date and sender's signature (8) / Date et signature de l'expéditeur", { size: 5 });
  sheet.text(2.2, 88.5, `${shipment.on}   ${shipment.from.name}`, { size: 7, isBold: true, width: 69, lines: 2 });
};

/** UPU CN 23 on half a sheet of A4, 210 × 148 mm: what accompanies a parcel. */
export const cn23Mm = [210, 148] as const;

/** Draws a CN 23 as the UPU's form has it, with the parcel's number as a bar code. */
export const drawCn23 = async (sheet: Sheet, shipment: Shipment, parcel: DeclaredParcel, trackingNumber: string): Promise<void> => {
  const { from, to, service } = shipment;
  const value = valueOf(parcel, shipment.freight.currency);
  const [left, right] = [5, 205];
  sheet.box(left, 5, right - left, 138, 1);
  sheet.text(7, 6.2, `${service.carrier} (designated operator)`, { size: 6.5 });
  sheet.text(7, 9.4, "CUSTOMS DECLARATION", { size: 11, isBold: true });
  sheet.text(63, 10, "DÉCLARATION EN DOUANE", { size: 7 });
  sheet.text(176, 7, "CN 23", { size: 15, isBold: true });
  await sheet.barcode(112, 6.5, 58, 11, trackingNumber);
  sheet.line(left, 23, right, 23);
  party(sheet, 23, "From / De", from);
  sheet.line(left, 41.5, 106, 41.5);
  party(sheet, 41.5, "To / À", to);
  sheet.line(106, 23, 106, 60);
  sheet.text(107.5, 23.6, "Sender's customs reference (if any) / Référence en douane de l'expéditeur", { size: 5 });
  sheet.text(107.5, 26.6, shipment.number, { size: 8, isBold: true });
  sheet.line(106, 32, right, 32);
  sheet.text(107.5, 32.6, "Importer's reference (tax code / VAT No. / importer code, optional)", { size: 5 });
  sheet.text(107.5, 35.6, shipment.customsId ? `${shipment.customsId.kind}: ${shipment.customsId.number}` : "", { size: 8, isBold: true });
  sheet.line(106, 41.5, right, 41.5);
  sheet.text(107.5, 42.1, "Importer's telephone / e-mail (if known)", { size: 5 });
  sheet.text(107.5, 45.1, [to.phone, to.email].filter(Boolean).join("   "), { size: 8, width: 95, lines: 1 });
  sheet.text(107.5, 50.5, "May be opened officially / Peut être ouvert d'office", { size: 6, isBold: true });
  sheet.text(107.5, 54, `Incoterm ${service.incoterm}${shipment.isPrepaid ? ", duties and taxes prepaid by the sender" : ""}`, { size: 7 });
  sheet.line(left, 60, right, 60);
  const columns = [left, 84, 100, 121, 146, 174, right];
  ["Detailed description of contents (1)", "Quantity (2)", "Net weight, kg (3)", "Value, currency (5)", "HS tariff number (7)", "Country of origin of goods (8)"].forEach((words, at) => sheet.text((columns[at] ?? 0) + 1.2, 60.6, words, { size: 5.5, width: (columns[at + 1] ?? 0) - (columns[at] ?? 0) - 2 }));
  sheet.line(left, 65.5, right, 65.5);
  const rows = parcel.goods.slice(0, parcel.goods.length > 6 ? 5 : 6);
  rows.forEach((goods, at) => {
    const y = 66.2 + at * 5.4;
    sheet.text(left + 1.2, y, goods.description, { size: 6.2, width: 76, lines: 2 });
    sheet.text(84, y, String(goods.quantity), { size: 7, width: 14, align: "end" });
    sheet.text(100, y, kilograms(goods.unitGrams * goods.quantity), { size: 7, width: 19.5, align: "end" });
    sheet.text(121, y, decimalText({ ...goods.unitValue, amount: goods.unitValue.amount * BigInt(goods.quantity) }), { size: 7, width: 23.5, align: "end" });
    sheet.text(148, y, hsShown(goods.hs), { size: 7 });
    sheet.text(176, y, goods.origin, { size: 7 });
  });
  const others = parcel.goods.length - rows.length;
  if (others > 0) sheet.text(left + 1.2, 66.2 + 5 * 5.4, `and ${others} more kinds of goods as in the attached commercial invoice`, { size: 6.2, width: 76, lines: 2 });
  columns.slice(1, -1).forEach((x) => sheet.line(x, 60, x, x === 174 ? 98.5 : 105));
  sheet.line(left, 98.5, right, 98.5);
  sheet.text(left + 1.2, 99.2, "Total gross weight (4) and total value (6)", { size: 6 });
  sheet.text(100, 99.2, kilograms(parcel.weightGrams), { size: 8, isBold: true, width: 19.5, align: "end" });
  sheet.text(121, 99.2, decimalText(value), { size: 8, isBold: true, width: 23.5, align: "end" });
  sheet.text(147, 99.2, `Postal charges (9) ${decimalText(shipment.freight)}`, { size: 6.5 });
  sheet.line(left, 105, right, 105);
  sheet.text(left + 1.2, 105.6, "Category of item (10) / Catégorie de l'envoi", { size: 5.5 });
  const kinds = [["Gift / Cadeau", false], ["Documents", false], ["Sale of goods / Vente de marchandises", true], ["Commercial sample / Échantillon", false], ["Returned goods / Retour", false], ["Other / Autre", false]] as const;
  kinds.forEach(([words, isTicked], at) => sheet.tick(left + 1.5 + (at % 3) * 38.5, 109 + Math.floor(at / 3) * 4.5, words, isTicked, 6));
  sheet.line(left, 119, 128, 119);
  sheet.text(left + 1.2, 119.6, "Comments (11) e.g. goods subject to quarantine, sanitary/phytosanitary inspection or other restrictions", { size: 5.5 });
  sheet.line(left, 129, 128, 129);
  [["Licence (12)", false], ["Certificate (13)", false], ["Invoice (14)", true]].forEach(([words, isTicked], at) => sheet.tick(left + 1.5 + at * 40, 130.3, String(words), Boolean(isTicked), 6));
  sheet.text(left + 81.5, 135, `No. ${shipment.number}`, { size: 7 });
  sheet.line(128, 105, 128, 143);
  sheet.text(129.5, 105.8, certified, { size: 6, width: 73 });
  sheet.text(129.5, 121, "Office of origin / Date of posting", { size: 5.5 });
  sheet.text(129.5, 124, `${from.lines.at(-1) ?? from.countryName}, ${shipment.on}`, { size: 7.5 });
  sheet.text(129.5, 131, "Date and sender's signature (15)", { size: 5.5 });
  sheet.text(129.5, 134, `${shipment.on}   ${from.name}`, { size: 8, isBold: true, width: 73, lines: 2 });
};

const party = (sheet: Sheet, y: number, title: string, { name, lines, postcode, countryName }: Party): void => {
  sheet.text(6.2, y + 0.6, title, { size: 6, isBold: true });
  sheet.text(22, y + 0.6, "Name", { size: 5 });
  sheet.text(35, y + 0.6, name, { size: 7.5, isBold: true, width: 70, lines: 1 });
  sheet.text(22, y + 4.8, "Street, city", { size: 5 });
  sheet.text(35, y + 4.6, lines.join(", "), { size: 7, width: 70, lines: 2 });
  sheet.text(22, y + 11, "Postcode", { size: 5 });
  sheet.text(35, y + 10.7, postcode ?? "", { size: 7.5 });
  sheet.text(22, y + 14.6, "Country", { size: 5 });
  sheet.text(35, y + 14.3, countryName.toUpperCase(), { size: 7.5, isBold: true });
};
