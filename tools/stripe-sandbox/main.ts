import { z } from "zod";
import { isKnownCurrency } from "./currency-rule";
import { startSandbox } from "./server";

/**
 * The shop's payment provider on machines without a real key: speaks Stripe's API to the official SDK, shows a hosted checkout page, sends signed webhooks.
 * Loopback only; no real card is ever accepted. SIGTERM stops it, its state stays in SANDBOX_STATE (without it: in memory).
 */
const environment = z.object({
  SANDBOX_PORT: z.coerce.number().int().min(0).max(65_535).default(12111),
  SANDBOX_STATE: z.string().min(1).optional(),
  SANDBOX_WEBHOOK_URL: z.url().optional(),
  SANDBOX_WEBHOOK_SECRET: z.string().regex(/^whsec_\w+$/, "must look like whsec_…").optional(),
  /** Which events the endpoint asks for, as in Stripe's dashboard; all of them unless told. */
  SANDBOX_WEBHOOK_EVENTS: z.string().regex(/^(\*|[a-z_.]+(,[a-z_.]+)*)$/, "must be * or a list such as charge.refunded,checkout.session.completed").default("*"),
  SANDBOX_SETTLEMENT: z.string().toLowerCase().refine(isKnownCurrency, "is a currency without a rate").default("usd"),
  SANDBOX_SHOP_NAME: z.string().min(1).max(60).default("Entrepôt"),
}).refine((env) => (env.SANDBOX_WEBHOOK_URL === undefined) === (env.SANDBOX_WEBHOOK_SECRET === undefined), "SANDBOX_WEBHOOK_URL and SANDBOX_WEBHOOK_SECRET go together");

const parsed = environment.safeParse(process.env);
if (!parsed.success) {
  console.error(`The Stripe sandbox cannot start: ${z.prettifyError(parsed.error)}`);
  process.exit(2);
}
const env = parsed.data;
try {
  const running = await startSandbox({
    port: env.SANDBOX_PORT, stateFile: env.SANDBOX_STATE, settlementCurrency: env.SANDBOX_SETTLEMENT, shopName: env.SANDBOX_SHOP_NAME,
    webhook: env.SANDBOX_WEBHOOK_URL && env.SANDBOX_WEBHOOK_SECRET ? { url: env.SANDBOX_WEBHOOK_URL, secret: env.SANDBOX_WEBHOOK_SECRET, events: env.SANDBOX_WEBHOOK_EVENTS.split(",") } : undefined,
  });
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => void running.stop().then(() => process.exit(0)));
  }
  console.log(`READY ${JSON.stringify({ url: running.url })}`);
} catch (error) {
  console.error(`The Stripe sandbox cannot start: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
