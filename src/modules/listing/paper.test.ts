import { expect, test } from "vitest";
import { plainDate } from "@/kernel/time";
import { standingOf } from "./paper";

const until = plainDate("2027-05-31");

test("a paper counts through its last day and not on the day after", () => {
  expect(standingOf({ state: "approved", validUntil: until }, until)).toBe("approved");
  expect(standingOf({ state: "approved", validUntil: until }, plainDate("2027-06-01"))).toBe("expired");
});

test("a paper that still waits when its days are over has run out, one that was declined stays declined", () => {
  const late = plainDate("2027-06-02");
  expect([standingOf({ state: "waiting", validUntil: until }, late), standingOf({ state: "declined", validUntil: until }, late)]).toEqual(["expired", "declined"]);
});
