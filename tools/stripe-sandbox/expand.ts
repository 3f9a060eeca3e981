import { presentMovement } from "./balance-movement";
import { invalidRequest } from "./api-error";
import type { Sandbox } from "./sandbox";

type Row = Record<string, unknown>;
const deepest = 4;

/** Replaces ids by the objects they name, along the paths of `expand[]`. What cannot be expanded is refused, as Stripe does. */
export const expand = (sandbox: Sandbox, answer: Row, paths: readonly string[]): Row => {
  let result = answer;
  paths.forEach((path, index) => {
    const parts = path.split(".");
    if (parts.length > deepest) throw invalidRequest(`You cannot expand more than ${deepest} levels of a property. Property: ${path}`, undefined, `expand[${index}]`);
    result = along(sandbox, result, parts, path, `expand[${index}]`) as Row;
  });
  return result;
};

const along = (sandbox: Sandbox, value: unknown, parts: readonly string[], path: string, param: string): unknown => {
  const [part, ...rest] = parts;
  if (part === undefined || value === null || value === undefined) return value;
  if (Array.isArray(value)) return value.map((one) => along(sandbox, one, parts, path, param));
  const row = value as Row;
  if (part === "line_items" && row["object"] === "checkout.session") {
    const items = sandbox.store.get("plans", row["id"] as string)?.items ?? [];
    return { ...row, line_items: { object: "list", data: items.slice(0, 10), has_more: items.length > 10, url: `/v1/checkout/sessions/${String(row["id"])}/line_items` } };
  }
  if (part === "refunds" && row["object"] === "charge") {
    const refunds = sandbox.store.all("refunds").filter((one) => one.charge === row["id"]).reverse();
    return { ...row, refunds: { object: "list", data: refunds.slice(0, 10), has_more: refunds.length > 10, url: `/v1/charges/${String(row["id"])}/refunds` } };
  }
  const inner = Object.hasOwn(row, part) ? row[part] : undefined;
  if (inner === null) return row;
  if (typeof inner === "string") {
    const found = findById(sandbox, inner);
    if (!found) throw invalidRequest(`This property cannot be expanded (${path}).`, undefined, param);
    return { ...row, [part]: along(sandbox, found, rest, path, param) };
  }
  if (typeof inner !== "object") throw invalidRequest(`This property cannot be expanded (${path}).`, undefined, param);
  return { ...row, [part]: along(sandbox, inner, rest, path, param) };
};

const findById = (sandbox: Sandbox, id: string): unknown => {
  const { store } = sandbox;
  switch (id.split("_")[0]) {
    case "pi": return store.get("intents", id);
    case "ch": return store.get("charges", id);
    case "re": return store.get("refunds", id);
    case "txn": {
      const movement = store.get("movements", id);
      return movement && presentMovement(sandbox, movement);
    }
    default: return undefined;
  }
};
