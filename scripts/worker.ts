// The job worker: a process of its own.
import { workOn } from "../src/platform/jobs/work";
import { closeJobs } from "../src/platform/jobs/queue";
import { closeDatabase } from "../src/platform/db";
import { postLetter } from "../src/platform/mail/letters";
import { hearStripeEvent } from "../src/modules/checkout/commands/hear-stripe-event";
import { settleCheckout } from "../src/modules/checkout/commands/settle-checkout";
import { sweepCheckouts } from "../src/modules/checkout/commands/sweep-checkouts";
import { sendStripeCommand } from "../src/modules/payment/commands/send-stripe-command";
import { log } from "../src/platform/log";

await workOn({
  "send-mail": postLetter,
  "send-stripe-command": sendStripeCommand,
  "read-stripe-event": hearStripeEvent,
  "settle-checkout": settleCheckout,
});
console.log("READY {}");

// What must happen although no job asks for it. One round after the other, half a minute apart; another worker doing the same is harmless.
let isStopping = false;
const sweeping = (async () => {
  while (!isStopping) {
    await sweepCheckouts().catch((error: unknown) => log.error({ err: error }, "sweep"));
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
