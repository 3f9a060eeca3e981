import { readdirSync } from "node:fs";
import { join } from "node:path";
import { insertRows, readData } from "./bulk";

type Row = Record<string, unknown>;

/** Markets, countries, rates, trade rules, HS labels and carrier services: the facts, each row with its source and day. */
export const seedReference = async (): Promise<string> => {
  const markets = readData<Row[]>("data", "markets.json").map((row) => ({ ...row, updatedAt: "2026-11-23T00:00:00Z" }));
  const countries = readData<Row[]>("data", "countries.json");
  const { rates } = readData<{ rates: Row[] }>("data", "fx-rates.json");
  const rules = readdirSync(join(import.meta.dirname, "data", "rules")).sort()
    .flatMap((file) => readData<{ rules: Row[] } | Row[]>("data", "rules", file))
    .flatMap((file) => ("rules" in file ? (file["rules"] as Row[]) : [file]));
  const services = readData<{ services: Row[] } | Row[]>("data", "services.json");
  const codes = readData<{ codes: Row[] } | Row[]>("data", "hs-codes.json");
  await insertRows("market", markets);
  await insertRows("country", countries);
  await insertRows("fx_rate", rates.map((row) => ({ createdAt: "2026-03-16T16:00:00Z", ...row })));
  await insertRows("trade_rule", rules);
  await insertRows("carrier_service", Array.isArray(services) ? services : services.services);
  await insertRows("hs_code", Array.isArray(codes) ? codes : codes.codes);
  return `${markets.length} markets, ${countries.length} countries, ${rates.length} rates, ${rules.length} rules`;
};
