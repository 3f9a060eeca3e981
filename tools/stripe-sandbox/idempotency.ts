import { createHash } from "node:crypto";
import { ApiError, invalidRequest } from "./api-error";
import { clockNow, type Sandbox } from "./sandbox";
import type { SavedAnswer } from "./store";

const keptMs = 24 * 3600 * 1000;

/** Stripe's promise for v1: one key, one execution, one answer, for 24 hours of the sandbox clock. */
export class IdempotencyGuard {
  private readonly inFlight = new Set<string>();

  constructor(private readonly sandbox: Sandbox) {}

  /** The saved answer to repeat, or undefined if this call may execute; refuses a key that is in flight or was used for something else. */
  begin(key: string, method: string, path: string, body: string): SavedAnswer | undefined {
    if (key.length > 255) throw invalidRequest("Idempotency keys may be at most 255 characters long.");
    if (this.inFlight.has(key)) {
      throw new ApiError(409, {
        type: "idempotency_error", code: "idempotency_key_in_use",
        message: `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`,
      });
    }
    const saved = this.sandbox.store.get("answers", key);
    if (!saved || clockNow(this.sandbox) - saved.savedAt >= keptMs) {
      this.inFlight.add(key);
      return undefined;
    }
    if (saved.fingerprint !== fingerprint(method, path, body)) {
      throw new ApiError(400, {
        type: "idempotency_error",
        message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
      });
    }
    return saved;
  }

  /** Execution began and ended, well or badly: this is the answer from now on. */
  save(key: string, method: string, path: string, body: string, answer: { status: number; body: string; requestId: string }): void {
    // A forgotten key that is used anew goes to the end, so that the oldest rows stay in front.
    this.sandbox.store.drop("answers", key);
    this.sandbox.store.put("answers", { id: key, fingerprint: fingerprint(method, path, body), savedAt: clockNow(this.sandbox), ...answer });
  }

  end(key: string): void {
    this.inFlight.delete(key);
  }

  forgetOld(): void {
    const limit = clockNow(this.sandbox) - keptMs;
    for (const saved of this.sandbox.store.all("answers")) {
      if (saved.savedAt > limit) break;
      this.sandbox.store.drop("answers", saved.id);
    }
  }
}

/** Parameter order does not matter to Stripe. */
const fingerprint = (method: string, path: string, body: string): string => {
  const pairs = [...new URLSearchParams(body)].map(([name, value]) => `${name}=${value}`).sort();
  return createHash("sha256").update(JSON.stringify([method, path, pairs])).digest("hex");
};
