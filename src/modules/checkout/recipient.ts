import type { CountryCode } from "@/kernel/country";
import { ok, refuse, type Result } from "@/kernel/result";
import { checkCustomsId, isCustomsIdKind, maskCustomsId, type CustomsIdKind } from "@/modules/customs/customs-id";
import type { Quote } from "./quote";

/** Which personal number customs wants of the recipient of a quote: only where the market asks for one, and only when something crosses its border. */
export const customsIdWanted = (marketsKind: string | null, market: CountryCode, quote: Pick<Quote, "consignments">): CustomsIdKind | null =>
  marketsKind !== null && isCustomsIdKind(marketsKind) && quote.consignments.some(({ from }) => from.country !== market || from.kind === "bonded") ? marketsKind : null;

export type GivenCustomsId = { readonly kind: CustomsIdKind; readonly number: string; readonly masked: string };

/** The number given where one is wanted. One that nobody asked for is not kept. */
export const customsIdGiven = (kind: CustomsIdKind | null, text: string | null): Result<GivenCustomsId | null, { readonly code: "customs.bad-id"; readonly kind: CustomsIdKind }> => {
  if (kind === null) return ok(null);
  const checked = checkCustomsId(kind, text ?? "");
  return checked.ok ? ok({ kind, number: checked.value, masked: maskCustomsId(kind, checked.value) }) : refuse(checked.refusal);
};
