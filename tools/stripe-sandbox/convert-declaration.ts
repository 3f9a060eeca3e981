import type TypeScript from "typescript";
import type { Schema } from "./api-schema";

/** The declarations say `number` for both; these names carry fractions, everything else that is a number is an integer at Stripe. */
const isFraction = (name: string) => /^(exchange_rate|percent|percent_ownership|rates)$|_percent$|^(height|length|weight|width|unit_amount_decimal)$/.test(name);

/** Turns TypeScript declarations of the stripe package into JSON Schema. Named interfaces become shared schemas, so that recursion ends. */
export class DeclarationConverter {
  readonly schemas: Record<string, Schema> = {};
  private readonly names = new Map<TypeScript.Type, string>();

  constructor(
    private readonly ts: typeof TypeScript,
    private readonly checker: TypeScript.TypeChecker,
    private readonly kept: ReadonlySet<string>,
  ) {}

  /** Parameters and answer of one method of the resource class declared in a file. */
  operation(source: TypeScript.SourceFile, method: string): { params: Schema; response: Schema } {
    for (const statement of source.statements) {
      if (!this.ts.isClassDeclaration(statement) || !statement.name?.text.endsWith("Resource")) continue;
      for (const member of statement.members) {
        if (!this.ts.isMethodDeclaration(member) || member.name.getText() !== method || !member.type) continue;
        const params = member.parameters.find((parameter) => parameter.name.getText() === "params");
        const paramsType = params && this.checker.getNonNullableType(this.checker.getTypeAtLocation(params));
        return {
          params: paramsType ? this.convert(paramsType, "") : { type: "object", properties: {}, additionalProperties: false },
          response: this.answer(this.checker.getTypeFromTypeNode(member.type)),
        };
      }
    }
    throw new Error(`${source.fileName} has no method ${method}`);
  }

  /** Keeps one interface of a file under a name of our choosing. */
  named(source: TypeScript.SourceFile, declared: string, name: string): void {
    for (const statement of source.statements) {
      if (this.ts.isInterfaceDeclaration(statement) && statement.name.text === declared) {
        const schema = this.object(this.checker.getTypeAtLocation(statement));
        // EventBase leaves `type` and `data` to its heirs.
        const own: Record<string, Schema> = { type: { type: "string" }, data: { type: "object", required: ["object"] } };
        this.schemas[name] = { ...schema, properties: { ...schema.properties, ...own }, required: [...new Set([...(schema.required ?? []), "type", "data"])] };
        return;
      }
    }
    throw new Error(`${source.fileName} declares no ${declared}`);
  }

  /** Every event type that the SDK knows. */
  eventTypes(source: TypeScript.SourceFile): string[] {
    return [...source.text.matchAll(/interface \w+Event extends EventBase \{\s*type: '([^']+)'/g)].map((match) => match[1]!);
  }

  private answer(type: TypeScript.Type): Schema {
    // Promise<Response<T>> and ApiListPromise<T>
    const reference = type as TypeScript.TypeReference;
    const name = type.aliasSymbol?.name ?? type.symbol?.name;
    const inner = (type.aliasTypeArguments ?? this.checker.getTypeArguments(reference))[0];
    if (!inner) throw new Error(`cannot read an answer from ${this.checker.typeToString(type)}`);
    if (name === "ApiListPromise") return this.list(this.convert(inner, ""));
    const part = inner.isIntersection() ? inner.types[0]! : (inner.aliasTypeArguments?.[0] ?? inner);
    return this.convert(part, "");
  }

  private list(items: Schema): Schema {
    return {
      type: "object", additionalProperties: false, required: ["object", "data", "has_more", "url"],
      properties: { object: { enum: ["list"] }, data: { type: "array", items }, has_more: { type: "boolean" }, url: { type: "string" } },
    };
  }

  private convert(type: TypeScript.Type, property: string): Schema {
    const { TypeFlags } = this.ts;
    const alias = type.aliasSymbol?.name;
    const symbol = type.symbol?.name;
    if (type.isUnion()) return this.union(type, property);
    if (type.isStringLiteral() || type.isNumberLiteral()) return { enum: [type.value] };
    if (type.flags & TypeFlags.BooleanLiteral) return { enum: [this.checker.typeToString(type) === "true"] };
    if (type.flags & TypeFlags.String || alias === "OtherString" || type.isIntersection()) return { type: "string" };
    if (type.flags & TypeFlags.Number) return { type: isFraction(property) ? "number" : "integer" };
    if (type.flags & TypeFlags.Boolean) return { type: "boolean" };
    if (type.flags & TypeFlags.Null) return { type: "null" };
    if (symbol === "Decimal") return { type: "string" };
    if (symbol === "Metadata" || symbol === "MetadataParam") return { type: "object", additionalProperties: { type: "string" }, "x-metadata": true };
    if (this.checker.isArrayType(type)) return { type: "array", items: this.convert(this.checker.getTypeArguments(type as TypeScript.TypeReference)[0]!, property) };
    if (symbol === "ApiList") return this.list(this.convert(this.checker.getTypeArguments(type as TypeScript.TypeReference)[0]!, ""));
    if (type.flags & TypeFlags.Object) return this.shared(type);
    return {};
  }

  private union(type: TypeScript.UnionType, property: string): Schema {
    const { TypeFlags } = this.ts;
    const parts = type.types.filter((part) => !(part.flags & TypeFlags.Undefined));
    const words = parts.filter((part) => part.isStringLiteral()).map((part) => (part as TypeScript.StringLiteralType).value);
    const isOpen = parts.some((part) => part.isIntersection());
    const booleans = parts.filter((part) => part.flags & TypeFlags.BooleanLiteral);
    const schemas: Schema[] = [];
    if (isOpen && words.length) schemas.push({ type: "string", "x-openEnum": words });
    else if (words.length) schemas.push({ enum: words });
    if (booleans.length === 2) schemas.push({ type: "boolean" });
    else for (const one of booleans) schemas.push(this.convert(one, property));
    for (const part of parts) {
      if (part.isStringLiteral() || part.flags & TypeFlags.BooleanLiteral || (part.isIntersection() && words.length)) continue;
      const schema = this.convert(part, property);
      if (!Object.keys(schema).length) continue;
      if (!schemas.some((other) => JSON.stringify(other) === JSON.stringify(schema))) schemas.push(schema);
    }
    return schemas.length === 1 ? schemas[0]! : { anyOf: schemas };
  }

  private shared(type: TypeScript.Type): Schema {
    const kind = this.objectName(type);
    // A living object declares `deleted?: void`; only the tombstone has it as a fact.
    const deleted = type.getProperty("deleted");
    const isDeleted = deleted !== undefined && !(deleted.flags & this.ts.SymbolFlags.Optional);
    // Outside the kept set: where expandable, the string beside it in the union is what remains of it.
    if (kind && !isDeleted && !this.kept.has(kind) && type.getProperty("id")) return { type: "object" };
    if (kind === "event") return { $ref: "#/schemas/event" };   // 275 shapes; the snapshot inside is checked by its own kind
    let name = this.names.get(type);
    if (!name) {
      const base = (kind && this.kept.has(kind) && !isDeleted ? kind : this.checker.getFullyQualifiedName(type.symbol).replace(/^".*"\./, "")) || "anonymous";
      name = base;
      for (let n = 2; name in this.schemas; n++) name = `${base}--${n}`;
      this.names.set(type, name);
      this.schemas[name] = {};
      this.schemas[name] = this.object(type);
    }
    return { $ref: `#/schemas/${name}` };
  }

  private objectName(type: TypeScript.Type): string | undefined {
    const property = type.getProperty("object");
    const value = property && this.checker.getTypeOfSymbol(property);
    return value?.isStringLiteral() ? value.value : undefined;
  }

  private object(type: TypeScript.Type): Schema {
    const index = this.checker.getIndexInfosOfType(type)[0];
    const properties: Record<string, Schema> = {};
    const required: string[] = [];
    for (const property of this.checker.getPropertiesOfType(type)) {
      if (property.name === "lastResponse") continue;
      const value = this.checker.getNonNullableType(this.checker.getTypeOfSymbol(property));
      if (value.flags & (this.ts.TypeFlags.Void | this.ts.TypeFlags.Never)) continue;   // `deleted?: void`
      properties[property.name] = this.convert(this.checker.getTypeOfSymbol(property), property.name);
      if (!(property.flags & this.ts.SymbolFlags.Optional)) required.push(property.name);
    }
    return { type: "object", properties, required, additionalProperties: index ? this.convert(index.type, "") : false };
  }
}
