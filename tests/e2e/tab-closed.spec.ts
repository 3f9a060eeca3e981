import { expect, test } from "@playwright/test";
import { addToCart, findListings, lettersTo, payWith, ready, toTheTill, words } from "./shop";

const say = words("pt-br");

test("a guest pays and closes the tab before coming back: the order is paid all the same, and the letter leads to it", async ({ browser, page, request }, info) => {
  const email = `closed-${info.project.name}-${Date.now()}@shoppers.example`;
  const [listing] = await findListings(request, "pt-br", "sérum");
  await addToCart(page, "pt-br", listing?.number ?? 0);
  await (await toTheTill(page, email)).click();
  await page.waitForURL(/\/c\/pay\//);

  // The payment reaches Stripe; the way back never reaches the browser.
  const paid = new Promise<number>((done) => {
    void page.route(/\/c\/pay\//, async (route) => {
      const answer = await route.fetch({ maxRedirects: 0 });
      done(answer.status());
      await route.abort();
    });
  });
  await payWith(page, "4242424242424242");
  expect(await paid).toBe(303);
  await page.close();

  const [letter] = await lettersTo(request, email);
  const link = letter?.text.match(/https?:\/\/\S+\/orders\/\S+/)?.[0] ?? "";
  expect(new URL(link).origin).toBe(new URL(ready.url).origin);
  // Another browser, without the cookie of the cart: the key in the letter is what opens the order.
  const elsewhere = await browser.newContext();
  const order = await elsewhere.newPage();
  await order.goto(link);
  await expect(order.getByText(say("order.state.paid"), { exact: true }).first()).toBeVisible();
  const unkeyed = await order.goto(link.split("?")[0] ?? "");
  expect(unkeyed?.status()).toBe(404);
  await elsewhere.close();
});
