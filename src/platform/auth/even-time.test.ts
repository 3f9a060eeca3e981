import { expect, it } from "vitest";
import { inEvenTime } from "./even-time";

it("an answer comes no sooner than its even time, a failure neither", async () => {
  const from = performance.now();
  expect(await inEvenTime(async () => "found", 40)).toBe("found");
  expect(performance.now() - from).toBeGreaterThanOrEqual(39);
  const again = performance.now();
  await expect(inEvenTime(() => Promise.reject(new Error("broken")), 40)).rejects.toThrow("broken");
  expect(performance.now() - again).toBeGreaterThanOrEqual(39);
});
