import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

export const projectRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export type Import = { readonly specifier: string; readonly to: string | null; readonly isType: boolean; readonly line: number };
export type SourceFile = { readonly path: string; readonly text: string; readonly ast: ts.SourceFile; readonly imports: readonly Import[] };
/** A rule reads the tree and says what is wrong, one sentence each: "src/x.ts:12 reads a clock". */
export type Rule = (tree: readonly SourceFile[]) => string[];

const isSource = /\.(ts|tsx|mjs)$/;
const isGenerated = /\/generated\//;

const walk = (folder: string): string[] =>
  readdirSync(join(projectRoot, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === "node_modules" || entry.name === "generated" ? [] : walk(path);
    return [path];
  });

/** Every file below the folders, as paths from the root of the project. */
export const listFiles = (...folders: string[]): string[] => folders.flatMap(walk).sort();

const lineAt = (ast: ts.SourceFile, node: ts.Node): number => ast.getLineAndCharacterOfPosition(node.getStart(ast)).line + 1;

const isTypeOnly = (node: ts.ImportDeclaration | ts.ExportDeclaration): boolean => {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const clause = node.importClause;
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  return !clause.name && named !== undefined && ts.isNamedImports(named) && named.elements.length > 0 && named.elements.every((each) => each.isTypeOnly);
};

const localPath = (from: string, specifier: string): string | null => {
  if (specifier.startsWith("@/")) return `src/${specifier.slice(2)}`;
  return specifier.startsWith(".") ? posix.normalize(posix.join(posix.dirname(from), specifier)) : null;
};

const importsOf = (path: string, ast: ts.SourceFile, known: ReadonlySet<string>): Import[] => {
  const found: Import[] = [];
  const add = (node: ts.Node, name: ts.Node | undefined, isType: boolean) => {
    if (!name || !ts.isStringLiteral(name)) return;
    const specifier = name.text;
    const bare = localPath(path, specifier);
    const to = bare && ([bare, ...[".ts", ".tsx", ".mjs", ".d.ts", "/index.ts"].map((end) => bare + end)].find((each) => known.has(each)) ?? (/\.\w+$/.test(bare) ? bare : `${bare}.ts`));
    found.push({ specifier, to, isType, line: lineAt(ast, node) });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) add(node, node.moduleSpecifier, isTypeOnly(node));
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node, node.arguments[0], false);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node, node.argument.literal, true);
    ts.forEachChild(node, visit);
  };
  visit(ast);
  return found;
};

const parse = (path: string, text: string, known: ReadonlySet<string>): SourceFile => {
  const ast = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, path.endsWith("x") ? ts.ScriptKind.TSX : undefined);
  return { path, text, ast, imports: importsOf(path, ast, known) };
};

const read = new Map<string, SourceFile[]>();

/** The sources of a folder as they lie on the disk, parsed once. */
export const treeOf = (folder: string): readonly SourceFile[] => {
  let tree = read.get(folder);
  if (!tree) {
    const paths = listFiles(folder).filter((path) => isSource.test(path) && !isGenerated.test(path));
    const known = new Set(paths);
    tree = paths.map((path) => parse(path, readFileSync(join(projectRoot, path), "utf8"), known));
    read.set(folder, tree);
  }
  return tree;
};

/** A tree that exists only here: a violation that a rule must catch, or something next to it that it must leave alone. */
export const planted = (files: Record<string, string>): readonly SourceFile[] => Object.entries(files).map(([path, text]) => parse(path, text, new Set(Object.keys(files))));

/** Every node of a file, depth first. */
export const nodesOf = function* (node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* nodesOf(child);
};

/** Where a node stands, as the beginning of a sentence of a rule. */
export const at = (file: SourceFile, node: ts.Node): string => `${file.path}:${lineAt(file.ast, node)}`;

export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);
