import { expect, test } from "@playwright/test";
import { addToCart, findListings, lettersTo, payWith, toTheTill, words } from "./shop";

const say = words("pt-br");

test("a guest of São Paulo buys from two merchants in two countries, is declined once, pays, and both parcels are in the order", async ({ page, request }, info) => {
  const email = `guest-${info.project.name}-${Date.now()}@shoppers.example`;
  const found = await findListings(request, "pt-br", "tênis");
  const first = found[0];
  const second = (await findListings(request, "pt-br", "sérum")).find(({ shipsFrom, merchant }) => shipsFrom !== first?.shipsFrom && merchant.slug !== first?.merchant.slug);
  if (!first || !second) throw new Error("The seed has no two merchants of two countries for Brazil.");
  await addToCart(page, "pt-br", first.number);
  await addToCart(page, "pt-br", second.number);
  await page.goto("/pt-br/cart");
  await expect(page.getByRole("link", { name: say("cart.checkout") }).filter({ visible: true }).first()).toHaveAttribute("href", /\/pt-br\/checkout/);
  await (await toTheTill(page, email)).click();
  await page.waitForURL(/\/c\/pay\//);

  await payWith(page, "4000000000000002");
  // Told on the same page, with the same session still open.
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page).toHaveURL(/\/c\/pay\//);
  await payWith(page, "4242424242424242");
  await page.waitForURL(/\/pt-br\/orders\//);
  await expect(page.getByText(say("checkout.returnPaid"))).toBeVisible();
  await expect(page.getByText(say("order.state.paid")).first()).toBeVisible();
  await expect(page.getByText(say("order.parcel", { part: 1, parts: 2 })).first()).toBeVisible();
  await expect(page.getByText(say("order.parcel", { part: 2, parts: 2 })).first()).toBeVisible();
  const [letter] = await lettersTo(request, email);
  expect(letter?.subject).toMatch(/EN-/);
});
