import { once } from "node:events";
import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

type Store = { get(key: string, context?: object): Promise<{ value: unknown } | null>; set(key: string, value: unknown, context?: object): Promise<void>; revalidateTag(tags: string[]): Promise<void> };
type Client = { readonly status: string; quit(): Promise<unknown>; disconnect(): void; once(event: string, heard: () => void): void };
type Process = { readonly entrepotPages: { readonly redis?: Client } };
const here = globalThis as unknown as { entrepotPages?: Process["entrepotPages"] };

/** As much of Redis as the pages need, at the wire: a command is an array of byte strings, an answer a status, a byte string, none, or an array of them. */
const kept = new Map<string, Buffer>();
const lives = new Map<string, number>();
const bulk = (value: Buffer | undefined): Buffer => (value ? Buffer.concat([Buffer.from(`$${value.length}\r\n`), value, Buffer.from("\r\n")]) : Buffer.from("$-1\r\n"));
const obey = ([name = Buffer.of(), key = Buffer.of(), value = Buffer.of(), ...more]: readonly Buffer[]): Buffer => {
  const all = [key, value, ...more].map(String);
  switch (String(name).toUpperCase()) {
    case "INFO": return bulk(Buffer.from("redis_version:7.4.0\r\nloading:0\r\n"));
    case "SET":
      kept.set(String(key), value);
      if (String(more[0]).toUpperCase() === "EX") lives.set(String(key), Number(String(more[1])));
      return Buffer.from("+OK\r\n");
    case "GET": return bulk(kept.get(String(key)));
    case "MGET": {
      const names = all.filter(Boolean);
      return Buffer.concat([Buffer.from(`*${names.length}\r\n`), ...names.map((one) => bulk(kept.get(one)))]);
    }
    case "DEL": return Buffer.from(`:${kept.delete(String(key)) ? 1 : 0}\r\n`);
    default: return Buffer.from("+OK\r\n");
  }
};

// Commands may come in pieces: what is not whole waits.
const commandsIn = (bytes: Buffer): { readonly commands: readonly (readonly Buffer[])[]; readonly rest: Buffer } => {
  const commands: Buffer[][] = [];
  let from = 0;
  for (;;) {
    let at = from;
    const number = (): number => {
      const end = bytes.indexOf("\r\n", at);
      const read = end < 0 ? NaN : Number(bytes.toString("latin1", at + 1, end));
      at = end + 2;
      return read;
    };
    const count = number();
    const parts: Buffer[] = [];
    for (let index = 0; index < count; index++) {
      const length = number();
      if (Number.isNaN(length) || at + length + 2 > bytes.length) return { commands, rest: bytes.subarray(from) };
      parts.push(Buffer.from(bytes.subarray(at, at + length)));
      at += length + 2;
    }
    if (Number.isNaN(count)) return { commands, rest: bytes.subarray(from) };
    commands.push(parts);
    from = at;
  }
};

let server: Server;
const sockets = new Set<Socket>();
const open = async (port = 0): Promise<number> => {
  server = createServer((socket) => {
    let waiting: Buffer = Buffer.alloc(0);
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.on("data", (bytes) => {
      const { commands, rest } = commandsIn(Buffer.concat([waiting, bytes]));
      waiting = rest;
      for (const command of commands) socket.write(obey(command));
    });
  }).listen(port, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
};
const shut = async (): Promise<void> => {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  const closed = once(server, "close");
  server.close();
  await closed;
};

const clients: Client[] = [];
const isReady = async (client: Client): Promise<void> => vi.waitFor(() => expect(client.status).toBe("ready"), { timeout: 20_000 });

/** The store as one of several app processes has it: own memory, own connection, the same Redis. */
const anotherProcess = async (): Promise<{ readonly store: Store; readonly client: Client }> => {
  delete here.entrepotPages;
  vi.resetModules();
  const file: string = "./page-store.mjs";
  const { default: PageStore } = (await import(/* @vite-ignore */ file)) as { default: new () => Store };
  const store = new PageStore();
  await store.get("nothing");
  const client = (here.entrepotPages as unknown as Process["entrepotPages"]).redis;
  if (!client) throw new Error("no connection was made");
  clients.push(client);
  return { store, client };
};
const ready = async (): Promise<{ readonly store: Store; readonly client: Client }> => {
  const made = await anotherProcess();
  await isReady(made.client);
  return made;
};

const page = (html: string, tags: string) => ({ kind: "APP_PAGE", html, headers: { "x-next-cache-tags": tags } });
const moment = () => new Promise((resolve) => setTimeout(resolve, 3));
let port: number;

beforeEach(async () => {
  kept.clear();
  lives.clear();
  port = await open();
  process.env["REDIS_URL"] = `redis://127.0.0.1:${port}`;
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.disconnect();
  delete process.env["REDIS_URL"];
  if (server.listening) await shut();
});

test("what one process draws every process sends, until another one expires what it shows", async () => {
  const [first, second] = [await ready(), await ready()];
  await first.store.set("/pt-br/p/1", page("<p>São Paulo</p>", "listing:1,rates"));
  await first.store.set("/pt-br/p/2", page("two", "listing:2,rates"));
  expect((await second.store.get("/pt-br/p/1"))?.value).toMatchObject({ html: "<p>São Paulo</p>" });
  await moment();
  await second.store.revalidateTag(["listing:1"]);
  expect(await first.store.get("/pt-br/p/1")).toBeNull();
  expect((await first.store.get("/pt-br/p/2"))?.value).toMatchObject({ html: "two" });
  await moment();
  await second.store.set("/pt-br/p/1", page("new", "listing:1,rates"));
  expect((await first.store.get("/pt-br/p/1"))?.value).toMatchObject({ html: "new" });
});

test("a page that is taken away is away for all, and Redis forgets pages before it forgets what expired them", async () => {
  const [first, second] = [await ready(), await ready()];
  await first.store.set("/p/1", page("one", "listing:1"));
  await first.store.revalidateTag(["listing:2"]);
  expect(lives.get("entrepot:page:/p/1")).toBe(24 * 3600);
  expect(lives.get("entrepot:tag:listing:2")).toBeGreaterThan(lives.get("entrepot:page:/p/1") ?? 0);
  await second.store.set("/p/1", null);
  expect(await first.store.get("/p/1")).toBeNull();
});

test("while Redis is away a page is drawn anew, and nobody is told of a failure", async () => {
  const { store, client } = await ready();
  await store.set("/p/1", page("one", "listing:1"));
  await shut();
  await vi.waitFor(() => expect(client.status).not.toBe("ready"));
  expect(await store.get("/p/1")).toBeNull();
  await expect(store.set("/p/1", page("two", "listing:1"))).resolves.toBeUndefined();
  await expect(store.revalidateTag(["listing:1"])).resolves.toBeUndefined();
});

test("what expired while Redis was away is not shown when it is back: neither by the process that knows of it nor by another", async () => {
  const [first, second] = [await ready(), await ready()];
  await first.store.set("/p/1", page("one", "listing:1"));
  await moment();
  await shut();
  await vi.waitFor(() => expect([first.client.status, second.client.status]).not.toContain("ready"));
  await first.store.revalidateTag(["listing:1"]);
  await open(port);
  await Promise.all([isReady(first.client), isReady(second.client)]);
  expect(await first.store.get("/p/1")).toBeNull();
  await vi.waitFor(() => expect(kept.has("entrepot:tag:listing:1")).toBe(true));
  expect(await second.store.get("/p/1")).toBeNull();
  // Short of room, Redis may forget a tag before the page: who expired it still knows.
  kept.delete("entrepot:tag:listing:1");
  expect(await first.store.get("/p/1")).toBeNull();
});
