// `npm run seed -- --listings N`: seeds the database that `npm start` uses, whatever was seeded before.
import { join } from "node:path";
import { readOptions } from "./start-options.mjs";
import { seedDatabase } from "./seeding.mjs";
import { withDatabase } from "./with-database.mjs";

try {
  const { listings } = readOptions(process.argv.slice(2));
  await withDatabase((env) => seedDatabase({ url: env.DATABASE_URL, env, listings, logFile: join(env.DATA_DIR, "logs", "seed.log") }));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
