import { z } from "zod";
import type { RuleReference } from "@/modules/customs/rule-index";

/** The dated row behind a line, as machines are told of it. */
export const ruleAnswer = z.strictObject({
  id: z.string(), text: z.string().describe("In the words of a customs broker, in English."), source: z.string(),
  effectiveFrom: z.iso.date(), effectiveTo: z.iso.date().nullable().describe("The first day on which it no longer holds."), confidence: z.enum(["high", "medium", "low"]),
}).meta({ id: "RuleReference" });

export const toRuleAnswer = ({ id, text, source, effectiveFrom, effectiveTo, confidence }: RuleReference): z.output<typeof ruleAnswer> => ({ id, text, source, effectiveFrom, effectiveTo, confidence });
