import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const onDatabase = {
  globalSetup: ["tests/integration/database-server.ts"],
  setupFiles: ["tests/integration/worker-database.ts"],
  testTimeout: 30_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL("src", import.meta.url)) } },
  test: {
    pool: "forks",
    maxWorkers: 2,
    // A limit for what hangs, never for what is slow: the machine may be doing other things.
    testTimeout: 30_000,
    // Zone and secrets are the same for everybody who runs a single file by hand. The zone is hostile on purpose.
    env: {
      TZ: "Asia/Kathmandu",
      NEXTAUTH_SECRET: "a secret that only the tests know, long enough",
      STRIPE_SECRET_KEY: "sk_test_sandbox_tests",
      STRIPE_WEBHOOK_SECRET: "whsec_tests",
      ALLOW_SANDBOX_PAYMENTS: "1",
      NEXTAUTH_URL: "http://127.0.0.1:3000",
      LOG_LEVEL: "silent",
    },
    projects: [
      { extends: true, test: { name: "unit", include: ["src/**/*.test.{ts,tsx}", "tools/**/*.test.ts", "prisma/seed/**/*.test.ts"] } },
      { extends: true, test: { name: "architecture", include: ["tests/architecture/**/*.test.ts"], testTimeout: 120_000 } },
      { extends: true, test: { name: "integration", include: ["tests/integration/**/*.test.ts", "tests/stories/**/*.test.ts"], ...onDatabase } },
      { extends: true, test: { name: "stranger", include: ["tests/stranger/**/*.test.ts"], ...onDatabase } },
    ],
  },
});
