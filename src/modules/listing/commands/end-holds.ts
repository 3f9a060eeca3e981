import type { Instant } from "@/kernel/time";
import type { Tx } from "@/platform/db";
import { freeUnits, sellUnits } from "../stock-store";

/** The checkout was paid: its units leave the shelf. A hold ends once, as sold or as released; ended ones are not touched. */
export const sellHolds = (tx: Tx, checkoutId: string, at: Instant): Promise<number> => sellUnits(tx, checkoutId, at);

/** The checkout was not paid in time or was given up: its units are free again. */
export const releaseHolds = (tx: Tx, checkoutId: string): Promise<number> => freeUnits(tx, checkoutId);
