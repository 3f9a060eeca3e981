import type { Id } from "@/kernel/id";
import type { PaperKind } from "@/modules/brand-application/paper";
import { storeDocument } from "@/platform/media/uploads";
import { readMerchants } from "./assortment";
import { insertRows, readData, seedId } from "./bulk";
import { cardPicture, pdfOf } from "./paper-files";
import { chanceOf } from "./random";

type Decision = readonly [kind: string, at: string, by: "admin" | "admin2", reason: string | null, note: string];
type Applicant = {
  readonly key: string; readonly state: string; readonly person: string; readonly email: string; readonly isDemo?: boolean; readonly storefront: string; readonly country: string; readonly city: string;
  readonly legalName: string; readonly legalForm: string; readonly number: string; readonly brand: string; readonly website: string; readonly story: string;
  readonly categories: readonly string[]; readonly markets: readonly string[]; readonly sent: string | null; readonly papers: readonly PaperKind[]; readonly decisions: readonly Decision[];
};
type Entry = Applicant & { readonly userId: Id<"user">; readonly startedAt: string; readonly merchantId: Id<"merchant"> | null };

const demoAt = new Date("2024-01-02T08:00:00Z");
const staff = (who: "admin" | "admin2") => seedId("user", `${who}@entrepot.example`, demoAt);

// The youngest merchants of the seed: how each of them came in. Group of goods → top category of the tree.
const cameIn = ["mochila-clara", "kurundu-lane", "wonda-hill", "nyankpala-shea", "aro-ilaro"];
const categoryOf: Record<string, string> = { fashion: "aa", beauty: "hb", home: "hg", pantry: "fb", sport: "sg", tech: "el", toys: "tg", pets: "ap" };

const approvedEntries = (): Entry[] =>
  readMerchants().filter(({ key }) => cameIn.includes(key)).map((merchant) => {
    const at = new Date(`${merchant.since}-03T09:00:00Z`);
    const days = chanceOf(`wait ${merchant.key}`).between(2, 6);
    const before = (hours: number) => new Date(at.getTime() - hours * 3_600_000).toISOString();
    return {
      key: merchant.key, state: "approved", person: merchant.name, email: merchant.contactEmail, storefront: "en-us", country: merchant.country, city: merchant.city,
      legalName: merchant.legalName, legalForm: merchant.legalForm, number: `R-${chanceOf(`number ${merchant.key}`).between(100_000, 999_999)}`, brand: merchant.brand.name, website: "",
      story: merchant.story["en"] ?? "", categories: [...new Set(merchant.groups.flatMap((group) => categoryOf[group] ?? []))], markets: ["US", "GB", "DE", "JP"],
      sent: before(days * 24 + 5), papers: ["register-extract", "trademark", "authorisation", "representative-id"],
      decisions: [["claimed", before(2), "admin", null, ""], ["approved", at.toISOString(), "admin", null, ""]],
      userId: seedId("user", merchant.contactEmail, at), startedAt: before(days * 24 + 30), merchantId: seedId("merchant", merchant.key, at),
    };
  });

const fileNames: Record<PaperKind, string> = { "register-extract": "company-register.pdf", trademark: "trademark-certificate.pdf", authorisation: "letter-of-authorisation.pdf", "representative-id": "identity-card.jpg" };

const fileOf = async (kind: PaperKind, entry: Entry): Promise<Uint8Array> => {
  // The built-in PDF fonts know Latin letters only: companies of other scripts are printed by the name of their address.
  const latin = /^[\p{Script=Latin}\p{N}\p{P}\p{Z}]+$/u.test(entry.legalName) ? entry.legalName : `${entry.key} (${entry.country})`;
  const day = (entry.sent ?? entry.startedAt).slice(0, 10);
  if (kind === "representative-id") return cardPicture(["#f3efe4", "#e9f0ee", "#eceaf3"][chanceOf(entry.key).between(0, 2)] as string);
  if (kind === "trademark") return pdfOf("Certificate of registration of a trademark", [`Owner: ${latin}`, `Mark: ${entry.key}`, `Registration: TM-${chanceOf(`mark ${entry.key}`).between(1_000_000, 9_999_999)}`, `Printed on ${day}`]);
  if (kind === "authorisation") return pdfOf("Letter of authorisation", [`We, ${latin}, authorise the applicant`, "to represent the company in everything that concerns", "the sale of our goods on the marketplace.", `Date: ${day}`]);
  return pdfOf("Extract from the company register", [`Company: ${latin}`, `Legal form: ${entry.legalForm}`, `Number: ${entry.number}`, `Country: ${entry.country}`, `Printed on ${day}`]);
};

/** Brand applications in every state, from many countries, with papers that open; the decided ones give the usual wait its history. */
export const seedApplications = async (): Promise<string> => {
  const applicants = readData<Applicant[]>("catalogue", "applicants.json").map((applicant): Entry => {
    const startedAt = new Date(new Date(applicant.sent ?? "2026-11-22T16:20:00Z").getTime() - 26 * 3_600_000);
    return { ...applicant, startedAt: startedAt.toISOString(), userId: seedId("user", applicant.email, applicant.isDemo ? demoAt : startedAt), merchantId: null };
  });
  await insertRows("app_user", applicants.filter(({ isDemo }) => !isDemo).map((entry) => ({
    id: entry.userId, email: entry.email, name: entry.person, passwordHash: null, emailVerifiedAt: entry.startedAt, isAdmin: false, storefront: entry.storefront, createdAt: entry.startedAt,
  })));
  const entries = [...approvedEntries(), ...applicants].map((entry) => ({ ...entry, id: seedId("application", entry.key, new Date(entry.startedAt)) }));
  await insertRows("brand_application", entries.map((entry) => {
    const last = entry.decisions.at(-1);
    const claimed = entry.decisions.find(([kind]) => kind === "claimed");
    return {
      id: entry.id, applicantId: entry.userId, state: entry.state, country: entry.country, legalName: entry.legalName, legalForm: entry.legalForm, registrationNumber: entry.number, city: entry.city,
      brandName: entry.brand, story: entry.story, website: entry.website, categories: entry.categories, markets: entry.markets, language: entry.storefront.slice(0, 2),
      createdAt: entry.startedAt, updatedAt: last?.[1] ?? entry.sent ?? entry.startedAt, submittedAt: entry.sent,
      claimedBy: claimed ? staff(claimed[2]) : null, claimedAt: claimed?.[1] ?? null,
      decidedAt: entry.state === "approved" || entry.state === "declined" ? (last?.[1] ?? null) : null, merchantId: entry.merchantId, version: 2 + entry.decisions.length,
    };
  }));
  const decisions = entries.flatMap((entry) => entry.decisions.map(([kind, at, by, reason, note]) => ({ applicationId: entry.id, kind, at, adminId: staff(by), reason, note })));
  await insertRows("application_decision", decisions.map((row) => ({ id: seedId("decision", `${row.applicationId} ${row.kind}`, new Date(row.at)), ...row })));
  await insertRows("audit_entry", decisions.map((row) => ({
    id: seedId("audit", `${row.applicationId} ${row.kind}`, new Date(row.at)), at: row.at, actorId: row.adminId, verb: `application-${row.kind}`, subjectId: row.applicationId, details: { reason: row.reason },
  })));
  const papers: object[] = [];
  for (const entry of entries) {
    for (const [index, kind] of entry.papers.entries()) {
      const stored = await storeDocument(await fileOf(kind, entry));
      if (!stored.ok) throw new Error(`the seed's own ${kind} of ${entry.key} is refused: ${stored.refusal.code}`);
      const uploadedAt = new Date(new Date(entry.startedAt).getTime() + (index + 1) * 600_000).toISOString();
      papers.push({ id: seedId("document", `${entry.key} ${kind}`, new Date(uploadedAt)), applicationId: entry.id, kind, fileName: fileNames[kind], ...stored.value, uploadedAt });
    }
  }
  await insertRows("application_document", papers);
  return `${entries.length} brand applications, ${papers.length} papers`;
};
