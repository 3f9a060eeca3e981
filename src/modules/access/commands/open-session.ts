import type { Id } from "@/kernel/id";
import { hashSecret } from "@/platform/auth/secret-hash";
import { newId, newSecret, now } from "@/platform/clock";
import { reader } from "@/platform/db";
import { insertSession } from "../store";

/** A new session for somebody whose identity was just proved. Returns the secret that only the browser keeps. */
export const openSession = async ({ userId, userAgent }: { userId: Id<"user">; userAgent: string }): Promise<{ secret: string }> => {
  const secret = newSecret();
  await insertSession(reader(), { id: newId("session"), userId, tokenHash: hashSecret(secret), userAgent, at: now() });
  return { secret };
};
