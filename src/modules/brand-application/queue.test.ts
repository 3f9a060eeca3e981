import { expect, test } from "vitest";
import { addSeconds, type Instant } from "@/kernel/time";
import { placeInQueue, usualWaitSeconds } from "./queue";

const noon = "2026-11-01T12:00:00.000Z" as Instant;
const day = 86_400;
const decided = (afterDays: number, onDay: number) => ({ submittedAt: addSeconds(noon, (onDay - afterDays) * day), decidedAt: addSeconds(noon, onDay * day) });

test("who was sent first stands first, and nobody shares a place", () => {
  const line = [{ id: "b", submittedAt: noon }, { id: "a", submittedAt: noon }, { id: "c", submittedAt: addSeconds(noon, -60) }];
  expect(line.map((one) => placeInQueue(one, line))).toEqual([3, 2, 1]);
});

test("the usual wait is the median, so that one that lay for a month does not frighten the next", () => {
  expect(usualWaitSeconds([decided(1, 1), decided(2, 2), decided(30, 3)])).toBe(2 * day);
  expect(usualWaitSeconds([decided(1, 1), decided(4, 2)])).toBe(2.5 * day);
});

test("only the last thirty decisions count", () => {
  const old = Array.from({ length: 30 }, (_, i) => decided(50, -100 - i));
  const fresh = Array.from({ length: 30 }, (_, i) => decided(3, i));
  expect(usualWaitSeconds([...old, ...fresh])).toBe(3 * day);
});

test("when nothing was decided yet, the wait is not known", () => {
  expect(usualWaitSeconds([])).toBeNull();
});
