import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { closeDatabase } from "@/platform/db/client";
import { closeJobs } from "@/platform/jobs/queue";
import { copyTemplate } from "./database";

// Before each test file: a copy of the template for this worker. No file sees what another wrote, in whatever order they run.
process.env.DATABASE_URL = await copyTemplate(`worker_${process.env.VITEST_POOL_ID ?? process.pid}`);
process.env.DATA_DIR = mkdtempSync(join(tmpdir(), "entrepot-test-data-"));

afterAll(async () => {
  await closeJobs();
  await closeDatabase();
  rmSync(process.env.DATA_DIR ?? "", { recursive: true, force: true });
});
