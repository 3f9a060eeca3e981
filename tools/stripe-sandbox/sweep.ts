import { expireIfDue } from "./resources/checkout-session";
import type { Sandbox } from "./sandbox";

/** Closes what is due by the sandbox clock: run every second, and at once when the clock is advanced. */
export const sweep = (sandbox: Sandbox): void => {
  for (const session of sandbox.store.all("sessions")) expireIfDue(sandbox, session);
  sandbox.store.commit();
};
