import { expect, type Page } from "@playwright/test";
import sharp from "sharp";
import type { words } from "./shop";

type Say = ReturnType<typeof words>;
type Goods = { readonly title: string; readonly description: string; readonly category: string; readonly hs: string; readonly origin: string; readonly price: string; readonly pieces: string };

/** A picture as a camera would hand it over: large enough, and no two alike. */
export const picture = (shade: number): Promise<Buffer> => sharp({ create: { width: 900, height: 900, channels: 3, background: { r: 200, g: shade % 256, b: 90 } } }).jpeg().toBuffer();

/** A paper as a register would print it: the smallest file that is a PDF by its content. */
export const paper = (text: string): Buffer => {
  const body = ["1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj", "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj", "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj"].join("\n");
  return Buffer.from(`%PDF-1.4\n% ${text}\n${body}\ntrailer<</Root 1 0 R>>\n%%EOF\n`, "latin1");
};

const choose = async (page: Page, name: string, typed: string): Promise<void> => {
  const field = page.locator(`#f-${name}`);
  // A page that the browser has drawn but not yet taken over forgets what was typed: type again until the box answers.
  await expect(async () => {
    await field.fill("");
    await field.fill(typed);
    await expect(page.getByRole("option").first()).toBeVisible({ timeout: 3000 });
  }).toPass();
  await page.getByRole("option").first().click();
  await expect(page.getByRole("listbox")).toBeHidden();
};

/** Creates a listing in the editor, step by step as a merchant does, and publishes it. Gives its number. */
export const publishListing = async (page: Page, say: Say, goods: Goods): Promise<number> => {
  const goOn = page.getByRole("button", { name: say("centre.editor.saveNext"), exact: true });
  await page.goto("/sell/listings/new");
  await choose(page, "categoryId", goods.category);
  await choose(page, "hs", goods.hs);
  await page.locator('[name="origin"]').selectOption(goods.origin);
  for (const [name, value] of Object.entries({ weightGrams: "700", lengthMm: "40", widthMm: "30", heightMm: "12" })) await page.locator(`[name="${name}"]`).fill(value);
  await goOn.click();

  await page.waitForURL(/step=words/);
  await expect(async () => {
    // Emptied first: what was typed before the browser took the page over is shown but not known.
    for (const [name, text] of [["title", goods.title], ["description", goods.description]] as const) {
      await page.locator(`[name="${name}"]`).fill("");
      await page.locator(`[name="${name}"]`).fill(text);
    }
    await expect(page.getByRole("tab", { selected: true })).toContainText(say("centre.editor.words.done"), { timeout: 2000 });
  }).toPass();
  await goOn.click();

  await page.waitForURL(/step=offers/);
  const price = page.getByLabel(`${say("centre.editor.offers.price")}: ${say("centre.editor.offers.single")}`);
  await expect(async () => {
    if (!(await price.isVisible())) await page.getByRole("button", { name: say("centre.editor.offers.addSingle") }).click();
    await expect(price).toBeVisible({ timeout: 2000 });
  }).toPass();
  await price.fill(goods.price);
  await page.getByLabel(`${say("centre.editor.offers.stock")}: ${say("centre.editor.offers.single")}`).first().fill(goods.pieces);
  await goOn.click();

  await page.waitForURL(/step=pictures/);
  await expect(async () => {
    if (await page.locator("ol img").count()) return;
    await page.locator('input[type="file"]').setInputFiles({ name: "front.jpg", mimeType: "image/jpeg", buffer: await picture(goods.title.length * 7) });
    await expect(page.locator("ol img")).toBeVisible({ timeout: 3000 });
  }).toPass();
  await expect(page.getByText(say("centre.editor.pictures.uploading"))).toBeHidden();
  await page.locator("main").getByRole("link", { name: say("centre.editor.step.markets") }).last().click();

  await page.waitForURL(/step=markets/);
  await goOn.click();
  await page.waitForURL(/step=check/);
  await expect(page.getByText(say("centre.editor.check.ready"))).toBeVisible();
  await expect(async () => {
    await page.getByRole("button", { name: say("centre.editor.check.publish"), exact: true }).click({ timeout: 2000 });
    await page.waitForURL(/saved/, { timeout: 15_000 });
  }).toPass();
  await expect(page.getByText(say("centre.editor.check.live"))).toBeVisible();
  const shown = await page.getByRole("link", { name: say("centre.editor.check.openLive") }).getAttribute("href");
  return Number(shown?.split("/").at(-1));
};
