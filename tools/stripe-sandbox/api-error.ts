/** An answer that Stripe gives instead of an object. Thrown by checks and handlers, written by the server; nothing else may leave a handler. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly body: { readonly type: string; readonly message: string; readonly code?: string | undefined; readonly param?: string | undefined },
  ) {
    super(body.message);
  }
}

/** 400: the request can never succeed as it is. */
export const invalidRequest = (message: string, code?: string, param?: string): ApiError =>
  new ApiError(400, { type: "invalid_request_error", message, code, param });

/** 404, or 400 where the id stood in a parameter, as Stripe does. */
export const missingResource = (kind: string, id: string, param = "id"): ApiError =>
  new ApiError(param === "id" ? 404 : 400, { type: "invalid_request_error", code: "resource_missing", message: `No such ${kind}: '${id}'`, param });
