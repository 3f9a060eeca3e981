// Ports of the loopback interface. Node alone: this runs before packages are installed.
import { createServer } from "node:net";

/** Whether nobody listens on a loopback port, tried by listening on it (a connect would miss a socket that is bound but silent). */
export const isPortFree = (port, host = "127.0.0.1") =>
  new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });

/** A port that the operating system says is free right now. */
export const anyFreePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen({ port: 0, host: "127.0.0.1" }, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/**
 * The first free port from `wanted` upwards, stepping over taken ones and over `avoid`; 0 means any.
 * A port counts as taken if it is taken on loopback or on all interfaces, because a person will type it into a browser that tries both.
 */
export const freePortFrom = async (wanted, avoid = new Set()) => {
  if (wanted === 0) {
    for (;;) {
      const port = await anyFreePort();
      if (!avoid.has(port)) return port;
    }
  }
  for (let port = wanted; port < Math.min(wanted + 200, 65536); port += 1) {
    if (!avoid.has(port) && (await isPortFree(port)) && (await isPortFree(port, "0.0.0.0"))) return port;
  }
  throw new Error(`No free port between ${wanted} and ${wanted + 199}: pass another one.`);
};
