import { hashSecret } from "@/platform/auth/secret-hash";
import { now } from "@/platform/clock";
import { database } from "@/platform/db";

/** Ends the session of a browser that signs out: its cookie is worth nothing from now on, wherever a copy of it lies. */
export const closeSession = async ({ secret }: { secret: string }): Promise<void> => {
  await database().session.updateMany({ where: { tokenHash: hashSecret(secret), revokedAt: null }, data: { revokedAt: new Date(now()) } });
};
