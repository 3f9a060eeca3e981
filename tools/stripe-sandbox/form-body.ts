import { invalidRequest } from "./api-error";

/** What a form body says before anyone knows what it should say: strings in nested records; lists still carry their indices as keys. */
export type FormValue = string | FormRecord;
export interface FormRecord { [key: string]: FormValue }

const forbidden = new Set(["__proto__", "constructor", "prototype"]);

/** Reads `a[b][0]=c&d[]=e` as Stripe does. Hostile names and contradictions (a=1&a[b]=2) are refused, never guessed. */
export const decodeForm = (text: string): FormRecord => {
  const root: FormRecord = Object.create(null) as FormRecord;
  for (const [name, value] of new URLSearchParams(text)) {
    const parts = splitName(name);
    let here = root;
    parts.forEach((part, index) => {
      const key = part === "" ? String(Object.keys(here).length) : part;
      if (forbidden.has(key)) throw invalidRequest(`Received unknown parameter: ${name}`, "parameter_unknown", name);
      if (index === parts.length - 1) {
        if (typeof here[key] === "object") throw invalidRequest(`Invalid parameter: ${name} is given both as a value and as a hash`, undefined, name);
        here[key] = value;
        return;
      }
      const next = (here[key] ??= Object.create(null) as FormRecord);
      if (typeof next === "string") throw invalidRequest(`Invalid parameter: ${name} is given both as a value and as a hash`, undefined, name);
      here = next;
    });
  }
  return root;
};

const splitName = (name: string): string[] => {
  const match = /^([^[\]]+)((?:\[[^[\]]*\])*)$/.exec(name);
  if (!match) throw invalidRequest(`Received unknown parameter: ${name}`, "parameter_unknown", name);
  return [match[1]!, ...[...match[2]!.matchAll(/\[([^[\]]*)\]/g)].map((part) => part[1]!)];
};
