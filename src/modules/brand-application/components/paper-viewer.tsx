import type { Words } from "@/i18n/translator";
import { wordsFor } from "@/i18n/translator";
import { Notice } from "@/ui/primitives/notice";
import { requiredPapers } from "../paper";
import type { ApplicationShown } from "../queries";

/** The papers beside the facts: PDFs in the browser's own viewer, images as images. What is required and not there is said first. */
export const PaperViewer = ({ application, words }: { application: ApplicationShown; words: Words }) => {
  const lacking = requiredPapers(application.facts.country).filter((kind) => !application.papers.some((paper) => paper.kind === kind));
  return (
    <div className="space-y-4">
      {lacking.map((kind) => <Notice key={kind} tone="warn">{words("admin.review.missingPaper", { kind: words(`application.papers.${kind}`) })}</Notice>)}
      {application.papers.length === 0 && <p className="text-ink-soft">{words("admin.review.noPapers")}</p>}
      {application.papers.length > 1 && (
        <nav aria-label={words("admin.review.papers")} className="flex flex-wrap gap-x-4">
          {application.papers.map((paper) => <a key={paper.id} href={`#${paper.id}`} className="inline-flex min-h-11 items-center text-sm text-brand underline">{wordsFor(words, `application.papers.${paper.kind}`)}</a>)}
        </nav>
      )}
      {application.papers.map((paper) => {
        const name = wordsFor(words, `application.papers.${paper.kind}`);
        const href = `/api/documents/${paper.id}`;
        return (
          <figure key={paper.id} id={paper.id} className="overflow-hidden rounded-card border border-line bg-surface">
            <figcaption className="flex items-center justify-between gap-3 border-b border-line px-3 text-sm">
              <span className="min-w-0 truncate"><strong>{name}</strong> <bdi className="text-ink-soft">{paper.fileName}</bdi></span>
              <a href={href} target="_blank" rel="noopener" aria-label={words("admin.review.openPaper", { name })} className="inline-flex min-h-11 shrink-0 items-center text-brand underline">{words("application.open")}</a>
            </figcaption>
            {paper.contentType === "application/pdf" ? (
              <iframe src={`${href}#navpanes=0&view=FitH`} title={name} loading="lazy" className="h-[70dvh] w-full bg-ground" />
            ) : (
              <img src={href} alt={name} loading="lazy" className="mx-auto max-h-[80dvh] w-auto max-w-full" />
            )}
          </figure>
        );
      })}
    </div>
  );
};
