import { expect, test } from "@playwright/test";
import { addToCart, words } from "./shop";

test("a full cart goes from Brazil to China to Saudi Arabia: what changes is shown line by line before it is accepted", async ({ page }) => {
  // A listing of the Korean cosmetics house: sold in all three markets.
  await addToCart(page, "pt-br", 10_634);
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

test("language and delivery country are chosen apart, and the page stays the same page", async ({ page }) => {
  await page.goto("/pt-br/p/x/10634");
  await page.locator("header details summary").click();
  await page.getByLabel(words("pt-br")("shop.language")).selectOption("en");
  await page.waitForURL(/\/en-br\/p\/.*\/10634$/);
  await expect(page.locator("main")).toContainText("R$");
});
