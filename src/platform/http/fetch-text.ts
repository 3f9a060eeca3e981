import { isInTransaction } from "../db/transaction";

export type Fetched = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: string };

/**
 * Reads a small text from an address that the operator named. Ten seconds and `mostBytes` are the bounds, whatever the other side says of its length;
 * anything but a plain 200 is a reason, never a text. Refuses to be called while a transaction is open.
 */
export const fetchText = async (url: string, { mostBytes, seconds = 10 }: { readonly mostBytes: number; readonly seconds?: number }): Promise<Fetched> => {
  if (isInTransaction()) throw new Error("no network call inside a database transaction");
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(seconds * 1000), headers: { accept: "application/xml, text/xml, */*;q=0.1" }, cache: "no-store" });
    if (response.status !== 200 || !response.body) {
      await response.body?.cancel();
      return { ok: false, why: `status ${response.status}` };
    }
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of response.body) {
      size += part.length;
      // Leaving the loop closes the connection: what is too long is not read to its end.
      if (size > mostBytes) return { ok: false, why: `more than ${mostBytes} bytes` };
      parts.push(part);
    }
    return { ok: true, text: new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(parts)) };
  } catch (error) {
    return { ok: false, why: error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 200) : "no answer" };
  }
};
