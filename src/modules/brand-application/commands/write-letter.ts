import { wordsFor, wordsIn } from "@/i18n/translator";
import { env } from "@/platform/env";
import { writeLetter } from "@/platform/mail/letters";
import type { Tx } from "@/platform/db";
import type { Application } from "../application";
import { findPerson } from "../store";

/** Thanks for an application, once: what happens next and where to look. */
export const writeReceipt = async (tx: Tx, application: Application): Promise<void> => {
  const person = await findPerson(tx, application.applicantId);
  if (!person) return;
  const words = wordsIn(application.language);
  const brand = application.facts.brandName;
  await writeLetter(tx, {
    kind: "application-received", subjectId: application.id, recipient: person.email, language: application.language,
    subject: words("application.letters.received.subject", { brand }),
    text: [words("application.letters.greeting", { name: person.name }), words("application.letters.received.body", { brand }), `${env().APP_URL}/sell/apply`].join("\n\n"),
  });
};

/** Tells the applicant what was decided, why, and what to do next: in the language in which they applied. The note stands as the admin wrote it. */
export const writeDecisionLetter = async (
  tx: Tx,
  { application, decisionId, kind, reason, note }: {
    readonly application: Application; readonly decisionId: string; readonly kind: "more-needed" | "approved" | "declined"; readonly reason: string | null; readonly note: string;
  },
): Promise<void> => {
  const person = await findPerson(tx, application.applicantId);
  if (!person) return;
  const words = wordsIn(application.language);
  const brand = application.facts.brandName;
  const key = kind === "more-needed" ? "moreNeeded" : kind;
  await writeLetter(tx, {
    kind: `application-${kind}`,
    // An applicant may be asked more than once: each question is a letter of its own.
    subjectId: decisionId,
    recipient: person.email,
    language: application.language,
    subject: words(`application.letters.${key}.subject`, { brand }),
    text: [
      words("application.letters.greeting", { name: person.name }),
      words(`application.letters.${key}.body`, { brand }),
      ...(reason ? [wordsFor(words, `application.reasons.${reason}`)] : []),
      ...(note ? [words("application.letters.note", { note })] : []),
      `${env().APP_URL}${kind === "approved" ? "/sell" : "/sell/apply"}`,
    ].join("\n\n"),
  });
};
