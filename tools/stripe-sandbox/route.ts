import type { ListParams, TimeRange } from "./list-page";
import type { Cause, Sandbox } from "./sandbox";

export interface Call {
  readonly sandbox: Sandbox;
  /** Already read and checked against Stripe's schema of the operation; a handler may name the SDK's parameter type for it. */
  readonly params: object;
  /** The `{id}` of the path, or "". */
  readonly id: string;
  readonly cause: Cause;
}

export interface Route {
  readonly method: "GET" | "POST" | "DELETE";
  /** As in operation-list.ts. */
  readonly path: string;
  /** Paths of parameters that are implemented; others that Stripe knows are refused aloud. Lists and retrievals name theirs too. */
  readonly supported: readonly string[];
  /** Must not await: see Sandbox. */
  readonly handle: (call: Call) => object;
}

/** What every list takes. */
export const listSupported = ["limit", "starting_after", "ending_before", "expand.*"] as const;
export const createdSupported = ["created", "created.gt", "created.gte", "created.lt", "created.lte"] as const;
export type DatedListParams = ListParams & { readonly created?: number | TimeRange };
