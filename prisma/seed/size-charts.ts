import { checkChart } from "@/modules/catalog/size-chart";
import type { Family } from "@/modules/sizing/size-table";
import { insertRows, readData, seedId } from "./bulk";
import type { SeededMerchant } from "./merchants";

type Written = { readonly merchant: string; readonly family: Family; readonly system: string; readonly body: readonly string[]; readonly garment: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** The charts that brands of the seed keep: some say bodies, some the garment laid flat, most none; each passes the checks that the editor makes. */
export const seedSizeCharts = async (merchants: readonly SeededMerchant[]): Promise<string> => {
  const charts = readData<Written[]>("catalogue", "size-charts.json").map(({ merchant: key, family, system, body, garment, rows }) => {
    const merchant = merchants.find((one) => one.key === key);
    if (!merchant) throw new Error(`A size chart of ${key}, whom nobody seeded.`);
    const checked = checkChart(family, rows.map(([label = "", ...values]) => ({
      label, body: Object.fromEntries(body.map((measure, at) => [measure, values[at] ?? ""])), garment: Object.fromEntries(garment.map((measure, at) => [measure, values[body.length + at] ?? ""])),
    })), "cm");
    if (!checked.ok) throw new Error(`The size chart of ${key} for ${family}: ${JSON.stringify(checked.refusal.fields)}`);
    return { brandId: merchant.brandId, family, system, rows: checked.value, version: 1, updatedBy: seedId("user", merchant.contactEmail, merchant.at), updatedAt: new Date("2026-03-02T09:00:00Z") };
  });
  await insertRows("size_chart", charts);
  return `${charts.length} charts of brands`;
};
