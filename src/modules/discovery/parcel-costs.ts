import { plus, times, type Money } from "@/kernel/money";
import { ok, type Result } from "@/kernel/result";
import type { DeclarationRefusal, LandedCostInput } from "@/modules/customs/declaration";
import { landedCost, type Charge, type LandedCost, type Unknown } from "@/modules/customs/landed-cost";
import type { TradeRule } from "@/modules/customs/rule";
import type { Rate, RateRefusal } from "@/modules/fx/rate";
import type { PackedParcel } from "@/modules/logistics/packing";

/** A consignment as customs is told of it, before it is known in how many parcels it goes. */
export type Declared = Omit<LandedCostInput, "freight" | "insurance">;

type Parcel = Pick<PackedParcel, "contents"> & { readonly price: Money };

/**
 * What a consignment costs at the door in these parcels: every parcel is a declaration of its own, with its own goods and its own freight.
 *
 * Limits of value and of pieces look at all parcels of the order together, so that packing never opens a relief that the law closes. Lines of the same rule are one line of the receipt, with their amounts and bases summed: nothing is
 * rounded again. The first limit that any parcel breaks refuses the whole, and what one parcel does not know the whole does not know.
 */
export const costOfParcels = (declared: Declared, parcels: readonly Parcel[], rules: readonly TradeRule[], rates: readonly Rate[]): Result<LandedCost, DeclarationRefusal | RateRefusal> => {
  const costs: LandedCost[] = [];
  for (const [index, parcel] of parcels.entries()) {
    const items = parcel.contents.flatMap(({ item, quantity }) => {
      const line = declared.items[item];
      return line === undefined ? [] : [{ ...line, quantity }];
    });
    const cost = landedCost({
      ...declared, items, freight: parcel.price, insurance: null,
      // A relief that may be used so many times a year is used by every parcel.
      buyer: { ...declared.buyer, usesThisYear: declared.buyer.usesThisYear === null ? null : declared.buyer.usesThisYear + index },
      ...(parcels.length === 1 ? {} : { alongside: alongside(declared, parcels, parcel) }),
    }, rules, rates);
    if (!cost.ok) return cost;
    costs.push(cost.value);
  }
  const [first, ...others] = costs;
  if (!first) return { ok: false, refusal: { code: "customs.no-lines" } };
  return ok(others.length === 0 ? first : mergeCosts(first, others));
};

/** What the other parcels hold beside one of them. */
const alongside = (declared: Declared, parcels: readonly Parcel[], one: Parcel): NonNullable<LandedCostInput["alongside"]> => {
  const others = parcels.filter((parcel) => parcel !== one);
  const contents = others.flatMap((parcel) => parcel.contents);
  return {
    goods: contents.flatMap(({ item, quantity }) => {
      const line = declared.items[item];
      return line === undefined ? [] : [times(line.unitPrice, quantity)];
    }),
    freight: others.map(({ price }) => price),
    pieces: contents.reduce((pieces, { quantity }) => pieces + quantity, 0),
  };
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
