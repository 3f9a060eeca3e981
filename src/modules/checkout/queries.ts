import type { CountryCode } from "@/kernel/country";
import { dayIn, type Instant } from "@/kernel/time";
import { tradeRules } from "@/modules/customs/queries";
import type { TradeFacts } from "@/modules/discovery/landed-estimate";
import { dayRates } from "@/modules/fx/queries";
import { carrierServices, workCalendar } from "@/modules/logistics/queries";
import { findCountry, type OpenStorefront } from "@/modules/market/queries";

/** What a quote has to know of the world: remembered for seconds, so that a checkout reads none of it from the database as a rule. */
export const tradeFacts = async (storefront: OpenStorefront, origins: readonly CountryCode[], at: Instant): Promise<TradeFacts | null> => {
  const shipTo = await findCountry(storefront.market);
  if (!shipTo) return null;
  const countries = [...new Set([storefront.market, ...origins])];
  const [rules, rates, services, calendars] = await Promise.all([
    tradeRules(storefront.market, dayIn(at, storefront.profile.timeZone)), dayRates(), carrierServices(),
    Promise.all(countries.map(async (country) => [country, await workCalendar(country, at)] as const)),
  ]);
  return { market: storefront.profile, shipTo, at, rules, rates, services, calendars: new Map(calendars) };
};
