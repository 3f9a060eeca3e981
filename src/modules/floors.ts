/** The order of this list is the architecture: a module may import only floors below its own. Modules that no issue has asked for have no folder yet. */
export const floors = [
  ["access", "market", "fx", "sizing", "culture", "ledger"], // ground: who asks, where, how much, how big, what offends, who owes
  ["shopper", "merchant", "agent", "payment"], // people, and how money moves
  ["catalog"], // what things are
  ["brand-application", "listing"], // who may offer, and what is offered
  ["pricing", "promotion", "customs", "logistics"], // what it costs *here*
  ["discovery", "cart", "order", "presale", "live-show"], // finding it, and the deal
  ["checkout"], // the promise
  ["returns", "dispute", "review", "question", "payout"], // after the sale
  ["corridor", "advice"], // what the numbers say
] as const;
