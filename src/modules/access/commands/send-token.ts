import { hashSecret } from "@/platform/auth/secret-hash";
import { newId, newSecret, now } from "@/platform/clock";
import type { Tx } from "@/platform/db";
import { insertToken, type Account } from "../store";
import type { TokenPurpose } from "../token";
import { writeAccessLetter, type AccessLetter } from "./write-access-letter";

/** Makes a secret for one account, one address and one purpose, and mails it to that address: the letter is the only place that ever holds it. */
export const sendToken = async (tx: Tx, account: Pick<Account, "id" | "email" | "name" | "storefront">, purpose: TokenPurpose, letter: AccessLetter): Promise<void> => {
  const token = newSecret();
  const id = newId("token");
  await insertToken(tx, { id, tokenHash: hashSecret(token), purpose, userId: account.id, email: account.email, at: now() });
  await writeAccessLetter(tx, letter, account, { subjectId: id, token });
};
