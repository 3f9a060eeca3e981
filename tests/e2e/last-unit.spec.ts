import { expect, test, type Page } from "@playwright/test";
import { publishListing } from "./sell";
import { addToCart, demo, payWith, signIn, toTheTill, words } from "./shop";

const say = words("pt-br");

test("two shoppers want the last piece at the same moment: one gets it, the other is told kindly, and nobody sees a failure", async ({ browser, baseURL }, info) => {
  test.setTimeout(240_000);
  const stamp = `${info.project.name}-${Date.now()}`;
  const open = async (): Promise<Page> => (await browser.newContext({ baseURL: baseURL ?? "" })).newPage();

  // A piece of its own, of which there is one.
  const merchant = await open();
  await signIn(merchant, demo.merchant, "/sell/listings");
  const language = await merchant.locator("html").getAttribute("lang");
  const number = await publishListing(merchant, words(`${language?.slice(0, 2) ?? "en"}-us`), {
    title: `Mug ${stamp}`, description: "One mug, thrown by hand, glazed in blue.", category: "Mugs", hs: "6912", origin: "ES", price: "24.00", pieces: "1",
  });

  const shoppers = [await open(), await open()];
  const failures: string[] = [];
  for (const page of shoppers) page.on("response", (response) => response.status() >= 500 && failures.push(`${response.status()} ${response.url()}`));
  const buttons = [];
  for (const [at, page] of shoppers.entries()) {
    await addToCart(page, "pt-br", number);
    buttons.push(await toTheTill(page, `last-${at}-${stamp}@shoppers.example`));
  }
  await Promise.all(buttons.map((button) => button.click()));
  const gone = say("refusals.listing.stock-gone");
  const ends = await Promise.all(shoppers.map((page) => Promise.race([
    page.waitForURL(/\/c\/pay\//, { timeout: 60_000 }).then(() => "pays" as const),
    page.getByText(gone).or(page.getByText(say("cart.apartTitle"))).first().waitFor({ timeout: 60_000 }).then(() => "told" as const),
  ])));
  expect([...ends].sort()).toEqual(["pays", "told"]);

  const winner = shoppers[ends.indexOf("pays")] as Page;
  await payWith(winner, "4242424242424242");
  await winner.waitForURL(/\/orders\//);
  await expect(winner.getByText(say("checkout.returnPaid"))).toBeVisible();
  // The other one finds the piece in the cart, set apart: nothing vanished unexplained.
  const late = shoppers[ends.indexOf("told")] as Page;
  await late.goto("/pt-br/cart");
  await expect(late.getByText(say("cart.apartTitle"))).toBeVisible();
  expect(failures).toEqual([]);
});
