import { log } from "../log";
import { boss, jobNames, type JobName, type Jobs } from "./queue";

export type JobHandlers = { readonly [J in JobName]: (data: Jobs[J]) => Promise<unknown> };

// The queue is asked twice a second: a batch is what can be done in that time, so that the letters of sixty orders a second leave on the same day.
const batchSize = 100;
const atOnce = 4;

/** Takes jobs off the queue until the process stops. A handler that throws is tried again later, with growing pauses. */
export const workOn = async (handlers: JobHandlers): Promise<void> => {
  const queue = await boss(true);
  for (const name of jobNames) {
    await queue.work<Jobs[typeof name]>(name, { pollingIntervalSeconds: 0.5, batchSize }, async (jobs) => {
      const left = [...jobs];
      const workThrough = async (): Promise<void> => {
        for (let job = left.shift(); job; job = left.shift()) {
          try {
            await handlers[name](job.data as never);
          } catch (error) {
            log.error({ err: error, job: name, id: job.id }, "job failed");
            // It alone is tried again: the others of the batch are done, or still to do.
            await queue.fail(name, job.id, { message: error instanceof Error ? error.message : String(error) });
          }
        }
      };
      await Promise.all(Array.from({ length: atOnce }, workThrough));
    });
  }
};
