import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { TradeRule } from "@/modules/customs/rule";
import { readRuleBook } from "@/modules/customs/rule-book";
import { readData } from "./bulk";

/** The embedded rule book about duties and taxes, a file a market ("EU" for all its members). Other files beside them are other people's rows. */
export const readSeededRules = (): TradeRule[] =>
  readdirSync(join(import.meta.dirname, "rules")).filter((file) => /^[A-Z]{2}\.json$/.test(file)).sort().flatMap((file) => readRuleBook(readData("rules", file)));
