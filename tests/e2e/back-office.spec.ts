import { expect, test } from "@playwright/test";
import { expectAccessible } from "./axe";
import { demo, signIn, words } from "./shop";

test("an admin finds the queue of brand applications, oldest first", async ({ page }) => {
  await signIn(page, demo.admin, "/admin/applications");
  await expect(page.locator("main a[href*='/admin/applications/app_']").first()).toBeVisible();
  await expectAccessible(page);
});

test("a merchant finds its own listings and orders, and no back office", async ({ page }) => {
  await signIn(page, demo.merchant, "/sell/listings");
  await expect(page.locator("main a[href*='/sell/listings/lst_']").first()).toBeVisible();
  await page.goto("/sell/orders");
  await expect(page.locator("main")).toBeVisible();
  await page.goto("/admin");
  await expect(page.locator("main a[href*='/admin/applications/app_']")).toHaveCount(0);
});

test("a wrong password is refused in words, and what was typed stays", async ({ page }) => {
  const say = words("pt-br");
  await page.goto("/pt-br/sign-in");
  await page.locator('[name="email"]').fill(demo.shopper);
  await page.locator('[name="password"]').fill("not my password");
  await page.locator("main").getByRole("button", { name: say("shop.signIn") }).click();
  await expect(page.getByRole("alert").filter({ hasText: say("refusals.access.wrong-password") })).toBeVisible();
  await expect(page.locator('[name="email"]')).toHaveValue(demo.shopper);
});
