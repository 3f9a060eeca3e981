import { refuse, type Refusal, type Result } from "@/kernel/result";
import { writeAnswer } from "./answer-json";
import { statusOf } from "./statuses";

// An address, a choice of deliveries and a quote's id fit into this many times over.
const mostCharacters = 64 * 1024;

const said = (result: Result<unknown, Refusal>, status: number): Response => {
  const body = writeAnswer(result);
  // The length is said, so that a few words are not compressed.
  return new Response(body, { status, headers: { "content-type": "application/json; charset=utf-8", "content-length": String(Buffer.byteLength(body)), "cache-control": "private, no-store" } });
};

const bad = (): Response => said(refuse({ code: "input.invalid", fields: { form: "invalid" } }), 400);

/** JSON that is not from a page of ours is asked for permission by every browser first, and nobody here gives it. */
const isFromOurPage = ({ headers }: Request): boolean =>
  (headers.get("content-type") ?? "").startsWith("application/json") && ["same-origin", null].includes(headers.get("sec-fetch-site"));

/**
 * The door of an action for a page's own `fetch`: the same who, what and verb, answered as JSON.
 * An action that sets a cookie is answered with the whole page it stands on, drawn anew, and actions of one page wait for each other; what is asked for
 * many times a second, and sets a guest's first cookie, is asked here instead.
 */
export const asked = (action: (input: unknown) => Promise<Result<unknown, Refusal>>) =>
  async (request: Request): Promise<Response> => {
    if (!isFromOurPage(request)) return said(refuse({ code: "access.not-allowed" }), statusOf("access.not-allowed"));
    if (Number(request.headers.get("content-length") ?? 0) > mostCharacters) return bad();
    const text = await request.text();
    if (text.length > mostCharacters) return bad();
    let input: unknown;
    try {
      input = JSON.parse(text);
    } catch {
      return bad();
    }
    const result = await action(input);
    return said(result, result.ok ? 200 : statusOf(result.refusal.code));
  };
