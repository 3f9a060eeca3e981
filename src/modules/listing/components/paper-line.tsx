import { FileText } from "lucide-react";
import type { ReactNode } from "react";
import type { Words } from "@/i18n/translator";
import type { PlainDate } from "@/kernel/time";
import { formatDay } from "@/ui/format/words";
import { Badge } from "@/ui/primitives/notice";
import { standingOf } from "../paper";
import type { PaperShown } from "../paper-queries";

const tones = { waiting: "warn", approved: "good", declined: "bad", expired: "plain" } as const;

export const PaperBadge = ({ paper, on, words }: { paper: Pick<PaperShown, "state" | "validUntil">; on: PlainDate; words: Words }) => {
  const standing = standingOf(paper, on);
  return <Badge tone={tones[standing]}>{words(`papers.state.${standing}`)}</Badge>;
};

/** One paper that was shown: the file, how it stands, until when, and why it was declined. */
export const PaperLine = ({ paper, on, language, words, children }: { paper: PaperShown; on: PlainDate; language: string; words: Words; children?: ReactNode }) => (
  <li className="flex flex-wrap items-center gap-x-3 py-1 text-sm">
    <FileText size={18} aria-hidden className="shrink-0 text-ink-faint" />
    <a href={`/api/papers/${paper.id}`} target="_blank" rel="noopener" className="inline-flex min-h-11 min-w-0 items-center text-brand underline"><bdi className="truncate">{paper.fileName || words("application.open")}</bdi></a>
    <PaperBadge paper={paper} on={on} words={words} />
    <span className="text-ink-soft">{words("papers.until", { date: formatDay(paper.validUntil, language, undefined, { dateStyle: "medium" }) })}</span>
    {children}
    {paper.reason && <span className="basis-full ps-8">{words(`papers.reasons.${paper.reason}`)}</span>}
    {paper.note && <span dir="auto" className="basis-full whitespace-pre-line ps-8 text-ink-soft">{paper.note}</span>}
  </li>
);
