import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { findCategoryPath } from "@/modules/catalog/queries";
import { textFor } from "@/modules/catalog/text";
import { CategoryHeading, categoryPath } from "@/modules/discovery/components/category-heading";
import { EmptyShelf } from "@/modules/discovery/components/empty-shelf";
import { ShelfView } from "@/modules/discovery/components/shelf-view";
import { readFilter, type QueryValues } from "@/modules/discovery/shelf-filter";
import { listShelf } from "@/modules/discovery/shelf-queries";
import { liveCategories } from "@/modules/discovery/suggest-queries";
import { findStorefront } from "@/modules/market/queries";

type Props = { params: Promise<{ storefront: string; slug: string; id: string }>; searchParams: Promise<QueryValues> };

// One category has one address for search engines: the shelf without filters.
export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { storefront: tag, id } = await params;
  const storefront = await findStorefront(tag);
  const category = storefront && (await findCategoryPath(id))?.at(-1);
  if (!storefront || !category) return {};
  return {
    title: textFor(category.texts, storefront.language)?.name ?? "", robots: { index: false, follow: true },
    alternates: { canonical: encodeURI(`/${storefront.tag}${categoryPath(category, storefront.language)}`) },
  };
};

const FilteredCategoryPage = async ({ params, searchParams }: Props) => {
  const { storefront: tag, id } = await params;
  const storefront = await findStorefront(tag);
  const path = storefront && (await findCategoryPath(id));
  const category = path?.at(-1);
  if (!storefront || !path || !category) notFound();
  const filter = readFilter(await searchParams, storefront.profile.currency);
  const plainPath = encodeURI(`/${storefront.tag}${categoryPath(category, storefront.language)}`);
  const shelf = await listShelf({ storefront, categoryId: id, filter });
  const below = [...(await liveCategories()).values()].filter((other) => other.parentId === id);
  return (
    <ShelfView
      storefront={storefront} shelf={shelf} filter={filter} path={`${plainPath}/filter`} plainPath={plainPath}
      heading={<CategoryHeading storefront={storefront} path={path} children={below} />} empty={<EmptyShelf storefront={storefront} href={plainPath} />}
    />
  );
};

export default FilteredCategoryPage;
