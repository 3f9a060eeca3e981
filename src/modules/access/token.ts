import { addSeconds, type Instant } from "@/kernel/time";

/** What a secret sent by mail is good for. One made for one purpose is worth nothing for another. */
export type TokenPurpose = "verify-email" | "reset-password";

/** An hour: long enough for a slow mail server, short enough for a mailbox that is read by others later. */
export const tokenExpiry = (at: Instant): Instant => addSeconds(at, 3600);
