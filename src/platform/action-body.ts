import { IncomingMessage } from "node:http";
import { isReadableActionBody } from "./gate";

const most = 12 * 1024 * 1024;

/**
 * Reads an action's body before Next does, so that what cannot be decoded is a 400, and hands the same bytes on as a request of their own.
 * Null means that nobody could read it, or that it is larger than 12 MiB.
 */
export const readActionBody = async (request: IncomingMessage): Promise<IncomingMessage | null> => {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += (part as Buffer).length;
    if (size > most) return null;
    parts.push(part as Buffer);
  }
  const body = Buffer.concat(parts);
  if (!isReadableActionBody(String(request.headers["content-type"] ?? ""), body)) return null;
  const again = new IncomingMessage(request.socket);
  const { method, url, httpVersion, httpVersionMajor, httpVersionMinor, headers, rawHeaders } = request;
  // Complete: an incomplete message that is put away takes its connection with it.
  Object.assign(again, { method, url, httpVersion, httpVersionMajor, httpVersionMinor, headers, rawHeaders, complete: true });
  again.push(body);
  again.push(null);
  return again;
};
