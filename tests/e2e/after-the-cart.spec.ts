import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "./axe";
import { addToCart, demo, findListings, signIn, words } from "./shop";

/** The page as it stands: nothing sticks out sideways, and axe finds nothing. */
const expectSound = async (page: Page): Promise<void> => {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), page.url()).toBeLessThanOrEqual(0);
  await expectAccessible(page);
};

for (const tag of ["pt-br", "zh-cn", "ar-sa"]) {
  test(`cart, till, door and account of ${tag} are sound to everybody, and the till says at each field what it lacks`, async ({ page, request }) => {
    const [first] = await findListings(request, tag, "linen");
    if (!first) throw new Error(`The seed sells no linen in ${tag}.`);
    await addToCart(page, tag, first.number);
    await page.goto(`/${tag}/cart`);
    await expectSound(page);
    await page.goto(`/${tag}/checkout`);
    await page.waitForURL(/quote=/);
    await expect(page.locator("[aria-busy=true]")).toHaveCount(0, { timeout: 30_000 });
    await page.getByTestId("pay").click();
    await expect(page.locator('[name="recipient"]')).toHaveAttribute("aria-invalid", "true");
    await expectSound(page);
    await page.locator('[name="recipient"]').fill("Ana");
    await expect(page.locator('[name="recipient"]')).not.toHaveAttribute("aria-invalid", "true");

    await page.context().clearCookies();
    for (const door of ["sign-up", "reset", "sign-in"]) {
      await page.goto(`/${tag}/${door}`);
      await expectSound(page);
    }
    await signIn(page, demo.shopper, `/${tag}/account`, { storefront: tag });
    await expectSound(page);
    for (const room of ["addresses", "addresses/new", "measurements", "wishlist", "orders"]) {
      await page.goto(`/${tag}/account/${room}`);
      await expectSound(page);
    }
    await page.locator(`a[href^="/${tag}/orders/"]`).first().click();
    await page.waitForURL(/\/orders\/EN-/);
    await expectSound(page);
  });
}

test("a page that is not there says so in the language of its storefront", async ({ page }) => {
  expect((await page.goto("/pt-br/nowhere/at/all"))?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: words("pt-br")("shop.notFound") })).toBeVisible();
  await expectSound(page);
});

test("application, editor and queue are sound, and what was typed before a page awoke is kept", async ({ page }) => {
  await signIn(page, demo.shopper, "/sell/apply");
  // The page is drawn, its scripts come late: people type meanwhile.
  const held: (() => void)[] = [];
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await new Promise<void>((release) => held.push(release));
    await route.continue();
  });
  await page.goto("/sell/apply", { waitUntil: "commit" });
  await page.locator('[name="legalName"]').fill("Rocha Ltda");
  await page.locator('[name="country"]').selectOption("BR");
  await page.locator('[name="markets-CN"]').check();
  await page.unrouteAll({ behavior: "ignoreErrors" });
  held.forEach((release) => release());
  await page.waitForLoadState("networkidle");
  // One more stroke makes the form draw itself anew: what it does not know of would go now.
  await page.locator('[name="brandName"]').fill("");
  await page.locator('[name="brandName"]').fill("Rocha");
  await expect(page.locator('[name="legalName"]')).toHaveValue("Rocha Ltda");
  await expect(page.locator('[name="country"]')).toHaveValue("BR");
  await expect(page.locator('[name="markets-CN"]')).toBeChecked();
  await expectSound(page);

  await page.context().clearCookies();
  await signIn(page, demo.merchant, "/sell/listings");
  await expectSound(page);
  const listing = ((await page.locator('a[href^="/sell/listings/lst_"]').first().getAttribute("href")) ?? "").split("?")[0];
  for (const path of ["/sell/listings/new", ...["what", "words", "offers", "pictures", "markets", "check"].map((step) => `${listing}?step=${step}`)]) {
    await page.goto(path);
    await expectSound(page);
  }
  await page.context().clearCookies();
  await signIn(page, demo.admin, "/admin/applications");
  await expectSound(page);
  await page.locator('a[href*="/admin/applications/app_"]').first().click();
  await page.waitForURL(/\/admin\/applications\/app_/);
  await expectSound(page);
});

test("prices by market, size charts and parcels are found from where a merchant looks, and are sound like the rooms of the back office", async ({ page }) => {
  // The demo merchant reads Spanish.
  const say = words("es-es");
  await signIn(page, demo.merchant, "/sell/listings");
  const listing = ((await page.locator('a[href^="/sell/listings/lst_"]').first().getAttribute("href")) ?? "").split("?")[0];
  await page.goto(`${listing}?step=offers`);
  await page.locator("main").getByRole("link", { name: say("centre.prices.open"), exact: true }).click();
  await page.waitForURL(/\/prices$/);
  await expectSound(page);
  await page.getByRole("link", { name: say("sell.sizes"), exact: true }).click();
  await page.waitForURL(/\/sell\/sizes$/);
  await expectSound(page);
  await page.locator('a[href^="/sell/sizes/brd_"]').first().click();
  await page.waitForURL(/\/sell\/sizes\/brd_/);
  await expectSound(page);
  await page.goto("/sell/orders");
  await expectSound(page);
  await page.locator('a[href^="/sell/orders/cns_"]').first().click();
  await page.waitForURL(/\/sell\/orders\/cns_/);
  await expect(page.getByRole("button", { name: say("centre.orders.papers.print"), exact: true })).toBeVisible();
  await expectSound(page);
  expect((await page.goto("/sell/orders/cns_00000000000000000000000000"))?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: say("shop.notFound") })).toBeVisible();
  await expectSound(page);

  await page.context().clearCookies();
  await signIn(page, demo.admin, "/admin");
  for (const room of ["", "/merchants", "/orders", "/markets"]) {
    await page.goto(`/admin${room}`);
    await expectSound(page);
  }
});
