import { describe, expect, it } from "vitest";
import { countryCode } from "@/kernel/country";
import { alternatesOf } from "./alternates";

const markets = [
  { code: countryCode("BR"), languages: ["pt", "en"], state: "open" as const },
  { code: countryCode("CN"), languages: ["zh"], state: "open" as const },
  { code: countryCode("RU"), languages: ["ru"], state: "closed" as const },
];
const slugs: Record<string, string> = { pt: "calçados", en: "shoes", zh: "鞋" };
const pathIn = ({ language }: { language: string }) => (slugs[language] ? `/c/${slugs[language]}/aa-8` : null);

describe("the same page in every storefront", () => {
  it("names each open market in its languages, with the slug of the language, and x-default", () => {
    const { canonical, languages } = alternatesOf({ storefront: { tag: "pt-br", language: "pt", market: countryCode("BR") }, markets, pathIn });
    expect(canonical).toBe("/pt-br/c/cal%C3%A7ados/aa-8");
    expect(languages).toEqual({ "pt-BR": "/pt-br/c/cal%C3%A7ados/aa-8", "en-BR": "/en-br/c/shoes/aa-8", "zh-CN": "/zh-cn/c/%E9%9E%8B/aa-8", "x-default": "/c/shoes/aa-8" });
  });
  it("leads everybody home from the bare address", () => {
    expect(alternatesOf({ storefront: { tag: "zh-cn", language: "zh", market: countryCode("CN") }, markets, pathIn: () => "" }).languages["x-default"]).toBe("/");
  });
});
