import { updateTag } from "next/cache";
import type { z } from "zod";
import { refuse, type Refusal, type Result } from "@/kernel/result";
import type { CacheTag } from "./cache/tags";

export type InputInvalid = { readonly code: "input.invalid"; readonly fields: Readonly<Record<string, string>> };

/** What was wrong with an input, field by field: "lines.0.quantity" → "too_big". Words for the codes are in the messages. */
export const inputInvalid = (error: z.ZodError): InputInvalid => ({
  code: "input.invalid",
  fields: Object.fromEntries(error.issues.map((issue) => [issue.path.join(".") || "form", issue.code === "custom" ? issue.message : issue.code])),
});

// PostgreSQL keeps neither a NUL nor half of a surrogate pair: as text they are an error of the database, inside JSON another one.
const unwritableText = /\u0000|\p{Surrogate}/u;

/** Where in an input there is text that cannot be kept, or null. Schemas bound what a text may be; that it can be written at all is the same for every verb. */
const unwritable = (value: unknown, path = ""): string | null => {
  if (typeof value === "string") return unwritableText.test(value) ? path || "form" : null;
  if (typeof value !== "object" || value === null || value instanceof Blob) return null;
  for (const [key, part] of Object.entries(value)) {
    const at = unwritableText.test(key) ? path || "form" : unwritable(part, path ? `${path}.${key}` : key);
    if (at !== null) return at;
  }
  return null;
};

/**
 * The door of a verb for browsers. A server action is a public endpoint whatever page it sits on, so who may call it is decided here
 * and nowhere else: first who, then what, then the verb. Tags that the change touches are expired at once.
 */
export const action =
  <A, S extends z.ZodType, V, R extends Refusal, W extends Refusal>(definition: {
    who: () => Promise<Result<A, W>>;
    takes: S;
    does: (actor: A, input: z.output<S>) => Promise<Result<V, R>>;
    touches?: (value: V, input: z.output<S>) => readonly CacheTag[];
  }) =>
  async (input: unknown): Promise<Result<V, R | W | InputInvalid>> => {
    const actor = await definition.who();
    if (!actor.ok) return actor;
    const parsed = definition.takes.safeParse(input);
    if (!parsed.success) return refuse(inputInvalid(parsed.error));
    const fault = unwritable(parsed.data);
    if (fault !== null) return refuse({ code: "input.invalid", fields: { [fault]: "invalid" } });
    const result = await definition.does(actor.value, parsed.data);
    if (result.ok) for (const tag of definition.touches?.(result.value, parsed.data) ?? []) updateTag(tag);
    return result;
  };
