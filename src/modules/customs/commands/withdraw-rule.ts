import type { AdminActor } from "@/modules/access/actor";
import { withdraw, type NotOpen, type NotYours } from "../proposal";
import type { OnProposal } from "../schema";
import { stepProposal } from "./step-proposal";

/** The author takes a proposal back before anybody has decided. */
export const withdrawRule = (admin: AdminActor, { proposalId }: OnProposal) => stepProposal<NotYours | NotOpen>(admin, proposalId, withdraw);
