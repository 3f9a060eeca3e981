import { z } from "zod";

const count = z.number().int().min(1).max(10_000);

/** What may be made to go wrong, for the nth matching call from now and `times` calls on. */
export const faultSchema = z.union([
  z.strictObject({
    kind: z.enum(["drop_before", "drop_after", "error_500_before", "error_500_after", "conflict_409", "lock_timeout", "rate_limit_429", "slow"]),
    method: z.enum(["GET", "POST", "DELETE"]),
    /** `*` stands for one path segment. */
    path: z.string().min(1).max(200),
    nth: count.default(1), times: count.default(1), ms: z.number().int().min(0).max(120_000).default(1000),
  }),
  z.strictObject({
    webhook: z.enum(["duplicate", "delay", "drop", "wrong_secret"]),
    type: z.string().max(100).default("*"),
    nth: count.default(1), times: count.default(1), ms: z.number().int().min(0).max(86_400_000).default(5000),
  }),
]);
export type Fault = z.infer<typeof faultSchema>;
export type CallFault = Extract<Fault, { kind: string }>;

/** Planned misfortune. Kept in memory only: a restart is a fresh start. */
export class FaultList {
  private faults: { readonly fault: Fault; seen: number }[] = [];

  add(fault: Fault): void {
    this.faults.push({ fault, seen: 0 });
  }

  clear(): void {
    this.faults = [];
  }

  list(): readonly { readonly fault: Fault; readonly seen: number }[] {
    return this.faults;
  }

  takeForCall(method: string, path: string): CallFault | undefined {
    return this.take((fault): fault is CallFault => "kind" in fault && fault.method === method && matches(fault.path, path));
  }

  takeForWebhook(type: string): { kind: "duplicate" | "delay" | "drop" | "wrong_secret"; ms: number } | undefined {
    const fault = this.take((one): one is Extract<Fault, { webhook: string }> => "webhook" in one && (one.type === "*" || one.type === type));
    return fault && { kind: fault.webhook, ms: fault.ms };
  }

  private take<F extends Fault>(isMeant: (fault: Fault) => fault is F): F | undefined {
    let taken: F | undefined;
    for (const entry of this.faults) {
      if (!isMeant(entry.fault)) continue;
      entry.seen++;
      if (!taken && entry.seen >= entry.fault.nth && entry.seen < entry.fault.nth + entry.fault.times) taken = entry.fault;
    }
    return taken;
  }
}

const matches = (pattern: string, path: string): boolean => {
  const wanted = pattern.split("/");
  const given = path.split("/");
  return wanted.length === given.length && wanted.every((part, index) => part === "*" || part === given[index]);
};
