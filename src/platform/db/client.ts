import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "../env";
import { PrismaClient, type Prisma } from "./generated/client";

export type Tx = Prisma.TransactionClient;

const holder = globalThis as typeof globalThis & { entrepotDatabase?: PrismaClient };

/** The one pool of this process. The driver would wait for ever for a connection; ten seconds is an answer. */
export const database = (): PrismaClient =>
  (holder.entrepotDatabase ??= new PrismaClient({
    adapter: new PrismaPg({
      connectionString: env().DATABASE_URL,
      max: env().DATABASE_POOL,
      connectionTimeoutMillis: 10_000,
      options: "-c lock_timeout=5s -c idle_in_transaction_session_timeout=30s",
    }),
  }));

export const closeDatabase = async (): Promise<void> => {
  await holder.entrepotDatabase?.$disconnect();
  delete holder.entrepotDatabase;
};
