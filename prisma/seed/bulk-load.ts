import type { Tx } from "@/platform/db";

/**
 * Loads many rows into tables whose secondary indexes and references are taken away meanwhile and made anew from all rows at once: a million
 * documents entered one by one into an index of words take longer than everything else together. Primary keys stay.
 */
export const loadWithoutIndexes = async (tx: Tx, tables: readonly string[], load: () => Promise<void>): Promise<void> => {
  const names = tables.map((table) => `"${table}"`);
  const indexes = await tx.$queryRawUnsafe<{ name: string; made: string }[]>(
    `SELECT i.indexrelid::regclass::text AS "name", pg_get_indexdef(i.indexrelid) AS "made" FROM pg_index i
     WHERE i.indrelid = ANY($1::text[]::regclass[]) AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid) ORDER BY 1`, names);
  const references = await tx.$queryRawUnsafe<{ table: string; name: string; made: string }[]>(
    `SELECT conrelid::regclass::text AS "table", quote_ident(conname) AS "name", pg_get_constraintdef(oid) AS "made" FROM pg_constraint
     WHERE contype = 'f' AND conrelid = ANY($1::text[]::regclass[]) ORDER BY 1, 2`, names);
  for (const { table, name } of references) await tx.$executeRawUnsafe(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  for (const { name } of indexes) await tx.$executeRawUnsafe(`DROP INDEX ${name}`);
  await load();
  await tx.$executeRawUnsafe(`SET LOCAL maintenance_work_mem = '512MB'`);
  await tx.$executeRawUnsafe(`SET LOCAL max_parallel_maintenance_workers = 4`);
  for (const { made } of indexes) await tx.$executeRawUnsafe(made);
  // Their rows are checked as a whole here; without fresh figures about a table that has grown a hundredfold the plan for that is bad.
  for (const name of names) await tx.$executeRawUnsafe(`ANALYZE ${name}`);
  for (const { table, name, made } of references) await tx.$executeRawUnsafe(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${made}`);
};
