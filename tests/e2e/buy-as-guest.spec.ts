import { expect, test } from "@playwright/test";
import { addToCart, fillBrazil, lettersTo, payWith, words } from "./shop";

const say = words("pt-br");
// A listing of the Spanish shoemaker and one of the Korean cosmetics house: two merchants in two countries.
const shoes = Number(process.env["E2E_SHOES"] ?? 10_550);
const serum = Number(process.env["E2E_SERUM"] ?? 10_634);

test("a guest of São Paulo buys from two merchants in two countries, is declined once, pays, and both parcels are in the order", async ({ page, request }, info) => {
  const email = `guest-${info.project.name}-${info.workerIndex}@shoppers.example`;
  await addToCart(page, "pt-br", shoes);
  await addToCart(page, "pt-br", serum);
  await page.goto("/pt-br/cart");
  await page.getByRole("link", { name: say("cart.checkout") }).filter({ visible: true }).first().click();
  await fillBrazil(page, email);
  const pay = page.getByRole("button", { name: new RegExp(say("checkout.pay", { total: "" }).trim()) });
  await expect(pay).toBeEnabled();
  await pay.click();
  await page.waitForURL(/\/c\/pay\//);

  await payWith(page, "4000000000000002");
  await expect(page).toHaveURL(/\/c\/pay\//);
  await payWith(page, "4242424242424242");
  await page.waitForURL(/\/pt-br\//);
  await expect(page.getByText(say("checkout.returnPaid"))).toBeVisible();
  await page.getByRole("link", { name: say("checkout.toOrder") }).click();

  await expect(page.getByText(say("order.state.paid")).first()).toBeVisible();
  await expect(page.getByText(say("order.parcel", { part: 1, parts: 2 })).first()).toBeVisible();
  await expect(page.getByText(say("order.parcel", { part: 2, parts: 2 })).first()).toBeVisible();
  const [letter] = await lettersTo(request, email);
  expect(letter?.subject).toMatch(/EN-/);
});
