// The app in production: Next behind the front gate, in one process. Built into one file (scripts/build.mjs).
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import next from "next";
import { sharedQuestion } from "../src/modules/discovery/question-address";
import PageStore from "../src/platform/cache/page-store.mjs";
import { hearTags } from "../src/platform/cache/tag-news";
import { readActionBody } from "../src/platform/action-body";
import { clientAddressHeader, clientAddressOf } from "../src/platform/client-address";
import { answer, judge, stampClientAddress, stripForeignHeaders } from "../src/platform/gate";
import { readEnv } from "../src/platform/env";
import { countSearch } from "../src/platform/rate-budget";
import { answerWithWholePage, rememberHeaders } from "../src/platform/whole-page";
import { stripeTarget } from "../src/platform/stripe/stripe-target";

const port = Number(process.env["PORT"] || 3000);
const hostname = process.env["LISTEN_HOST"] || "127.0.0.1";

const environment = readEnv(process.env);
if ("fault" in environment) {
  console.error(`The environment is not usable: ${environment.fault}.`);
  process.exit(1);
}
stripeTarget(process.env);

const publicHost = new URL(environment.APP_URL).host;
const ownHosts = new Set([publicHost, `127.0.0.1:${port}`, `localhost:${port}`]);
const inFlightLimit = 500;

const app = next({ dev: process.argv.includes("--dev"), dir: process.cwd(), hostname, port });
const handle = app.getRequestHandler();

// Jobs run in another process: what they changed is heard here and expires the pages that show it.
const news = hearTags((names) => new PageStore().revalidateTag([...names]));

let inFlight = 0;
const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const fault = judge(request, ownHosts);
  if (fault) return answer(response, fault.status, fault.reason);
  const asked = request.url;
  const shared = request.method === "GET" && request.headers["rsc"] === undefined ? sharedQuestion(asked ?? "") : null;
  if (shared) request.url = shared;
  if (answerWithWholePage(request, response)) return;
  if (inFlight >= inFlightLimit) {
    response.setHeader("retry-after", "1");
    return answer(response, 503, "busy");
  }
  stripForeignHeaders(request);
  stampClientAddress(request, environment.TRUST_PROXY);
  // A question whose answer is not kept costs work: whoever asks too many is led to the page that says so.
  if (shared && !(await countSearch(clientAddressOf(String(request.headers[clientAddressHeader])))).ok) request.url = asked;
  rememberHeaders(request, response);
  inFlight += 1;
  response.on("close", () => (inFlight -= 1));
  try {
    const isAction = request.method === "POST" && request.headers["next-action"] !== undefined;
    const taken = isAction ? await readActionBody(request) : request;
    if (!taken) return answer(response, 400, "action body");
    await handle(taken, response);
  } catch {
    if (!response.headersSent) answer(response, 500, "unexpected");
  }
};

const server = createServer({ requestTimeout: 60_000, headersTimeout: 20_000, maxHeaderSize: 32 * 1024 }, (request, response) => void serve(request, response));
server.on("upgrade", (_request, socket) => socket.end("HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n"));
void app.prepare().then(() => server.listen(port, hostname, () => console.log(`READY ${JSON.stringify({ url: environment.APP_URL })}`)));

const stop = (): void => {
  void news.close();
  server.close(() => process.exit(0));
  server.closeIdleConnections();
  setTimeout(() => process.exit(0), 8_000).unref();
};
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
