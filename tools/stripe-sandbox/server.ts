import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { answerControl } from "./control";
import { ApiServer, errorAnswer } from "./api-server";
import { DeliveryQueue } from "./delivery-queue";
import { loadApiSchema } from "./derive-schema";
import { forgetOldEvents } from "./event-log";
import { FaultList } from "./fault-list";
import { answerCheckoutPage } from "./pages/checkout-door";
import { answerDashboard } from "./pages/dashboard";
import { keepConfiguredEndpoint } from "./resources/webhook-endpoint";
import { ResponseCheck } from "./response-check";
import type { Sandbox, SandboxSettings } from "./sandbox";
import { Store } from "./store";
import { sweep } from "./sweep";

export interface RunningSandbox {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Starts the sandbox on loopback and answers when it is ready to be asked. */
export const startSandbox = async (settings: SandboxSettings): Promise<RunningSandbox> => {
  const api = await loadApiSchema();
  const sandbox: Sandbox = {
    settings, api, check: new ResponseCheck(api), store: new Store(settings.stateFile), faults: new FaultList(), deliveries: new DeliveryQueue(() => sandbox), origin: "",
  };
  for (const { response } of api.operations) sandbox.check.findFault(response, {});   // compiled before the first caller waits for it
  keepConfiguredEndpoint(sandbox);
  sandbox.store.commit();
  const door = new ApiServer(sandbox);
  const server = createServer((request, response) => void answer(sandbox, door, request, response));
  server.keepAliveTimeout = 30_000;
  await listen(server, settings.port);
  sandbox.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  sandbox.deliveries.start();
  const everySecond = setInterval(() => sweep(sandbox), 1000);
  const everyMinute = setInterval(() => {
    door.guard.forgetOld();
    forgetOldEvents(sandbox);
    sandbox.store.commit();
  }, 60_000);
  return {
    url: sandbox.origin,
    stop: async () => {
      clearInterval(everySecond);
      clearInterval(everyMinute);
      await sandbox.deliveries.stop();
      await new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      });
      sandbox.store.commit();
      sandbox.store.fold();
    },
  };
};

const answer = async (sandbox: Sandbox, door: ApiServer, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  try {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    if (url.pathname.startsWith("/_sandbox/")) await answerControl(sandbox, request, response, url.pathname);
    else if (url.pathname.startsWith("/c/pay/")) await answerCheckoutPage(sandbox, request, response, url);
    else if (url.pathname === "/dashboard" || url.pathname.startsWith("/dashboard/")) answerDashboard(sandbox, request, response, url);
    else if (url.pathname === "/") response.writeHead(303, { location: "/dashboard" }).end();
    else await door.answer(request, response, url);
  } catch (error) {
    sandbox.store.rollback();
    if (response.headersSent || response.destroyed) return void response.destroy();
    const { status, body } = errorAnswer(error);
    response.writeHead(status, { "content-type": "application/json" }).end(body);
  }
};

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((done, fail) => {
    server.once("error", fail);
    server.listen(port, "127.0.0.1", done);
  });
