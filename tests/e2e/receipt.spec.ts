import { expect, test, type Locator } from "@playwright/test";
import { expectAccessible } from "./axe";
import { addToCart, demo, findListings, signIn, words } from "./shop";

/** Opens every charge of a receipt and expects the rule behind it: its text, said to be English, and its source. */
const expectRules = async (receipt: Locator, storefront: string): Promise<void> => {
  const charges = receipt.locator("details:has(p[lang='en'])");
  expect(await charges.count()).toBeGreaterThan(0);
  for (const charge of await charges.all()) {
    if ((await charge.getAttribute("open")) === null) await charge.locator("summary").click();
    await expect(charge.locator("p[lang='en']").first()).toBeVisible();
    await expect(charge.getByText(words(storefront)("receipt.source", { source: "" }).trim()).first()).toBeVisible();
  }
};

for (const [storefront, query] of [["ko-kr", "shirt"], ["en-us", "shirt"]] as const) {
  test(`the page of a thing in ${storefront} opens every charge to its rule and source`, async ({ page, request }) => {
    const foreign = (await findListings(request, storefront, query)).find(({ shipsFrom }) => shipsFrom !== storefront.slice(3).toUpperCase());
    if (!foreign) throw new Error(`The seed sells no ${query} to ${storefront} from abroad.`);
    await page.goto(`/${storefront}/p/x/${foreign.number}`);
    await expectRules(page.getByTestId("receipt").filter({ visible: true }).first(), storefront);
    await expectAccessible(page);
  });
}

test("a French cart says what its parcel costs at the door, with the flat duty's rule, and what another customs code would add", async ({ page, request }) => {
  const fromAbroad = (await findListings(request, "fr-fr", "bol")).find(({ shipsFrom }) => ["CN", "US", "GB", "JP"].includes(shipsFrom));
  if (!fromAbroad) throw new Error("The seed sells no bowl to France from outside the Union.");
  await addToCart(page, "fr-fr", fromAbroad.number);
  await page.goto("/fr-fr/cart");
  const cost = page.getByTestId("parcel-cost").first();
  await cost.locator("summary").first().click();
  await expectRules(cost.getByTestId("receipt"), "fr-fr");
  await expect(page.getByText(words("fr-fr")("cart.basket.same"))).toBeVisible();
  await expectAccessible(page);
});

test("a shopper prints the invoice of an order, every charge laid open to its rule; nobody else sees it", async ({ page, browser }) => {
  await signIn(page, demo.shopper, "/en-us/account/orders");
  await page.locator("main a[href*='/orders/EN-']").first().click();
  await page.waitForURL(/\/orders\/EN-/);
  await page.getByRole("link", { name: words("en-us")("order.invoice.title"), exact: true }).click();
  await page.waitForURL(/\/invoice$/);
  await expect(page.getByTestId("invoice-part").first()).toBeVisible();
  await expect(page.getByTestId("receipt").first().locator("details[open]").first()).toBeVisible();
  await expectAccessible(page);
  const stranger = await browser.newPage();
  expect((await stranger.goto(page.url()))?.status()).toBe(404);
  await stranger.close();
});
