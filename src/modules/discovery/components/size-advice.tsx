"use client";
import { UserRoundCheck } from "lucide-react";
import { useEffect, useState } from "react";
import type { AdviceText } from "./size-advice-words";

/** "Your size here is …" for whoever has saved measures; for everybody else the way there. The page itself is the same for all. */
export const SizeAdvice = ({ storefront, listing, measurements, words }: {
  storefront: string; listing: number;
  /** The address of the page where measures are kept. */
  measurements: string;
  words: { readonly invite: string; readonly change: string };
}) => {
  const [advice, setAdvice] = useState<AdviceText | null>(null);
  useEffect(() => {
    const asking = new AbortController();
    fetch(`/api/fit?storefront=${storefront}&listing=${listing}`, { headers: { accept: "application/json" }, signal: asking.signal })
      .then(async (answer) => setAdvice(answer.ok ? ((await answer.json()) as { advice: AdviceText | null }).advice : null))
      .catch(() => null);
    return () => asking.abort();
  }, [storefront, listing]);
  if (!advice) return <p className="mt-2 -mb-2"><a href={measurements} className="inline-flex min-h-11 items-center gap-1.5 text-sm font-medium text-brand underline underline-offset-2"><UserRoundCheck size={16} className="shrink-0" aria-hidden />{words.invite}</a></p>;
  return (
    <div role="status" data-testid="size-advice" className="mt-2 rounded-lg bg-brand-tint px-3 py-2 text-sm">
      <p className="flex items-center gap-1.5 font-semibold text-brand-strong"><UserRoundCheck size={16} className="shrink-0" aria-hidden />{advice.title}</p>
      {advice.lines.map((line) => <p key={line}>{line}</p>)}
      <a href={measurements} className="inline-flex min-h-11 items-center text-brand underline underline-offset-2">{words.change}</a>
    </div>
  );
};
