import { expect, test } from "@playwright/test";
import { expectAccessible } from "./axe";

const storefronts = [["pt-br", "pt-BR", "ltr"], ["zh-cn", "zh-CN", "ltr"], ["ar-sa", "ar-SA", "rtl"]] as const;

for (const [tag, language, direction] of storefronts) {
  test(`the shop of ${tag} speaks its language on every browse page, and axe finds nothing`, async ({ page }) => {
    const errors: string[] = [];
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    page.on("pageerror", (error) => errors.push(error.message));
    for (const path of ["", "/c/x/aa", "/search?q=linen", "/p/x/10601"]) {
      const response = await page.goto(`/${tag}${path}`);
      expect(response?.status()).toBe(200);
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      await expect(page.locator("html")).toHaveAttribute("dir", direction);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
      await expectAccessible(page);
    }
    expect(errors).toEqual([]);
  });
}

test("a product page names all its other storefronts, and each of them exists", async ({ page, request }) => {
  await page.goto("/pt-br/p/x/10601");
  const links = await page.locator('link[rel="alternate"][hreflang]').evaluateAll((all) => all.map((link) => [link.getAttribute("hreflang"), link.getAttribute("href")] as const));
  const tags = links.map(([tag]) => tag);
  expect(tags).toContain("x-default");
  expect(tags).toContain("zh-CN");
  expect(new Set(tags).size).toBe(tags.length);
  for (const [, href] of links.filter(([tag]) => ["zh-CN", "ar-SA", "en-US"].includes(tag ?? ""))) {
    const answer = await request.get(new URL(href ?? "").pathname, { maxRedirects: 0 });
    expect(answer.status()).toBe(200);
  }
  const data = await page.locator('script[type="application/ld+json"]').allTextContents();
  expect(data.join(" ")).toContain('"@type":"Product"');
});

test("an old or mistyped slug leads to the right address, and a first visit to the visitor's own shop", async ({ request }) => {
  const moved = await request.get("/pt-br/p/not-its-name/10601", { maxRedirects: 0 });
  expect(moved.status()).toBe(308);
  const first = await request.get("/", { maxRedirects: 0, headers: { "accept-language": "pt-BR,pt;q=0.9" } });
  expect(first.headers()["location"]).toMatch(/\/pt-br$/);
});
