import { newId, now } from "@/platform/clock";
import { database } from "@/platform/db";
import { countryCode } from "@/kernel/country";
import type { Id } from "@/kernel/id";
import { mint, type AdminActor, type ShopperActor } from "@/modules/access/actor";
import { addDocument } from "@/modules/brand-application/commands/add-document";
import { saveDraft } from "@/modules/brand-application/commands/save-draft";
import { submitApplication } from "@/modules/brand-application/commands/submit-application";
import type { PaperKind } from "@/modules/brand-application/paper";
import type { SaveDraft } from "@/modules/brand-application/schema";

/** The smallest PDF that is one: enough for a check by content. */
export const pdf = (words = "Extract"): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(`%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n% ${words}\ntrailer<</Root 1 0 R>>\n%%EOF\n`));

export const pdfFile = (name = "extract.pdf"): File => new File([pdf()], name, { type: "application/pdf" });

export const facts: SaveDraft["facts"] = {
  country: countryCode("KE"), legalName: "Kahawa Tamu Ltd", legalForm: "Ltd", registrationNumber: "PVT-123", city: "Nyeri", brandName: "Kahawa Tamu",
  story: "Coffee of one valley, roasted where it grows.", website: "", categories: ["fb"], markets: [countryCode("JP")],
};

let people = 0;
const person = async (name: string, more: { isAdmin?: boolean; storefront?: string; isVerified?: boolean }) => {
  const id = newId("user");
  people += 1;
  const email = `person-${people}@example.com`;
  const emailVerifiedAt = more.isVerified === false ? null : now();
  await database().user.create({ data: { id, email, name, emailVerifiedAt, isAdmin: more.isAdmin ?? false, storefront: more.storefront ?? "ja-jp" } });
  return { id, email };
};

export const anAdmin = async (name: string): Promise<AdminActor> => mint({ kind: "admin" as const, userId: (await person(name, { isAdmin: true })).id });

export const anApplicant = async ({ isVerified = true, storefront = "ja-jp" } = {}): Promise<ShopperActor> => {
  const { id, email } = await person("Wambui Njoroge", { storefront, isVerified });
  return mint({ kind: "shopper" as const, userId: id, sessionId: newId("session"), email, isEmailVerified: isVerified, storefront });
};

/** The rows of facts that an application needs: a market, two countries, a category. */
export const seedPlaces = async (): Promise<void> => {
  const market = {
    currency: "JPY", languages: ["ja"], timeZone: "Asia/Tokyo", unitSystem: "metric", taxDisplay: "inclusive", sizeSystems: {}, priceEndings: { steps: [], avoid: [] },
    firstDay: 7, weekend: [6, 7], paymentMethods: ["card"], customsId: null, state: "open", stateReason: null, position: 1,
  };
  await database().market.createMany({ data: [{ ...market, code: "JP" }, { ...market, code: "BR", position: 2 }], skipDuplicates: true });
  await database().country.createMany({
    data: [
      { code: "KE", currency: "KES", timeZone: "Africa/Nairobi", shipTo: true },
      { code: "US", currency: "USD", timeZone: "America/New_York", shipTo: true },
      { code: "JP", currency: "JPY", timeZone: "Asia/Tokyo", shipTo: true },
    ],
    skipDuplicates: true,
  });
  await database().category.createMany({ data: [{ id: "fb", depth: 0, position: 1, path: ["fb"] }], skipDuplicates: true });
};

export const aDraft = async (applicant: ShopperActor, change: Partial<SaveDraft["facts"]> = {}): Promise<Id<"application">> => {
  const saved = await saveDraft(applicant, { applicationId: null, version: 1, facts: { ...facts, ...change } });
  if (!saved.ok) throw new Error(saved.refusal.code);
  return saved.value.applicationId;
};

export const withPapers = async (applicant: ShopperActor, applicationId: Id<"application">, kinds: readonly PaperKind[] = ["register-extract", "trademark", "representative-id"]) => {
  let version = 1;
  const documentIds: Id<"document">[] = [];
  for (const kind of kinds) {
    const added = await addDocument(applicant, { applicationId, kind, file: pdfFile(`${kind}.pdf`) });
    if (!added.ok) throw new Error(added.refusal.code);
    version = added.value.version;
    documentIds.push(added.value.documentId);
  }
  return { version, documentIds };
};

/** An application that stands in the queue. */
export const aSubmitted = async (applicant: ShopperActor, change: Partial<SaveDraft["facts"]> = {}) => {
  const applicationId = await aDraft(applicant, change);
  const { version, documentIds } = await withPapers(applicant, applicationId);
  const sent = await submitApplication(applicant, { applicationId, version });
  if (!sent.ok) throw new Error(sent.refusal.code);
  return { applicationId, documentIds, version: sent.value.version };
};
