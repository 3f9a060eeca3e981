// Completes package-lock.json after `npm install` (run it by hand; nothing calls it).
//
// npm leaves optional packages of other platforms out of the lock file when the registry that was asked does not carry them, and then
// `npm ci` refuses that lock file everywhere: "Missing: @swc/core-darwin-arm64@ from lock file". Their versions are pinned by whoever
// lists them, and their platform is in their name, so the entries can be written without asking anybody; only the checksum is missing.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "./environment.mjs";

const systems = ["darwin", "linux", "win32", "freebsd", "android", "openharmony", "netbsd", "openbsd", "sunos", "aix"];
const processors = ["arm64", "x64", "ia32", "ppc64", "s390x", "riscv64", "loong64", "wasm32", "mips64el", "arm"];

const platformOf = (name) => {
  const words = name.split("/").at(-1).split("-");
  const os = systems.find((each) => words.includes(each) || (each === "win32" && words.includes("windows")));
  const cpu = processors.find((each) => words.some((word) => word === each || (each === "arm" && word.startsWith("arm"))));
  const libc = os === "linux" ? (words.some((word) => word.startsWith("musl")) ? "musl" : words.some((word) => word.startsWith("gnu")) ? "glibc" : undefined) : undefined;
  return os || cpu ? { ...(os ? { os: [os] } : {}), ...(cpu ? { cpu: [cpu] } : {}), ...(libc ? { libc: [libc] } : {}) } : undefined;
};

const file = join(projectRoot, "package-lock.json");
const lock = JSON.parse(readFileSync(file, "utf8"));

const isFound = (from, name) => {
  for (let folder = from; ; folder = folder.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, "")) {
    if (lock.packages[`${folder ? `${folder}/` : ""}node_modules/${name}`]) return true;
    if (!folder) return false;
  }
};

const added = [];
for (const [path, { optionalDependencies = {} }] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const platform = platformOf(name);
    if (!platform || !/^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(version) || isFound(path, name)) continue;
    lock.packages[`node_modules/${name}`] = { version, ...platform, optional: true };
    added.push(`${name}@${version}`);
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, "en")));
if (added.length) writeFileSync(file, `${JSON.stringify(lock, undefined, 2)}\n`);
console.log(added.length ? `Added ${added.join(", ")}.` : "The lock file is complete.");
