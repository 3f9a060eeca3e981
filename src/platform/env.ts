import { z } from "zod";

const url = (schemes: string[], example: string) =>
  z.string().refine((text) => schemes.some((scheme) => text.startsWith(`${scheme}://`)) && URL.canParse(text), {
    error: `must be an address such as ${example}`,
  });

const schema = z.object({
  DATABASE_URL: url(["postgresql", "postgres"], "postgresql://name:password@host:5432/entrepot"),
  DATABASE_POOL: z.coerce.number().int().min(1).max(100).default(10),
  APP_URL: url(["http", "https"], "https://shop.example").default("http://127.0.0.1:3000"),
  NEXTAUTH_SECRET: z.string().min(32, { error: "must have at least 32 characters" }),
  /** Closes personal numbers in the database; without it the session secret does. Changing it makes them unreadable. */
  DATA_KEY: z.string().min(32, { error: "must have at least 32 characters" }).optional(),
  SMTP_URL: url(["smtp", "smtps"], "smtp://host:587").default("smtp://127.0.0.1:1025"),
  MAIL_FROM: z.string().max(200).default("Entrepôt <no-reply@entrepot.example>"),
  DATA_DIR: z.string().max(500).default(".data"),
  STRIPE_SECRET_KEY: z.string().max(300).optional(),
  STRIPE_SANDBOX_URL: url(["http"], "http://127.0.0.1:12111").optional(),
  STRIPE_WEBHOOK_SECRET: z.string().max(300).default(""),
  ALLOW_SANDBOX_PAYMENTS: z.enum(["0", "1"]).default("0"),
  /** Where the day's exchange rates are published, in the shape of the European Central Bank's daily file. Without it the embedded table counts. */
  RATES_URL: url(["http", "https"], "https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml").optional(),
  /** An account at EasyPost, which buys labels of its carriers; without it the embedded carrier prints them. */
  EASYPOST_API_KEY: z.string().max(300).optional(),
  EASYPOST_URL: url(["http", "https"], "https://api.easypost.com").default("https://api.easypost.com"),
  REDIS_URL: url(["redis", "rediss"], "redis://host:6379").optional(),
  CACHE_MEGABYTES: z.coerce.number().int().min(8).max(16_384).default(96),
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  RATE_LIMIT_FACTOR: z.coerce.number().min(1).max(1_000_000).default(1),
  COUNTRY_HEADER: z.string().regex(/^[a-z-]{1,40}$/).optional(),
  OAUTH_GOOGLE_ID: z.string().max(300).optional(),
  OAUTH_GOOGLE_SECRET: z.string().max(300).optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
});

export type Env = z.output<typeof schema>;

/** Every fault of an environment in one readable sentence, or the environment. */
export const readEnv = (variables: Record<string, string | undefined>): Env | { readonly fault: string } => {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  return { fault: parsed.error.issues.map((i) => `${i.path.join(".")} ${given[String(i.path[0])] === undefined ? "is missing" : i.message}`).join("; ") };
};

let cached: Env | undefined;

/** The environment, checked once, on first use: `next build` runs without one. */
export const env = (): Env => {
  if (cached) return cached;
  const read = readEnv(process.env);
  if ("fault" in read) throw new Error(`The environment is not usable: ${read.fault}.`);
  return (cached = read);
};
