// The job worker: a process of its own.
import { workOn } from "../src/platform/jobs/work";
import { closeJobs, keepSchedule } from "../src/platform/jobs/queue";
import { closeDatabase } from "../src/platform/db";
import { postLetter } from "../src/platform/mail/letters";
import { hearStripeEvent } from "../src/modules/checkout/commands/hear-stripe-event";
import { purgeCustomsNumbers } from "../src/modules/checkout/commands/purge-customs-numbers";
import { settleCheckout } from "../src/modules/checkout/commands/settle-checkout";
import { sweepCheckouts } from "../src/modules/checkout/commands/sweep-checkouts";
import { sendStripeCommand } from "../src/modules/payment/commands/send-stripe-command";
import { takeDayRates } from "../src/modules/discovery/commands/take-day-rates";
import { turnRuleDays } from "../src/modules/customs/commands/turn-rule-days";
import { addSeconds } from "../src/kernel/time";
import { now } from "../src/platform/clock";
import { env } from "../src/platform/env";
import { log } from "../src/platform/log";

await workOn({
  "send-mail": postLetter,
  "send-stripe-command": sendStripeCommand,
  "read-stripe-event": hearStripeEvent,
  "settle-checkout": settleCheckout,
  "fetch-rates": takeDayRates,
  "purge-customs-numbers": purgeCustomsNumbers,
});
// The ECB publishes around 16:00 in Brussels on its working days, now and then later: asked until the evening, and once at the start.
await keepSchedule("fetch-rates", env().RATES_URL ? "15 16-21 * * 1-5" : null, "Europe/Brussels");
void takeDayRates().catch((error: unknown) => log.error({ err: error }, "rates of the day"));
await keepSchedule("purge-customs-numbers", "40 * * * *", "UTC");
console.log("READY {}");

// What must happen although no job asks for it. One round after the other, half a minute apart; another worker doing the same is harmless.
let isStopping = false;
// A worker that starts may have missed the beginning of a day; pages live an hour at most.
let lastTurn = addSeconds(now(), -3600);
const sweeping = (async () => {
  while (!isStopping) {
    await sweepCheckouts().catch((error: unknown) => log.error({ err: error }, "sweep"));
    const at = now();
    await turnRuleDays(lastTurn, at).then(() => (lastTurn = at)).catch((error: unknown) => log.error({ err: error }, "days of rules"));
    for (let second = 0; second < 30 && !isStopping; second++) await new Promise((done) => setTimeout(done, 1000));
  }
})();

const stop = async (): Promise<void> => {
  isStopping = true;
  await sweeping;
  await closeJobs();
  await closeDatabase();
  process.exit(0);
};
process.on("SIGTERM", () => void stop());
process.on("SIGINT", () => void stop());
