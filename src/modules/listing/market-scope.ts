/** In which markets a merchant offers a listing. */
export type MarketScope = { readonly marketPolicy: "all" | "only" | "except"; readonly markets: readonly string[] };

/** Whether a merchant offers a listing in a market: everywhere, only in those named, or everywhere but there. */
export const isOfferedIn = ({ marketPolicy, markets }: MarketScope, market: string): boolean =>
  marketPolicy === "all" || (marketPolicy === "only") === markets.includes(market);
