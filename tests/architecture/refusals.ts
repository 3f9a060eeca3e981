import ts from "typescript";
import { at, isTest, nodesOf, type SourceFile } from "./source-tree";

const isCode = (text: string): boolean => /^[a-z][a-z-]*\.[a-z][a-z0-9-]*$/.test(text);

const literals = (node: ts.Node): ts.StringLiteral[] => {
  if (ts.isStringLiteral(node)) return [node];
  if (ts.isLiteralTypeNode(node)) return literals(node.literal);
  if (ts.isUnionTypeNode(node)) return node.types.flatMap(literals);
  if (ts.isConditionalExpression(node)) return [...literals(node.whenTrue), ...literals(node.whenFalse)];
  return ts.isAsExpression(node) || ts.isParenthesizedExpression(node) ? literals(node.expression) : [];
};

/** Every code that code can refuse with, and where: `code: "listing.stale"` as a value or in a type, and unions that are called …Reason. */
export const refusalCodes = (tree: readonly SourceFile[]): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const file of tree) {
    if (isTest(file.path)) continue;
    for (const node of nodesOf(file.ast)) {
      const spoken =
        ts.isPropertyAssignment(node) && node.name.getText() === "code" ? node.initializer
        : ts.isPropertySignature(node) && node.name.getText() === "code" ? node.type
        : ts.isTypeAliasDeclaration(node) && node.name.text.endsWith("Reason") ? node.type
        : undefined;
      for (const each of spoken ? literals(spoken) : []) if (isCode(each.text) && !found.has(each.text)) found.set(each.text, at(file, each));
    }
  }
  return found;
};

/** Every string that is spelled out anywhere: what the words of a refusal may be for. */
const spelled = (tree: readonly SourceFile[]): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const { path, ast } of tree) {
    if (isTest(path)) continue;
    for (const node of nodesOf(ast)) {
      if (ts.isStringLiteralLike(node)) found.add(node.text);
      if (ts.isPropertyAssignment(node) && ts.isStringLiteral(node.name)) found.add(node.name.text);
    }
  }
  return found;
};

type Words = { readonly [key: string]: string | Words };

/** The keys of nested messages, joined by dots. */
const keysOf = (words: Words, before = ""): string[] => Object.entries(words).flatMap(([key, value]) => (typeof value === "string" ? [before + key] : keysOf(value, `${before}${key}.`)));

/** Codes without words, and words without a code. */
export const refusalRule = (tree: readonly SourceFile[], refusals: Words): string[] => {
  const codes = refusalCodes(tree);
  const words = new Set(keysOf(refusals));
  const strings = spelled(tree);
  const silent = [...codes].filter(([code]) => !words.has(code)).map(([code, where]) => `${where} refuses with ${code}, which has no words`);
  const idle = [...words].filter((key) => key !== "unknown" && !codes.has(key) && !strings.has(key) && !strings.has(`refusals.${key}`)).map((key) => `refusals.${key} has words, and nobody refuses with it`);
  return [...silent, ...idle];
};
