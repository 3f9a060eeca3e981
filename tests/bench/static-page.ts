import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../architecture/source-tree";
import { benchDirectory, endChild } from "./bench-app";

const next = join(projectRoot, "node_modules/next/dist/bin/next");

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

const run = (args: readonly string[], cwd: string): Promise<void> =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, [next, ...args], { cwd, stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" } });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.once("exit", (code) => (code === 0 ? done() : fail(new Error(`next ${args.join(" ")}: ${said.slice(-2000)}`))));
  });

const files = (letters: number): Record<string, string> => ({
  "package.json": '{"private":true,"type":"module"}',
  "next.config.mjs": `export default { turbopack: { root: ${JSON.stringify(projectRoot)} } };`,
  "app/layout.jsx": 'export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html>; }',
  "app/page.jsx": `export const dynamic = "force-static";\nconst words = ${JSON.stringify(filler(letters))};\nexport default function Page() { return <p>{words}</p>; }`,
});

// Text with the redundancy of a page, always the same.
const filler = (letters: number): string => {
  let text = "";
  for (let i = 1; text.length < letters; i += 1) text += `${((i * 2_654_435_761) % 4_294_967_296).toString(36)} listing market storefront `;
  return text.slice(0, letters);
};

export type StaticPage = { readonly url: string; readonly bytes: number; readonly stop: () => Promise<void> };

/** What Next itself serves: a page without anything of ours, prerendered, of the size of the page it is measured against. */
export const startStaticPage = async (bytes: number): Promise<StaticPage> => {
  const directory = benchDirectory("static-page");
  // Text stands in a page twice, once as markup and once for hydration; Next's own part is about 5 kB.
  const letters = Math.max(100, Math.round((bytes - 5_000) / 2));
  rmSync(join(directory, ".next"), { recursive: true, force: true });
  for (const [name, text] of Object.entries(files(letters))) {
    mkdirSync(join(directory, name, ".."), { recursive: true });
    writeFileSync(join(directory, name), text);
  }
  await run(["build"], directory);
  const port = await freePort();
  const child = spawn(process.execPath, [next, "start", "--port", String(port), "--hostname", "127.0.0.1"], { cwd: directory, stdio: "ignore", env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" } });
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; ; tries += 1) {
    try {
      const page = await (await fetch(url, { headers: { "accept-encoding": "identity" } })).text();
      return { url, bytes: Buffer.byteLength(page), stop: () => endChild(child) };
    } catch (error) {
      if (tries > 200) throw error;
      await new Promise((done) => setTimeout(done, 100));
    }
  }
};

export { freePort };
