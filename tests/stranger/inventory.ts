import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join, relative, sep } from "node:path";
import ts from "typescript";

const root = fileURLToPath(new URL("../..", import.meta.url));
const methods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** The names that a source file lets out, as the compiler reads them: `export const x`, `export { a as b }`, `export default`, functions. Types are none. */
export const exportedNames = (path: string, text: string): readonly string[] => {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const has = (node: ts.Statement, kind: ts.SyntaxKind): boolean => ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some((modifier) => modifier.kind === kind);
  return file.statements.flatMap((statement): string[] => {
    if (ts.isExportAssignment(statement)) return ["default"];
    if (ts.isExportDeclaration(statement)) {
      if (statement.isTypeOnly) return [];
      if (!statement.exportClause || !ts.isNamedExports(statement.exportClause)) return ["*"];
      return statement.exportClause.elements.filter((element) => !element.isTypeOnly).map((element) => element.name.text);
    }
    if (!has(statement, ts.SyntaxKind.ExportKeyword)) return [];
    if (has(statement, ts.SyntaxKind.DefaultKeyword)) return ["default"];
    if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map((declaration) => declaration.name.getText());
    return ts.isFunctionDeclaration(statement) && statement.name ? [statement.name.text] : [];
  });
};

/** Whether a file is one whose exports a browser may call: the directive may stand at its head, or inside a function. */
export const isServerActionFile = (text: string): boolean => /^\s*(?:\/\/[^\n]*\n|\/\*[\s\S]*?\*\/|\s)*["']use server["']/.test(text);
const hasInlineAction = (text: string): boolean => /\{\s*["']use server["']/.test(text);

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$|\.d\.ts$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((path) => !path.includes("/generated/"))
    .sort();

const read = (path: string): string => readFileSync(join(root, path), "utf8");

/** "src/app/(shop)/[storefront]/p/page.tsx" → "/[storefront]/p". */
const addressOf = (path: string): string => path.replace(/^src\/app/, "").replace(/\/(page|route)\.tsx?$/, "").replace(/\/\([^)]+\)/g, "") || "/";

export type Inventory = {
  /** "cart/addToCartAction" */
  readonly actions: readonly string[];
  /** "GET /api/me" */
  readonly routes: readonly string[];
  /** "/[storefront]/cart" */
  readonly pages: readonly string[];
  /** Actions where they may not be: outside of a module's actions.ts, or inside a component. */
  readonly misplaced: readonly string[];
};

/** Every door of the shop, read from the source: what a browser or a machine may call. */
export const takeInventory = (): Inventory => {
  const files = filesUnder("src");
  const actionFiles = files.filter((path) => isServerActionFile(read(path)));
  const inModules = /^src\/modules\/([a-z-]+)\/actions\.ts$/;
  return {
    actions: actionFiles.flatMap((path) => exportedNames(path, read(path)).map((name) => `${inModules.exec(path)?.[1] ?? path}/${name}`)),
    routes: files.filter((path) => /^src\/app\/.*\/route\.tsx?$/.test(path)).flatMap((path) => exportedNames(path, read(path)).filter((name) => methods.has(name)).map((name) => `${name} ${addressOf(path)}`)),
    pages: files.filter((path) => /^src\/app\/.*page\.tsx$/.test(path)).map(addressOf),
    misplaced: [...actionFiles.filter((path) => !inModules.test(path)), ...files.filter((path) => hasInlineAction(read(path)))],
  };
};

/** What stands in one list and not in the other: a door without a row, and a row without a door. */
export const gaps = (doors: readonly string[], rows: readonly string[]): { readonly withoutRow: readonly string[]; readonly withoutDoor: readonly string[] } => ({
  withoutRow: doors.filter((door) => !rows.includes(door)),
  withoutDoor: rows.filter((row) => !doors.includes(row)),
});

/** The file behind a route or page of the inventory. */
export const fileOf = (address: string, kind: "page" | "route"): string => {
  const found = filesUnder("src/app").find((path) => new RegExp(`/${kind}\\.tsx?$`).test(path) && addressOf(path) === address);
  if (!found) throw new Error(`no ${kind} at ${address}`);
  return join(root, found);
};
