import type { CountryCode } from "@/kernel/country";

/** Papers that an application can carry. */
export const paperKinds = ["register-extract", "trademark", "authorisation", "representative-id"] as const;
export type PaperKind = (typeof paperKinds)[number];
export const isPaperKind = (text: string): text is PaperKind => (paperKinds as readonly string[]).includes(text);

/** More than this for one application is not evidence but a heap. */
export const mostPapers = 12;

/**
 * What the country's register hands out, in its own words, and whether that paper names who may sign for the company.
 * Where it does not (a certificate of formation of a US state, a certificate of incorporation in India), a letter of authorisation is needed as well.
 * Our own rule of evidence, not a law. Where it is not known what the register prints (or the country is not in the table), the letter is asked for.
 */
const registers: Readonly<Record<string, { readonly name: string; readonly language: string; readonly namesSigners: boolean }>> = {
  AE: { name: "الرخصة التجارية", language: "ar", namesSigners: true },
  AU: { name: "ASIC company extract", language: "en", namesSigners: true },
  BR: { name: "Certidão simplificada da Junta Comercial", language: "pt", namesSigners: true },
  CA: { name: "Corporate profile report", language: "en", namesSigners: true },
  CN: { name: "营业执照", language: "zh", namesSigners: true },
  DE: { name: "Handelsregisterauszug", language: "de", namesSigners: true },
  ES: { name: "Nota simple del Registro Mercantil", language: "es", namesSigners: true },
  FR: { name: "Extrait Kbis", language: "fr", namesSigners: true },
  GB: { name: "Companies House company report", language: "en", namesSigners: true },
  ID: { name: "NIB", language: "id", namesSigners: false },
  IN: { name: "Certificate of Incorporation", language: "en", namesSigners: false },
  IT: { name: "Visura camerale", language: "it", namesSigners: true },
  JP: { name: "履歴事項全部証明書", language: "ja", namesSigners: true },
  KE: { name: "CR12", language: "en", namesSigners: true },
  KR: { name: "법인등기사항증명서", language: "ko", namesSigners: true },
  MX: { name: "Acta constitutiva", language: "es", namesSigners: true },
  NG: { name: "CAC status report", language: "en", namesSigners: true },
  PL: { name: "Odpis z KRS", language: "pl", namesSigners: true },
  PT: { name: "Certidão permanente", language: "pt", namesSigners: true },
  RU: { name: "Выписка из ЕГРЮЛ", language: "ru", namesSigners: true },
  SA: { name: "السجل التجاري", language: "ar", namesSigners: true },
  SG: { name: "ACRA business profile", language: "en", namesSigners: true },
  US: { name: "Certificate of formation", language: "en", namesSigners: false },
};

/** The papers asked of a company of a country; before the country is said, those asked of everybody. */
export const requiredPapers = (country: CountryCode | null): readonly PaperKind[] => {
  const always: readonly PaperKind[] = ["register-extract", "trademark", "representative-id"];
  if (country === null || registers[country]?.namesSigners) return always;
  return paperKinds;
};

/** What the register's paper is called where it is issued: the word that the applicant looks for in the drawer. Null where it is not known. */
export const registerPaperName = (country: CountryCode | null): { readonly name: string; readonly language: string } | null => {
  const register = country === null ? undefined : registers[country];
  return register ? { name: register.name, language: register.language } : null;
};
