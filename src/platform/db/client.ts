import { createHash } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "../env";
import { PrismaClient, type Prisma } from "./generated/client";

export type Tx = Prisma.TransactionClient;

// A statement that begins so is prepared once on each connection, under a name: its plan is kept and its text is not sent again. Planning the facts of an
// offer takes PostgreSQL ten times as long as finding them. Only for statements whose best plan is the same whatever is asked, and which name their
// columns: a `select *` fails after a migration until the process starts anew.
const mark = "/* plan kept */";
const names = new Map<string, string>();

const nameOf = (sql: string): string => {
  let name = names.get(sql);
  if (name === undefined) {
    name = `kept_${createHash("sha256").update(sql).digest("base64url").slice(0, 22)}`;
    names.set(sql, name);
  }
  return name;
};

const holder = globalThis as typeof globalThis & { entrepotDatabase?: PrismaClient };

/** The one pool of this process. The driver would wait for ever for a connection; ten seconds is an answer. */
export const database = (): PrismaClient =>
  (holder.entrepotDatabase ??= new PrismaClient({
    adapter: new PrismaPg(
      {
        connectionString: env().DATABASE_URL,
        max: env().DATABASE_POOL,
        connectionTimeoutMillis: 10_000,
        options: "-c lock_timeout=5s -c idle_in_transaction_session_timeout=30s",
      },
      // The empty name is the unnamed statement: parsed and planned for this one question.
      { statementNameGenerator: ({ sql }) => (sql.trimStart().startsWith(mark) ? nameOf(sql) : "") },
    ),
  }));

export const closeDatabase = async (): Promise<void> => {
  await holder.entrepotDatabase?.$disconnect();
  delete holder.entrepotDatabase;
};
