import { randomBytes } from "node:crypto";
import { formatId, type Id, type Noun } from "@/kernel/id";
import { instant, type Instant } from "@/kernel/time";

// The only place that reads a clock. A shift in seconds lets tests and time travel move it without moving the machine's.
let shiftSeconds = Number(process.env["CLOCK_SHIFT_SECONDS"] ?? 0) || 0;

export const now = (): Instant => instant(new Date(Date.now() + shiftSeconds * 1000));
export const shiftClock = (seconds: number): void => {
  shiftSeconds = seconds;
};

export const newId = <N extends Noun>(noun: N): Id<N> => formatId(noun, new Date(now()).getTime(), randomBytes(16));

/** A secret for a link or a session: 256 bits, safe in an address. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

/** A name of ours for a stored file: tells nothing of what was uploaded, and cannot be guessed. */
export const newFileName = (): string => randomBytes(16).toString("hex");
