import { isInEuropeanUnion, type CountryCode } from "@/kernel/country";
import { plainDate } from "@/kernel/time";
import type { Restriction } from "@/modules/customs/restriction";
import { readRestrictions } from "@/modules/customs/restriction-book";
import type { TradeRule } from "@/modules/customs/rule";
import type { Rate } from "@/modules/fx/rate";
import { readRateTable } from "@/modules/fx/rate-table";
import type { CarrierService } from "@/modules/logistics/quote";
import { readRateCards } from "@/modules/logistics/rate-card";
import type { MarketProfile } from "@/modules/market/market";
import { readData } from "./bulk";
import { readSeededRules } from "./rules";

/** The rates and rate cards that the seed has are of 2026: what was charged earlier is told at them, which is near enough for a demonstration. */
export const ratesOn = plainDate("2026-11-20");

export type Facts = {
  readonly rules: readonly TradeRule[]; readonly restrictions: readonly Restriction[]; readonly rates: readonly Rate[]; readonly services: readonly CarrierService[]; readonly markets: ReadonlyMap<string, MarketProfile>;
};

/** The facts of trade as the seed's own files tell them. */
export const readFacts = (): Facts => ({
  rules: readSeededRules(),
  restrictions: readRestrictions(readData("restrictions.json")),
  rates: readRateTable(readData("data", "fx-rates.json")),
  services: readRateCards(readData("data", "services.json")),
  markets: new Map(readData<MarketProfile[]>("data", "markets.json").map((market) => [market.code, market])),
});

/** The facts that concern one destination: a tenth of the world is read ten times as fast. */
export const factsFor = (country: CountryCode, { rules, services, ...rest }: Facts): Facts => ({
  ...rest,
  rules: rules.filter((rule) => rule.market === country || (rule.market === "EU" && isInEuropeanUnion(country))),
  services: services.filter((service) => service.toCountries.length === 0 || service.toCountries.includes(country)),
});

/** Rates and rate cards of 2026 as if they had always held; the trade rules keep their own days. */
export const heldAlways = (facts: Facts): Facts => ({
  ...facts,
  rates: facts.rates.map((rate) => ({ ...rate, observedOn: plainDate("2024-11-01"), validUntil: plainDate("2027-01-31") })),
  services: facts.services.filter(({ effectiveFrom, effectiveTo }) => effectiveFrom <= ratesOn && (effectiveTo === null || effectiveTo > ratesOn))
    .map((service) => ({ ...service, effectiveFrom: plainDate("2024-11-01"), effectiveTo: null })),
});
