import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { applyMigrations } from "../../scripts/migrate.mjs";
import { startPostgres, throwawaySettings } from "../../scripts/postgres.mjs";

declare module "vitest" {
  interface ProvidedContext {
    /** The address of the test server's maintenance database. */
    databaseServer: string;
    /** The database that every worker's database is a copy of: migrated once, and empty. */
    databaseTemplate: string;
  }
}

/** Starts one real PostgreSQL for the run, on a folder that is deleted after it, and migrates the template. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const directory = mkdtempSync(join(tmpdir(), "entrepot-test-"));
  // As root the server runs as another account, which must be able to pass through.
  chmodSync(directory, 0o755);
  const server = await startPostgres({ dataDirectory: directory, port: 0, settings: throwawaySettings, database: "template_entrepot" });
  const stop = async (): Promise<void> => {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    await applyMigrations(server.url);
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide("databaseServer", server.urlOf("postgres"));
  project.provide("databaseTemplate", "template_entrepot");
  return stop;
};
