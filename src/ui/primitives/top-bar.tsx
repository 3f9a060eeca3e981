import type { ReactNode } from "react";

export type TopLink = { readonly href: string; readonly text: string; readonly count?: string };

/** The head of a working place (merchant centre, back office): whose it is, its rooms, the way out. The rooms scroll sideways on a phone. */
export const TopBar = ({ mark, title, navLabel, links, aside }: { mark: ReactNode; title: ReactNode; navLabel: string; links: readonly TopLink[]; aside: ReactNode }) => (
  <header className="border-b border-line bg-surface">
    <div className="page flex min-h-14 items-center justify-between gap-3">
      <div className="flex min-w-0 items-center gap-2">
        {mark}
        <span className="truncate font-bold">{title}</span>
      </div>
      <div className="flex shrink-0 items-center gap-2 text-sm">{aside}</div>
    </div>
    <nav aria-label={navLabel} className="page overflow-x-auto">
      <ul className="flex gap-1">
        {links.map(({ href, text, count }) => (
          <li key={href}>
            <a href={href} className="flex min-h-11 items-center gap-1.5 whitespace-nowrap border-b-2 border-transparent px-3 font-medium text-ink-soft hover:border-brand hover:text-ink">
              {text}
              {count && <span className="tabular rounded bg-brand-tint px-1.5 text-xs font-semibold text-brand-strong">{count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  </header>
);
