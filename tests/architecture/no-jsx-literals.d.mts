import type { Rule } from "eslint";

export const noJsxLiterals: Rule.RuleModule;
