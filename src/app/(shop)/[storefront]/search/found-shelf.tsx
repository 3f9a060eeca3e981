import { wordsIn } from "@/i18n/translator";
import { textFor } from "@/modules/catalog/text";
import { findAnswer } from "@/modules/discovery/answer-queries";
import { EmptyShelf } from "@/modules/discovery/components/empty-shelf";
import { ShelfView } from "@/modules/discovery/components/shelf-view";
import type { Found } from "@/modules/discovery/search-queries";
import { filterValues, type ShelfFilter } from "@/modules/discovery/shelf-filter";
import { listShelf } from "@/modules/discovery/shelf-queries";
import { liveCategories } from "@/modules/discovery/suggest-queries";
import type { OpenStorefront } from "@/modules/market/queries";
import { formatNumber } from "@/ui/format/words";
import { Notice } from "@/ui/primitives/notice";

/** What a question finds, with what narrows it: the same for everybody who asks it in the storefront. */
export const FoundShelf = async ({ storefront, q, filter, category = "all" }: { storefront: OpenStorefront; q: string; filter: ShelfFilter; category?: string }) => {
  const words = wordsIn(storefront.language);
  const live = await liveCategories();
  const categoryId = live.has(category) ? category : "all";
  const found: Found = q
    ? await findAnswer({ storefront, q, filter, categoryId })
    : { ...(await listShelf({ storefront, categoryId, filter })), corrected: null, isPartial: false };
  const path = `/${storefront.tag}/search`;
  const keeps = [...(q ? [["q", q] as const] : []), ...(categoryId === "all" ? [] : [["category", categoryId] as const])];
  const total = formatNumber(found.total, storefront.language, storefront.market);
  return (
    <ShelfView
      storefront={storefront} shelf={found} filter={filter} path={path} plainPath={path} keeps={keeps} isSearch={q !== ""}
      heading={
        <div className="pt-4">
          <h1 className="mb-2 text-2xl font-extrabold tracking-tight [overflow-wrap:anywhere] sm:text-3xl">{q ? <bdi>{words("discovery.searchTitle", { q })}</bdi> : words("shop.allCategories")}<span className="sr-only"> {total}</span></h1>
          <Categories storefront={storefront} found={found} filter={filter} q={q} current={categoryId} live={live} />
        </div>
      }
      note={
        found.corrected !== null && found.total > 0 ? <Notice className="mb-3">{words("discovery.corrected", { corrected: found.corrected, q })}</Notice>
        : found.isPartial ? <Notice className="mb-3">{words("discovery.partial", { q })}</Notice> : null
      }
      empty={<EmptyShelf storefront={storefront} href={path} title={q ? words("discovery.searchNone", { q }) : undefined} body={q ? words("discovery.searchNoneBody") : undefined} />}
    />
  );
};

const Categories = ({ storefront, found, filter, q, current, live }: {
  storefront: OpenStorefront; found: Found; filter: ShelfFilter; q: string; current: string; live: Awaited<ReturnType<typeof liveCategories>>;
}) => {
  const words = wordsIn(storefront.language);
  const counted = q ? found.facets.category.map(({ value }) => value) : [...live.values()].filter((category) => category.depth === 0).map(({ id }) => id);
  const ids = current !== "all" && !counted.includes(current) ? [current, ...counted] : counted;
  if (ids.length < 2 && current === "all") return null;
  const href = (category: string) => {
    const query = new URLSearchParams([...(q ? [["q", q]] : []), ...(category === "all" ? [] : [["category", category]]), ...filterValues({ ...filter, cursor: null })] as [string, string][]).toString();
    return `/${storefront.tag}/search${query ? `?${query}` : ""}`;
  };
  const chip = (id: string, name: string) => (
    <li key={id} className="shrink-0"><a href={href(id)} aria-current={id === current ? "true" : undefined} className={`inline-flex min-h-11 items-center rounded-full border px-4 text-sm sm:min-h-9 ${id === current ? "border-brand bg-brand font-semibold text-white" : "border-line-strong bg-surface hover:border-brand hover:text-brand"}`}>{name}</a></li>
  );
  return (
    <nav aria-label={words("shop.categories")}>
      <ul className="-mx-3 flex gap-2 overflow-x-auto px-3 pb-1 [scrollbar-width:none] sm:mx-0 sm:flex-wrap sm:px-0">
        {chip("all", words("shop.allCategories"))}
        {ids.slice(0, 14).map((id) => chip(id, textFor(live.get(id)?.texts ?? [], storefront.language)?.name ?? id))}
      </ul>
    </nav>
  );
};
