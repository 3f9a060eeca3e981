import { plainDate } from "@/kernel/time";
import type { AdminActor } from "@/modules/access/actor";
import { mayBegin, propose, type NothingToFollow, type NotOpen, type NotYours, type TooEarly } from "../proposal";
import { latestDay } from "../proposal-queries";
import { loadRule } from "../proposal-store";
import type { OnProposal } from "../schema";
import { stepProposal } from "./step-proposal";

/** Puts a draft before the others. Refuses one whose first day has come meanwhile, or whose row to follow was ended otherwise. */
export const proposeRule = (admin: AdminActor, { proposalId }: OnProposal) =>
  stepProposal<NotYours | NotOpen | TooEarly | NothingToFollow>(admin, proposalId, propose, async (tx, { market, row, follows }, at) =>
    mayBegin(plainDate(row.from), await latestDay(market, at), follows, follows && (await loadRule(tx, follows.id)), market));
