import { isCurrency } from "@/kernel/currency";
import { decimal } from "@/kernel/ratio";
import { isPlainDate } from "@/kernel/time";
import type { Confidence, Rate } from "./rate";

/**
 * Reads the embedded table of rates (prisma/seed/data/fx-rates.json): the default that lets the shop count without a network, not a live rate.
 * A row that does not read is thrown with its id: a currency that is silently left out would be a market without prices.
 */
export const readRateTable = (file: unknown): Rate[] =>
  (file as { rates: Record<string, string>[] }).rates.map(({ id, base, quote, rate, source, confidence, observedOn, validUntil }) => {
    if (!/^fxr_/.test(id ?? "") || !isCurrency(base ?? "") || !isCurrency(quote ?? "") || !isPlainDate(observedOn ?? "") || !isPlainDate(validUntil ?? "")
      || !["high", "medium", "low"].includes(confidence ?? "") || !source) throw new TypeError(`rate ${id} does not read`);
    return { id, base, quote, rate: decimal(rate ?? ""), source, confidence: confidence as Confidence, observedOn, validUntil } as Rate;
  });
