// The seed: a marketplace with its facts, merchants, goods, shoppers and two years of trade. The same in every run.
// Called again with a larger number of listings, it only grows what is there.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { indexListings } from "@/modules/discovery/commands/index-listings";
import { closeDatabase, database } from "@/platform/db";
import { seedApplications } from "./applications";
import { readArchetypes, readMerchants, readVocabulary } from "./assortment";
import { insertRows, readData, step } from "./bulk";
import { seedCategories } from "./categories";
import { seedMerchants } from "./merchants";
import { seedPapers } from "./papers";
import { seedOrders, type Deliveries } from "./orders";
import { seedPeople } from "./people";
import { makeListings, type PictureIndex, type Rows } from "./products";
import { seedReference } from "./reference";
import { seedReviews } from "./reviews";
import { continueNumbers, growTo } from "./scale";
import { seedSizeCharts } from "./size-charts";

const { values } = parseArgs({ options: { listings: { type: "string" } } });
const wanted = values.listings === undefined ? undefined : Number(values.listings);
if (wanted !== undefined && !(Number.isInteger(wanted) && wanted >= 1 && wanted <= 2_000_000)) {
  console.error("--listings takes a whole number between 1 and 2000000.");
  process.exit(1);
}

const plant = async (): Promise<void> => {
  await step("facts", seedReference);
  await step("categories", seedCategories);
  const merchants = await seedMerchants(readMerchants());
  await step("size charts", () => seedSizeCharts(merchants));
  await step("people", () => seedPeople(merchants));
  await step("applications", seedApplications);
  const { rates } = readData<{ rates: { quote: string; rate: string }[] }>("data", "fx-rates.json");
  const { rows, listings } = makeListings({
    merchants,
    archetypes: readArchetypes(),
    vocabulary: readVocabulary(),
    perEuro: { EUR: "1", ...Object.fromEntries(rates.map(({ quote, rate }) => [quote, rate])) },
    pictures: JSON.parse(readFileSync("public/pictures/index.json", "utf8")) as PictureIndex,
    perMerchant: 26,
  });
  await step("goods", async () => {
    for (const table of ["product", "product_text", "variant", "picture", "listing", "offer", "offer_price", "stock"] satisfies (keyof Rows)[]) await insertRows(table, rows[table]);
    return `${listings.length} listings of ${merchants.length} merchants, ${rows.offer.length} offers`;
  });
  await step("papers", () => seedPapers(listings));
  let deliveries: Deliveries = new Map();
  await step("orders", async () => {
    const traded = await seedOrders({ merchants, listings, rows });
    deliveries = traded.deliveries;
    return traded.note;
  });
  await step("reviews", () => seedReviews(listings, deliveries));
  await step("shelves and search", async () => void (await indexListings("all")));
};

if ((await database().market.count()) === 0) await plant();
if (wanted !== undefined) await step("growth", () => growTo(wanted));
await continueNumbers();
await closeDatabase();
