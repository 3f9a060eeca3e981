import { randomBytes } from "node:crypto";
import type { ApiSchema } from "./api-schema";
import type { DeliveryQueue } from "./delivery-queue";
import type { FaultList } from "./fault-list";
import type { ResponseCheck } from "./response-check";
import type { Store } from "./store";

export interface SandboxSettings {
  readonly port: number;
  readonly stateFile: string | undefined;
  readonly settlementCurrency: string;
  readonly webhook: { readonly url: string; readonly secret: string; readonly events?: readonly string[] } | undefined;
  readonly shopName: string;
}

/** Everything a handler may touch. One process, one thread: a handler that does not await is a transaction. */
export interface Sandbox {
  readonly settings: SandboxSettings;
  readonly api: ApiSchema;
  readonly check: ResponseCheck;
  readonly store: Store;
  readonly deliveries: DeliveryQueue;
  readonly faults: FaultList;
  /** Where this process can be reached; hosted pages are addressed with it, so that they survive a change of port. */
  origin: string;
}

/** Who caused a change, as events tell it. */
export interface Cause { readonly requestId: string | null; readonly idempotencyKey: string | null }
export const noCause: Cause = { requestId: null, idempotencyKey: null };

/** The sandbox clock: real time plus what was advanced. Milliseconds. */
export const clockNow = (sandbox: Pick<Sandbox, "store">): number => Date.now() + Number(sandbox.store.get("settings", "clock-offset")?.value ?? 0);

/** Stripe's timestamps are whole seconds. */
export const secondsNow = (sandbox: Pick<Sandbox, "store">): number => Math.floor(clockNow(sandbox) / 1000);

const letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** An id as Stripe's: prefix and letters of both cases. */
export const newId = (prefix: string, length = 24): string =>
  `${prefix}_${[...randomBytes(length)].map((byte) => letters[byte % letters.length]).join("")}`;
