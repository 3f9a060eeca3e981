import { refuse } from "@/kernel/result";
import type { AdminActor } from "@/modules/access/actor";
import { decideProposal, type NotOpen, type OwnProposal } from "../proposal";
import type { DecideProposal } from "../schema";
import { stepProposal } from "./step-proposal";

export type NoteNeeded = { readonly code: "customs.note-needed" };

/** Declines a proposal for good, with the reason: its author learns from it and may write another. */
export const declineRule = (admin: AdminActor, { proposalId, note }: DecideProposal) =>
  stepProposal<OwnProposal | NotOpen | NoteNeeded>(admin, proposalId, (proposal, userId, at) =>
    note === "" ? refuse({ code: "customs.note-needed" }) : decideProposal(proposal, userId, "declined", note, at));
