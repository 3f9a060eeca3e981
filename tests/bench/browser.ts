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

  /** Asks a door as a page's own script does. A refusal is an answer like another. */
  async ask<V>(door: string, input: unknown): Promise<V> {
    const response = await this.send(door, { method: "POST", body: JSON.stringify(input), headers: fromOurPage(door) });
    const text = await response.text();
    if (response.status >= 500) throw new Error(`${door}: ${response.status} ${text.slice(0, 200)}`);
    return JSON.parse(text) as V;
  }
}

export const fromOurPage = (url: string): Record<string, string> => ({ "content-type": "application/json", accept: "application/json", origin: new URL(url).origin, "sec-fetch-site": "same-origin" });
