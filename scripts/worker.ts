// The job worker: a process of its own.
import { workOn } from "../src/platform/jobs/work";
import { closeJobs } from "../src/platform/jobs/queue";
import { closeDatabase } from "../src/platform/db";
import { postLetter } from "../src/platform/mail/letters";

await workOn({
  "send-mail": postLetter,
  "send-stripe-command": async () => undefined,
  "read-stripe-event": async () => undefined,
  "settle-checkout": async () => undefined,
});
console.log("READY {}");

const stop = async (): Promise<void> => {
  await closeJobs();
  await closeDatabase();
  process.exit(0);
};
process.on("SIGTERM", () => void stop());
process.on("SIGINT", () => void stop());
