import ts from "typescript";
import { at, isTest, nodesOf, type Rule, type SourceFile } from "./source-tree";

const own = (tree: readonly SourceFile[]) => tree.filter(({ path }) => !isTest(path));
const each = (file: SourceFile, says: (node: ts.Node) => string | false): string[] =>
  [...nodesOf(file.ast)].flatMap((node) => {
    const said = says(node);
    return said ? [`${at(file, node)} ${said}`] : [];
  });

const calls = (node: ts.Node): string => (ts.isCallExpression(node) ? node.expression.getText() : "");

// The age of what one process remembers is no moment of the business: a shop whose clock is moved must not forget its pages.
const mayAge = /^src\/platform\/(clock\.ts|cache\/)/;

/** Only platform/clock reads a clock: verbs receive `now`. */
export const clockRule: Rule = (tree) =>
  own(tree).filter(({ path }) => !mayAge.test(path)).flatMap((file) =>
    each(file, (node) => (/^(Date\.now|performance\.now|Temporal\.Now\.\w+|process\.hrtime(\.bigint)?)$/.test(calls(node)) || (ts.isNewExpression(node) && node.expression.getText() === "Date" && !node.arguments?.length)) && "reads a clock"));

// Ids and secrets come from the clock's file; a nonce belongs to the cipher that needs it; jitter to whoever tries again.
const mayRoll = /^src\/platform\/(clock\.ts|auth\/|db\/transaction\.ts)/;

/** Randomness only where ids and secrets are made. */
export const chanceRule: Rule = (tree) =>
  own(tree).filter(({ path }) => !mayRoll.test(path)).flatMap((file) =>
    each(file, (node) => /(^|\.)(Math\.random|randomBytes|randomUUID|randomInt|randomFill(Sync)?|getRandomValues)$/.test(calls(node)) && "rolls dice"));

// How a language writes is the business of ui/format; how a text falls into words and what a tag says is no writing; the kernel's time knows zones; language negotiates.
const mayWrite = /^src\/(ui\/format\/|kernel\/time\.ts|i18n\/)/;

/** `Intl` and its aliases only in ui/format, kernel/time and i18n. */
export const writingRule: Rule = (tree) =>
  own(tree).filter(({ path }) => !mayWrite.test(path)).flatMap((file) =>
    each(file, (node) => {
      if (ts.isPropertyAccessExpression(node) && node.expression.getText() === "Intl" && node.name.text !== "Segmenter" && node.name.text !== "Locale") return `writes for people itself: ${node.getText()}`;
      return /\.toLocale(Date|Time)?String$/.test(calls(node)) && "writes for people itself: toLocaleString";
    }));

const isHundred = (node: ts.Node) => /^(100n?|1e2|1_?000n?)$/.test(node.getText());
const isMoney = (node: ts.Node) => /amount|price|total|money|minor|fee|cents|cost/i.test(node.getText());

/** No `* 100` with money anywhere: the exponent is the currency's. */
export const hundredRule: Rule = (tree) =>
  own(tree).flatMap((file) =>
    each(file, (node) => {
      if (!ts.isBinaryExpression(node) || ![ts.SyntaxKind.AsteriskToken, ts.SyntaxKind.SlashToken].includes(node.operatorToken.kind)) return false;
      const found = (isHundred(node.right) && isMoney(node.left)) || (isHundred(node.left) && isMoney(node.right));
      return found && `counts money in hundreds: ${node.getText()}`;
    }));

/** Nothing of a browse page may ask who is there: what is cached whole reads no cookie, no header, no query. */
export const sharedPageRule: Rule = (tree) =>
  own(tree).filter(({ path, text }) => path.startsWith("src/app/") && /dynamic = "force-static"/.test(text)).flatMap((file) => [
    ...file.imports.filter(({ specifier }) => specifier === "next/headers" || /modules\/access\/who$/.test(specifier)).map(({ line, specifier }) => `${file.path}:${line} is cached for everybody and imports ${specifier}`),
    ...each(file, (node) => ts.isIdentifier(node) && node.text === "searchParams" && "is cached for everybody and reads searchParams"),
    ...(/\btagPage\(/.test(file.text) || !/\/page\.tsx$/.test(file.path) ? [] : [`${file.path}:1 is cached for everybody and carries no tag`]),
  ]);
