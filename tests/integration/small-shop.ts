import { readFileSync } from "node:fs";
import { readArchetypes, readMerchants, readVocabulary } from "../../prisma/seed/assortment";
import { insertRows, readData } from "../../prisma/seed/bulk";
import { seedMerchants, type SeededMerchant } from "../../prisma/seed/merchants";
import { seedPeople } from "../../prisma/seed/people";
import { seedPapers } from "../../prisma/seed/papers";
import { makeListings, type PictureIndex, type Rows, type SeededListing } from "../../prisma/seed/products";
import { seedReference } from "../../prisma/seed/reference";

export type SmallShop = { readonly merchants: readonly SeededMerchant[]; readonly listings: readonly SeededListing[]; readonly rows: Rows };

/** A few merchants of the seed with a few goods each, planted by the seed's own steps: facts, people and stock are the real ones, only fewer. */
export const plantSmallShop = async (keys: readonly string[], perMerchant: number): Promise<SmallShop> => {
  await seedReference();
  const archetypes = readArchetypes();
  await insertRows("category", [...new Set(archetypes.map(({ category }) => category))].map((id, position) => ({ id, parentId: null, depth: 0, position, path: [id] })));
  const merchants = await seedMerchants(readMerchants().filter(({ key }) => keys.includes(key)));
  await seedPeople(merchants);
  const { rates } = readData<{ rates: { quote: string; rate: string }[] }>("data", "fx-rates.json");
  const { rows, listings } = makeListings({
    merchants, archetypes, vocabulary: readVocabulary(), perMerchant,
    perEuro: { EUR: "1", ...Object.fromEntries(rates.map(({ quote, rate }) => [quote, rate])) },
    pictures: JSON.parse(readFileSync("public/pictures/index.json", "utf8")) as PictureIndex,
  });
  for (const table of ["product", "product_text", "variant", "picture", "listing", "offer", "offer_price", "stock"] satisfies (keyof Rows)[]) await insertRows(table, rows[table]);
  await seedPapers(listings);
  return { merchants, listings, rows };
};
