import { instant, addSeconds } from "@/kernel/time";
import { now } from "@/platform/clock";
import { stripe } from "@/platform/stripe/stripe";
import { newestEventAt } from "../queries";
import { recordEvent } from "./record-webhook";

/** Fills the gaps of the webhooks: every event since an hour before the newest one we know (or of the last day) is put into the inbox, if it is not there. */
export const pollEvents = async (): Promise<number> => {
  const newest = await newestEventAt();
  const since = newest ? addSeconds(instant(newest), -3600) : addSeconds(now(), -24 * 3600);
  let found = 0;
  for await (const event of stripe().events.list({ created: { gte: Math.floor(new Date(since).getTime() / 1000) }, limit: 100 })) {
    const recorded = await recordEvent(event, "poll");
    if (recorded.ok && recorded.value.isNew) found += 1;
    if (found >= 500) break;
  }
  return found;
};
