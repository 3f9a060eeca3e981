import type { ReactNode } from "react";

/** A dense table that scrolls inside its own frame on a narrow screen; the frame takes the keyboard, so that it can be scrolled without a finger. */
export const DataTable = ({ label, head, children }: { label: string; head: ReactNode; children: ReactNode }) => (
  <div role="region" aria-label={label} tabIndex={0} className="relative overflow-x-auto rounded-card border border-line bg-surface">
    <table className="w-full border-collapse text-sm">
      <thead className="border-b border-line bg-ground text-start text-ink-soft"><tr>{head}</tr></thead>
      <tbody className="divide-y divide-line">{children}</tbody>
    </table>
  </div>
);

/** The head of a column: a link that sorts by it, when it can be sorted by. The second click turns the order round. */
export const HeadCell = ({ children, sort, className = "" }: { children: ReactNode; sort?: { href: string; isActive: boolean; isDescending: boolean; title: string }; className?: string }) => (
  <th scope="col" aria-sort={sort?.isActive ? (sort.isDescending ? "descending" : "ascending") : undefined} className={`whitespace-nowrap px-3 py-0 text-start text-xs font-semibold ${className}`}>
    {sort ? (
      <a href={sort.href} title={sort.title} className="inline-flex min-h-11 items-center gap-1 hover:text-ink">
        {children}
        <span aria-hidden className={sort.isActive ? "text-brand" : "text-line-strong"}>{sort.isActive && sort.isDescending ? "↓" : "↑"}</span>
      </a>
    ) : (
      <span className="inline-flex min-h-11 items-center">{children}</span>
    )}
  </th>
);

export const Cell = ({ children, className = "" }: { children: ReactNode; className?: string }) => <td className={`px-3 py-2 align-middle ${className}`}>{children}</td>;
