// Services that a person brings (DATABASE_URL, STRIPE_SECRET_KEY, SMTP_URL): refused at boot in one sentence when they cannot be right.
import { setTimeout as sleep } from "node:timers/promises";

const withoutPassword = (address) => {
  const url = new URL(address);
  url.password = "";
  return url.href;
};

const schemeOf = (address) => (URL.canParse(address) ? new URL(address).protocol : undefined);

/** The kind of a Stripe key: real Stripe in live or test mode, or our own sandbox. Anything else is refused. */
export const stripeKeyKind = (key) => {
  if (/^sk_test_sandbox_[A-Za-z0-9_]+$/.test(key)) return "sandbox";
  const real = /^(?:sk|rk)_(live|test)_(?!sandbox_)[A-Za-z0-9]{16,}$/.exec(key);
  if (real) return real[1];
  throw new Error("STRIPE_SECRET_KEY is neither a Stripe key (sk_live_…, sk_test_…, rk_live_…, rk_test_…) nor a sandbox key (sk_test_sandbox_…).");
};

/** Refuses what is wrong by its form alone, before anything is installed or started. */
export const checkGivenForms = (env) => {
  if (env.DATABASE_URL && !["postgresql:", "postgres:"].includes(schemeOf(env.DATABASE_URL)))
    throw new Error("DATABASE_URL is not the address of a PostgreSQL database, such as postgresql://name:password@host:5432/entrepot.");
  if (env.DATABASE_URL && new URL(env.DATABASE_URL).pathname.length < 2) throw new Error("DATABASE_URL names no database: it ends like …@host:5432/entrepot.");
  if (env.SMTP_URL && (!["smtp:", "smtps:"].includes(schemeOf(env.SMTP_URL)) || !new URL(env.SMTP_URL).hostname))
    throw new Error("SMTP_URL is not the address of a mail server, such as smtp://host:587 or smtps://name:password@host:465.");
  if (env.STRIPE_SECRET_KEY) stripeKeyKind(env.STRIPE_SECRET_KEY);
  if (env.STRIPE_WEBHOOK_SECRET && !env.STRIPE_WEBHOOK_SECRET.startsWith("whsec_")) throw new Error("STRIPE_WEBHOOK_SECRET is not a signing secret: it begins with whsec_.");
  if (env.APP_URL && !["http:", "https:"].includes(schemeOf(env.APP_URL))) throw new Error("APP_URL is not a web address, such as https://shop.example.");
};

/** Reaches the given database within ten seconds or refuses, saying which and why (never the password). */
export const checkDatabase = async (url) => {
  const { default: pg } = await import("pg");
  const until = Date.now() + 10_000;
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: Math.max(1000, until - Date.now()) });
    client.on("error", () => {});
    try {
      await client.connect();
      const { rows } = await client.query("select current_setting('server_version') as version, current_setting('server_version_num')::int as number, current_setting('server_encoding') as encoding");
      if (rows[0].number < 150000) throw Object.assign(new Error(`it is PostgreSQL ${rows[0].version}, and 15 or newer is needed`), { isFinal: true });
      if (rows[0].encoding !== "UTF8") throw Object.assign(new Error(`its encoding is ${rows[0].encoding}, and UTF8 is needed`), { isFinal: true });
      return rows[0].version;
    } catch (error) {
      // A refused password or an unknown database stays so; a server that is still starting may answer a second later.
      const isFinal = error.isFinal || /^(28|3D)/.test(error.code ?? "") || error.code === "ENOTFOUND";
      if (isFinal || Date.now() + 1000 > until) throw new Error(`The database of DATABASE_URL (${withoutPassword(url)}) cannot be used: ${error.message || error.code}.`);
      await sleep(500);
    } finally {
      await client.end().catch(() => {});
    }
  }
};

/** An address as it may be shown: without its password. */
export const shownAddress = withoutPassword;
