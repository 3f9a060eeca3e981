import { z } from "zod";
import { isCountryCode } from "@/kernel/country";
import { marketReasons } from "./opening";

const code = z.string().length(2).refine(isCountryCode);
const state = z.enum(["open", "browse-only", "closed", "sell-from-only"]);

/** `from` is the state that the admin saw: a second admin's click on an old page does not undo the first one's. */
export const setMarketStateSchema = z.strictObject({ code, from: state, state, reason: z.enum(marketReasons).nullable() });
export const setShipToSchema = z.strictObject({ code, isOn: z.boolean(), reason: z.enum(marketReasons).nullable() });

export type SetMarketState = z.output<typeof setMarketStateSchema>;
export type SetShipTo = z.output<typeof setShipToSchema>;
