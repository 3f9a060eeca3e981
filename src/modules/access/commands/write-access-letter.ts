import { isLanguage } from "@/i18n/languages";
import { wordsIn } from "@/i18n/translator";
import type { Tx } from "@/platform/db";
import { env } from "@/platform/env";
import { writeLetter } from "@/platform/mail/letters";

type Person = { readonly email: string; readonly name: string; readonly storefront: string };
export type AccessLetter = "verify-email" | "sign-up-again" | "reset-password" | "password-changed";

const leadsTo: Record<AccessLetter, string> = { "verify-email": "verify", "sign-up-again": "reset", "reset-password": "reset", "password-changed": "reset" };

/**
 * Writes a letter about somebody's account, in the language of their storefront. Plain text, and nothing in it that a stranger typed but the
 * name, which is cleaned of what a mail reader could turn into a link (GHSA-pgjx-7f9g-9463: letters that carry a stranger's message).
 */
export const writeAccessLetter = async (tx: Tx, kind: AccessLetter, person: Person, { subjectId, token }: { subjectId: string; token: string | null }): Promise<void> => {
  const spoken = person.storefront.slice(0, 2);
  const language = isLanguage(spoken) ? spoken : "en";
  const words = wordsIn(language);
  const link = `${env().APP_URL}/${person.storefront}/${leadsTo[kind]}${token ? `?token=${token}` : ""}`;
  const name = person.name.replace(/[^\p{L}\p{M}\p{N} '’-]/gu, " ").replace(/\s+/g, " ").trim().slice(0, 40);
  await writeLetter(tx, {
    kind, subjectId, recipient: person.email, language,
    subject: words(`letters.access.${kind}.subject`),
    text: words(`letters.access.${kind}.text`, { name, link }),
  });
};
