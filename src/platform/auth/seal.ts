import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";
import { env } from "../env";

// One key for each purpose, derived from the data key (or, without one, from the secret that signs sessions), so that no use can answer for another.
const keyFor = (purpose: string): Buffer =>
  Buffer.from(hkdfSync("sha256", env().DATA_KEY ?? env().NEXTAUTH_SECRET, "entrepot", purpose, 32));

/** Encrypts a personal number for the database: AES-256-GCM, bound to what it belongs to, so that a copied row does not open elsewhere. */
export const seal = (text: string, purpose: string, belongsTo: string): string => {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyFor(purpose), nonce).setAAD(Buffer.from(belongsTo));
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return `v1.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url")}`;
};

/** Opens what `seal` closed, or null when it was changed, copied or closed with another key. */
export const unseal = (sealed: string, purpose: string, belongsTo: string): string | null => {
  const bytes = Buffer.from(sealed.replace(/^v1\./, ""), "base64url");
  if (bytes.length < 28) return null;
  try {
    const decipher = createDecipheriv("aes-256-gcm", keyFor(purpose), bytes.subarray(0, 12)).setAAD(Buffer.from(belongsTo)).setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
};

/** A word that only we can make for a subject: opens one thing by a link in a letter, and nothing has to be kept for it. */
export const linkKey = (purpose: string, subject: string): string => createHmac("sha256", keyFor(purpose)).update(subject).digest("base64url").slice(0, 32);

export const isLinkKey = (purpose: string, subject: string, given: string): boolean => {
  const expected = Buffer.from(linkKey(purpose, subject));
  const bytes = Buffer.from(given);
  return bytes.length === expected.length && timingSafeEqual(bytes, expected);
};
