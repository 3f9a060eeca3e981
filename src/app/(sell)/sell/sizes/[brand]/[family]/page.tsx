import { notFound } from "next/navigation";
import { wordsIn } from "@/i18n/translator";
import { isIdOf } from "@/kernel/id";
import { refusalWords } from "@/modules/access/components/refusal-words";
import { currentPerson, requireMerchant } from "@/modules/access/who";
import { findOwnChart } from "@/modules/catalog/chart-queries";
import { ChartForm } from "@/modules/catalog/components/chart-form";
import { chartColumns, mostLines, typedLines } from "@/modules/catalog/size-chart";
import { tongueOf } from "@/modules/market/tongue";
import { TurnedAway } from "@/modules/merchant/components/turned-away";
import { sizeTables, tableOf } from "@/modules/sizing/size";
import { isFamily } from "@/modules/sizing/size-table";
import { Card } from "@/ui/primitives/card";

type Props = { params: Promise<{ brand: string; family: string }> };

/** The editor of a brand's own size chart. A first chart starts from the labels that the brand's goods bear already. */
const EditChart = async ({ params }: Props) => {
  const { brand, family } = await params;
  const who = await requireMerchant();
  if (!who.ok) return <TurnedAway refusal={who.refusal} path="/sell/sizes" />;
  const chart = isIdOf("brand", brand) && isFamily(family) ? await findOwnChart(who.value, brand, family) : null;
  if (!chart || !isFamily(family)) notFound();
  const { language } = tongueOf((await currentPerson())?.storefront);
  const words = wordsIn(language);
  const [first] = chart.borne;
  const systems = [...new Set([...(chart.system ? [chart.system] : []), ...chart.borne.map(({ system }) => system), ...sizeTables.filter((table) => table.family === family).map(({ system }) => system)])];
  const place = (label: string) => tableOf(family, first?.system ?? "")?.sizes.findIndex((size) => size.label === label) ?? -1;
  const borne = [...(first?.labels ?? [])].sort((a, b) => place(a) - place(b) || a.localeCompare(b, language, { numeric: true }));
  const { body, garment } = chartColumns[family];
  const t = (key: "system" | "unit" | "label" | "body" | "garment" | "hint" | "add" | "removeLine" | "save" | "removeChart") => words(`centre.sizes.editor.${key}`);
  return (
    <div className="page space-y-4 py-5">
      <a href="/sell/sizes" className="inline-flex min-h-11 items-center text-sm text-brand hover:underline">{words("centre.sizes.title")}</a>
      <h1 className="text-2xl font-bold"><bdi>{chart.brand}</bdi>{" · "}{words(`centre.editor.families.${family}`)}</h1>
      <Card>
        <ChartForm
          chart={{ brandId: brand, family, version: chart.version, system: chart.system ?? first?.system ?? systems[0] ?? "INT" }} most={mostLines}
          systems={systems.map((code) => ({ code, name: code === "INT" ? words("centre.sizes.editor.letters") : code.replaceAll("_", "/") }))}
          columns={[...body.map((measure) => ({ kind: "body" as const, measure, name: words(`sizing.measures.${measure}`) })), ...garment.map((measure) => ({ kind: "garment" as const, measure, name: words(`sizing.garment.${measure}`) }))]}
          lines={chart.version > 0 ? typedLines(chart.rows, "cm") : borne.map((label) => ({ label, body: {}, garment: {} }))}
          said={refusalWords(words, ["catalog.no-such-brand", "catalog.chart-stale", "catalog.chart-invalid"])}
          words={{
            system: t("system"), unit: t("unit"), units: { cm: words("account.units.cm"), in: words("account.units.in") }, label: t("label"), body: t("body"), garment: t("garment"), hint: t("hint"),
            add: t("add"), removeLine: t("removeLine"), save: t("save"), removeChart: t("removeChart"), line: words("centre.sizes.editor.line", { number: "{number}" }),
            faults: words.raw("centre.sizes.faults" as never) as Readonly<Record<string, string>>,
          }}
        />
      </Card>
    </div>
  );
};

export default EditChart;
