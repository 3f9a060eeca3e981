import type { IncomingMessage } from "node:http";
import { ApiError } from "./api-error";

const largest = 1024 * 1024;

/** The whole body as UTF-8 text, at most 1 MiB. */
export const readBody = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > largest) throw new ApiError(413, { type: "invalid_request_error", message: "Request body too large." });
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
};
