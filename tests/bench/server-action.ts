import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../architecture/source-tree";

type Manifest = { readonly node: Readonly<Record<string, { readonly exportedName?: string; readonly workers: Readonly<Record<string, unknown>> }>> };

/** Under which id the build knows an action: what a browser finds in the page's own JavaScript. */
export const actionId = (name: string): string => {
  const files = [".next/server/server-reference-manifest.json", ".next/dev/server/server-reference-manifest.json"].map((file) => join(projectRoot, file)).filter(existsSync);
  for (const file of files) {
    const { node } = JSON.parse(readFileSync(file, "utf8")) as Manifest;
    const found = Object.entries(node).find(([, { exportedName }]) => exportedName === name);
    if (found) return found[0];
  }
  throw new Error(`the build has no action ${name}`);
};

/** A browser as far as HTTP goes: it keeps cookies and follows nothing by itself. */
export class Browser {
  readonly #cookies = new Map<string, string>();

  async send(url: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(url, { ...init, redirect: "manual", headers: { ...(init.headers as Record<string, string> | undefined), ...(cookie ? { cookie } : {}) } });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const cut = pair.indexOf("=");
      this.#cookies.set(pair.slice(0, cut), pair.slice(cut + 1));
    }
    return response;
  }

  /** Calls a server action as the page's own script does, from the page it stands on, and gives what the action returned. */
  async act<V>(page: string, id: string, input: unknown): Promise<V> {
    const response = await this.send(page, { method: "POST", body: JSON.stringify([input]), headers: actionHeaders(page, id) });
    const text = await response.text();
    if (response.status !== 200) throw new Error(`${page}: ${response.status} ${text.slice(0, 200)}`);
    return returned<V>(text);
  }
}

export const actionHeaders = (page: string, id: string): Record<string, string> =>
  ({ "next-action": id, accept: "text/x-component", "content-type": "text/plain;charset=UTF-8", origin: new URL(page).origin });

// The answer is a stream of numbered rows; the first names the row that holds what the action returned.
const returned = <V>(flight: string): V => {
  const rows = new Map(flight.split("\n").map((line) => {
    const cut = line.indexOf(":");
    return [line.slice(0, cut), line.slice(cut + 1)] as const;
  }));
  const head = JSON.parse(rows.get("0") ?? "{}") as { a?: string };
  const row = rows.get((head.a ?? "").replace("$@", ""));
  if (row === undefined) throw new Error(`no answer in ${flight.slice(0, 300)}`);
  return JSON.parse(row) as V;
};
