import { plus, times, total, type Money } from "@/kernel/money";
import { ok, type Result } from "@/kernel/result";
import type { DeclarationRefusal, LandedCostInput } from "@/modules/customs/declaration";
import { landedCost, type Charge, type LandedCost, type Unknown } from "@/modules/customs/landed-cost";
import type { TradeRule } from "@/modules/customs/rule";
import type { Rate, RateRefusal } from "@/modules/fx/rate";
import type { PackedParcel } from "@/modules/logistics/packing";

/** A consignment as customs is told of it, before it is known in how many parcels it goes. */
export type Declared = Omit<LandedCostInput, "freight" | "insurance">;

/**
 * What a consignment costs at the door in these parcels: every parcel is a declaration of its own, with its own goods and its own freight.
 *
 * A limit that adds up what one person gets on one day counts the other parcels of the order, so that packing never opens a relief that the law closes;
 * and so do a limit of the year and the count of uses, on top of what the buyer has used before. Lines of the same rule are one line of the receipt, with their amounts and bases summed: nothing is
 * rounded again. The first limit that any parcel breaks refuses the whole, and what one parcel does not know the whole does not know.
 */
export const costOfParcels = (declared: Declared, parcels: readonly (Pick<PackedParcel, "contents"> & { readonly price: Money })[], rules: readonly TradeRule[], rates: readonly Rate[]): Result<LandedCost, DeclarationRefusal | RateRefusal> => {
  const costs: LandedCost[] = [];
  for (const [index, parcel] of parcels.entries()) {
    const items = parcel.contents.flatMap(({ item, quantity }) => {
      const line = declared.items[item];
      return line === undefined ? [] : [{ ...line, quantity }];
    });
    const cost = landedCost({
      ...declared, items, freight: parcel.price, insurance: null,
      buyer: parcels.length === 1 ? declared.buyer : withOthers(declared.buyer, elsewhere(declared.items, items), parcels.filter((other) => other !== parcel).map(({ price }) => price), index),
    }, rules, rates);
    if (!cost.ok) return cost;
    costs.push(cost.value);
  }
  const [first, ...others] = costs;
  if (!first) return { ok: false, refusal: { code: "customs.no-lines" } };
  return ok(others.length === 0 ? first : mergeCosts(first, others));
};

/** What all other parcels of the order hold; prices of one storefront are in one currency, and with others nothing is added up. */
const elsewhere = (all: Declared["items"], here: Declared["items"]): Money | null => {
  const currency = all[0]?.unitPrice.currency;
  if (currency === undefined || all.some(({ unitPrice }) => unitPrice.currency !== currency)) return null;
  const worth = (items: Declared["items"]) => total(items.map(({ unitPrice, quantity }) => times(unitPrice, quantity)), currency);
  return { amount: worth(all).amount - worth(here).amount, currency };
};

/** What the buyer has against limits when one of several parcels is declared: the use before, and the others of the order. Amounts in another currency than the goods are not added up. */
const withOthers = (buyer: LandedCostInput["buyer"], others: Money | null, freights: readonly Money[], index: number): LandedCostInput["buyer"] => {
  const joined = (used: Money | null, more: readonly Money[]): Money | null => {
    const [first, ...rest] = [...(used ? [used] : []), ...more];
    return first === undefined ? null : rest.reduce((sum, amount) => (amount.currency === sum.currency ? plus(sum, amount) : sum), first);
  };
  const goods = others ? [others] : [];
  return { usedThisYear: joined(buyer.usedThisYear, [...goods, ...freights]), sameDayValue: joined(buyer.sameDayValue, goods), usesThisYear: buyer.usesThisYear === null ? null : buyer.usesThisYear + index };
};

const mergeCosts = (first: LandedCost, others: readonly LandedCost[]): LandedCost => {
  const all = [first, ...others];
  const sum = (part: (cost: LandedCost) => Money) => others.reduce((whole, cost) => plus(whole, part(cost)), part(first));
  const charges = new Map<string, Charge>();
  for (const charge of all.flatMap((cost) => cost.charges)) {
    const key = `${charge.rule.id} ${charge.kind} ${charge.due}`;
    const same = charges.get(key);
    charges.set(key, same ? { ...same, amount: plus(same.amount, charge.amount), base: same.base && charge.base && plus(same.base, charge.base) } : charge);
  }
  const broken = all.find(({ refusal }) => refusal !== null && refusal.missing === undefined)?.refusal;
  const missing = [...new Set(all.flatMap(({ refusal }) => refusal?.missing ?? []))] as Unknown[];
  const unknown = all.find(({ refusal }) => refusal?.missing !== undefined)?.refusal;
  return {
    goods: sum(({ goods }) => goods), freight: sum(({ freight }) => freight), charges: [...charges.values()], total: sum((cost) => cost.total),
    payableNow: sum(({ payableNow }) => payableNow), payableOnArrival: sum(({ payableOnArrival }) => payableOnArrival),
    refusal: broken ?? (unknown ? { ...unknown, missing } : null),
  };
};
