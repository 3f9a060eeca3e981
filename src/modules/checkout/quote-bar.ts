import type { CountryCode } from "@/kernel/country";
import type { PlainDate } from "@/kernel/time";
import { restrictionsOn, type Bar, type Restriction } from "@/modules/customs/restriction";
import type { Transport } from "@/modules/customs/rule";
import type { Quote } from "./quote";

/**
 * What stands against the goods of a promise on a day, or null. A promise of a price holds for a quarter of an hour; a ban that takes effect meanwhile,
 * or a paper that runs out at midnight, ends it all the same, because no price makes the parcel lawful.
 */
export const quoteBar = (quote: Pick<Quote, "consignments">, { market, on }: { readonly market: CountryCode; readonly on: PlainDate }, restrictions: readonly Restriction[]): Bar | null => {
  for (const { lines, from, service } of quote.consignments) {
    const [bar] = restrictionsOn(lines, { market, on, shipFrom: from.country as CountryCode, transport: service.transport as Transport }, restrictions).bars;
    if (bar) return bar;
  }
  return null;
};
