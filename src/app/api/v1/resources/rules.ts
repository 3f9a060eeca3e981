import { z } from "zod";
import { ok } from "@/kernel/result";
import { listRules } from "@/modules/customs/declaration-queries";
import type { Operation } from "@/platform/http/openapi";
import type { Door } from "@/platform/http/route";

const takes = z.strictObject({
  market: z.string().regex(/^[A-Z]{2}$/).describe("ISO 3166-1 country of destination."),
  on: z.iso.date().optional().describe("The day whose rules are wanted; today in the market when left out."),
});

const scope = (about: string) => z.array(z.string()).describe(`${about} Empty holds for all; a "!" takes one out.`);

const answers = z.strictObject({
  market: z.string(), on: z.iso.date(),
  rules: z.array(z.strictObject({
    id: z.string(), market: z.string().describe("The country, or EU for all its members."), region: z.string().nullable(),
    kind: z.enum(["valuation", "threshold", "relief", "duty", "fee", "tax"]), formula: z.string(), parameters: z.record(z.string(), z.unknown()),
    currency: z.string().nullable().describe("Of the amounts in the parameters."),
    origins: scope("Where it was made."), hsPrefixes: scope("How its HS code begins."), transports: scope("How it travels."), modes: scope("How it is imported."), shipFrom: scope("Where it is sent from; domestic is inside the market's own customs territory."),
    due: z.enum(["checkout", "arrival"]), effectiveFrom: z.iso.date(), effectiveTo: z.iso.date().nullable().describe("The first day on which it no longer holds."),
    name: z.string(), text: z.string(), source: z.string(), checkedOn: z.iso.date(), confidence: z.enum(["high", "medium", "low"]),
    author: z.string(), approver: z.string().nullable(),
  }).meta({ id: "TradeRule", description: "A dated row of the rule book: never changed, only ended and followed." })),
});

export const rulesDoor: Door<typeof takes, typeof answers, { readonly code: "market.no-such-market" | "customs.bad-date" }> = {
  takes, answers, limit: "search", keepSeconds: 60,
  does: async ({ market, on }) => {
    const listed = await listRules(market, on ?? null);
    if (!listed.ok) return listed;
    return ok({
      market, on: listed.value.on,
      rules: listed.value.rules.map(({ origins, hsPrefixes, transports, modes, shipFrom, parameters, ...rule }) => ({
        ...rule, parameters: { ...parameters }, origins: [...origins], hsPrefixes: [...hsPrefixes], transports: [...transports], modes: [...modes], shipFrom: [...shipFrom],
      })),
    });
  },
};

export const rulesOperation: Operation = {
  path: "/api/v1/rules", id: "listRules", summary: "The rules of a market on a day",
  about: "Duties, taxes, thresholds, reliefs and fees in force, each a dated row with its source and how sure it is. Rows of the European Union stand among those of its members.",
  takes, answers, refusals: ["input.invalid", "market.no-such-market", "access.too-many-tries"],
};
