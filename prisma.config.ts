import { defineConfig } from "prisma/config";

// The schema is a folder: prisma/schema.prisma and prisma/models/<module>.prisma.
// The address is only for people who run `prisma` by hand; the project migrates through scripts/migrate.mjs.
export default defineConfig({
  schema: "prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "" },
});
