import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { ApiError, invalidRequest } from "./api-error";
import { expand } from "./expand";
import type { CallFault } from "./fault-list";
import { decodeForm } from "./form-body";
import { IdempotencyGuard } from "./idempotency";
import { readBody } from "./read-body";
import { checkParams, refuseUnsupported } from "./request-check";
import { balanceRoutes } from "./resources/balance";
import { balanceTransactionRoutes } from "./resources/balance-transaction";
import { chargeRoutes } from "./resources/charge";
import { checkoutSessionRoutes } from "./resources/checkout-session";
import { eventRoutes } from "./resources/event";
import { paymentIntentRoutes } from "./resources/payment-intent";
import { refundRoutes } from "./resources/refund";
import { webhookEndpointRoutes } from "./resources/webhook-endpoint";
import type { Route } from "./route";
import { newId, type Sandbox } from "./sandbox";

const routes: readonly Route[] = [
  ...checkoutSessionRoutes, ...paymentIntentRoutes, ...chargeRoutes, ...balanceTransactionRoutes, ...balanceRoutes, ...refundRoutes, ...eventRoutes, ...webhookEndpointRoutes,
];

interface Answer { readonly status: number; readonly body: string; readonly requestId: string; readonly isReplay?: boolean }

/** The `/v1` door: key, version, faults, idempotency, Stripe's schema on both sides, and one transaction around each handler. */
export class ApiServer {
  readonly guard: IdempotencyGuard;

  constructor(private readonly sandbox: Sandbox) {
    this.guard = new IdempotencyGuard(sandbox);
    for (const { method, path } of routes) {
      if (!sandbox.api.operations.some((one) => one.method === method && one.path === path)) throw new Error(`no schema for ${method} ${path}`);
    }
  }

  async answer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const requestId = newId("req", 14);
    const method = request.method ?? "GET";
    const key = method === "POST" ? request.headers["idempotency-key"]?.toString() : undefined;
    const fault = this.sandbox.faults.takeForCall(method, url.pathname);
    let answer: Answer;
    try {
      checkKey(request);
      checkVersion(request, this.sandbox.api.apiVersion);
      const body = method === "GET" ? url.search.slice(1) : await readBody(request);
      if (fault?.kind === "drop_before") return void request.socket.destroy();
      answer = await this.once(method, url.pathname, body, key, requestId, fault);
    } catch (error) {
      answer = { ...errorAnswer(error), requestId };
    }
    if (fault?.kind === "drop_after") return void request.socket.destroy();
    response.writeHead(answer.status, {
      "content-type": "application/json", "cache-control": "no-cache, no-store", "request-id": requestId, "stripe-version": this.sandbox.api.apiVersion,
      ...(key ? { "idempotency-key": encodeURIComponent(key).slice(0, 765) } : {}),
      ...(answer.isReplay ? { "idempotent-replayed": "true", "original-request": answer.requestId } : {}),
    });
    response.end(answer.body);
  }

  private async once(method: string, path: string, body: string, key: string | undefined, requestId: string, fault: CallFault | undefined): Promise<Answer> {
    const found = findRoute(method, path);
    const saved = key ? this.guard.begin(key, method, path, body) : undefined;
    if (saved) return { status: saved.status, body: saved.body, requestId: saved.requestId, isReplay: true };
    try {
      refuseByFault(fault);
      if (fault?.kind === "slow") await pause(fault.ms);
      // Refusals up to here and of the next two lines are not saved under the key: execution has not begun.
      const { operation, params } = this.read(found, body);
      refuseUnsupported(params, new Set(found.route.supported));
      const answer = { ...this.execute(found, operation, params, key, requestId, fault), requestId };
      if (key) this.guard.save(key, method, path, body, answer);
      this.sandbox.store.commit();
      return answer;
    } finally {
      if (key) this.guard.end(key);
    }
  }

  private read({ route }: Found, body: string) {
    const operation = this.sandbox.api.operations.find((one) => one.method === route.method && one.path === route.path)!;
    return { operation, params: checkParams(this.sandbox.api, operation.params, decodeForm(body)) };
  }

  private execute({ route, id }: Found, operation: Sandbox["api"]["operations"][number], params: Record<string, unknown>, key: string | undefined, requestId: string, fault: CallFault | undefined) {
    const { sandbox } = this;
    try {
      const made = route.handle({ sandbox, params, id, cause: { requestId, idempotencyKey: key ?? null } }) as Record<string, unknown>;
      const answer = expand(sandbox, made, (params["expand"] as string[] | undefined) ?? []);
      const wrong = sandbox.check.findFault(operation.response, answer);
      if (wrong) throw new Error(`the sandbox made an answer that Stripe would not give: ${route.method} ${route.path}:${wrong}`);
      if (fault?.kind === "error_500_after") return errorAnswer(new ApiError(500, { type: "api_error", message: "Planned fault: the request was processed, the answer was lost." }));
      return { status: 200, body: JSON.stringify(answer, null, 2) };
    } catch (error) {
      sandbox.store.rollback();
      return errorAnswer(error);
    }
  }
}

interface Found { readonly route: Route; readonly id: string }

const findRoute = (method: string, path: string): Found => {
  for (const route of routes) {
    if (route.method !== method) continue;
    const match = new RegExp(`^${route.path.replace("{id}", "([^/]+)")}$`).exec(path);
    if (match) return { route, id: safeDecode(match[1] ?? "") };
  }
  throw new ApiError(404, { type: "invalid_request_error", message: `Unrecognized request URL (${method}: ${path}), or one that this sandbox does not implement yet.` });
};

const safeDecode = (text: string): string => {
  try { return decodeURIComponent(text); } catch { throw invalidRequest("Invalid path encoding."); }
};

/** Only keys that were made for a sandbox: a real key that lands here by mistake is refused before anything is read. */
export const checkKey = (request: IncomingMessage): void => {
  const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1];
  if (!given) throw new ApiError(401, { type: "invalid_request_error", message: "You did not provide an API key. Provide it in the Authorization header, using Bearer auth." });
  if (!/^sk_test_sandbox_[A-Za-z0-9_]{1,200}$/.test(given)) {
    throw new ApiError(401, { type: "invalid_request_error", code: "api_key_invalid", message: "Invalid API Key provided: this sandbox takes only keys that begin with sk_test_sandbox_." });
  }
};

const checkVersion = (request: IncomingMessage, apiVersion: string): void => {
  const wanted = request.headers["stripe-version"];
  if (wanted !== undefined && wanted !== apiVersion) throw invalidRequest(`Invalid Stripe API version: ${String(wanted)}. This sandbox speaks ${apiVersion}.`);
};

const refuseByFault = (fault: CallFault | undefined): void => {
  if (fault?.kind === "error_500_before") throw new ApiError(500, { type: "api_error", message: "Planned fault: nothing was processed." });
  if (fault?.kind === "conflict_409") throw new ApiError(409, { type: "idempotency_error", code: "idempotency_key_in_use", message: "Planned fault: another request with this key is in progress." });
  if (fault?.kind === "lock_timeout") throw new ApiError(429, { type: "invalid_request_error", code: "lock_timeout", message: "This object cannot be accessed right now because another API request or Stripe process is currently accessing it." });
  if (fault?.kind === "rate_limit_429") throw new ApiError(429, { type: "invalid_request_error", code: "rate_limit", message: "Request rate limit exceeded." });
};

/** Always with an `error` object: the SDK takes a body without one for a success, whatever the status. */
export const errorAnswer = (error: unknown): { status: number; body: string } => {
  if (error instanceof ApiError) return { status: error.status, body: JSON.stringify({ error: error.body }, null, 2) };
  console.error(error);
  return { status: 500, body: JSON.stringify({ error: { type: "api_error", message: error instanceof Error ? error.message : "unknown" } }, null, 2) };
};
