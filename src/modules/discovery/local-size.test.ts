import { describe, expect, it } from "vitest";
import { localSizes, merchantSizes } from "./local-size";

describe("sizes in the words of the market", () => {
  it("stand under the shopper's own numbers, in their order", () => {
    const [shoes] = localSizes(["women-shoes:EU:40", "women-shoes:EU:36", "women-shoes:EU:38"], { shoes: "BR" });
    expect(shoes?.family).toBe("women-shoes");
    expect(shoes?.sizes.every((size) => size.system === "BR")).toBe(true);
    const numbers = shoes?.sizes.map((size) => Number(size.label)) ?? [];
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  });
  it("find what merchants of other countries call otherwise", () => {
    const [local] = localSizes(["women-shoes:EU:38"], { shoes: "BR" });
    expect(local?.sizes.some((size) => merchantSizes(size.value).includes("women-shoes:EU:38"))).toBe(true);
    expect(merchantSizes(local?.sizes[0]?.value ?? "")).not.toContain("women-shoes:EU:42");
  });
  it("stay as they are where no table knows them", () => {
    expect(localSizes(["hats:XX:one size"], { hats: "cm" })).toEqual([{ family: "hats", sizes: [{ value: "hats:XX:one size", system: "XX", label: "one size" }] }]);
    expect(merchantSizes("tents:EU:2")).toEqual(["tents:EU:2"]);
  });
});
