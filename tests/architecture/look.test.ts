import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { classRule, formRule, literalRule, rulesFor, styleRule } from "./look";
import { listFiles, planted, projectRoot, treeOf } from "./source-tree";

describe("what a page looks like", () => {
  it("holds for both directions of writing: no class knows left from right", () => {
    expect(treeOf("src").filter(({ path }) => path.endsWith(".tsx")).length).toBeGreaterThan(50);
    expect(classRule(treeOf("src"))).toEqual([]);
  });
  it("holds in style sheets too", () => {
    const sheets = listFiles("src").filter((path) => path.endsWith(".css"));
    expect(sheets).toContain("src/app/globals.css");
    expect(sheets.flatMap((path) => styleRule(path, readFileSync(join(projectRoot, path), "utf8")))).toEqual([]);
  });
  it("catches classes and declarations of one side, and leaves logical ones and prose alone", () => {
    const tree = planted({ "src/app/page.tsx": 'const a = <p className="ml-2 ms-2 md:hover:-right-1/2 start-0 text-left text-start border-r rounded-tl-lg left-over" />;\nconst b = `flex ${c ? "pr-4" : "pe-4"} float-right`;' });
    expect(classRule(tree).map((each) => each.split(": ")[1] ?? "").sort()).toEqual(["border-r", "float-right", "md:hover:-right-1/2", "ml-2", "pr-4", "rounded-tl-lg", "text-left"]);
    expect(styleRule("a.css", "a { margin-left: 1px; padding-inline-start: 2px; text-align: right; inset-inline-start: 0; right: 0 } /* left: 0; */")).toHaveLength(3);
  });

  it("has its words from the messages: no literal stands in a component", () => {
    expect(literalRule(treeOf("src"))).toEqual([]);
  });
  it("catches words between tags, in a choice and in attributes that are read out", () => {
    const tree = planted({
      "src/app/page.tsx": [
        "const a = <p>Buy now</p>;",
        'const b = <p>{isOpen ? "Open" : words("shop.closed")}</p>;',
        'const c = <img alt="A cherry" />;',
        "const d = <input aria-label={`Size ${size}`} />;",
        'const e = <p className="text-ink">{words("shop.open")} · 5 × {"–"} Entrepôt</p>;',
        'const f = <meta name="x" content="width=device-width" />;',
      ].join("\n"),
    });
    expect(literalRule(tree).map((each) => each.split(" ")[0])).toEqual(["src/app/page.tsx:1", "src/app/page.tsx:2", "src/app/page.tsx:3", "src/app/page.tsx:4"]);
  });
  it("keeps what was typed out of the address: a form that a script sends, or that asks for a password, says that it goes by post", () => {
    expect(treeOf("src").filter(({ text }) => text.includes("<form")).length).toBeGreaterThan(20);
    expect(formRule(treeOf("src"))).toEqual([]);
  });
  it("catches a form without it, and leaves searches alone", () => {
    const tree = planted({
      "src/app/page.tsx": [
        "const a = <form onSubmit={send}><input name=\"legalName\" /></form>;",
        "const b = <form method=\"get\" action=\"/in\"><p><Field type=\"password\" name=\"word\" /></p></form>;",
        "const c = <form method=\"post\" onSubmit={send}><input type=\"password\" /></form>;",
        "const d = <form action={path} role=\"search\"><input name=\"q\" /></form>;",
      ].join("\n"),
    });
    expect(formRule(tree).map((each) => each.split(" ")[0])).toEqual(["src/app/page.tsx:1", "src/app/page.tsx:2"]);
  });
  it("is checked by eslint as well, with the same rule", async () => {
    expect(await rulesFor(join(projectRoot, "src/ui/primitives/button.tsx"))).toMatchObject({ "house/no-jsx-literals": [2], "@typescript-eslint/no-floating-promises": [2] });
  });
});
