import { Button } from "@/ui/primitives/button";
import type { romanLines } from "../roman-address";

type Line = (typeof romanLines)[number];
type Props = { readonly action: string; readonly missing: readonly Line[]; readonly words: { readonly print: string; readonly hint: string; readonly roman: string; readonly lines: Readonly<Record<Line, string>> } };

/** Opens the papers as a PDF; where the address has no Roman letters it asks for them first. Works without a script. */
export const PapersForm = ({ action, missing, words }: Props) => (
  <form action={action} method="get" target="_blank" className="space-y-3">
    <p className="text-sm text-ink-soft">{words.hint}</p>
    {missing.length > 0 && <p className="text-sm">{words.roman}</p>}
    {missing.map((line) => (
      <label key={line} className="block text-sm">
        <span className="mb-1 block font-medium">{words.lines[line]}</span>
        <input name={line} required maxLength={120} dir="ltr" lang="en" autoComplete="off" className="min-h-11 w-full rounded-lg border border-line-strong bg-surface px-3" />
      </label>
    ))}
    <Button type="submit" tone="quiet">{words.print}</Button>
  </form>
);
