import { AsyncLocalStorage } from "node:async_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { refuse, type Refusal, type Result } from "@/kernel/result";
import { database, type Tx } from "./client";

const open = new AsyncLocalStorage<Tx>();

class Rollback extends Error {
  constructor(readonly refusal: Refusal) {
    super("rolled back by a refusal");
  }
}

// Conflicts that a second try can win: write conflict or deadlock, transaction could not start, serialisation failure.
const isConflict = (error: unknown): boolean => {
  const text = error instanceof Error ? `${(error as { code?: string }).code ?? ""} ${error.message}` : "";
  return /\bP2034\b|\bP2028\b|40001|40P01|TransactionWriteConflict|deadlock detected/.test(text);
};

/**
 * Runs a verb's reads and writes as one: a refusal rolls back as a throw does, conflicts are tried again with jitter,
 * and a transaction that is already open is joined (its owner then decides about an inner refusal).
 */
export const transaction = async <V, R extends Refusal>(work: (tx: Tx) => Promise<Result<V, R>>): Promise<Result<V, R>> => {
  const outer = open.getStore();
  if (outer) return work(outer);
  for (let attempt = 1; ; attempt++) {
    try {
      return await database().$transaction(
        (tx) =>
          open.run(tx, async () => {
            const result = await work(tx);
            if (!result.ok) throw new Rollback(result.refusal);
            return result;
          }),
        { maxWait: 8_000, timeout: 20_000 },
      );
    } catch (error) {
      if (error instanceof Rollback) return refuse(error.refusal as R);
      if (!isConflict(error) || attempt >= 5) throw error;
      await sleep(2 ** attempt * 10 * (0.5 + Math.random()));
    }
  }
};

/** Adapters to the outside refuse to be called while rows are locked. */
export const isInTransaction = (): boolean => open.getStore() !== undefined;
/** The open transaction, or the pool: for reads that may happen inside a verb or outside. */
export const reader = (): Tx => open.getStore() ?? database();
