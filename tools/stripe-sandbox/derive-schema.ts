import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { keptObjects, operations } from "./operation-list";
import type { ApiSchema, Schema } from "./api-schema";

const require = createRequire(import.meta.url);

/**
 * Stripe's own schema of the operations above, read out of the type declarations of the installed `stripe` package.
 *
 * The package is generated from Stripe's OpenAPI document, so its types carry the same facts, for exactly the API version that the SDK speaks.
 * Nothing of Stripe's is committed: the result is cached under node_modules and rebuilt when the package or this file changes.
 */
export const loadApiSchema = async (): Promise<ApiSchema> => {
  const root = dirname(dirname(require.resolve("stripe")));   // its package.json is not among its exports
  const version = (JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string }).version;
  const here = dirname(fileURLToPath(import.meta.url));
  const recipe = createHash("sha256").update(version);
  for (const file of ["derive-schema.ts", "convert-declaration.ts", "operation-list.ts"]) recipe.update(readFileSync(join(here, file)));
  const cache = join(root, "..", ".cache", "entrepot", `stripe-schema-${recipe.digest("hex").slice(0, 16)}.json`);
  if (existsSync(cache)) return JSON.parse(readFileSync(cache, "utf8")) as ApiSchema;
  const derived = await deriveApiSchema(root, version);
  mkdirSync(dirname(cache), { recursive: true });
  // Two processes may derive at once (tests): each writes its own file, the rename decides.
  const own = `${cache}.${process.pid}`;
  writeFileSync(own, JSON.stringify(derived));
  renameSync(own, cache);
  return derived;
};

const deriveApiSchema = async (root: string, packageVersion: string): Promise<ApiSchema> => {
  const { default: ts } = await import("typescript");   // a second to load: only when there is no cache
  const { DeclarationConverter } = await import("./convert-declaration");
  const esm = join(root, "esm");
  const apiVersion = /ApiVersion = '([^']+)'/.exec(readFileSync(join(esm, "apiVersion.js"), "utf8"))?.[1];
  if (!apiVersion) throw new Error("the stripe package does not say its API version where it used to");
  const files = [...new Set(operations.map(([, , file]) => join(esm, "resources", `${file}.d.ts`)))];
  const program = ts.createProgram([...files, join(esm, "resources", "Events.d.ts")], {
    strict: true, noEmit: true, skipLibCheck: true, types: [], noLib: false, target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext,
  });
  const converter = new DeclarationConverter(ts, program.getTypeChecker(), new Set<string>(keptObjects));
  const described = operations.map(([method, path, file, name]) => {
    const source = program.getSourceFile(join(esm, "resources", `${file}.d.ts`));
    if (!source) throw new Error(`the stripe package has no ${file}`);
    checkVerbAndPath(readFileSync(join(esm, "resources", `${file}.js`), "utf8"), method, path, name);
    const { params, response } = converter.operation(source, name);
    return { method, path, params, response };
  });
  const events = program.getSourceFile(join(esm, "resources", "Events.d.ts"));
  if (!events) throw new Error("the stripe package has no Events");
  converter.named(events, "EventBase", "event");
  return { packageVersion, apiVersion, operations: described, schemas: converter.schemas as Record<string, Schema>, eventTypes: converter.eventTypes(events) };
};

/** The operation list is ours; the JavaScript twin of the declaration says whether it is also Stripe's. */
const checkVerbAndPath = (javascript: string, method: string, path: string, name: string): void => {
  const body = new RegExp(`\\n    ${name}\\([^)]*\\) \\{\\s*return this\\._makeRequest\\('([A-Z]+)', [\`']([^\`']+)[\`']`).exec(javascript);
  const found = body && `${body[1]} ${body[2]!.replace(/\$\{[^}]+\}/g, "{id}")}`;
  if (found !== `${method} ${path}`) throw new Error(`${name}: the package says ${found ?? "nothing"}, the list says ${method} ${path}`);
};
