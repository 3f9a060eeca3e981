import { expect, test } from "vitest";
import { isOfferedIn } from "./market-scope";

test("a listing is offered everywhere, only where it says, or everywhere but there", () => {
  expect(isOfferedIn({ marketPolicy: "all", markets: [] }, "BR")).toBe(true);
  expect(isOfferedIn({ marketPolicy: "only", markets: ["BR"] }, "BR")).toBe(true);
  expect(isOfferedIn({ marketPolicy: "only", markets: ["BR"] }, "CN")).toBe(false);
  expect(isOfferedIn({ marketPolicy: "except", markets: ["BR"] }, "BR")).toBe(false);
  expect(isOfferedIn({ marketPolicy: "except", markets: ["BR"] }, "CN")).toBe(true);
});
