import { floors } from "@/modules/floors";
import type { Graph } from "./import-graph";
import { isTest } from "./source-tree";

export const floorOf = new Map<string, number>(floors.flatMap((names, floor) => names.map((name) => [name, floor] as const)));

// app → modules → ui, platform → i18n, kernel. The two of a step do not know each other, but language knows the words of the kernel.
const mayReach: Readonly<Record<string, readonly string[]>> = {
  app: ["app", "modules", "ui", "platform", "i18n", "kernel"],
  modules: ["modules", "ui", "platform", "i18n", "kernel"],
  ui: ["ui", "i18n", "kernel"],
  platform: ["platform", "i18n", "kernel"],
  i18n: ["i18n", "kernel"],
  kernel: ["kernel"],
};

const part = (path: string): string => {
  const name = path.split("/")[1] ?? "";
  return name in mayReach ? name : "app"; // proxy.ts and instrumentation.ts are doors
};
const moduleOf = (path: string): string | null => /^src\/modules\/([^/]+)\//.exec(path)?.[1] ?? null;

// A door of any module asks `access` who stands before it, and a verb takes the actor that only `access` can mint: these two files lie under every floor.
const ground = new Set(["src/modules/access/who.ts", "src/modules/access/actor.ts"]);

/** Imports that do not go downstairs. */
export const downstairs = ({ edges }: Graph): string[] =>
  edges.flatMap(({ from, to }) => {
    if (isTest(from)) return [];
    if (!mayReach[part(from)]?.includes(part(to))) return [`${from} reaches up to ${to}`];
    const [own, other] = [moduleOf(from), moduleOf(to)];
    if (!own || !other || own === other || ground.has(to)) return [];
    const [low, high] = [floorOf.get(other), floorOf.get(own)];
    return low !== undefined && high !== undefined && low < high ? [] : [`${from} imports ${to}: ${other} does not lie below ${own}`];
  });
