// What a person sees while something takes time. Node alone.

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** A broken pipe (`npm start | head`) ends the reading, not the shop. */
export const tolerateClosedOutput = () => {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", (error) => { if (error.code !== "EPIPE") throw error; });
};

/**
 * Numbers the steps of a run and times each: `[3/9] database … ready on port 5433 (0.8 s)`.
 * What a step returns (a string) is said after it. A step of more than fifteen seconds says every fifteen that it still runs.
 */
export const stepsOf = (total) => {
  let number = 0;
  return async (title, work) => {
    number += 1;
    const prefix = `[${number}/${total}] ${title}`;
    const started = Date.now();
    console.log(`${prefix} …`);
    const ticker = setInterval(() => console.log(`${prefix} … ${Math.round((Date.now() - started) / 1000)} s`), 15_000);
    try {
      const said = await work();
      console.log(`${prefix}: ${said || "done"} (${seconds(started)})`);
    } finally {
      clearInterval(ticker);
    }
  };
};

/** Rows as an aligned table without borders, indented by two. */
export const table = (rows) => {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => String(row[column] ?? "").length)));
  return rows.map((row) => `  ${row.map((cell, column) => String(cell ?? "").padEnd(widths[column])).join("  ").trimEnd()}`).join("\n");
};
