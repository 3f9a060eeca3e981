import { secondsBetween, type Instant } from "@/kernel/time";

/** Only applications that were sent and are not decided stand in line; an applicant who was asked for more keeps the place. */
export type InLine = { readonly id: string; readonly submittedAt: Instant };

/** Place in the queue, counted from 1: how many were sent before, plus one. Two sent in the same millisecond stand by their id, so that no two share a place. */
export const placeInQueue = (mine: InLine, line: readonly InLine[]): number =>
  1 + line.filter((other) => other.submittedAt < mine.submittedAt || (other.submittedAt === mine.submittedAt && other.id < mine.id)).length;

/** How many of the last decisions the usual wait looks back on. */
export const decidedLookedAt = 30;

/**
 * The usual wait in seconds: the median over the last 30 decided applications of the time from first sending to decision. The median, because
 * one application that lay for a month says nothing about the next one. Null when nothing was decided yet: unknown is unknown.
 * Waits of 1, 2 and 30 days: 2 days. An even number of waits: the mean of the two in the middle, rounded down to the second.
 */
export const usualWaitSeconds = (decided: readonly { readonly submittedAt: Instant; readonly decidedAt: Instant }[]): number | null => {
  if (decided.length === 0) return null;
  const latest = [...decided].sort((a, b) => (a.decidedAt < b.decidedAt ? 1 : -1)).slice(0, decidedLookedAt);
  const waits = latest.map(({ submittedAt, decidedAt }) => secondsBetween(submittedAt, decidedAt)).sort((a, b) => a - b);
  const middle = Math.floor(waits.length / 2);
  const upper = waits[middle] ?? 0;
  return Math.floor(waits.length % 2 === 1 ? upper : ((waits[middle - 1] ?? 0) + upper) / 2);
};
