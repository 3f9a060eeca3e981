// What `npm start` understands. Node alone.
import { parseArgs } from "node:util";

export const usage = `npm start -- [options]

  --port N        first port to try for the app (3000; 0 = any); a taken port is stepped over
  --data DIR      where database, uploads and secrets live (.data)
  --fresh         delete that folder's content first
  --dev           next dev instead of a production build
  --listings N    how many listings the seed makes
  --help          this text`;

const wholeNumber = (name, text, least, most) => {
  if (!/^\d{1,9}$/.test(text) || Number(text) < least || Number(text) > most) throw new Error(`--${name} takes a whole number from ${least} to ${most}, not "${text}".`);
  return Number(text);
};

/** The options of a command line, or a refusal in one sentence. */
export const readOptions = (args) => {
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: { port: { type: "string" }, data: { type: "string" }, fresh: { type: "boolean" }, dev: { type: "boolean" }, listings: { type: "string" }, help: { type: "boolean", short: "h" } },
    }));
  } catch (error) {
    throw new Error(`${error.message}\n\n${usage}`);
  }
  return {
    port: wholeNumber("port", values.port ?? "3000", 0, 65_535),
    data: values.data ?? process.env.DATA_DIR ?? ".data",
    fresh: values.fresh ?? false,
    isDevelopment: values.dev ?? false,
    listings: values.listings === undefined ? undefined : wholeNumber("listings", values.listings, 1, 10_000_000),
    isHelp: values.help ?? false,
  };
};
