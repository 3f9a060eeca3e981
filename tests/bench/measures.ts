import autocannon, { type Request, type Result } from "autocannon";
import type { BenchOptions, Part } from "./bench-options";
import { residentMiB, startSecond, type App } from "./bench-app";
import { fromOurPage } from "./browser";
import { measureLandedCost } from "./landed-cost";
import { weigh } from "./page-weight";
import type { Row } from "./results";
import { buyableGoods, checkOut, checkoutLoad, type Goods, type Step } from "./shopper";
import { freePort, startStaticPage } from "./static-page";
import type { Subjects } from "./subjects";

export type Bench = { readonly app: App; readonly subjects: Subjects; readonly options: BenchOptions; /** What one part found out for another. */ readonly known: Map<string, number> };
export type Measure = (bench: Bench) => Promise<Row[]>;

const load = async (url: string, requests: readonly Request[], { connections, seconds }: BenchOptions): Promise<Result> => autocannon({ url, connections, duration: seconds, requests });

// A load that was not answered well is no speed: it is said in the row instead of hidden in an average.
const spoken = ({ requests, latency, errors, non2xx }: Result): string => {
  const bad = errors + non2xx;
  if (requests.total === 0) return "**no answer within the time**";
  return `${Math.round(requests.average)} /s, p50 ${latency.p50} ms, p99 ${latency.p99} ms${bad > 0 ? `, **${bad} of ${requests.total} not answered well**` : ""}`;
};

/** Asks for each page twice, so that it lies in the cache, and gives those that are there: an address that only leads elsewhere is no page. */
const warm = async (origin: string, paths: readonly string[]): Promise<string[]> => {
  const found: string[] = [];
  for (const path of paths) {
    const statuses: number[] = [];
    for (let i = 0; i < 2; i += 1) {
      const response = await fetch(origin + path, { redirect: "manual" });
      await response.arrayBuffer();
      statuses.push(response.status);
    }
    if (statuses[1] === 200) found.push(path);
  }
  if (found.length === 0) throw new Error(`none of ${paths.length} pages like ${paths[0]} is there`);
  return found;
};

const cached = (what: string, name: string, paths: (subjects: Subjects) => readonly string[]): Measure => async ({ app, subjects, options, known }) => {
  const pages = await warm(app.url, paths(subjects));
  const result = await load(app.url, pages.map((path) => ({ path })), options);
  known.set(name, result.requests.average);
  const base = known.get("static");
  return [{ what, result: spoken(result) + (base ? `, ${Math.round((result.requests.average / base) * 100)} % of the static page` : ""), aim: "≥ 80 % of the static page" }];
};

const some = (paths: readonly string[]): readonly string[] => paths.slice(0, 100);

/** Asks for each address once, as many at a time as there are connections. */
const onceEach = async ({ app, options }: Bench, paths: readonly string[]): Promise<string> => {
  const times: number[] = [];
  let next = 0;
  const started = performance.now();
  await Promise.all(Array.from({ length: options.connections }, async () => {
    for (let path = paths[next++]; path !== undefined; path = paths[next++]) {
      const at = performance.now();
      const response = await fetch(app.url + path);
      await response.arrayBuffer();
      if (response.status >= 500) throw new Error(`${path}: ${response.status}`);
      times.push(performance.now() - at);
    }
  }));
  times.sort((a, b) => a - b);
  const at = (share: number) => Math.round(times[Math.floor((times.length - 1) * share)] ?? 0);
  return `${Math.round((times.length / (performance.now() - started)) * 1000)} /s, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`;
};

const firstViews: Measure = async (bench) => {
  // A storefront that no other part looks at: each page is rendered once, by the first who asks.
  const pages = bench.subjects.products.map((path) => path.replace("/pt-br/", "/fr-fr/"));
  return [{ what: `product page, first view (${pages.length} different, with the redirect to the language's own address)`, result: await onceEach(bench, pages) }];
};

const searching = (what: string, half: 0 | 1, path: (word: string) => string, aim?: string): Measure => async (bench) => {
  const { app, subjects, options } = bench;
  const addresses = (words: readonly string[]) => words.map((word) => path(encodeURIComponent(word)));
  const repeated = addresses(subjects.words);
  await warm(app.url, repeated);
  const again = await load(app.url, repeated.map((each) => ({ path: each })), options);
  // What is remembered of an answer or a page is not remembered for these: nobody has asked them.
  const first = addresses(subjects.fresh.filter((_, index) => index % 2 === half));
  return [
    { what: `${what}, repeated questions (${repeated.length}: common, rare and of several words)`, result: spoken(again), ...(aim ? { aim } : {}) },
    { what: `${what}, each question for the first time (${first.length} different)`, result: await onceEach(bench, first) },
  ];
};

const goodsOf = async ({ app, subjects }: Bench): Promise<Goods[]> => buyableGoods(app, subjects.numbers);

const adding: Measure = async (bench) => {
  const goods = await goodsOf(bench);
  // Without a cookie every request is a new guest with a new cart: the dearest case, and one that no other shopper's row stands in the way of.
  const requests = goods.map(({ offerId }) => ({
    method: "POST" as const, path: "/api/cart", headers: fromOurPage(bench.app.url), body: JSON.stringify({ storefront: "de-de", offerId, quantity: 1 }),
  }));
  return [{ what: "add to cart (as the product page asks, a new guest each)", result: spoken(await load(bench.app.url, requests, bench.options)) }];
};

const checkouts: Measure = async (bench) => {
  const goods = await goodsOf(bench);
  const { shoppers, seconds } = bench.options;
  const rows: Row[] = [];
  for (const isPaid of [false, true]) {
    await checkOut(bench.app.url, goods.slice(0, 2), { isPaid });
    const done = await checkoutLoad(bench.app, goods, { shoppers, seconds: Math.max(seconds, 10), isPaid });
    const trouble = done.refused > 0 ? `, **${done.refused} refused** (${done.firstRefusal?.slice(0, 120)})` : "";
    rows.push({
      what: isPaid ? `the same, paid on the sandbox's page and settled on return (${shoppers} shoppers)` : `whole checkouts over HTTP: two listings into a cart, quote, order with its payment page (${shoppers} shoppers)`,
      result: `${done.perSecond.toFixed(1)} orders/s, p50 ${done.p50} ms, p99 ${done.p99} ms, ${done.orders} rows counted${trouble}`, ...(isPaid ? {} : { aim: "≥ 60 /s" }),
    });
  }
  return rows;
};

const statements: Measure = async (bench) => {
  const port = await freePort();
  const counter = await freePort();
  const second = await startSecond(bench.app, port, ["./tests/bench/count-statements.mjs"], { BENCH_COUNTER_PORT: String(counter) });
  const sent = async (): Promise<string[]> => (await (await fetch(`http://127.0.0.1:${counter}`, { method: "POST" })).json()) as string[];
  const read = async (): Promise<string[]> => (await (await fetch(`http://127.0.0.1:${counter}`)).json()) as string[];
  try {
    const goods = await goodsOf(bench);
    // What a process remembers (rates, rules, services) is read once for all pages, so another page and another order go first.
    await warm(second.url, bench.subjects.products.slice(0, 3));
    await checkOut(second.url, goods.slice(0, 2), { isPaid: true, looks: true });
    await sent();
    await (await fetch(second.url + (bench.subjects.products[10] ?? ""))).arrayBuffer();
    const page = await read();
    const steps: [Step, number][] = [];
    let before = 0;
    await sent();
    await checkOut(second.url, goods.slice(2, 4), { isPaid: true, after: async (step) => {
      const all = (await read()).length;
      steps.push([step, all - before]);
      before = all;
    } });
    const whole = steps.reduce((sum, [, count]) => sum + count, 0);
    return [
      { what: "SQL statements of a product page that is not cached", result: `${page.length}`, aim: "≤ 4" },
      { what: "SQL statements of a whole checkout of two merchants' goods (cart, quote, order, settled)", result: `${whole} (${steps.map(([step, count]) => `${step} ${count}`).join(", ")}); BEGIN and COMMIT not counted`, aim: "≤ 25" },
    ];
  } finally {
    await second.stop();
  }
};

const bytes: Measure = async ({ app, subjects }) => {
  const weights = await Promise.all(subjects.products.slice(0, 10).map((path) => weigh(app.url, path)));
  const heaviest = weights.reduce((a, b) => (b.htmlGzip > a.htmlGzip ? b : a));
  const kilobytes = (count: number) => `${(count / 1000).toFixed(1)} kB`;
  return [
    { what: "product page: HTML, gzip (heaviest of ten)", result: `${kilobytes(heaviest.htmlGzip)} (${kilobytes(heaviest.htmlBytes)} plain)`, aim: "≤ 30 kB" },
    { what: "product page: JavaScript, gzip", result: `${kilobytes(heaviest.scriptGzip)} in ${heaviest.scripts} files`, aim: "≤ 170 kB" },
  ];
};

const coldStart: Measure = async ({ app, subjects }) => {
  const times: number[] = [];
  for (let i = 0; i < 3; i += 1) {
    const started = performance.now();
    const second = await startSecond(app, await freePort());
    await (await fetch(second.url + (subjects.products[i] ?? ""))).arrayBuffer();
    times.push(performance.now() - started);
    await second.stop();
  }
  times.sort((a, b) => a - b);
  return [{ what: "cold start of the built app to its first product page (median of three)", result: `${((times[1] ?? 0) / 1000).toFixed(2)} s`, aim: "≤ 1.5 s" }];
};

const staticPage: Measure = async ({ app, subjects, options, known }) => {
  const { htmlBytes } = await weigh(app.url, subjects.products[0] ?? "");
  const page = await startStaticPage(htmlBytes);
  try {
    await warm(page.url, ["/"]);
    const result = await load(page.url, [{ path: "/" }], options);
    known.set("static", result.requests.average);
    return [{ what: `a static page of bare Next, ${(page.bytes / 1000).toFixed(0)} kB (the product page has ${(htmlBytes / 1000).toFixed(0)} kB)`, result: spoken(result) }];
  } finally {
    await page.stop();
  }
};

const memory: Measure = async ({ app, known }) => {
  const now = app.process && residentMiB(app.process.pid);
  const idle = known.get("idle");
  return now == null ? [] : [{ what: "memory of the app process, idle and after the load of this run", result: `${idle ?? "?"} MiB, ${now} MiB`, aim: "250 / 450 MiB" }];
};

/** Every part, in the order in which they are measured: what needs no app, then the static page, because others are compared with it; memory last. */
export const measures: Readonly<Record<Part, { readonly measure: Measure; readonly needsOwnApp?: true }>> = {
  "landed-cost": { measure: async () => measureLandedCost() },
  static: { measure: staticPage },
  home: { measure: cached("home, from cache", "home", ({ home }) => [home]) },
  category: { measure: cached("category pages, from cache", "category", ({ categories }) => categories.slice(0, 20)) },
  product: { measure: cached("product pages, from cache (100 different)", "product", ({ products }) => some(products)) },
  "first-view": { measure: firstViews },
  search: { measure: searching("search page", 0, (word) => `/pt-br/search?q=${word}`, "≥ 300 /s, p99 < 100 ms at 100,000 listings, at most twice the time of 1,500") },
  api: { measure: searching("search over the public API", 1, (word) => `/api/v1/search?storefront=pt-br&q=${word}`) },
  cart: { measure: adding },
  checkout: { measure: checkouts },
  statements: { measure: statements, needsOwnApp: true },
  bytes: { measure: bytes },
  start: { measure: coldStart, needsOwnApp: true },
  memory: { measure: memory, needsOwnApp: true },
};
