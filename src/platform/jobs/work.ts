import { log } from "../log";
import { boss, jobNames, type JobName, type Jobs } from "./queue";

export type JobHandlers = { readonly [J in JobName]: (data: Jobs[J]) => Promise<unknown> };

/** Takes jobs off the queue until the process stops. A handler that throws is tried again later, with growing pauses. */
export const workOn = async (handlers: JobHandlers): Promise<void> => {
  const queue = await boss(true);
  for (const name of jobNames) {
    await queue.work<Jobs[typeof name]>(name, { pollingIntervalSeconds: 0.5, batchSize: 4 }, async (jobs) => {
      for (const job of jobs) {
        try {
          await handlers[name](job.data as never);
        } catch (error) {
          log.error({ err: error, job: name, id: job.id }, "job failed");
          throw error;
        }
      }
    });
  }
};
