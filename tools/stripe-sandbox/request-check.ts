import { invalidRequest } from "./api-error";
import type { ApiSchema, Schema } from "./api-schema";
import type { FormRecord, FormValue } from "./form-body";

/** Reads the strings of a form as the parameters that Stripe's schema says, or refuses with Stripe's error codes. */
export const checkParams = (api: ApiSchema, schema: Schema, form: FormRecord): Record<string, unknown> =>
  new Reader(api).read(schema, form, "") as Record<string, unknown>;

class Reader {
  constructor(private readonly api: ApiSchema) {}

  read(given: Schema, value: FormValue, path: string): unknown {
    const schema = this.resolve(given);
    if (schema.anyOf) return this.readAny(schema.anyOf, value, path);
    if (schema["x-metadata"]) return readMetadata(value, path);
    if (schema.type === "object") return this.readObject(schema, value, path);
    if (schema.type === "array") return this.readArray(schema, value, path);
    if (typeof value !== "string") throw invalidRequest(`Invalid ${schema.type ?? "value"}: ${JSON.stringify(value)}`, undefined, path);
    const words = schema.enum ?? schema["x-openEnum"];
    if (words) {
      const word = words.find((one) => String(one) === value);
      if (word === undefined) throw invalidRequest(`Invalid ${path}: must be one of ${words.join(", ")}`, undefined, path);
      return word;
    }
    return readScalar(schema, value, path);
  }

  private resolve(schema: Schema): Schema {
    let here = schema;
    while (here.$ref) here = this.api.schemas[here.$ref.slice("#/schemas/".length)] ?? {};
    return here;
  }

  /** Emptyable values, "a number or a range", "a word or an object": the alternative of the value's own shape decides the error. */
  private readAny(alternatives: readonly Schema[], value: FormValue, path: string): unknown {
    const resolved = alternatives.map((one) => this.resolve(one)).filter((one) => one.type !== "null");
    if (value === "" && (resolved.length < alternatives.length || resolved.some((one) => one.enum?.includes("")))) return "";
    const isHash = (one: Schema) => one.type === "object" || one.type === "array";
    const sameShape = resolved.filter((one) => isHash(one) === (typeof value !== "string") && !one.enum?.every((word) => word === ""));
    let failure: unknown;
    for (const one of sameShape.length ? sameShape : resolved) {
      try { return this.read(one, value, path); } catch (error) { failure = error; }
    }
    throw failure;
  }

  private readObject(schema: Schema, value: FormValue, path: string): unknown {
    if (typeof value === "string") throw invalidRequest(`Invalid object`, undefined, path);
    const result: Record<string, unknown> = {};
    for (const [key, inner] of Object.entries(value)) {
      const name = path ? `${path}[${key}]` : key;
      const known = schema.properties && Object.hasOwn(schema.properties, key) ? schema.properties[key] : undefined;
      const open = typeof schema.additionalProperties === "object" ? schema.additionalProperties : undefined;
      const inside = known ?? open;
      if (!inside) throw invalidRequest(`Received unknown parameter: ${name}`, "parameter_unknown", name);
      result[key] = this.read(inside, inner, name);
    }
    for (const key of schema.required ?? []) {
      const name = path ? `${path}[${key}]` : key;
      if (!Object.hasOwn(result, key)) throw invalidRequest(`Missing required param: ${name}.`, "parameter_missing", name);
    }
    return result;
  }

  private readArray(schema: Schema, value: FormValue, path: string): unknown {
    if (typeof value === "string") {
      if (value === "") return [];
      throw invalidRequest("Invalid array", undefined, path);
    }
    const keys = Object.keys(value);
    const stranger = keys.find((key) => !/^\d{1,4}$/.test(key));
    if (stranger !== undefined) throw invalidRequest("Invalid array", undefined, path);
    return keys.map(Number).sort((a, b) => a - b).map((index) => this.read(schema.items ?? {}, value[String(index)]!, `${path}[${index}]`));
  }
}

const readScalar = (schema: Schema, value: string, path: string): unknown => {
  switch (schema.type) {
    case "integer": {
      const number = Number(value);
      if (!/^-?\d+$/.test(value) || !Number.isSafeInteger(number)) throw invalidRequest(`Invalid integer: ${value}`, "parameter_invalid_integer", path);
      return number;
    }
    case "number":
      if (!/^-?\d+(\.\d+)?$/.test(value)) throw invalidRequest(`Invalid decimal: ${value}`, undefined, path);
      return Number(value);
    case "boolean":
      if (value !== "true" && value !== "false") throw invalidRequest(`Invalid boolean: ${value}`, undefined, path);
      return value === "true";
    default:
      if (value === "") {
        throw invalidRequest(`You passed an empty string for '${path}'. We assume empty values are an attempt to unset a parameter; however '${path}' cannot be unset. You should remove '${path}' from your request or supply a non-empty value.`, "parameter_invalid_empty", path);
      }
      if (value.length > 5000) throw invalidRequest(`Invalid string: must be at most 5000 characters`, "parameter_invalid_string_too_long", path);
      return value;
  }
};

/** At most 50 keys of 40 characters with values of 500; values stay strings ("true" is a word here). */
const readMetadata = (value: FormValue, path: string): Record<string, string> | "" => {
  if (typeof value === "string") {
    if (value === "") return "";
    throw invalidRequest("Invalid metadata: must be a hash", undefined, path);
  }
  const entries = Object.entries(value);
  if (entries.length > 50) throw invalidRequest(`You can have up to 50 metadata keys; you passed ${entries.length}.`, undefined, path);
  const result: Record<string, string> = {};
  for (const [key, text] of entries) {
    const name = `${path}[${key}]`;
    if (typeof text !== "string") throw invalidRequest(`Invalid metadata value: nested hashes are not allowed`, undefined, name);
    if (key.length > 40) throw invalidRequest(`Metadata keys can have up to 40 characters in length. You passed "${key}".`, undefined, name);
    if (text.length > 500) throw invalidRequest(`Metadata values can have up to 500 characters, but you passed in a value that is ${text.length} characters.`, undefined, name);
    result[key] = text;
  }
  return result;
};

/** A parameter that Stripe has and this sandbox has not is refused aloud: silence would be a promise that production keeps differently. */
export const refuseUnsupported = (params: unknown, supported: ReadonlySet<string>, path = "", name = ""): void => {
  if (supported.has(`${path}.**`)) return;
  if (Array.isArray(params)) {
    params.forEach((one, index) => refuseUnsupported(one, supported, `${path}.*`, `${name}[${index}]`));
  } else if (params && typeof params === "object") {
    for (const [key, value] of Object.entries(params)) refuseUnsupported(value, supported, path ? `${path}.${key}` : key, name ? `${name}[${key}]` : key);
  } else if (!supported.has(path)) {
    throw invalidRequest(`This sandbox does not implement the parameter ${name} yet. Stripe does.`, "sandbox_unsupported", name);
  }
};
