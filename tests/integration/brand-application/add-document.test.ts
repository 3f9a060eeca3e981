import { randomBytes } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import { database } from "@/platform/db";
import { openStored } from "@/platform/media/uploads";
import { addDocument } from "@/modules/brand-application/commands/add-document";
import { removeDocument } from "@/modules/brand-application/commands/remove-document";
import { findPaper } from "@/modules/brand-application/queries";
import { aDraft, anApplicant, aSubmitted, pdfFile, seedPlaces } from "./applying";

beforeAll(seedPlaces);

const stored = (): string[] => {
  try {
    return readdirSync(join(process.env.DATA_DIR ?? "", "media"));
  } catch {
    return [];
  }
};
const add = (applicant: Awaited<ReturnType<typeof anApplicant>>, applicationId: Awaited<ReturnType<typeof aDraft>>, file: File) =>
  addDocument(applicant, { applicationId, kind: "trademark", file });

test("a PDF and an image are taken; what they are called and claim to be does not matter, what they hold does", async () => {
  const applicant = await anApplicant();
  const applicationId = await aDraft(applicant);
  const image = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#0b5563" } }).png().toBuffer();
  expect((await add(applicant, applicationId, new File([new Uint8Array(image)], "../../etc/scan.pdf", { type: "text/html" }))).ok).toBe(true);
  expect((await add(applicant, applicationId, pdfFile("Auszug.jpg"))).ok).toBe(true);
  const rows = await database().applicationDocument.findMany({ where: { applicationId }, orderBy: { uploadedAt: "asc" } });
  expect(rows.map(({ contentType, fileName }) => [contentType, fileName])).toEqual([["image/webp", "....etcscan.pdf"], ["application/pdf", "Auszug.jpg"]]);
  expect(rows.every(({ storedAs }) => /^doc-[0-9a-f]{32}\.(pdf|webp)$/.test(storedAs))).toBe(true);
});

test("other kinds, broken pictures and heavy files are refused, and leave neither row nor file", async () => {
  const applicant = await anApplicant();
  const applicationId = await aDraft(applicant);
  const before = stored();
  const svg = new File(['<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'], "logo.png", { type: "image/png" });
  expect(await add(applicant, applicationId, svg)).toEqual({ ok: false, refusal: { code: "media.not-this-kind" } });
  const html = new File(["<html>%PDF-1.4</html>"], "paper.pdf", { type: "application/pdf" });
  expect(await add(applicant, applicationId, html)).toEqual({ ok: false, refusal: { code: "media.not-this-kind" } });
  const broken = new File([new Uint8Array(Buffer.concat([Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), randomBytes(200)]))], "scan.png");
  expect(await add(applicant, applicationId, broken)).toMatchObject({ ok: false });
  const heavy = new File([new Uint8Array(10 * 1024 * 1024 + 1)], "heavy.pdf");
  expect(await add(applicant, applicationId, heavy)).toEqual({ ok: false, refusal: { code: "media.too-large", megabytes: 10 } });
  expect(await database().applicationDocument.count({ where: { applicationId } })).toBe(0);
  expect(stored()).toEqual(before);
});

test("a stranger adds nothing to another's application, and nobody to one that is being read", async () => {
  const [owner, stranger] = [await anApplicant(), await anApplicant()];
  const { applicationId } = await aSubmitted(owner);
  const before = stored();
  expect(await add(stranger, applicationId, pdfFile())).toEqual({ ok: false, refusal: { code: "brand-application.not-found" } });
  expect(await add(owner, applicationId, pdfFile())).toEqual({ ok: false, refusal: { code: "brand-application.not-editable" } });
  expect(stored()).toEqual(before);
});

test("papers are read by the applicant and the staff, and by nobody else", async () => {
  const [owner, stranger] = [await anApplicant(), await anApplicant()];
  const { documentIds } = await aSubmitted(owner);
  const paper = documentIds[0]!;
  expect(await findPaper({ userId: owner.userId, isAdmin: false }, paper)).toMatchObject({ contentType: "application/pdf" });
  expect(await findPaper({ userId: "usr_anybody", isAdmin: true }, paper)).toMatchObject({ contentType: "application/pdf" });
  expect(await findPaper({ userId: stranger.userId, isAdmin: false }, paper)).toBeNull();
  expect(await findPaper(null, paper)).toBeNull();
});

test("a paper taken back is gone from the disk too", async () => {
  const applicant = await anApplicant();
  const applicationId = await aDraft(applicant);
  const added = await add(applicant, applicationId, pdfFile());
  if (!added.ok) throw new Error(added.refusal.code);
  const { storedAs } = await database().applicationDocument.findUniqueOrThrow({ where: { id: added.value.documentId } });
  expect(await openStored(storedAs)).not.toBeNull();
  expect((await removeDocument(applicant, { applicationId, documentId: added.value.documentId })).ok).toBe(true);
  expect(await openStored(storedAs)).toBeNull();
});
