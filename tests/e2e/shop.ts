import { readFileSync } from "node:fs";
import { expect, type APIRequestContext, type Locator, type Page } from "@playwright/test";
import { createTranslator } from "use-intl/core";
import type { Words } from "../../src/i18n/translator";

/** Where the application of this run is, as `npm start` said it. */
export const ready = JSON.parse(process.env["E2E_READY"] ?? '{"url":"http://127.0.0.1:3100","mail":"http://127.0.0.1:1180"}') as { readonly url: string; readonly mail: string };

export const demo = { password: "harbour-lantern-42", shopper: "shopper@entrepot.example", merchant: "merchant@entrepot.example", applicant: "applicant@entrepot.example", admin: "admin@entrepot.example", secondAdmin: "admin2@entrepot.example" };

/** The words of a storefront as its shoppers read them: a test finds a button by what it says. */
export const words = (storefront: string): Words => {
  const locale = storefront.slice(0, 2);
  // Read, not imported: the browser's runner loads modules as Node does, which wants JSON imports marked.
  const messages: unknown = JSON.parse(readFileSync(new URL(`../../src/i18n/messages/${locale}.json`, import.meta.url), "utf8"));
  return createTranslator({ locale, messages: messages as never, timeZone: "UTC" }) as unknown as Words;
};

/** Puts one piece of a listing into the cart from its page: a size first where there are sizes, as a shopper must. */
export const addToCart = async (page: Page, storefront: string, number: number): Promise<void> => {
  await page.goto(`/${storefront}/p/x/${number}`);
  const button = page.getByTestId("add-to-cart").filter({ visible: true }).first();
  const add = words(storefront)("product.addToCart");
  // Until the browser has taken the page over, a press does nothing: choose again until the button answers.
  await expect(async () => {
    for (const axis of await page.locator("fieldset[id^='axis-']").all()) {
      if ((await axis.locator("input:checked").count()) === 0) await axis.locator("label:not(:has(.line-through))").first().click({ timeout: 2000 });
    }
    await expect(button).toHaveText(add, { timeout: 2000 });
  }).toPass();
  await expect(async () => {
    await button.click({ timeout: 2000 });
    await expect(page.getByText(words(storefront)("product.added")).filter({ visible: true }).first()).toBeVisible({ timeout: 5000 });
  }).toPass();
};

type Hit = { readonly number: number; readonly shipsFrom: string; readonly merchant: { readonly slug: string }; readonly language: string; readonly refusal: unknown };

/** What the public search of a storefront finds and sells there. */
export const findListings = async (request: APIRequestContext, storefront: string, query: string): Promise<readonly Hit[]> => {
  const answer = await request.get(`/api/v1/search?storefront=${storefront}&q=${encodeURIComponent(query)}`);
  expect(answer.status()).toBe(200);
  const { items } = (await answer.json()) as { items: readonly Hit[] };
  return items.filter(({ refusal }) => refusal === null);
};

/** Signs in and goes on to a page. */
export const signIn = async (page: Page, email: string, next: string, { storefront = "en-us", password = demo.password } = {}): Promise<void> => {
  await page.goto(`/${storefront}/sign-in?next=${encodeURIComponent(next)}`);
  await expect(async () => {
    await page.locator('[name="email"]').fill(email);
    await page.locator('[name="password"]').fill(password);
    await page.locator("main").getByRole("button", { name: words(storefront)("shop.signIn"), exact: true }).click({ timeout: 2000 });
    await page.waitForURL((url) => url.pathname === next.split("?")[0], { timeout: 15_000 });
  }).toPass();
};

/** From the cart to the till, filled in, with a price held: one press away from the hosted page. */
export const toTheTill = async (page: Page, email: string): Promise<Locator> => {
  await page.goto("/pt-br/checkout");
  await page.waitForURL(/quote=/);
  await fillBrazil(page, email);
  const pay = page.getByTestId("pay");
  // A place changes the price: it is quoted again before one may press.
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0, { timeout: 30_000 });
  await expect(pay).toBeEnabled();
  return pay;
};

/** Types a Brazilian address into the checkout, as a guest of São Paulo would. */
export const fillBrazil = async (page: Page, email: string): Promise<void> => {
  await page.locator('[name="email"]').fill(email);
  for (const [name, value] of Object.entries({ recipient: "João da Silva", line1: "Avenida Paulista 1578", line2: "Apto 72", dependentLocality: "Bela Vista", locality: "São Paulo", postcode: "01310-200", phone: "11 98765-4321" })) {
    const field = page.locator(`[name="${name}"]`);
    if (await field.count()) await field.fill(value);
  }
  await page.locator('[name="region"]').selectOption("SP");
  await page.locator('[name="customsId"]').fill("529.982.247-25");
  await page.locator('[name="terms"]').check();
};

/** Pays on the hosted page with a test card. */
export const payWith = async (page: Page, card: string): Promise<void> => {
  await page.locator('[name="number"]').fill(card);
  await page.locator('[name="expiry"]').fill("12/34");
  await page.locator('[name="cvc"]').fill("123");
  await page.locator('[name="name"]').fill("JOAO DA SILVA");
  await page.locator('button[type="submit"]').last().click();
};

type Letter = { readonly id: string; readonly subject: string; readonly text: string; readonly to: readonly { readonly address: string }[] };

/** The letters that the inbox holds for an address, waiting until there are enough. */
export const lettersTo = async (request: APIRequestContext, address: string, atLeast = 1): Promise<Letter[]> => {
  let found: Letter[] = [];
  await expect.poll(async () => {
    const all = (await (await request.get(`${ready.mail}/email`)).json()) as Letter[];
    found = all.filter((letter) => letter.to.some((to) => to.address === address));
    return found.length;
  }, { timeout: 20_000, message: `letters to ${address}` }).toBeGreaterThanOrEqual(atLeast);
  return found;
};
