import { z } from "zod";
import { isCountryCode } from "@/kernel/country";
import { isIdOf, type Id } from "@/kernel/id";
import { declineReasons, moreReasons } from "./application";
import { paperKinds } from "./paper";

const line = z.string().max(200).transform((text) => text.normalize("NFC").replace(/\s+/gu, " ").trim());
const applicationId = z.string().max(40).refine((text): text is Id<"application"> => isIdOf("application", text));
const documentId = z.string().max(40).refine((text): text is Id<"document"> => isIdOf("document", text));
const version = z.int().min(1).max(1_000_000);
const country = z.string().length(2).refine(isCountryCode);
// Tab and line feed are the only control characters that a note needs.
const note = z.string().max(2000).transform((text) => text.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "").trim());
const website = line.refine((text) => text === "" || (/^https?:\/\/[^\s/]+\.[^\s/]/.test(text) && URL.canParse(text)), { error: "bad-address" });

export const factsSchema = z.strictObject({
  country: country.nullable(),
  legalName: line,
  legalForm: line,
  registrationNumber: line.refine((text) => /^[\p{L}\p{N} ./:-]*$/u.test(text), { error: "bad-number" }),
  city: line,
  brandName: line,
  story: note,
  website,
  categories: z.array(z.string().regex(/^[a-z]{2}$/)).max(25),
  markets: z.array(country).max(60),
});

export const saveDraftSchema = z.strictObject({ applicationId: applicationId.nullable(), version, facts: factsSchema });
export const addDocumentSchema = z.strictObject({ applicationId, kind: z.enum(paperKinds), file: z.file().max(11 * 1024 * 1024, { error: "too-large" }) });
export const removeDocumentSchema = z.strictObject({ applicationId, documentId });
export const submitSchema = z.strictObject({ applicationId, version });
export const onApplicationSchema = z.strictObject({ applicationId });
export const askForMoreSchema = z.strictObject({ applicationId, reason: z.enum(moreReasons), note });
export const declineSchema = z.strictObject({ applicationId, reason: z.enum(declineReasons), note });
export const approveSchema = z.strictObject({ applicationId, note });

export type SaveDraft = z.output<typeof saveDraftSchema>;
export type AddDocument = z.output<typeof addDocumentSchema>;
export type RemoveDocument = z.output<typeof removeDocumentSchema>;
export type Submit = z.output<typeof submitSchema>;
export type OnApplication = z.output<typeof onApplicationSchema>;
export type AskForMore = z.output<typeof askForMoreSchema>;
export type Decline = z.output<typeof declineSchema>;
export type Approve = z.output<typeof approveSchema>;
