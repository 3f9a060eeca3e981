import { plus, times } from "@/kernel/money";
import { decimalText } from "../declared-money";
import { goodsValue, type Party, type Shipment } from "../shipment";
import { kilograms } from "./draw-label";
import type { Sheet } from "@/platform/pdf/sheet";

const perSheet = 26;

/** Draws the commercial invoice, a sheet of A4 for every 26 kinds of goods: what couriers and customs of every country read. */
export const drawInvoice = (newSheet: (widthMm: number, heightMm: number) => Sheet, shipment: Shipment, trackingNumbers: readonly string[]): void => {
  const goods = shipment.parcels.flatMap((parcel) => parcel.goods);
  const sheets = Math.max(1, Math.ceil(goods.length / perSheet));
  for (let at = 0; at < sheets; at++) {
    const sheet = newSheet(210, 297);
    head(sheet, shipment, trackingNumbers, at + 1, sheets);
    const columns = [15, 88, 108, 122, 136, 152, 174, 195];
    ["Description", "HS code", "Origin", "Quantity", "Net kg", "Unit value", "Value"].forEach((words, column) => sheet.text((columns[column] ?? 0) + 1, 102, words, { size: 7, isBold: true }));
    sheet.line(15, 106, 195, 106);
    const rows = goods.slice(at * perSheet, (at + 1) * perSheet);
    rows.forEach((line, row) => {
      const y = 107 + row * 5.2;
      sheet.text(16, y, line.description, { size: 6.5, width: 71, lines: 2 });
      sheet.text(89, y, `${line.hs.slice(0, 4)}.${line.hs.slice(4)}`, { size: 7 });
      sheet.text(109, y, line.origin, { size: 7 });
      sheet.text(122, y, String(line.quantity), { size: 7, width: 13, align: "end" });
      sheet.text(136, y, kilograms(line.unitGrams * line.quantity), { size: 7, width: 15, align: "end" });
      sheet.text(152, y, decimalText(line.unitValue), { size: 7, width: 21, align: "end" });
      sheet.text(174, y, decimalText(times(line.unitValue, line.quantity)), { size: 7, width: 21, align: "end" });
    });
    if (at === sheets - 1) foot(sheet, shipment, 109 + rows.length * 5.2);
  }
};

const head = (sheet: Sheet, shipment: Shipment, trackingNumbers: readonly string[], page: number, pages: number): void => {
  const { from, to, service } = shipment;
  sheet.text(15, 15, "COMMERCIAL INVOICE", { size: 18, isBold: true });
  sheet.text(150, 17, `Page ${page} of ${pages}`, { size: 8, width: 45, align: "end" });
  sheet.box(15, 27, 180, 70);
  sheet.line(105, 27, 105, 97);
  block(sheet, 16, 28, "Exporter / shipper", from);
  sheet.line(15, 62, 195, 62);
  block(sheet, 16, 63, "Consignee / importer", to);
  const facts = [
    ["Invoice number", shipment.number], ["Invoice date", shipment.on], ["Carrier and service", `${service.carrier}, ${service.name}`], ["Tracking number", trackingNumbers.slice(0, 3).join(", ") + (trackingNumbers.length > 3 ? " ..." : "")],
  ] as const;
  facts.forEach(([name, value], at) => { sheet.text(107, 28.5 + at * 8, name, { size: 6.5 }); sheet.text(107, 31.3 + at * 8, value, { size: 8.5, isBold: true, width: 86, lines: 1 }); });
  const terms = [
    ["Terms of delivery (Incoterms 2020)", `${service.incoterm} ${to.countryName}`], ["Duties and taxes", shipment.isPrepaid ? "collected from the buyer by the seller at checkout" : "payable by the importer"],
    ["Reason for export", "Sale of goods, permanent"], ["Importer's number", shipment.customsId ? `${shipment.customsId.kind}: ${shipment.customsId.number}` : "-"],
  ] as const;
  terms.forEach(([name, value], at) => { sheet.text(107, 63.5 + at * 8, name, { size: 6.5 }); sheet.text(107, 66.3 + at * 8, value, { size: 8.5, isBold: true, width: 86, lines: 1 }); });
};

const block = (sheet: Sheet, x: number, y: number, title: string, { name, lines, postcode, countryName, phone, email }: Party): void => {
  sheet.text(x, y, title, { size: 6.5 });
  const below = sheet.text(x, y + 3.5, name, { size: 9.5, isBold: true, width: 86, lines: 1 });
  sheet.text(x, below + 0.5, [...lines, postcode ?? "", countryName.toUpperCase(), [phone, email].filter(Boolean).join("  ")].filter((line) => line !== "").join("\n"), { size: 8, width: 86, lines: 7 });
};

const foot = (sheet: Sheet, shipment: Shipment, y: number): void => {
  const goods = goodsValue(shipment);
  sheet.line(15, y, 195, y);
  const rows = [["Goods", decimalText(goods)], ["Freight", decimalText(shipment.freight)], ...(goods.currency === shipment.freight.currency ? [["Total", decimalText(plus(goods, shipment.freight))]] : [])];
  rows.forEach(([name, value], at) => { sheet.text(136, y + 2 + at * 5, name ?? "", { size: 8, isBold: name === "Total" }); sheet.text(160, y + 2 + at * 5, value ?? "", { size: 8.5, isBold: name === "Total", width: 35, align: "end" }); });
  sheet.text(15, y + 2, `Parcels: ${shipment.parcels.length}\nGross weight: ${kilograms(shipment.parcels.reduce((sum, { weightGrams }) => sum + weightGrams, 0))} kg`, { size: 8 });
  sheet.text(15, y + 20, "I declare that the information on this invoice is true and correct, and that the goods are of the origin stated.", { size: 7.5, width: 110 });
  sheet.text(15, y + 30, `${shipment.on}   ${shipment.from.name}`, { size: 9, isBold: true });
  sheet.line(15, y + 36, 105, y + 36);
  sheet.text(15, y + 37, "Date, name and signature of the exporter", { size: 6.5 });
};
