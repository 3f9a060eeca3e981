import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { wordsIn } from "@/i18n/translator";
import { findCategoryPath } from "@/modules/catalog/queries";
import { textFor } from "@/modules/catalog/text";
import { CategoryHeading, categoryPath } from "@/modules/discovery/components/category-heading";
import { EmptyShelf } from "@/modules/discovery/components/empty-shelf";
import { ShelfView } from "@/modules/discovery/components/shelf-view";
import { everything } from "@/modules/discovery/shelf-filter";
import { listShelf } from "@/modules/discovery/shelf-queries";
import { liveCategories } from "@/modules/discovery/suggest-queries";
import { alternatesOf } from "@/modules/market/alternates";
import { findStorefront, listMarkets } from "@/modules/market/queries";
import { tagPage } from "@/platform/cache/tag-page";
import { tags } from "@/platform/cache/tags";
import { countryName } from "@/ui/format/words";

export const dynamic = "force-static";
export const revalidate = 3600;
export const generateStaticParams = () => [];

type Props = { params: Promise<{ storefront: string; slug: string; id: string }> };

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { storefront: tag, id } = await params;
  const storefront = await findStorefront(tag);
  const path = storefront && (await findCategoryPath(id));
  const category = path?.at(-1);
  if (!storefront || !category) return {};
  const words = wordsIn(storefront.language);
  const name = textFor(category.texts, storefront.language)?.name ?? "";
  const description = words("discovery.categoryDescription", { category: name, country: countryName(storefront.market, storefront.language) });
  const alternates = alternatesOf({ storefront, markets: await listMarkets(), pathIn: ({ language }) => categoryPath(category, language) });
  return { title: name, description, alternates, openGraph: { title: name, description, url: alternates.canonical, type: "website" } };
};

const CategoryPage = async ({ params }: Props) => {
  const { storefront: tag, slug, id } = await params;
  const storefront = await findStorefront(tag);
  const path = storefront && (await findCategoryPath(id));
  const category = path?.at(-1);
  if (!storefront || !path || !category) notFound();
  await tagPage(tags.category(id), tags.market(storefront.market), tags.rates());
  const own = categoryPath(category, storefront.language);
  const plainPath = encodeURI(`/${storefront.tag}${own}`);
  if (`/c/${slug}/${id}` !== encodeURI(own) && `/c/${slug}/${id}` !== own) permanentRedirect(plainPath);
  const shelf = await listShelf({ storefront, categoryId: id, filter: everything });
  const below = [...(await liveCategories()).values()].filter((other) => other.parentId === id);
  const crumbs = path.map((step, index) => ({
    "@type": "ListItem", position: index + 1, name: textFor(step.texts, storefront.language)?.name, item: `${process.env["APP_URL"] ?? ""}${encodeURI(`/${storefront.tag}${categoryPath(step, storefront.language)}`)}`,
  }));
  return (
    <>
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: JSON.stringify({ "@context": "https://schema.org", "@type": "BreadcrumbList", itemListElement: crumbs }).replace(/</g, "\\u003c") }} />
      <ShelfView
        storefront={storefront} shelf={shelf} filter={everything} path={`${plainPath}/filter`} plainPath={plainPath}
        heading={<CategoryHeading storefront={storefront} path={path} children={below} />} empty={<EmptyShelf storefront={storefront} href={`/${storefront.tag}`} />}
      />
    </>
  );
};

export default CategoryPage;
