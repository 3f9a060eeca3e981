import { z } from "zod";
import { toMoneyJson, type Money } from "@/kernel/money";

/** Money in public: minor units as text, because JSON's numbers cannot hold every amount. */
export const moneyAnswer = z.strictObject({
  amount: z.string().regex(/^-?\d+$/).describe("In minor units of the currency (ISO 4217): 12990 is R$ 129,90, and 1980 is ¥1,980."),
  currency: z.string().length(3).describe("ISO 4217."),
}).meta({ id: "Money", description: "An amount of money in minor units of its currency." });

export const moneyOrNull = (money: Money | null): z.input<typeof moneyAnswer> | null => money && toMoneyJson(money);

export const storefrontTag = z.string().regex(/^[a-z]{2}-[a-z]{2}$/).describe("A language in a market: pt-br, en-br, zh-cn.");

/** Why something cannot be had here: a code with its parameters. */
export const reasonAnswer = z.looseObject({ code: z.string() }).meta({ id: "Refusal", description: "Why something expected does not happen: a code, and its parameters beside it." });
