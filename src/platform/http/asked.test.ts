import { describe, expect, it } from "vitest";
import { ok, refuse } from "@/kernel/result";
import { readAnswer } from "./answer-json";
import { asked } from "./asked";

const door = asked(async (input) => ((input as { isGood?: boolean }).isGood ? ok({ total: { amount: 129_90n, currency: "BRL" } }) : refuse({ code: "listing.sold-out" })));
const ask = (body: string, headers: Record<string, string> = { "content-type": "application/json" }) => door(new Request("http://shop.test/api/x", { method: "POST", body, headers }));

describe("a door for a page's own fetch", () => {
  it("answers as the action does, with whole money, and is kept by no cache between", async () => {
    const answer = await ask('{"isGood":true}');
    expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "private, no-store"]);
    expect(readAnswer(await answer.text())).toEqual(ok({ total: { amount: 129_90n, currency: "BRL" } }));
    const refused = await ask("{}");
    expect([refused.status, await refused.json()]).toEqual([422, { ok: false, refusal: { code: "listing.sold-out" } }]);
  });
  it("does nothing for a form, a script or a page of another site", async () => {
    for (const headers of [{ "content-type": "text/plain" }, { "content-type": "application/x-www-form-urlencoded" }, { "content-type": "application/json", "sec-fetch-site": "cross-site" }, { "content-type": "application/json", "sec-fetch-site": "same-site" }]) {
      expect((await ask('{"isGood":true}', headers)).status).toBe(403);
    }
  });
  it("tells what is no JSON, or too long, that it is bad input", async () => {
    for (const body of ["", "{", "undefined", JSON.stringify({ isGood: "x".repeat(70_000) })]) expect((await ask(body)).status).toBe(400);
  });
});
