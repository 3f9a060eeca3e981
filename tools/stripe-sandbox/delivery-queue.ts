import Stripe from "stripe";
import { clockNow, newId, type Sandbox } from "./sandbox";
import type { Delivery } from "./store";

/** Seconds until the next try; then every minute for a day. Stripe takes hours: a newcomer who restarts the app must not wait for them. */
const retrySeconds = [1, 3, 10, 30];
const lastRetrySeconds = 60;
const givenUpAfterMs = 24 * 3600 * 1000;
const timeoutMs = 10_000;
const atOnce = 8;

/** Carries events to endpoints at least once, in no promised order, signed afresh for each try. Survives restarts with the store. */
export class DeliveryQueue {
  private timer: NodeJS.Timeout | undefined;
  private readonly flying = new Map<string, Promise<void>>();
  private readonly stopping = new AbortController();
  /** What is still to be carried; the store also keeps what was, for the dashboard. */
  private readonly waiting = new Map<string, Delivery>();
  private isStopped = false;
  private isAwake = false;

  constructor(private readonly find: () => Sandbox) {}

  /** Takes up what an earlier process left. */
  start(): void {
    this.waiting.clear();
    for (const delivery of this.find().store.all("deliveries")) if (delivery.state === "waiting") this.waiting.set(delivery.id, delivery);
    this.wake();
  }

  add(event: Stripe.Event, endpoint: Stripe.WebhookEndpoint): void {
    const sandbox = this.find();
    const at = clockNow(sandbox);
    const fault = sandbox.faults.takeForWebhook(event.type);
    if (fault?.kind === "drop") return;
    const nextAt = fault?.kind === "delay" ? at + fault.ms : at;
    for (let copy = 0; copy < (fault?.kind === "duplicate" ? 2 : 1); copy++) {
      // The id says that this one is to be signed wrongly: a restart must not forget it.
      const id = newId(fault?.kind === "wrong_secret" ? "dlv_wrongsecret" : "dlv");
      this.keep(sandbox, { id, event: event.id, endpoint: endpoint.id, state: "waiting", firstAt: at, nextAt, attempts: [] });
    }
    this.wake();
  }

  /** Sends what is due soon after the current request is over, never within it: Stripe too answers first. Calls in a row share one turn. */
  wake(): void {
    if (this.isStopped || this.isAwake) return;
    this.isAwake = true;
    setTimeout(() => this.run(), 2).unref();
  }

  resend(id: string): boolean {
    const { store } = this.find();
    const delivery = store.get("deliveries", id);
    if (!delivery) return false;
    const now = clockNow(this.find());
    this.keep(this.find(), { ...delivery, state: "waiting", firstAt: now, nextAt: now });
    store.commit();
    this.wake();
    return true;
  }

  /** Breaks off what is under way; it counts as a failed try and is sent again after the next start. */
  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    this.stopping.abort();
    await Promise.allSettled(this.flying.values());
  }

  /** Moves to the end of the line: whoever failed waits behind those who were not tried yet. */
  private keep(sandbox: Sandbox, delivery: Delivery): void {
    sandbox.store.put("deliveries", delivery);
    this.waiting.delete(delivery.id);
    if (delivery.state === "waiting") this.waiting.set(delivery.id, delivery);
  }

  private run(): void {
    this.isAwake = false;
    clearTimeout(this.timer);
    if (this.isStopped) return;
    const sandbox = this.find();
    const now = clockNow(sandbox);
    let next = Infinity;
    for (const delivery of this.waiting.values()) {
      if (this.flying.size >= atOnce) return;   // the first to land wakes the queue
      if (this.flying.has(delivery.id)) continue;
      if (delivery.nextAt > now) {
        next = Math.min(next, delivery.nextAt);
        continue;
      }
      this.flying.set(delivery.id, this.send(sandbox, delivery).finally(() => {
        this.flying.delete(delivery.id);
        this.wake();
      }));
    }
    if (next < Infinity) this.timer = setTimeout(() => this.run(), Math.min(Math.max(next - now, 5), 60_000));
  }

  private async send(sandbox: Sandbox, delivery: Delivery): Promise<void> {
    const { store } = sandbox;
    const event = store.get("events", delivery.event);
    const endpoint = store.get("endpoints", delivery.endpoint);
    if (!event || !endpoint) {
      this.waiting.delete(delivery.id);
      store.drop("deliveries", delivery.id);
      store.commit();
      return;
    }
    const payload = JSON.stringify(event, null, 2);
    const isSpoiled = delivery.id.startsWith("dlv_wrongsecret") && delivery.attempts.length === 0;
    // Real time, not the sandbox clock: the receiver compares it with its own clock.
    const signature = signer.webhooks.generateTestHeaderString({
      payload, secret: isSpoiled ? "whsec_not_the_secret_of_this_endpoint" : endpoint.secret!, timestamp: Math.floor(Date.now() / 1000),
    });
    let status: number | null = null;
    let problem: string | null = null;
    try {
      const answer = await fetch(endpoint.url, {
        method: "POST", body: payload, redirect: "manual", signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), this.stopping.signal]),
        headers: { "content-type": "application/json; charset=utf-8", "stripe-signature": signature, "user-agent": "Stripe/1.0 (sandbox)" },
      });
      status = answer.status;
      await answer.arrayBuffer();
      if (status < 200 || status > 299) problem = `HTTP ${status}`;
    } catch (error) {
      problem = error instanceof Error ? (error.cause instanceof Error ? error.cause.message : error.message) : String(error);
    }
    // Resent or reset while it was under way: the newer wish stands.
    if (store.get("deliveries", delivery.id)?.firstAt !== delivery.firstAt) return;
    const now = clockNow(sandbox);
    const attempts = [...delivery.attempts, { at: now, status, problem }].slice(-20);
    const wait = (retrySeconds[delivery.attempts.length] ?? lastRetrySeconds) * 1000;
    if (!problem) {
      this.keep(sandbox, { ...delivery, attempts, state: "delivered" });
      store.put("events", { ...event, pending_webhooks: Math.max(0, event.pending_webhooks - 1) } as Stripe.Event);
    } else {
      this.keep(sandbox, { ...delivery, attempts, state: now - delivery.firstAt > givenUpAfterMs ? "given-up" : "waiting", nextAt: now + wait });
    }
    store.commit();
  }
}

const signer = new Stripe("sk_test_sandbox_signs_only");
