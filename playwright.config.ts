import { defineConfig } from "@playwright/test";

// Run by scripts/test.mjs, which starts the whole application, finds a Chromium and passes both by environment.
const ready = JSON.parse(process.env.E2E_READY ?? '{"url":"http://127.0.0.1:3000"}') as { url: string };

// The browser looks for nothing outside: no update, no sync, no HTTP/3 probe. Chromium's sandbox refuses to start for root.
const browserFlags = ["--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];
const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results/e2e",
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: process.env.E2E_REPORT ?? "test-results/playwright.json" }]],
  use: {
    baseURL: ready.url,
    trace: "off",
    // The hostile default: a shopper who reads Japanese, in a zone that no market of ours has.
    locale: "ja-JP",
    timezoneId: "Asia/Kathmandu",
    launchOptions: {
      ...(process.env.E2E_CHROMIUM ? { executablePath: process.env.E2E_CHROMIUM } : {}),
      args: isRoot ? [...browserFlags, "--no-sandbox"] : browserFlags,
    },
  },
  projects: [
    { name: "phone", use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
    { name: "desktop", use: { viewport: { width: 1280, height: 900 } } },
  ],
});
