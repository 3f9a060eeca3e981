import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { ApiError } from "./api-error";
import { checkKey, errorAnswer } from "./api-server";
import { faultSchema } from "./fault-list";
import { readBody } from "./read-body";
import { keepConfiguredEndpoint } from "./resources/webhook-endpoint";
import { clockNow, type Sandbox } from "./sandbox";
import { tableNames } from "./store";
import { sweep } from "./sweep";

const clockSchema = z.strictObject({ advance: z.number().int().min(0).max(400 * 24 * 3600) });

/** `/_sandbox/…`: what a test may do to the world. JSON in and out, sandbox key needed. */
export const answerControl = async (sandbox: Sandbox, request: IncomingMessage, response: ServerResponse, path: string): Promise<void> => {
  let status = 200;
  let body: string;
  try {
    checkKey(request);
    body = JSON.stringify(await control(sandbox, `${request.method} ${path}`, request));
  } catch (error) {
    ({ status, body } = errorAnswer(error));
  }
  response.writeHead(status, { "content-type": "application/json" }).end(body);
};

const control = async (sandbox: Sandbox, wanted: string, request: IncomingMessage): Promise<object> => {
  switch (wanted) {
    case "GET /_sandbox/clock":
      return now(sandbox);
    case "POST /_sandbox/clock": {
      const { advance } = await read(clockSchema, request);
      const offset = Number(sandbox.store.get("settings", "clock-offset")?.value ?? 0);
      sandbox.store.put("settings", { id: "clock-offset", value: offset + advance * 1000 });
      sandbox.store.commit();
      sweep(sandbox);
      sandbox.deliveries.wake();
      return now(sandbox);
    }
    case "POST /_sandbox/reset":
      sandbox.store.reset();
      sandbox.faults.clear();
      keepConfiguredEndpoint(sandbox);
      sandbox.store.commit();
      sandbox.deliveries.start();
      return { reset: true };
    case "GET /_sandbox/faults":
      return { faults: sandbox.faults.list() };
    case "POST /_sandbox/faults": {
      sandbox.faults.add(await read(faultSchema, request));
      return { faults: sandbox.faults.list() };
    }
    case "DELETE /_sandbox/faults":
      sandbox.faults.clear();
      return { faults: [] };
    case "GET /_sandbox/state":
      return {
        ...now(sandbox), api_version: sandbox.api.apiVersion, package_version: sandbox.api.packageVersion, settlement_currency: sandbox.settings.settlementCurrency,
        rows: Object.fromEntries(tableNames.map((name) => [name, sandbox.store.count(name)])), bytes: sandbox.store.size(),
        deliveries: sandbox.store.all("deliveries").slice(-100).reverse(),
      };
    default:
      throw new ApiError(404, { type: "invalid_request_error", message: `The sandbox has no ${wanted}.` });
  }
};

const now = (sandbox: Sandbox) => ({ now: Math.floor(clockNow(sandbox) / 1000), offset: Number(sandbox.store.get("settings", "clock-offset")?.value ?? 0) / 1000 });

const read = async <T>(schema: z.ZodType<T>, request: IncomingMessage): Promise<T> => {
  const text = await readBody(request);
  let json: unknown;
  try { json = JSON.parse(text); } catch { throw new ApiError(400, { type: "invalid_request_error", message: "The body is not JSON." }); }
  const parsed = schema.safeParse(json);
  if (!parsed.success) throw new ApiError(400, { type: "invalid_request_error", message: z.prettifyError(parsed.error) });
  return parsed.data;
};
