import { z } from "zod";
import { isIdOf, type Id } from "@/kernel/id";

// Tab and line feed are the only control characters that a text of ours needs.
const text = (most: number) => z.string().max(most).transform((given) => given.normalize("NFC").replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "").trim());
const word = z.string().max(64);
const places = z.array(z.string().max(12)).max(100);
const proposalId = z.string().max(40).refine((given): given is Id<"ruleProposal"> => isIdOf("ruleProposal", given));
const ruleId = z.string().regex(/^rul_[a-z0-9_]{1,60}$/);

/** A row as it was typed. Only its shape is the door's business; whether it reads is the rule book's (`ruleFaults`), which says so field by field. */
const row = z.strictObject({
  kind: word, name: word, from: word, to: word.nullable(), due: word, confidence: word, text: text(2000), source: text(1000), formula: word,
  /** JSON, as the files of the rule book write it. */
  parameters: z.string().max(8000),
  scope: z.strictObject({ region: word.optional(), currency: word.optional(), origins: places.optional(), hsPrefixes: places.optional(), transports: places.optional(), modes: places.optional(), shipFrom: places.optional() }),
});

export const saveRuleDraftSchema = z.strictObject({
  proposalId: proposalId.nullable(), version: z.int().min(0).max(1_000_000), market: z.string().regex(/^[A-Z]{2}$/), follows: ruleId.nullable(), reason: text(2000), row,
});
export const onProposalSchema = z.strictObject({ proposalId });
export const decideProposalSchema = z.strictObject({ proposalId, note: text(2000) });

export type SaveRuleDraft = z.output<typeof saveRuleDraftSchema>;
export type OnProposal = z.output<typeof onProposalSchema>;
export type DecideProposal = z.output<typeof decideProposalSchema>;
