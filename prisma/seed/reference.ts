import { readRestrictions } from "@/modules/customs/restriction-book";
import { readRateCards } from "@/modules/logistics/rate-card";
import { insertRows, readData } from "./bulk";
import { readSeededRules } from "./rules";

type Row = Record<string, unknown>;

/** Markets, countries, rates, trade rules, HS labels and carrier services: the facts, each row with its source and day. */
export const seedReference = async (): Promise<string> => {
  const markets = readData<Row[]>("data", "markets.json").map((row) => ({ ...row, updatedAt: "2026-11-23T00:00:00Z" }));
  const countries = readData<Row[]>("data", "countries.json");
  const { rates } = readData<{ rates: Row[] }>("data", "fx-rates.json");
  const rules = readSeededRules();
  const services = readRateCards(readData("data", "services.json"));
  const codes = readData<Row[]>("data", "hs-codes.json");
  await insertRows("market", markets);
  await insertRows("country", countries);
  await insertRows("fx_rate", rates.map((row) => ({ createdAt: "2026-03-16T16:00:00Z", ...row })));
  await insertRows("trade_rule", rules);
  await insertRows("trade_restriction", readRestrictions(readData("restrictions.json")));
  await insertRows("carrier_service", services);
  await insertRows("hs_code", codes);
  return `${markets.length} markets, ${countries.length} countries, ${rates.length} rates, ${rules.length} rules, ${services.length} services`;
};
