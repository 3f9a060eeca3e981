import pg from "pg";
import { insertRows, readData } from "../../../prisma/seed/bulk";
import { slugOf } from "@/modules/catalog/slug";

type Row = Record<string, unknown>;
const at = "2026-05-01T00:00:00Z";

/** The facts that shelves stand on: markets, countries, rates, and a branch of the category tree. */
export const openShop = async (): Promise<void> => {
  await insertRows("market", readData<Row[]>("data", "markets.json").map((row) => ({ ...row, updatedAt: at })));
  await insertRows("country", readData<Row[]>("data", "countries.json"));
  await insertRows("fx_rate", readData<{ rates: Row[] }>("data", "fx-rates.json").rates.map((row) => ({ createdAt: at, ...row })));
  await insertRows("category", [
    { id: "aa", parentId: null, depth: 0, position: 1, path: ["aa"] },
    { id: "aa-1", parentId: "aa", depth: 1, position: 2, path: ["aa", "aa-1"] },
    { id: "aa-8", parentId: "aa", depth: 1, position: 3, path: ["aa", "aa-8"] },
  ]);
  const names: Record<string, Record<string, string>> = {
    aa: { en: "Apparel", pt: "Vestuário", zh: "服饰" }, "aa-1": { en: "Clothing", pt: "Roupas", zh: "服装", ja: "衣料品" }, "aa-8": { en: "Shoes", pt: "Calçados", zh: "鞋类", de: "Schuhe" },
  };
  await insertRows("category_text", Object.entries(names).flatMap(([categoryId, texts]) => Object.entries(texts).map(([language, name]) => ({ categoryId, language, name, slug: slugOf(name) }))));
};

export type Goods = {
  readonly number: number;
  readonly titles: Readonly<Record<string, string>>;
  readonly merchant?: string;
  readonly category?: string;
  readonly price?: number;
  readonly currency?: string;
  readonly origin?: string;
  readonly marketPolicy?: string;
  readonly markets?: readonly string[];
  readonly colour?: string | null;
  readonly size?: readonly [system: string, label: string] | null;
  /** Where units lie: [kind, country, units]. */
  readonly stock?: readonly (readonly [kind: string, country: string, units: number])[];
  readonly state?: string;
  readonly day?: number;
};

export const listingId = (number: number): string => `lst_${number}`;

export const addMerchant = async (key: string, country = "ES"): Promise<void> => {
  await insertRows("merchant", [{ id: `mer_${key}`, slug: key, name: key, legalName: key, legalForm: "SL", country, city: "Elche", state: "active", payoutCurrency: "EUR", timeZone: "Europe/Madrid",
    handlingDays: 2, contactEmail: `${key}@example.com`, kind: "maker", since: "2020-01-01", createdAt: at }]);
  await insertRows("brand", [{ id: `brd_${key}`, slug: key, name: key, country, merchantId: `mer_${key}`, createdAt: at }]);
};

/** Puts listings into the shop, not yet on any shelf. */
export const addGoods = async (goods: readonly Goods[]): Promise<void> => {
  const rows: Record<string, Row[]> = { product: [], product_text: [], variant: [], listing: [], offer: [], stock_location: [], stock: [] };
  const put = (table: string, row: Row) => void rows[table]?.push(row);
  for (const { number, titles, merchant = "maker", category = "aa-1", price = 5000, currency = "EUR", origin = "ES", marketPolicy = "all", markets = [], colour = null, size = null, stock = [["origin", "ES", 9]], state = "live", day = 1 } of goods) {
    const published = new Date(Date.UTC(2026, 4, 1) + day * 60_000).toISOString();
    put("product", { id: `prd_${number}`, brandId: `brd_${merchant}`, categoryId: category, hs: "620449", hsSetBy: merchant, hsSetAt: at, hsConfidence: "high", origin, materials: [], sizeFamily: size ? "women-clothing" : null,
      flags: [], weightGrams: 300, lengthMm: 300, widthMm: 200, heightMm: 40, attributes: {}, createdAt: at });
    for (const [language, title] of Object.entries(titles)) put("product_text", { productId: `prd_${number}`, language, title, description: "", slug: slugOf(title), keywords: [], writtenBy: "merchant" });
    put("variant", { id: `var_${number}`, productId: `prd_${number}`, position: 0, colour, sizeSystem: size?.[0] ?? null, sizeLabel: size?.[1] ?? null, capacity: null, weightGrams: 300 });
    put("listing", { id: listingId(number), number, merchantId: `mer_${merchant}`, productId: `prd_${number}`, state, currency, basePrice: price, marketPolicy, markets, version: 1, createdAt: at, publishedAt: published });
    put("offer", { id: `ofr_${number}`, listingId: listingId(number), variantId: `var_${number}`, sku: `S${number}`, price, isActive: true });
    for (const [index, [kind, country, units]] of stock.entries()) {
      put("stock_location", { id: `loc_${number}_${index}`, merchantId: `mer_${merchant}`, kind, country, region: null, city: "Elche", postcode: "03201" });
      put("stock", { offerId: `ofr_${number}`, locationId: `loc_${number}_${index}`, onHand: units, reserved: 0 });
    }
  }
  for (const [table, some] of Object.entries(rows)) await insertRows(table, some);
};

/** How many statements some reading sends to PostgreSQL. */
export const countStatements = async (work: () => Promise<unknown>): Promise<number> => {
  const original = pg.Client.prototype.query as (...args: unknown[]) => unknown;
  let sent = 0;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    sent += 1;
    return original.apply(this, args);
  } as typeof pg.Client.prototype.query;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = original as typeof pg.Client.prototype.query;
  }
  return sent;
};
