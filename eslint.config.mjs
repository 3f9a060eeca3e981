// Rules that an editor can show while one types. What needs the whole tree (floors, rooms, refusals, messages) is in tests/architecture.
import tseslint from "typescript-eslint";
import { noJsxLiterals } from "./tests/architecture/no-jsx-literals.mjs";

const house = { rules: { "no-jsx-literals": noJsxLiterals } };

export default tseslint.config(
  { ignores: ["node_modules/", ".next/", "**/.data*/", "src/platform/db/generated/", "public/", "test-results/", "playwright-report/", "next-env.d.ts", "prisma/seed/catalogue/", "src/i18n/messages/"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: ["**/*.{ts,tsx,mjs}"],
    plugins: { "@typescript-eslint": tseslint.plugin, house },
    languageOptions: { parser: tseslint.parser, ecmaVersion: "latest", sourceType: "module" },
    rules: {
      "no-var": "error",
      "prefer-const": "error",
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-debugger": "error",
      "no-eval": "error",
      "no-empty": "error",
      "no-fallthrough": "error",
      "no-constant-condition": ["error", { checkLoops: false }],
      "no-self-compare": "error",
      "no-unreachable": "error",
      "no-unsafe-finally": "error",
      "no-unsafe-optional-chaining": "error",
      "no-dupe-keys": "error",
      "no-cond-assign": "error",
      "no-useless-escape": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true, caughtErrors: "none" }],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports", disallowTypeAnnotations: false }],
      "@typescript-eslint/no-require-imports": "error",
      "@typescript-eslint/ban-ts-comment": ["error", { "ts-expect-error": "allow-with-description" }],
    },
  },
  {
    // Type-aware, and only the rules that find a lost promise or a check that never fails: the whole recommended set would double the time.
    files: ["src/**/*.{ts,tsx}", "scripts/**/*.ts", "tools/**/*.ts", "prisma/**/*.ts", "tests/**/*.ts", "*.config.ts"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false, inheritedMethods: false } }],
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/no-for-in-array": "error",
      "@typescript-eslint/only-throw-error": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    },
  },
  { files: ["src/**/*.tsx"], rules: { "house/no-jsx-literals": "error" } },
  { files: ["src/**/*.{ts,tsx}"], ignores: ["src/platform/log.ts"], rules: { "no-console": "error" } },
);
