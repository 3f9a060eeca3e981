import { writeFileSync } from "node:fs";
import Stripe from "stripe";
import { beforeAll, describe, expect, it } from "vitest";
import type { ApiSchema, Schema } from "./api-schema";
import { loadApiSchema } from "./derive-schema";
import { operations } from "./operation-list";
import { ResponseCheck } from "./response-check";
import { openBench, refusalOf, stripeAt } from "./sandbox-harness";
import { startSandbox } from "./server";

let api: ApiSchema;
beforeAll(async () => { api = await loadApiSchema(); }, 60_000);

const named = (name: string): Schema => {
  const schema = api.schemas[name];
  if (!schema) throw new Error(`no schema ${name}`);
  return schema;
};

describe("the schema that is derived from the stripe package", () => {
  it("is of the version that the SDK speaks and holds every operation", () => {
    expect(api.apiVersion).toBe(Stripe.API_VERSION);
    expect(api.operations.map((one) => `${one.method} ${one.path}`)).toEqual(operations.map(([method, path]) => `${method} ${path}`));
    expect(api.eventTypes).toEqual(expect.arrayContaining(["checkout.session.completed", "charge.refunded", "refund.failed"]));
  });

  it("knows what was removed, what is required and what is open", () => {
    const create = named("Checkout.SessionCreateParams");
    expect(create.properties).not.toHaveProperty("payment_method_types");
    expect(create.properties?.["ui_mode"]?.["x-openEnum"]).toEqual(expect.arrayContaining(["hosted_page", "embedded_page", "elements", "form"]));
    expect(named("Checkout.SessionCreateParams.LineItem.PriceData").required).toEqual(["currency"]);
    expect(named("refund").required).toEqual(expect.arrayContaining(["id", "object", "amount", "status"]));
    expect(named("balance_transaction").properties?.["exchange_rate"]).toEqual({ anyOf: [{ type: "null" }, { type: "number" }] });
    expect(named("balance_transaction").properties?.["amount"]).toEqual({ type: "integer" });
  });
});

describe("an answer that Stripe would not give is noticed", () => {
  const movement = {
    id: "txn_1", object: "balance_transaction", amount: 1000, available_on: 1, balance_type: "payments", created: 1, currency: "usd", description: null, exchange_rate: null,
    fee: 59, fee_details: [{ amount: 59, application: null, currency: "usd", description: null, type: "stripe_fee" }], net: 941, reporting_category: "charge",
    source: "ch_1", status: "pending", type: "charge",
  };
  const faultOf = (changes: object, without?: keyof typeof movement): string | undefined => {
    const value: Record<string, unknown> & { object: string } = { ...movement, ...changes };
    if (without) delete value[without];
    return new ResponseCheck(api).findFaultByKind(value);
  };

  it("and a right one is let through", () => {
    expect(faultOf({})).toBeUndefined();
  });

  it.each([
    ["a missing field", {}, "net"], ["a field that Stripe has not", { colour: "red" }, undefined], ["a fraction of a cent", { amount: 10.5 }, undefined],
    ["text for a number", { fee: "59" }, undefined], ["null where nothing may be null", { currency: null }, undefined], ["a fault deep inside", { fee_details: [{ amount: 59 }] }, undefined],
  ] as const)("%s", (_what, changes, without) => {
    expect(faultOf(changes, without)).toBeTypeOf("string");
  });

  it("at the door too: it becomes a 500 that says so", async () => {
    const { settings, sandbox } = await openBench();
    await sandbox.stop();
    writeFileSync(settings.stateFile!, JSON.stringify({ movements: [{ ...movement, colour: "red" }] }));
    const spoiled = await startSandbox(settings);
    const error = await refusalOf(stripeAt(spoiled.url).balanceTransactions.retrieve("txn_1"));
    expect([error.statusCode, error.message]).toEqual([500, expect.stringContaining("that Stripe would not give") as string]);
    await spoiled.stop();
  });
});
