import { keeps, packByCode, packTogether, packWithin, type Goods, type PackedParcel } from "./packing";
import type { CarrierService } from "./quote";

/** A way to pack an order, and the services for which it is worth a quote. */
export type ShippingPlan = { readonly parcels: readonly PackedParcel[]; readonly services: readonly CarrierService[] };

/**
 * The candidates among which each service takes the cheapest: the fewest parcels; one parcel a customs code where goods have several; and for services
 * whose limits the fewest parcels break, as many as their limits ask for. The first plan is for every service, so that one that takes nothing says why.
 */
export const shippingPlans = (goods: readonly Goods[], lane: readonly CarrierService[]): readonly ShippingPlan[] => {
  const together = packTogether(goods);
  const plans: ShippingPlan[] = [{ parcels: together, services: lane }];
  if (new Set(goods.map(({ hs }) => hs)).size > 1) plans.push({ parcels: packByCode(goods), services: lane });
  const sameLimits = new Map<string, CarrierService[]>();
  for (const service of lane) {
    if (together.every((parcel) => keeps(parcel, service))) continue;
    const key = `${service.maxGrams} ${service.maxLongestMm} ${service.maxGirthMm} ${service.volumetric}`;
    sameLimits.set(key, [...(sameLimits.get(key) ?? []), service]);
  }
  for (const services of sameLimits.values()) {
    const parcels = services[0] && packWithin(goods, services[0]);
    if (parcels) plans.push({ parcels, services });
  }
  return plans;
};
