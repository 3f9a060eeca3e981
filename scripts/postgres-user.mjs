// PostgreSQL refuses to run as root. This file decides as whom it runs instead, and whether that somebody can reach the files.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";

const ACCOUNT = "entrepot-postgres";

const accounts = () => {
  try {
    return readFileSync("/etc/passwd", "utf8").split("\n").map((line) => line.split(":")).filter((fields) => fields.length > 3);
  } catch {
    return [];
  }
};

const accountNamed = (name) => {
  const fields = accounts().find(([each]) => each === name);
  return fields ? { name, uid: Number(fields[2]), gid: Number(fields[3]) } : undefined;
};

const createdAccount = () => {
  for (const useradd of ["/usr/sbin/useradd", "/sbin/useradd"]) {
    if (!existsSync(useradd)) continue;
    spawnSync(useradd, ["--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent", "--shell", "/usr/sbin/nologin", ACCOUNT], { stdio: "ignore" });
    const account = accountNamed(ACCOUNT);
    if (account) return account;
  }
  return undefined;
};

// CAP_DAC_READ_SEARCH (2) is enough to pass through a closed folder; CAP_DAC_OVERRIDE (1) is what containers usually leave instead.
const passingCapability = () => {
  if (process.platform !== "linux" || spawnSync("setpriv", ["--version"], { stdio: "ignore" }).status !== 0) return undefined;
  const mask = /^CapBnd:\s*([0-9a-f]+)/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1] ?? "0";
  const bounding = BigInt(`0x${mask}`);
  if (bounding & 4n) return "dac_read_search";
  return bounding & 2n ? "dac_override" : undefined;
};

const closedParent = (path, account) => {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if (!(mode & bit)) return folder;
    if (folder === dirname(folder)) return undefined;
  }
};

/**
 * As whom the server runs: `undefined` for an ordinary person (as themselves), else an unprivileged account.
 *
 * The owner of an existing cluster wins, so that a cluster never changes hands; else an account of our own; where none can be
 * created, `nobody`. A checkout in a closed folder (root's home is 0700) is reached by lending the server the one capability to
 * pass through folders, rather than by opening a person's home directory.
 */
export const serverAccount = (clusterDirectory, paths) => {
  if (process.getuid?.() !== 0) return undefined;
  const owner = existsSync(clusterDirectory) ? accounts().find((fields) => Number(fields[2]) === statSync(clusterDirectory).uid) : undefined;
  const account =
    (owner && Number(owner[2]) !== 0 ? accountNamed(owner[0]) : undefined) ?? accountNamed(ACCOUNT) ?? createdAccount() ?? accountNamed("nobody");
  if (!account) throw new Error("PostgreSQL refuses to run as root, and this machine has no unprivileged account (not even nobody) to run it as.");
  const closed = paths.map((path) => closedParent(path, account)).find(Boolean);
  if (!closed) return account;
  const capability = passingCapability();
  if (capability) return { ...account, capability };
  throw new Error(
    `PostgreSQL refuses to run as root, and the account ${account.name} that it would run as cannot pass through ${closed}. ` +
      `Move the checkout or the data directory to a place that everybody can pass through (/srv, /opt), or run as an ordinary person.`,
  );
};

/** Command, arguments and spawn options that run a program as `account` (or as ourselves when it is undefined). */
export const asAccount = (account, command, args) => {
  if (!account) return { command, args, options: {} };
  if (!account.capability) return { command, args, options: { uid: account.uid, gid: account.gid } };
  const capability = `+${account.capability}`;
  const setpriv = [`--reuid=${account.uid}`, `--regid=${account.gid}`, "--clear-groups", `--inh-caps=${capability}`, `--ambient-caps=${capability}`];
  return { command: "setpriv", args: [...setpriv, "--", command, ...args], options: {} };
};
