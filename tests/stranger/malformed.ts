/** What no door may choke on. Wrong kinds, operators of our query language, endless text, numbers that are none, and keys that reach into objects. */
export const nonsense: readonly (readonly [name: string, value: unknown])[] = [
  ["undefined", undefined], ["null", null], ["true", true], ["zero", 0], ["minus one", -1], ["half", 1.5], ["not a number", Number.NaN], ["endless", Number.POSITIVE_INFINITY], ["1e21", 1e21], ["2^53+1", 2 ** 53 + 1],
  ["a big integer", 10n ** 40n], ["empty text", ""], ["blank", "   "], ["NUL", "a\u0000b"], ["a lone surrogate", "\ud800"], ["right to left", "\u202eevil"], ["SQL", "' or 1=1; drop table app_user; --"],
  ["long text", "x".repeat(50_000)], ["a list", []], ["a list of lists", [[[]]]], ["a thing", {}], ["an operator", { not: "" }], ["another operator", { contains: "a" }], ["an increment", { increment: 1 }],
  ["a function", () => "x"], ["a date", new Date("2026-01-01")], ["a map", new Map([["a", 1]])], ["markup", "<img src=x onerror=alert(1)>"], ["a path", "../../etc/passwd"], ["a foreign id", "usr_00000000000000000000000000"],
];

type Keyed = Record<string, unknown>;
const isThing = (value: unknown): value is Keyed => typeof value === "object" && value !== null && !Array.isArray(value) && Object.getPrototypeOf(value) === Object.prototype;

/** Every way to spoil one part of a good input, at any depth: each part replaced by each nonsense, left out, and a stranger's key added. */
export const spoiled = function* (input: unknown, path = "input"): Generator<readonly [name: string, value: unknown, isSurelyWrong: boolean]> {
  if (!isThing(input)) return;
  // Deeper down a thing may be a list by name, where any key is lawful.
  const isWhole = path === "input";
  yield [`${path} with isAdmin`, { ...input, isAdmin: true }, isWhole];
  yield [`${path} with userId`, { ...input, userId: "usr_00000000000000000000000000" }, isWhole && !("userId" in input)];
  yield [`${path} with constructor`, { ...input, constructor: { prototype: { isAdmin: true } } }, isWhole];
  for (const key of Object.keys(input)) {
    for (const [name, value] of nonsense) yield [`${path}.${key} = ${name}`, { ...input, [key]: value }, false];
    const { [key]: _, ...rest } = input;
    yield [`${path} without ${key}`, rest, false];
    for (const [name, value, isWrong] of spoiled(input[key], `${path}.${key}`)) yield [name, { ...input, [key]: value }, isWrong];
  }
};
