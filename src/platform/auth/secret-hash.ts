import { createHash } from "node:crypto";

/** What is kept of a secret that lives in a cookie or a link. The secrets are random, so no salt is needed. */
export const hashSecret = (secret: string): string => createHash("sha256").update(secret).digest("base64url");
