import { z } from "zod";
import { languages } from "@/i18n/languages";
import { ok } from "@/kernel/result";
import { mayBrowse } from "@/modules/market/market";
import { listMarkets } from "@/modules/market/queries";
import { storefrontTag as tagOf } from "@/modules/market/storefront";
import type { Operation } from "@/platform/http/openapi";
import type { Door } from "@/platform/http/route";

const takes = z.strictObject({});

const market = z.strictObject({
  code: z.string().length(2).describe("ISO 3166-1 country."),
  currency: z.string().length(3).describe("ISO 4217; every price of the market is in it."),
  languages: z.array(z.string()).describe("The languages that are offered first here, the first is the default."),
  storefronts: z.array(z.string()).describe("Every language in this market, as the first segment of an address; none where there is no shop window."),
  state: z.enum(["open", "browse-only", "closed", "sell-from-only"]),
  stateReason: z.string().nullable(),
  timeZone: z.string(),
  unitSystem: z.enum(["metric", "us", "uk"]),
  taxDisplay: z.enum(["inclusive", "exclusive"]).describe("Whether shelf prices of this country usually hold its consumption tax."),
  sizeSystems: z.record(z.string(), z.string()),
  firstDay: z.int().min(1).max(7).describe("ISO weekday that opens a week."),
  weekend: z.array(z.int().min(1).max(7)),
  customsId: z.string().nullable().describe("The personal number that customs asks of a recipient."),
}).meta({ id: "Market" });

const answers = z.strictObject({ markets: z.array(market) });

export const marketsDoor: Door<typeof takes, typeof answers, never> = {
  takes, answers, limit: "search", keepSeconds: 300,
  does: async () => ok({
    markets: (await listMarkets()).map((profile) => ({
      code: profile.code, currency: profile.currency, languages: [...profile.languages],
      storefronts: mayBrowse(profile) ? [...new Set([...profile.languages, ...languages])].filter((language) => (languages as readonly string[]).includes(language)).map((language) => tagOf(language, profile.code)) : [],
      state: profile.state, stateReason: profile.stateReason, timeZone: profile.timeZone, unitSystem: profile.unitSystem, taxDisplay: profile.taxDisplay,
      sizeSystems: { ...profile.sizeSystems }, firstDay: profile.firstDay, weekend: [...profile.weekend], customsId: profile.customsId,
    })),
  }),
};

export const marketsOperation: Operation = {
  path: "/api/v1/markets", id: "listMarkets", summary: "The markets and their storefronts", about: "In the order of the shop's own pickers.",
  takes, answers, refusals: ["input.invalid", "access.too-many-tries"],
};
