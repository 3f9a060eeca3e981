// The environment as a person sets it. Node alone: this runs before packages are installed.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's root folder. */
export const projectRoot = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Reads `.env` of the project's root if there is one; what the environment already says wins. A variable that is set to nothing counts
 * as not set, as in a copy of .env.example that was only partly filled in.
 */
export const readEnvironmentFile = () => {
  const file = join(projectRoot, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
  for (const [name, value] of Object.entries(process.env)) if (value === "") delete process.env[name];
};
