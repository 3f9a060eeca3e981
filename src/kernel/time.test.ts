import { expect, test } from "vitest";
import { addDays, addSeconds, dayIn, instant, isPlainDate, plainDate, secondsBetween, weekdayOf, type Instant } from "./time";

const at = (text: string): Instant => instant(new Date(text));

test("the same moment is another day in another market", () => {
  const moment = at("2026-11-10T20:00:00Z");
  expect(dayIn(moment, "America/Sao_Paulo")).toBe("2026-11-10");
  expect(dayIn(moment, "Asia/Shanghai")).toBe("2026-11-11");
  expect(dayIn(moment, "Asia/Riyadh")).toBe("2026-11-10");
});

test("a day that no calendar has is not a day", () => {
  expect(isPlainDate("2026-02-29")).toBe(false);
  expect(isPlainDate("2028-02-29")).toBe(true);
  expect(isPlainDate("2026-2-1")).toBe(false);
  expect(() => plainDate("tomorrow")).toThrow(RangeError);
});

test("days are counted over month and year ends without a zone", () => {
  expect(addDays(plainDate("2026-12-30"), 3)).toBe("2027-01-02");
  expect(addDays(plainDate("2026-03-01"), -1)).toBe("2026-02-28");
  expect(weekdayOf(plainDate("2026-11-23"))).toBe(1);
  expect(weekdayOf(plainDate("2026-11-22"))).toBe(7);
});

test("fifteen minutes are nine hundred seconds", () => {
  const start = at("2026-11-23T10:00:00Z");
  expect(addSeconds(start, 900)).toBe("2026-11-23T10:15:00.000Z");
  expect(secondsBetween(start, addSeconds(start, 900))).toBe(900);
});
