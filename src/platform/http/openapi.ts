import { z } from "zod";
import { statusOf } from "./statuses";

/** One operation of the public API as its document tells it. */
export type Operation = {
  /** GET unless told: what is asked with a POST takes its question as JSON in the body, and changes nothing either. */
  readonly method?: "get" | "post";
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly about: string;
  /** Query (or body) and path in one object; what is named in `{}` of the path is of the path. */
  readonly takes: z.ZodObject;
  readonly answers: z.ZodType;
  readonly refusals: readonly string[];
};

export type Json = { readonly [key: string]: unknown };
export type Parameter = { readonly name: string; readonly in: "path" | "query"; readonly required: boolean; readonly description: string; readonly schema: Json };
export type Described = {
  readonly operationId: string; readonly summary: string; readonly description: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly required: true; readonly content: { readonly "application/json": { readonly schema: Json } } };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content: { readonly "application/json": { readonly schema: Json } } }>>;
};
export type OpenApi = {
  readonly openapi: "3.1.0";
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, { readonly get?: Described; readonly post?: Described }>>;
  readonly components: { readonly schemas: Readonly<Record<string, Json>> };
};

// OpenAPI 3.1 speaks JSON Schema 2020-12; only where the named parts lie is different.
const schemaOf = (schema: z.ZodType, io: "input" | "output", parts: Map<string, Json>): Json => {
  const text = JSON.stringify(z.toJSONSchema(schema, { io, target: "draft-2020-12" })).replaceAll('"#/$defs/', '"#/components/schemas/');
  const { $schema: _, $defs, id: __, ...own } = JSON.parse(text) as { $schema?: string; $defs?: Record<string, Json>; id?: string };
  for (const [name, { id: ___, ...part }] of Object.entries($defs ?? {})) parts.set(name, part);
  return own;
};

const refusalSchema = z.strictObject({
  refusal: z.looseObject({ code: z.string(), fields: z.record(z.string(), z.string()).optional() }).describe("Why it was refused: a code, and its parameters beside it."),
});

const parametersOf = ({ path, takes }: Operation, parts: Map<string, Json>): Parameter[] => {
  const whole = schemaOf(takes, "input", parts) as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(whole.properties ?? {}).map(([name, { description, ...schema }]) => {
    const isPath = path.includes(`{${name}}`);
    return { name, in: isPath ? "path" : "query", required: isPath || (whole.required ?? []).includes(name), description: String(description ?? ""), schema };
  });
};

/** The OpenAPI document of a list of operations, out of the same schemas that check and type them. */
export const openApi = (info: OpenApi["info"], server: string, operations: readonly Operation[]): OpenApi => {
  const parts = new Map<string, Json>();
  const json = (description: string, schema: z.ZodType) => ({ description, content: { "application/json": { schema: schemaOf(schema, "output", parts) } } });
  const paths = Object.fromEntries(operations.map((operation) => {
    const byStatus = new Map<number, string[]>();
    for (const code of operation.refusals) byStatus.set(statusOf(code), [...(byStatus.get(statusOf(code)) ?? []), code]);
    const refused = [...byStatus].sort(([a], [b]) => a - b).map(([status, codes]) => [String(status), json(`Refused: ${codes.join(", ")}.`, refusalSchema)] as const);
    const asked = operation.method === "post"
      ? { parameters: [], requestBody: { required: true as const, content: { "application/json": { schema: schemaOf(operation.takes, "input", parts) } } } }
      : { parameters: parametersOf(operation, parts) };
    return [operation.path, {
      [operation.method ?? "get"]: {
        operationId: operation.id, summary: operation.summary, description: operation.about,
        ...asked, responses: { "200": json("Found.", operation.answers), ...Object.fromEntries(refused) },
      },
    }] as const;
  }));
  return { openapi: "3.1.0", info, servers: [{ url: server }], paths, components: { schemas: Object.fromEntries([...parts].sort(([a], [b]) => a.localeCompare(b))) } };
};
