import ts from "typescript";
import { at, nodesOf, type Rule, type SourceFile } from "./source-tree";

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const nextFolder = /^(\([a-z-]+\)|\[{1,2}(\.\.\.)?[a-z-]+\]{1,2}|[a-z0-9-]+\.[a-z]+)$/;
const empty = /(^|-)(utils?|helpers?|misc|types|managers?)$|^(common|shared|lib|services?)$/;

/** Files and folders are kebab-case and are called after what they are. */
export const nameRule = (paths: readonly string[]): string[] =>
  paths.flatMap((path) => {
    const parts = path.split("/");
    const file = parts.pop() ?? "";
    const stem = file.replace(/(\.test|\.spec|\.d)?\.[a-z]+$/, "");
    if (!parts.every((part) => kebab.test(part) || nextFolder.test(part)) || !kebab.test(stem)) return [`${path} is not kebab-case`];
    if (stem === "index") return [`${path} is a barrel`];
    return [...parts, stem].some((part) => empty.test(part)) ? [`${path} is called after nothing`] : [];
  });

const nextFile = /^src\/app\/.*\b(page|layout|loading|error|not-found|global-error|global-not-found|template|default|sitemap|robots|manifest|icon|apple-icon|opengraph-image|twitter-image)\.tsx?$/;
// Next asks for a default export here: the proxy and the handler of its page cache.
const alsoDefault = new Set(["src/proxy.ts", "src/platform/cache/page-store.mjs"]);

const isDefault = (node: ts.Node): boolean =>
  (ts.isExportAssignment(node) && !node.isExportEquals) || (ts.canHaveModifiers(node) && (ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword) ?? false));

/** Default exports only where Next asks for them; no file that hands on everything of another. */
export const exportRule: Rule = (tree) =>
  tree.flatMap((file) => [...nodesOf(file.ast)].flatMap((node) => {
    if (isDefault(node) && !nextFile.test(file.path) && !alsoDefault.has(file.path) && !file.path.endsWith(".d.ts")) return [`${at(file, node)} exports a default`];
    return ts.isExportDeclaration(node) && !node.exportClause ? [`${at(file, node)} hands on everything of ${node.moduleSpecifier?.getText() ?? ""}`] : [];
  }));

const foreign = /(^|[a-z])(Seller|Vendor|Customer)s?([A-Z]|$)|^(seller|vendor|customer)s?([A-Z]|$)/;

/** One word per idea: merchant, not seller or vendor; shopper, not customer. */
export const wordRule: Rule = (tree) =>
  tree.flatMap((file) => [...nodesOf(file.ast)].flatMap((node) => {
    const isNaming = (ts.isVariableDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isFunctionDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isParameter(node)) && node.name && ts.isIdentifier(node.name);
    return isNaming && foreign.test((node.name as ts.Identifier).text) ? [`${at(file, node)} says ${(node.name as ts.Identifier).text}`] : [];
  }));

const mostLines = 300;
/** A file that passes 250 lines is asking to be two; one that passes 300 is told. */
export const lengthRule = (tree: readonly SourceFile[]): string[] => tree.flatMap(({ path, text }) => {
  const lines = text.trimEnd().split("\n").length;
  return lines > mostLines ? [`${path} has ${lines} lines`] : [];
});
