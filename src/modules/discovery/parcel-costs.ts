import { plus, times, total, type Money } from "@/kernel/money";
import { ok, type Result } from "@/kernel/result";
import type { DeclarationRefusal, LandedCostInput } from "@/modules/customs/declaration";
import { landedCost, type Charge, type LandedCost, type Unknown } from "@/modules/customs/landed-cost";
import type { TradeRule } from "@/modules/customs/rule";
import type { Rate, RateRefusal } from "@/modules/fx/rate";
import type { PackedParcel } from "@/modules/logistics/packing";

/** A consignment as customs is told of it, before it is known in how many parcels it goes. */
export type Declared = Omit<LandedCostInput, "freight" | "insurance" | "buyer">;

/**
 * What a consignment costs at the door in these parcels: every parcel is a declaration of its own, with its own goods and its own freight.
 *
 * A limit that adds up what one person gets on one day counts the other parcels of the order, so that packing never opens a relief that the law closes;
 * yearly limits are those of a buyer who has used none. Lines of the same rule are one line of the receipt, with their amounts and bases summed: nothing is
 * rounded again. The first limit that any parcel breaks refuses the whole, and what one parcel does not know the whole does not know.
 */
export const costOfParcels = (declared: Declared, parcels: readonly (Pick<PackedParcel, "contents"> & { readonly price: Money })[], rules: readonly TradeRule[], rates: readonly Rate[]): Result<LandedCost, DeclarationRefusal | RateRefusal> => {
  const costs: LandedCost[] = [];
  for (const parcel of parcels) {
    const items = parcel.contents.flatMap(({ item, quantity }) => {
      const line = declared.items[item];
      return line === undefined ? [] : [{ ...line, quantity }];
    });
    const cost = landedCost({
      ...declared, items, freight: parcel.price, insurance: null,
      buyer: { usedThisYear: null, sameDayValue: parcels.length === 1 ? null : elsewhere(declared.items, items), usesThisYear: null },
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
