// Brings node_modules to what package-lock.json says, only when it is not. Node alone, and no install script of any package is run.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runProgram } from "./children.mjs";
import { projectRoot } from "./environment.mjs";

const OLDEST_NODE = [20, 19];
const markFile = join(projectRoot, "node_modules", ".entrepot-lock");

/** Refuses a Node that is too old, in words, before syntax or packages fail in theirs. */
export const checkNode = () => {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) throw new Error(`Node ${process.versions.node} is too old: ${OLDEST_NODE.join(".")} or newer is needed.`);
  return `Node ${process.versions.node}`;
};

// Optional packages carry one platform each, so a folder that was installed elsewhere does not match here.
const lockHash = () => createHash("sha256").update(readFileSync(join(projectRoot, "package-lock.json"))).update(`${process.platform} ${process.arch}`).digest("hex");

const fits = (list, own) => !list || (list.some((each) => each === own) || list.every((each) => each.startsWith("!") && each !== `!${own}`));
const isMusl = () => process.platform === "linux" && !process.report?.getReport().header.glibcVersionRuntime;

// npm's own record of what it installed, compared package by package: spares an installation made by hand from being made again.
const recordMatches = () => {
  const recordFile = join(projectRoot, "node_modules", ".package-lock.json");
  if (!existsSync(recordFile)) return false;
  const installed = JSON.parse(readFileSync(recordFile, "utf8")).packages;
  const wanted = Object.entries(JSON.parse(readFileSync(join(projectRoot, "package-lock.json"), "utf8")).packages);
  const libc = isMusl() ? "musl" : "glibc";
  return wanted.every(([path, { version, link, os, cpu, libc: libcs, optional }]) => {
    if (!path || link) return true;
    if (installed[path]) return installed[path].version === version;
    return optional && !(os && fits(os, process.platform) && fits(cpu, process.arch) && fits(libcs, libc));
  });
};

const isInstalled = () => {
  if (existsSync(markFile) && readFileSync(markFile, "utf8") === lockHash()) return true;
  if (!recordMatches()) return false;
  writeFileSync(markFile, lockHash());
  return true;
};

/** Installs the pinned packages when they are not there, and says what it did. */
export const installPackages = async ({ logFile, onStart }) => {
  if (isInstalled()) return "as locked";
  const npm = process.env.npm_execpath?.endsWith(".js") ? { command: process.execPath, args: [process.env.npm_execpath] } : { command: "npm", args: [] };
  const flags = ["ci", "--ignore-scripts", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--prefer-offline"];
  await runProgram({ name: "npm ci", command: npm.command, args: [...npm.args, ...flags], env: process.env, logFile }, onStart);
  writeFileSync(markFile, lockHash());
  return "installed";
};
