import { ESLint, Linter } from "eslint";
import ts from "typescript";
import tseslint from "typescript-eslint";
import { noJsxLiterals } from "./no-jsx-literals.mjs";
import { at, nodesOf, type SourceFile } from "./source-tree";

// One side of the page in a utility class: ml-2, -right-1/2, md:text-left, rounded-tl-lg, border-r, float-right.
const physical = /^(?:[\w-]+(?:\[[^\]]*\])?(?:\/\w+)?:|\[[^\]]*\]:)*!?-?(?:(?:m|p|scroll-m|scroll-p)[lr]-\S+|(?:left|right)-(?:\d\S*|\[\S+|auto|full|px|1\/2|\(\S+)|text-(?:left|right)|(?:float|clear)-(?:left|right)|border-[lr](?:-\S+)?|rounded-(?:[lr]|[tb][lr])(?:-\S+)?)$/;
const declaration = /(?:^|[\s;{])((?:margin|padding|border)-(?:left|right)\b[^:;{]*|left|right|(?:text-align|float|clear)\s*:\s*(?:left|right))\s*[:;}]/g;

/** Words of class names that know left from right. */
export const classRule = (tree: readonly SourceFile[]): string[] =>
  tree.filter(({ path }) => path.endsWith(".tsx") || path.includes("/ui/")).flatMap((file) =>
    [...nodesOf(file.ast)].flatMap((node) => {
      const text = ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node) ? node.text : "";
      return text.split(/\s+/).filter((word) => physical.test(word)).map((word) => `${at(file, node)} knows left from right: ${word}`);
    }));

/** The same in a style sheet. */
export const styleRule = (path: string, css: string): string[] => [...css.replace(/\/\*[\s\S]*?\*\//g, "").matchAll(declaration)].map((found) => `${path} knows left from right: ${(found[1] ?? "").trim()}`);

const linter = new Linter();
const config: Linter.Config[] = [{ files: ["**/*.tsx"], languageOptions: { parser: tseslint.parser as Linter.Parser }, plugins: { house: { rules: { "no-jsx-literals": noJsxLiterals } } }, rules: { "house/no-jsx-literals": "error" }, linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "off" } }];

/** Words for people that stand in a component instead of the messages. */
export const literalRule = (tree: readonly SourceFile[]): string[] =>
  tree.filter(({ path }) => path.endsWith(".tsx")).flatMap(({ path, text }) => linter.verify(text, config, { filename: "any.tsx" }).filter(({ ruleId }) => ruleId === "house/no-jsx-literals").map(({ line, message }) => `${path}:${line} ${message}`));

/** The rules that the project's own configuration switches on for a file. */
export const rulesFor = async (path: string): Promise<Record<string, unknown>> => ((await new ESLint().calculateConfigForFile(path)) as { rules: Record<string, unknown> }).rules;

// What an element says of itself, by name: a text, or "{…}" for what is computed.
const saidBy = (element: ts.JsxOpeningLikeElement): ReadonlyMap<string, string> =>
  new Map(element.attributes.properties.flatMap((each) => (ts.isJsxAttribute(each) ? [[each.name.getText(), each.initializer && ts.isStringLiteral(each.initializer) ? each.initializer.text : "{…}"] as const] : [])));
const openingOf = (node: ts.Node): ts.JsxOpeningLikeElement | null => (ts.isJsxElement(node) ? node.openingElement : ts.isJsxSelfClosingElement(node) ? node : null);

/** Forms that would put what was typed into the address when they are sent before their script has come: what a script sends, and every password, goes by post. */
export const formRule = (tree: readonly SourceFile[]): string[] =>
  tree.filter(({ path }) => path.endsWith(".tsx")).flatMap((file) =>
    [...nodesOf(file.ast)].flatMap((node) => {
      const form = openingOf(node);
      if (!form || form.tagName.getText() !== "form") return [];
      const said = saidBy(form);
      const hasPassword = [...nodesOf(node)].some((each) => openingOf(each) !== null && saidBy(openingOf(each) as ts.JsxOpeningLikeElement).get("type") === "password");
      return (said.has("onSubmit") || hasPassword) && said.get("method") !== "post" ? [`${at(file, node)} is a form that is not sent by post`] : [];
    }));
