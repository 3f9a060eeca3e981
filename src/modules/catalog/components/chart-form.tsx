"use client";
import { Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { say } from "@/modules/access/components/say";
import { Button } from "@/ui/primitives/button";
import { SelectField } from "@/ui/primitives/field";
import { Notice } from "@/ui/primitives/notice";
import { useUnsaved } from "@/ui/primitives/unsaved";
import { removeSizeChartAction, saveSizeChartAction } from "../actions";
import type { SaveSizeChart } from "../schema";

type Line = { readonly key: number; readonly label: string; readonly body: Readonly<Record<string, string>>; readonly garment: Readonly<Record<string, string>> };
type Column = { readonly kind: "body" | "garment"; readonly measure: string; readonly name: string };
type Answer = Awaited<ReturnType<typeof saveSizeChartAction>> | Awaited<ReturnType<typeof removeSizeChartAction>>;

export type ChartWords = {
  readonly system: string; readonly unit: string; readonly units: Readonly<Record<"cm" | "in", string>>; readonly label: string; readonly body: string; readonly garment: string;
  readonly hint: string; readonly add: string; readonly removeLine: string; readonly save: string; readonly removeChart: string; readonly line: string;
  readonly faults: Readonly<Record<string, string>>;
};

const box = "h-11 rounded-lg border border-line-strong bg-surface px-2 tabular aria-invalid:border-bad aria-invalid:bg-bad-tint";

/** A brand's own size chart: a line a label, a column a measure. What was typed stays, whatever the answer is, and every fault stands at its field. */
export const ChartForm = ({ chart, systems, columns, lines, most, said, words }: {
  chart: { readonly brandId: string; readonly family: string; readonly version: number; readonly system: string };
  systems: readonly { readonly code: string; readonly name: string }[]; columns: readonly Column[]; lines: readonly Omit<Line, "key">[]; most: number;
  said: Readonly<Record<string, string>>; words: ChartWords;
}) => {
  const [rows, setRows] = useState<readonly Line[]>(() => lines.map((line, key) => ({ ...line, key })));
  const [next, setNext] = useState(lines.length);
  const [unit, setUnit] = useState<"cm" | "in">("cm");
  const [system, setSystem] = useState(chart.system);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [isBusy, setBusy] = useState(false);
  const unsaved = useUnsaved();

  const put = (key: number, change: (line: Line) => Line) => {
    unsaved.touch();
    setRows(rows.map((line) => (line.key === key ? change(line) : line)));
  };
  const add = () => {
    unsaved.touch();
    setRows([...rows, { key: next, label: "", body: {}, garment: {} }]);
    setNext(next + 1);
  };
  const { brandId, family, version } = { brandId: chart.brandId as SaveSizeChart["brandId"], family: chart.family as SaveSizeChart["family"], version: chart.version };
  const ask = async (question: Promise<Answer>): Promise<void> => {
    setBusy(true);
    setAnswer(null);
    const told = await question.catch((): Answer => ({ ok: false, refusal: { code: "unknown" } as never }));
    if (told.ok) {
      unsaved.saved();
      return window.location.assign("/sell/sizes?saved");
    }
    setAnswer(told);
    setBusy(false);
    setTimeout(() => document.querySelector<HTMLElement>("[aria-invalid=true]")?.focus(), 50);
  };
  const save = () => ask(saveSizeChartAction({ brandId, family, version, system, unit, rows: rows.map(({ label, body, garment }) => ({ label, body, garment })) }));

  const refusal = answer && !answer.ok ? answer.refusal : null;
  const faults: Readonly<Record<string, string>> = refusal && "fields" in refusal ? refusal.fields : {};
  const fault = (field: string): string | undefined => (faults[field] === undefined ? undefined : (words.faults[faults[field]] ?? words.faults["not-a-measure"]));
  const form = fault("form");
  const told = (at: number) => [...new Set(["label", ...columns.map(({ kind, measure }) => `${kind}.${measure}`)].flatMap((field) => fault(`rows.${at}.${field}`) ?? []))];
  const kinds = (["body", "garment"] as const).map((kind) => [kind, columns.filter((column) => column.kind === kind).length] as const).filter(([, count]) => count > 0);

  return (
    <form method="post" className="space-y-4" noValidate onSubmit={(event) => { event.preventDefault(); void save(); }}>
      {refusal && <Notice tone="bad">{form ?? say(said, refusal)}</Notice>}
      <div className="grid gap-4 sm:max-w-xl sm:grid-cols-2">
        <SelectField label={words.system} name="system" value={system} onChange={(event) => { unsaved.touch(); setSystem(event.target.value); }}>
          {systems.map(({ code, name }) => <option key={code} value={code}>{name}</option>)}
        </SelectField>
        <SelectField label={words.unit} name="unit" value={unit} onChange={(event) => setUnit(event.target.value === "in" ? "in" : "cm")}>
          <option value="cm">{words.units.cm}</option><option value="in">{words.units.in}</option>
        </SelectField>
      </div>
      <p className="text-sm text-ink-soft">{words.hint}</p>
      <div className="-mx-4 overflow-x-auto px-4 sm:mx-0 sm:px-0">
        <table className="text-sm">
          <thead>
            <tr><td />{kinds.map(([kind, count]) => <th key={kind} scope="colgroup" colSpan={count} className="px-1 pb-1 text-start font-normal text-ink-soft">{words[kind]}</th>)}<td /></tr>
            <tr>
              <th scope="col" className="pe-2 pb-1 text-start font-semibold">{words.label}</th>
              {columns.map(({ kind, measure, name }) => <th key={kind + measure} scope="col" className="px-1 pb-1 text-start align-bottom font-semibold">{name}</th>)}
              <td />
            </tr>
          </thead>
          {rows.map((line, at) => {
            const wrong = told(at);
            const nameOf = line.label || words.line.replace("{number}", String(at + 1));
            return (
              <tbody key={line.key}>
                <tr>
                  <td className="py-1 pe-2"><input className={`${box} w-24 font-semibold`} dir="ltr" maxLength={20} value={line.label} aria-label={`${words.label}: ${nameOf}`} aria-invalid={fault(`rows.${at}.label`) ? true : undefined} aria-describedby={wrong.length ? `e-line-${at}` : undefined} onChange={(event) => put(line.key, (one) => ({ ...one, label: event.target.value }))} /></td>
                  {columns.map(({ kind, measure, name }) => (
                    <td key={kind + measure} className="p-1">
                      <input
                        className={`${box} ${kind === "body" ? "w-28" : "w-20"}`} dir="ltr" inputMode={kind === "body" ? "text" : "decimal"} maxLength={16} value={line[kind][measure] ?? ""} aria-label={`${words[kind]}, ${name}: ${nameOf}`}
                        aria-invalid={fault(`rows.${at}.${kind}.${measure}`) ? true : undefined} aria-describedby={wrong.length ? `e-line-${at}` : undefined}
                        onChange={(event) => put(line.key, (one) => ({ ...one, [kind]: { ...one[kind], [measure]: event.target.value } }))}
                      />
                    </td>
                  ))}
                  <td><button type="button" aria-label={`${words.removeLine}: ${nameOf}`} onClick={() => { unsaved.touch(); setRows(rows.filter((one) => one.key !== line.key)); }} className="grid size-11 place-items-center rounded-lg text-ink-soft hover:bg-bad-tint hover:text-bad"><Trash2 size={18} aria-hidden /></button></td>
                </tr>
                {wrong.length > 0 && <tr><td colSpan={columns.length + 2}><p id={`e-line-${at}`} className="sticky start-0 max-w-[85vw] pb-1 text-bad">{wrong.join(" ")}</p></td></tr>}
              </tbody>
            );
          })}
        </table>
      </div>
      {rows.length < most && <Button tone="quiet" onClick={add}><Plus size={18} aria-hidden />{words.add}</Button>}
      <div className="flex flex-wrap gap-2 border-t border-line pt-4">
        <Button type="submit" isBusy={isBusy} className="flex-1 sm:flex-none">{words.save}</Button>
        {version > 0 && <Button tone="danger" disabled={isBusy} onClick={() => void ask(removeSizeChartAction({ brandId, family, version }))}>{words.removeChart}</Button>}
      </div>
    </form>
  );
};
