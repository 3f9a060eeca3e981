import type Stripe from "stripe";
import type { Route } from "../route";
import { secondsNow } from "../sandbox";

/** The platform's balance is the sum of its balance transactions and nothing else: what is there is there to the cent. */
export const balanceRoutes: readonly Route[] = [
  {
    method: "GET", path: "/v1/balance", supported: ["expand.*"],
    handle: ({ sandbox }): Stripe.Balance => {
      const now = secondsNow(sandbox);
      const sums = new Map<string, { available: number; pending: number }>([[sandbox.settings.settlementCurrency, { available: 0, pending: 0 }]]);
      for (const movement of sandbox.store.all("movements")) {
        const sum = sums.get(movement.currency) ?? { available: 0, pending: 0 };
        sum[movement.available_on <= now ? "available" : "pending"] += movement.net;
        sums.set(movement.currency, sum);
      }
      const column = (which: "available" | "pending") =>
        [...sums].map(([currency, sum]) => ({ amount: sum[which], currency, source_types: { card: sum[which] } }));
      return { object: "balance", available: column("available"), livemode: false, pending: column("pending") };
    },
  },
];
