import { hashSecret } from "@/platform/auth/secret-hash";
import { now } from "@/platform/clock";
import { database } from "@/platform/db";
import { revokeSessionOfSecret } from "../store";

/** Ends the session of a browser that signs out: its cookie is worth nothing from now on, wherever a copy of it lies. */
export const closeSession = ({ secret }: { secret: string }): Promise<void> => revokeSessionOfSecret(database(), hashSecret(secret), now());
