import { z } from "zod";
import { isCurrency } from "@/kernel/currency";
import { money, toMoneyJson, type Money } from "@/kernel/money";
import { ok, refuse } from "@/kernel/result";
import { costOfDeclaration, type AskedRefusal } from "@/modules/customs/declaration-queries";
import { tradeModes, transports } from "@/modules/customs/rule";
import type { Operation } from "@/platform/http/openapi";
import type { Door } from "@/platform/http/route";
import { moneyAnswer } from "./money";
import { ruleAnswer, toRuleAnswer } from "./rule-behind";

const currency = z.string().length(3).refine(isCurrency, { error: "currency" });
const moneyAsked = z.strictObject({
  amount: z.string().regex(/^-?\d{1,30}$/).describe("In minor units of its currency: 12990 is R$ 129,90."), currency,
}).meta({ id: "MoneyAsked", description: "An amount of money in minor units of any currency that the shop has a rate for." });

const item = z.strictObject({
  hs: z.string().max(60).nullish().describe("Harmonized System 2022, six digits."),
  origin: z.string().max(60).nullish().describe("ISO 3166-1 country where it was made, in the sense of customs."),
  quantity: z.number(), unitPrice: moneyAsked, weightGrams: z.number().describe("Of one piece."),
}).meta({ id: "DeclaredItem" });

const takes = z.strictObject({
  market: z.string().max(60).describe("ISO 3166-1 country of the door."),
  region: z.string().max(60).nullish().describe("ISO 3166-2 without the country (SP, CA, ON). Needed where the tax is a state's or province's own."),
  date: z.string().max(60).describe("The day whose rules count, as 2026-11-23: from 2000 to 2100."),
  shipFrom: z.string().max(60).describe("ISO 3166-1 country where the goods lie."),
  transport: z.enum(transports), mode: z.enum(tradeModes),
  currency: currency.describe("The currency that the asker counts in. The answer is in the market's, whatever stands here."),
  items: z.array(item).max(2000).describe("At most 200."),
  freight: moneyAsked, insurance: moneyAsked.nullish(),
  buyer: z.strictObject({
    usedThisYear: moneyAsked.nullish().describe("What the person has bought against a yearly limit."), sameDayValue: moneyAsked.nullish().describe("What else arrives on the same day."),
    usesThisYear: z.number().nullish().describe("How often the person has used the relief this year."),
  }).nullish().describe("What is not known counts as nothing used."),
});

const answers = z.strictObject({
  goods: moneyAnswer, freight: moneyAnswer.describe("Delivery and insurance."),
  charges: z.array(z.strictObject({
    kind: z.enum(["duty", "tax", "fee", "relief"]), name: z.string(), amount: moneyAnswer, due: z.enum(["checkout", "arrival"]), base: moneyAnswer.nullable().describe("What it was reckoned from."), rule: ruleAnswer,
  })),
  total: moneyAnswer, payableNow: moneyAnswer, payableOnArrival: moneyAnswer,
  refusal: z.strictObject({
    code: z.string(), alternatives: z.array(z.string()).describe("What is lawful instead."),
    missing: z.array(z.enum(["duty", "tax"])).optional().describe("With customs.not-known: what the rule book has no figure for. It is not in the total, and it is not zero."),
  }).nullable(),
  near: z.array(z.strictObject({ threshold: moneyAnswer, value: moneyAnswer, rule: ruleAnswer })).optional()
    .describe("Only where the value lies within 2 % of a threshold in another currency, so that customs' own rate of the day may decide: the dearer side was reckoned."),
}).meta({ id: "LandedCost", description: "What a consignment costs at the door, part by part, each with the dated rule behind it." });

const read = ({ amount, currency: of }: z.output<typeof moneyAsked>): Money => money(BigInt(amount), of);
const readOrNull = (asked: z.output<typeof moneyAsked> | null | undefined): Money | null => (asked ? read(asked) : null);

const fields: Readonly<Record<string, string>> = {
  "customs.bad-hs": "hs", "customs.bad-origin": "origin", "customs.bad-quantity": "quantity", "customs.bad-amount": "unitPrice", "customs.bad-weight": "weightGrams",
  "customs.no-lines": "items", "customs.too-many-lines": "items", "customs.bad-freight": "freight", "customs.bad-date": "date", "customs.bad-buyer": "buyer",
  "customs.bad-ship-from": "shipFrom", "customs.region-needed": "region", "customs.bad-region": "region", "market.no-such-market": "market",
};
/** The part of the question that a refusal is about: "items.3.hs". */
const fieldOf = (refused: AskedRefusal): { readonly field?: string } => {
  const field = fields[refused.code];
  return field === undefined ? {} : { field: "line" in refused ? `items.${refused.line}.${field}` : field };
};

export const landedCostDoor: Door<typeof takes, typeof answers, AskedRefusal & { readonly field?: string }> = {
  takes, answers, limit: "search", keepSeconds: 0,
  does: async ({ currency: _, buyer, region, insurance, freight, items, ...asked }) => {
    const cost = await costOfDeclaration({
      ...asked, region: region ?? null, freight: read(freight), insurance: readOrNull(insurance),
      items: items.map(({ hs, origin, unitPrice, ...each }) => ({ ...each, hs: hs ?? "", origin: origin ?? "", unitPrice: read(unitPrice) })),
      buyer: { usedThisYear: readOrNull(buyer?.usedThisYear), sameDayValue: readOrNull(buyer?.sameDayValue), usesThisYear: buyer?.usesThisYear ?? null },
    });
    if (!cost.ok) return refuse({ ...cost.refusal, ...fieldOf(cost.refusal) });
    const { goods, freight: delivery, charges, total, payableNow, payableOnArrival, refusal, near } = cost.value;
    return ok({
      goods: toMoneyJson(goods), freight: toMoneyJson(delivery),
      charges: charges.map(({ kind, name, amount, due, base, rule }) => ({ kind, name, amount: toMoneyJson(amount), due, base: base && toMoneyJson(base), rule: toRuleAnswer(rule) })),
      total: toMoneyJson(total), payableNow: toMoneyJson(payableNow), payableOnArrival: toMoneyJson(payableOnArrival),
      refusal: refusal && { code: refusal.code, alternatives: [...refusal.alternatives], ...(refusal.missing ? { missing: [...refusal.missing] } : {}) },
      ...(near ? { near: near.map(({ threshold, value, rule }) => ({ threshold: toMoneyJson(threshold), value: toMoneyJson(value), rule: toRuleAnswer(rule) })) } : {}),
    });
  },
};

export const landedCostOperation: Operation = {
  method: "post", path: "/api/v1/landed-cost", id: "landedCost", summary: "What a consignment costs at the door",
  about: "Goods, delivery, duty, tax and fees of a parcel, in the market's money, by the rules of a day. A limit that is broken, or a duty that nobody here knows, stands in `refusal` of the answer; a question that cannot be answered is refused with its field.",
  takes, answers,
  refusals: ["input.invalid", "market.no-such-market", ...Object.keys(fields).filter((code) => code.startsWith("customs.")), "fx.no-rate", "fx.rate-too-old", "access.too-many-tries"],
};
