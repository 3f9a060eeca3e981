import { setTimeout as sleep } from "node:timers/promises";

/**
 * Answers after the same time whatever was found: the difference between writing a letter and writing none would tell whether an
 * address has an account. The floor lies above what the work takes on a small machine.
 */
export const inEvenTime = async <V>(work: () => Promise<V>, milliseconds = 200): Promise<V> => {
  const [result] = await Promise.allSettled([work(), sleep(milliseconds)]);
  if (result.status === "rejected") throw result.reason;
  return result.value;
};
