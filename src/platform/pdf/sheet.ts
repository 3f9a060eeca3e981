import bwipjs from "bwip-js/node";
import { PDFDocument, rgb, StandardFonts, type PDFFont, type PDFPage } from "pdf-lib";

const black = rgb(0, 0, 0);
/** Points of a millimetre: a PDF counts 72 to the inch. */
const mm = 72 / 25.4;

export type TextStyle = { readonly size?: number; readonly isBold?: boolean; /** Wrapped at this many millimetres. */ readonly width?: number; readonly lines?: number; readonly align?: "start" | "end" };

/** A page measured in millimetres from its top left corner, as forms are. */
export class Sheet {
  constructor(private readonly page: PDFPage, private readonly fonts: { readonly plain: PDFFont; readonly bold: PDFFont }, readonly widthMm: number, readonly heightMm: number, private readonly document: PDFDocument) {}

  /** Writes text with its top at y, and answers the y below it. What does not fit the lines is cut, because a form's box does not grow. */
  text(x: number, y: number, text: string, { size = 8, isBold = false, width, lines = 99, align = "start" }: TextStyle = {}): number {
    const font = isBold ? this.fonts.bold : this.fonts.plain;
    const rows = width === undefined ? text.split("\n") : text.split("\n").flatMap((part) => this.wrapped(part, font, size, width * mm));
    let at = y;
    for (const row of rows.slice(0, lines)) {
      const shift = align === "end" && width !== undefined ? width * mm - font.widthOfTextAtSize(row, size) : 0;
      this.page.drawText(row, { x: x * mm + shift, y: (this.heightMm - at) * mm - size * 0.8, size, font, color: black });
      at += (size * 1.2) / mm;
    }
    return at;
  }

  private wrapped(text: string, font: PDFFont, size: number, width: number): string[] {
    const rows: string[] = [];
    let row = "";
    for (const word of text.split(" ")) {
      const longer = row === "" ? word : `${row} ${word}`;
      if (font.widthOfTextAtSize(longer, size) <= width || row === "") row = longer;
      else {
        rows.push(row);
        row = word;
      }
    }
    return [...rows, row];
  }

  box(x: number, y: number, width: number, height: number, thickness = 0.6): void {
    this.page.drawRectangle({ x: x * mm, y: (this.heightMm - y - height) * mm, width: width * mm, height: height * mm, borderColor: black, borderWidth: thickness });
  }

  line(x: number, y: number, toX: number, toY: number, thickness = 0.6): void {
    this.page.drawLine({ start: { x: x * mm, y: (this.heightMm - y) * mm }, end: { x: toX * mm, y: (this.heightMm - toY) * mm }, thickness, color: black });
  }

  /** A box to tick, with its words. */
  tick(x: number, y: number, words: string, isTicked: boolean, size = 6.5): void {
    this.box(x, y, 3, 3, 0.5);
    if (isTicked) {
      this.line(x + 0.4, y + 0.4, x + 2.6, y + 2.6, 0.9);
      this.line(x + 2.6, y + 0.4, x + 0.4, y + 2.6, 0.9);
    }
    this.text(x + 4, y + 0.3, words, { size });
  }

  /** A Code 128 bar code with its number under it: what S10 items and most couriers carry. */
  async barcode(x: number, y: number, width: number, height: number, number: string): Promise<void> {
    const png = await bwipjs.toBuffer({ bcid: "code128", text: number, scale: 4, height: 12, includetext: false, paddingwidth: 0 });
    this.page.drawImage(await this.document.embedPng(png), { x: x * mm, y: (this.heightMm - y - height) * mm, width: width * mm, height: height * mm });
    const size = 10;
    const shown = number.replace(/^([A-Z]{2})(\d{3})(\d{3})(\d{3})([A-Z]{2})$/, "$1 $2 $3 $4 $5");
    this.page.drawText(shown, { x: (x + width / 2) * mm - this.fonts.bold.widthOfTextAtSize(shown, size) / 2, y: (this.heightMm - y - height) * mm - size * 1.1, size, font: this.fonts.bold, color: black });
  }
}

/**
 * A PDF in Helvetica, which every reader has, so that no font is shipped: texts must be in Roman letters (Latin-1), and one that is not is a fault.
 * The day is the document's own, so that the same papers are the same bytes.
 */
export const drawPdf = async (title: string, on: Date, draw: (newSheet: (widthMm: number, heightMm: number) => Sheet) => Promise<void>): Promise<Uint8Array> => {
  const document = await PDFDocument.create();
  document.setTitle(title);
  document.setProducer("Entrepot");
  document.setCreationDate(on);
  document.setModificationDate(on);
  const fonts = { plain: await document.embedFont(StandardFonts.Helvetica), bold: await document.embedFont(StandardFonts.HelveticaBold) };
  await draw((widthMm, heightMm) => new Sheet(document.addPage([widthMm * mm, heightMm * mm]), fonts, widthMm, heightMm, document));
  return document.save();
};

/** Several PDFs as one, in their order. */
export const mergePdfs = async (parts: readonly Uint8Array[]): Promise<Uint8Array> => {
  const whole = await PDFDocument.create();
  for (const part of parts) {
    const document = await PDFDocument.load(part);
    for (const page of await whole.copyPages(document, document.getPageIndices())) whole.addPage(page);
  }
  return whole.save();
};
