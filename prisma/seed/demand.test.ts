import { expect, test } from "vitest";
import { demandOf, lastMoment, peakDay } from "./demand";
import { chanceOf } from "./random";

const dayOf = (millis: number): string => new Date(millis).toISOString().slice(0, 10);

test("a peak is a day of the year, or the n-th or last weekday of a month", () => {
  expect(dayOf(peakDay("11-11", 2026))).toBe("2026-11-11");
  expect(dayOf(peakDay("4-5-11", 2025))).toBe("2025-11-28");
  expect(dayOf(peakDay("-1-1-05", 2026))).toBe("2026-05-25");
});

test("more is bought in the days before a market's peak than in the days after it, and nothing after the end of the history", () => {
  const draw = demandOf({ calendar: [{ key: "double-11", rule: "11-11" }] });
  const chance = chanceOf("a test of demand");
  const moments = Array.from({ length: 4000 }, () => draw(chance).getTime());
  const between = (from: string, to: string) => moments.filter((at) => at >= Date.parse(from) && at < Date.parse(to)).length;
  expect(between("2025-11-02", "2025-11-12")).toBeGreaterThan(1.3 * between("2025-11-13", "2025-11-23"));
  expect(between("2025-12-01", "2026-11-23")).toBeGreaterThan(1.2 * between("2024-12-01", "2025-11-23"));
  expect(Math.max(...moments)).toBeLessThanOrEqual(lastMoment);
});
