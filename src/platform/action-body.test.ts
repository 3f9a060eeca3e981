import { once } from "node:events";
import { Agent, createServer, request, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readActionBody } from "./action-body";
import { answer } from "./gate";

let door: Server;
// One connection for all requests of a test, as a browser keeps it.
let agent: Agent;
let connections = 0;

beforeEach(async () => {
  connections = 0;
  // Stands where Next does: it reads the whole request and only then answers, as an action does after it has written.
  const act = async (asked: IncomingMessage, response: ServerResponse): Promise<void> => {
    const taken = await readActionBody(asked);
    if (!taken) return answer(response, 400, "action body");
    const body = await text(taken);
    await new Promise((resolve) => setTimeout(resolve, 20));
    response.end(JSON.stringify({ method: taken.method, action: taken.headers["next-action"], length: body.length, body: body.slice(0, 100) }));
  };
  door = createServer((asked, response) => void act(asked, response));
  door.on("connection", () => (connections += 1));
  door.listen(0, "127.0.0.1");
  await once(door, "listening");
  agent = new Agent({ keepAlive: true, maxSockets: 1 });
});
afterEach(() => {
  agent.destroy();
  door.close();
});

const send = async (body: string | Buffer, type: string): Promise<{ readonly status: number | undefined; readonly said: unknown }> => {
  const asked = request({ agent, host: "127.0.0.1", port: (door.address() as AddressInfo).port, method: "POST", path: "/pt-br/cart", headers: { "next-action": "a".repeat(42), "content-type": type } });
  const answered = once(asked, "response") as Promise<[IncomingMessage]>;
  asked.end(body);
  const [response] = await answered;
  return { status: response.statusCode, said: JSON.parse(await text(response)) as unknown };
};

test("the same words reach the action as were sent, and its answer reaches the browser on the connection that stays", async () => {
  const body = JSON.stringify([{ line: "São Paulo, 上海, جدة" }]);
  for (const round of [1, 2, 3]) {
    expect(await send(body, "text/plain;charset=UTF-8"), `round ${round}`).toEqual({ status: 200, said: { method: "POST", action: "a".repeat(42), length: body.length, body } });
  }
  expect(connections).toBe(1);
});

test("a file of many packets is handed on whole", async () => {
  const body = `--x\r\ncontent-disposition: form-data; name="1_file"; filename="a"\r\n\r\n${"p".repeat(3_000_000)}\r\n--x--\r\n`;
  expect(await send(body, "multipart/form-data; boundary=x")).toMatchObject({ status: 200, said: { length: body.length } });
});

test("what no action could read is a bad request before anybody tries", async () => {
  for (const [body, type] of [["{", "text/plain"], ["", "multipart/form-data; boundary=x"], ["[]", "application/json"]] as const) {
    expect(await send(body, type)).toMatchObject({ status: 400, said: { refusal: { code: "input.invalid" } } });
  }
});
