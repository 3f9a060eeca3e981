import sharp from "sharp";

const escape = (text: string): string => text.normalize("NFKD").replace(/[^\x20-\x7e]/g, "").replace(/[\\()]/g, "\\$&");

/** A one-page A4 PDF with a title and lines of text, written by hand: small, valid, and the same bytes every time. */
export const pdfOf = (title: string, lines: readonly string[]): Uint8Array => {
  const text = [
    "BT /F2 20 Tf 60 770 Td", `(${escape(title)}) Tj ET`,
    "0.04 0.33 0.39 RG 2 w 60 756 m 535 756 l S",
    ...lines.map((line, index) => `BT /F1 12 Tf 60 ${724 - index * 22} Td (${escape(line)}) Tj ET`),
    "0.7 0.7 0.7 RG 1 w 60 120 m 260 120 l S", "BT /F1 9 Tf 60 106 Td (Signature and seal) Tj ET",
    "BT /F1 9 Tf 0.5 g 60 60 Td (Specimen for demonstration. Not a document of any register.) Tj ET",
  ].join("\n");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>",
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>",
  ];
  let body = "%PDF-1.4\n";
  const offsets: number[] = [];
  objects.forEach((object, index) => {
    offsets.push(body.length);
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  return new Uint8Array(Buffer.from(`${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`, "latin1"));
};

/** The photograph of an identity card without a person: a silhouette and bars where words would be. */
export const cardPicture = async (background: string): Promise<Uint8Array> => {
  const block = (left: number, top: number, width: number, height: number, colour: string) => ({ input: { create: { width, height, channels: 3 as const, background: colour } }, left, top });
  const shoulders = 60;
  const bytes = await sharp({ create: { width: 860, height: 540, channels: 3, background } })
    .composite([
      block(0, 0, 860, 70, "#0b5563"), block(40, 110, 230, 300, "#dfe6ea"),
      block(115, 160, 80, 100, "#8a97a3"), block(155 - shoulders, 285, shoulders * 2, 125, "#8a97a3"),
      ...[130, 185, 240, 295].flatMap((top, index) => [block(310, top, 110, 10, "#b9c3cb"), block(310, top + 18, 420 - index * 60, 18, "#4a5762")]),
      block(40, 450, 780, 16, "#4a5762"), block(40, 482, 780, 16, "#4a5762"),
    ])
    .jpeg({ quality: 80 }).toBuffer();
  return new Uint8Array(bytes);
};
