// Loaded before the app (`--import`): counts what it sends to PostgreSQL and tells it over a port of its own. `POST /` begins again at nought.
import { createServer } from "node:http";
import pg from "pg";

const plumbing = /^\s*(begin|commit|rollback|savepoint|release|set |select 1\b|deallocate)/i;
let statements = [];
const { query } = pg.Client.prototype;

pg.Client.prototype.query = function (config, ...rest) {
  const text = typeof config === "string" ? config : (config?.text ?? "");
  if (!plumbing.test(text)) statements.push(text.replace(/\s+/g, " ").slice(0, 160));
  return query.call(this, config, ...rest);
};

createServer((request, response) => {
  if (request.method === "POST") statements = [];
  response.end(JSON.stringify(statements));
}).listen(Number(process.env.BENCH_COUNTER_PORT), "127.0.0.1").unref();
