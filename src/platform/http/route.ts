import type { z } from "zod";
import { refuse, type Refusal, type Result } from "@/kernel/result";
import type { InputInvalid } from "../action";
import { clientAddressHeader, clientAddressOf } from "../client-address";
import type { LimitedKind } from "../rate-budget";
import { limited } from "../rate-limit";
import { statusOf } from "./statuses";

/** A door of the public API: what it takes (query and path in one strict object), what it answers, and how long anybody may keep the answer. */
export type Door<T extends z.ZodType, A extends z.ZodType, R extends Refusal> = {
  readonly takes: T;
  readonly answers: A;
  readonly limit: LimitedKind;
  readonly keepSeconds: number;
  readonly does: (input: z.output<T>) => Promise<Result<z.input<A>, R>>;
};

type Context = { readonly params: Promise<Readonly<Record<string, string | string[] | undefined>>> };

// Answers are the same for everybody and hold nothing of a person: any page of the web may read them.
const everybody = { "access-control-allow-origin": "*", "x-content-type-options": "nosniff" };

/** A refusal as the public API says it: `{"refusal":{"code":"…"}}` with the status that the one table has for the code. */
const refusal = (refused: Refusal): Response => {
  const wait = "minutes" in refused && typeof refused.minutes === "number" ? { "retry-after": String(refused.minutes * 60) } : {};
  return Response.json({ refusal: refused }, { status: statusOf(refused.code), headers: { ...everybody, ...wait, "cache-control": "no-store" } });
};

// An unknown name is the caller's typing mistake: it is named, so that `strorefront=` does not look like a missing `storefront`.
const invalid = (error: z.ZodError): InputInvalid => ({
  code: "input.invalid",
  fields: Object.fromEntries(error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys" ? issue.keys.slice(0, 20).map((key) => [key.slice(0, 60), issue.code]) : [[issue.path.join(".") || "form", issue.code === "custom" ? issue.message : issue.code]])),
});

// A name that comes twice is neither of its values.
const valuesOf = (query: URLSearchParams): Record<string, string | string[]> =>
  Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)]).map(([name, all]) => [name, all?.length === 1 ? all[0] : all] as [string, string | string[]]));

/**
 * A door for machines: a GET that asks with its query, or a POST that asks with JSON. Bad input is one refusal with field → issue; what the verb refuses has
 * its status from the table. Never a 5xx for anything that is asked.
 */
export const route = <T extends z.ZodType, A extends z.ZodType, R extends Refusal>({ takes, limit, keepSeconds, does }: Door<T, A, R>) =>
  async (request: Request, context?: Context): Promise<Response> => {
    const within = await limited(limit, clientAddressOf(request.headers.get(clientAddressHeader)));
    if (!within.ok) return refusal(within.refusal);
    const asked = request.method === "POST" ? await bodyOf(request) : valuesOf(new URL(request.url).searchParams);
    if (asked === null) return refusal({ code: "input.invalid", fields: { form: "json" } } as InputInvalid);
    const parsed = takes.safeParse({ ...asked, ...(await context?.params) });
    if (!parsed.success) return refusal(refuse(invalid(parsed.error)).refusal);
    const done = await does(parsed.data);
    if (!done.ok) return refusal(done.refusal);
    return Response.json(done.value, { headers: { ...everybody, "cache-control": request.method === "POST" ? "no-store" : `public, max-age=${keepSeconds}` } });
  };

// Two hundred lines of a declaration are a tenth of this.
const mostBytes = 256 * 1024;

/** The JSON object of a body, or null: no JSON, another thing than an object, or more than anybody needs to ask. */
const bodyOf = async (request: Request): Promise<object | null> => {
  if (Number(request.headers.get("content-length") ?? 0) > mostBytes) return null;
  const text = await request.text();
  if (text.length > mostBytes) return null;
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === "object" && body !== null && !Array.isArray(body) ? body : null;
  } catch {
    return null;
  }
};
