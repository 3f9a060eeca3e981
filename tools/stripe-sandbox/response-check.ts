import Ajv, { type ValidateFunction } from "ajv";
import type { ApiSchema, Schema } from "./api-schema";

/** Says whether an answer or a snapshot of ours is one that Stripe could have given; used on everything that leaves the sandbox. */
export class ResponseCheck {
  private readonly ajv = new Ajv({ strict: false, allErrors: false, validateFormats: false });
  private readonly compiled = new Map<string, ValidateFunction>();

  constructor(api: ApiSchema) {
    this.ajv.addSchema({ $id: "stripe", schemas: api.schemas });
  }

  /** What is wrong with an object, or undefined. */
  findFault(schema: Schema, value: unknown): string | undefined {
    const key = JSON.stringify(schema);
    let validate = this.compiled.get(key);
    if (!validate) {
      validate = this.ajv.compile(JSON.parse(key.replaceAll('"#/schemas/', '"stripe#/schemas/')) as object);
      this.compiled.set(key, validate);
    }
    if (validate(value)) return undefined;
    const first = validate.errors?.[0];
    return `${first?.instancePath ?? ""} ${first?.message ?? "is not valid"} ${JSON.stringify(first?.params ?? {})}`;
  }

  /** For snapshots in events: the kind is the object's own `object`. */
  findFaultByKind(value: { readonly object: string }): string | undefined {
    return this.findFault({ $ref: `#/schemas/${value.object}` }, value);
  }
}
