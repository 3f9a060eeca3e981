import { database } from "@/platform/db";

// Counting tries is what a refusal is meant to do.
const exempt = new Set(["rate_limit", "_prisma_migrations"]);

/** Every table with the number and the sum of its rows: what a refused call must leave as it was. */
export const fingerprint = async (): Promise<Readonly<Record<string, string>>> => {
  const tables = await database().$queryRaw<{ name: string }[]>`select table_name::text as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`;
  const sums = tables.filter(({ name }) => !exempt.has(name)).map(({ name }) => `select '${name}' as name, count(*)::text || '/' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)::text as sum from "${name}" t`);
  const rows = await database().$queryRawUnsafe<{ name: string; sum: string }[]>(sums.join(" union all "));
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]));
};

/** The tables that differ. */
export const changed = (before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): readonly string[] =>
  Object.keys(after).filter((name) => before[name] !== after[name]);
