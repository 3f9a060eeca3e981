import { buttonStyle } from "./button";

/** The way through a long list, said in words: page 2 of 7. */
export const Pager = ({ page, pages, hrefOf, words }: { page: number; pages: number; hrefOf: (page: number) => string; words: { previous: string; next: string; where: string } }) =>
  pages <= 1 ? null : (
    <nav className="flex items-center justify-center gap-3 py-4" aria-label={words.where}>
      {page > 1 && <a className={buttonStyle("quiet")} href={hrefOf(page - 1)} rel="prev">{words.previous}</a>}
      <span className="text-sm text-ink-soft">{words.where}</span>
      {page < pages && <a className={buttonStyle("quiet")} href={hrefOf(page + 1)} rel="next">{words.next}</a>}
    </nav>
  );
