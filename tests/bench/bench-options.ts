import { parseArgs } from "node:util";

export const parts = ["landed-cost", "static", "home", "category", "product", "first-view", "search", "api", "cart", "checkout", "statements", "bytes", "start", "memory"] as const;
export type Part = (typeof parts)[number];

export type BenchOptions = {
  readonly sizes: readonly number[];
  readonly only: ReadonlySet<Part>;
  readonly seconds: number;
  readonly connections: number;
  readonly shoppers: number;
  /** An app that runs already (with DATABASE_URL in the environment): nothing is started, and what needs a process of its own is left out. */
  readonly url: string | null;
};

export const usage = `npm run bench -- [options]

  --listings N,N     sizes of the shop, each with its own data directory (1500)
  --only PART,PART   some of: ${parts.join(", ")}
  --seconds N        how long each load lasts (10)
  --connections N    requests at once (10)
  --shoppers N       shoppers at once in the checkout (10)
  --url URL          measure an app that is up already, with DATABASE_URL set`;

const whole = (text: string, name: string): number => {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Error(`--${name} takes whole numbers, not "${text}".\n\n${usage}`);
  return Number(text);
};

const isPart = (text: string): text is Part => (parts as readonly string[]).includes(text);

export const readBenchOptions = (args: readonly string[]): BenchOptions => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      listings: { type: "string", default: "1500" }, only: { type: "string", default: parts.join(",") }, seconds: { type: "string", default: "10" },
      connections: { type: "string", default: "10" }, shoppers: { type: "string", default: "10" }, url: { type: "string" },
    },
  });
  const only = values.only.split(",").map((part) => {
    if (!isPart(part)) throw new Error(`There is no part "${part}".\n\n${usage}`);
    return part;
  });
  return {
    sizes: values.listings.split(",").map((size) => whole(size, "listings")), only: new Set(only), seconds: whole(values.seconds, "seconds"),
    connections: whole(values.connections, "connections"), shoppers: whole(values.shoppers, "shoppers"), url: values.url ?? null,
  };
};
