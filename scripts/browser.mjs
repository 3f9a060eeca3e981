// A Chromium for the end-to-end tests: one that is installed, else Playwright's download, else the distribution's package.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { programFile } from "./children.mjs";

// Ubuntu's chromium-browser is a stub that wants a snap, and a browser without its libraries starts nothing: only one that can say its version counts.
const works = (file) => existsSync(file) && spawnSync(file, ["--version"], { timeout: 20_000, stdio: "ignore" }).status === 0;

const onPath = () =>
  ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
    .flatMap((name) => (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, name)))
    .concat("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium");

const downloaded = () => createRequire(programFile("@playwright", "test", "package.json"))("playwright-core").chromium.executablePath();

const fromDistribution = () => {
  if (!existsSync("/usr/bin/apt-get")) return;
  const prefix = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  for (const args of [["update"], ["install", "-y", "--no-install-recommends", "chromium"]]) {
    const [command, ...rest] = [...prefix, "apt-get", ...args];
    spawnSync(command, rest, { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" }, stdio: "ignore", timeout: 600_000 });
  }
};

/** The file of a Chromium that starts, fetched if none is there; throws one sentence when none can be had. */
export const findBrowser = () => {
  const installed = [process.env.CHROMIUM_PATH, ...onPath(), downloaded()].find((file) => file && works(file));
  if (installed) return installed;
  spawnSync(process.execPath, [programFile("playwright", "cli.js"), "install", "chromium"], { stdio: "ignore", timeout: 600_000 });
  if (works(downloaded())) return downloaded();
  fromDistribution();
  const packaged = onPath().find(works);
  if (packaged) return packaged;
  throw new Error("No Chromium is installed, and none could be fetched: install one (on Debian: apt-get install chromium) or set CHROMIUM_PATH.");
};
