import type { Refusal, Result } from "@/kernel/result";
import { readAnswer } from "./answer-json";

/** Asks a door of our own from a page's script (`asked` answers it). A refusal is an answer; no answer at all throws. */
export const ask = async <V, R extends Refusal = Refusal>(door: string, input: unknown): Promise<Result<V, R>> => {
  const answer = await fetch(door, { method: "POST", headers: { "content-type": "application/json", accept: "application/json" }, body: JSON.stringify(input) });
  if (answer.status >= 500) throw new Error(`${door} answered ${answer.status}`);
  return readAnswer(await answer.text()) as Result<V, R>;
};
