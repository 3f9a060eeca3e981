/** The part of JSON Schema that the derivation writes and the two checks read. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: "string" | "integer" | "number" | "boolean" | "object" | "array" | "null";
  readonly enum?: readonly (string | number | boolean)[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  /** Further values may come (the SDK's OtherString): accepted in answers, refused in requests, as Stripe does. */
  readonly "x-openEnum"?: readonly string[];
  readonly "x-metadata"?: true;
}

export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly params: Schema;
  readonly response: Schema;
}

export interface ApiSchema {
  readonly packageVersion: string;
  readonly apiVersion: string;
  readonly operations: readonly Operation[];
  readonly schemas: Readonly<Record<string, Schema>>;
  readonly eventTypes: readonly string[];
}
