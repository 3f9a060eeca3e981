import { createTransport } from "nodemailer";
import { newId, now } from "../clock";
import { database, type Tx } from "../db/client";
import { env } from "../env";
import { enqueueAll } from "../jobs/queue";

export type Letter = {
  /** One letter per kind and subject: writing it a second time does nothing. */
  readonly kind: string;
  readonly subjectId: string;
  readonly recipient: string;
  readonly language: string;
  readonly subject: string;
  readonly text: string;
};

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c] ?? c);

const asHtml = ({ text, language }: Letter): string => {
  const direction = language === "ar" ? "rtl" : "ltr";
  const linked = escape(text).replace(/https?:\/\/[^\s<]+/g, (href) => `<a href="${href}">${href}</a>`);
  return `<!doctype html><html lang="${language}" dir="${direction}"><body style="font:16px/1.5 system-ui,sans-serif;color:#1c1917;max-width:36em;margin:2em auto;padding:0 1em;white-space:pre-line">${linked}</body></html>`;
};

/** Writes letters with the business change that they tell of; jobs post them after the commit. One that was written before is not written again. */
export const writeLetters = async (tx: Tx, letters: readonly Letter[]): Promise<void> => {
  const written = await tx.mail.createManyAndReturn({
    data: letters.map((letter) => ({ id: newId("mail"), ...letter, html: asHtml(letter) })),
    skipDuplicates: true,
    select: { id: true },
  });
  await enqueueAll(tx, "send-mail", written.map(({ id: mailId }) => ({ mailId })));
};

export const writeLetter = (tx: Tx, letter: Letter): Promise<void> => writeLetters(tx, [letter]);

let transport: ReturnType<typeof createTransport> | undefined;

/** Posts a letter that is not posted yet. Called by the job worker; a failure is thrown and tried again. */
export const postLetter = async ({ mailId }: { mailId: string }): Promise<void> => {
  const mail = await database().mail.findUnique({ where: { id: mailId } });
  if (!mail || mail.sentAt) return;
  transport ??= createTransport(env().SMTP_URL);
  await transport.sendMail({
    from: env().MAIL_FROM,
    to: mail.recipient,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: `<${mail.id}@entrepot>`,
  });
  await database().mail.update({ where: { id: mailId }, data: { sentAt: new Date(now()) } });
};
