import { expect, test } from "@playwright/test";
import { addToCart, findListings, words } from "./shop";

test("a full cart goes from Brazil to China to Saudi Arabia: what changes is shown line by line before it is accepted", async ({ page, request }) => {
  const sold = await Promise.all((["pt-br", "zh-cn", "ar-sa"] as const).map(async (tag) => (await findListings(request, tag, "serum")).map(({ number }) => number)));
  const everywhere = sold[0]?.find((number) => sold.every((numbers) => numbers.includes(number)));
  await addToCart(page, "pt-br", everywhere ?? 0);
  await page.goto("/pt-br/cart");
  await expect(page.locator("main")).toContainText("R$");

  for (const [tag, currency, direction] of [["zh-cn", "¥", "ltr"], ["ar-sa", "ر.س", "rtl"]] as const) {
    const say = words(tag);
    await page.goto(`/${tag}/cart`);
    await expect(page.locator("html")).toHaveAttribute("dir", direction);
    await expect(page.getByText(say("cart.changedTitle"))).toBeVisible();
    await page.getByRole("button", { name: say("cart.accept") }).click();
    await expect(page.getByText(say("cart.changedTitle"))).toBeHidden();
    await expect(page.locator("main")).toContainText(currency);
  }
});

test("language and delivery country are chosen apart, and the page stays the same page", async ({ page, request }) => {
  const [listing] = await findListings(request, "pt-br", "sérum");
  await page.goto(`/pt-br/p/x/${listing?.number}`);
  await page.locator("header details summary").click();
  await page.getByLabel(words("pt-br")("shop.language")).selectOption("en");
  await page.waitForURL(new RegExp(`/en-br/p/.*/${listing?.number}$`));
  await expect(page.locator("main")).toContainText("R$");
});
