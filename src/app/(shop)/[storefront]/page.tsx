import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { wordsIn } from "@/i18n/translator";
import { Heroes } from "@/modules/discovery/components/heroes";
import { CategoryTiles, HomePart, HomeShelfRow, NicheBrands, Pavilions, TrustStrip } from "@/modules/discovery/components/home-parts";
import { categoryPictures, homeShelves, nicheBrands, pavilions } from "@/modules/discovery/home-queries";
import { liveCategories } from "@/modules/discovery/suggest-queries";
import { alternatesOf } from "@/modules/market/alternates";
import { findStorefront, listMarkets } from "@/modules/market/queries";
import { tagPage } from "@/platform/cache/tag-page";
import { tags } from "@/platform/cache/tags";
import { countryName } from "@/ui/format/words";

export const dynamic = "force-static";
export const revalidate = 3600;
export const generateStaticParams = () => [];

type Props = { params: Promise<{ storefront: string }> };

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const storefront = await findStorefront((await params).storefront);
  if (!storefront) return {};
  const words = wordsIn(storefront.language);
  const description = words("discovery.homeDescription", { country: countryName(storefront.market, storefront.language) });
  const alternates = alternatesOf({ storefront, markets: await listMarkets(), pathIn: () => "" });
  return { description, alternates, openGraph: { title: words("shop.name"), description, url: alternates.canonical, type: "website" } };
};

const HomePage = async ({ params }: Props) => {
  const storefront = await findStorefront((await params).storefront);
  if (!storefront) notFound();
  await tagPage(tags.home(), tags.market(storefront.market), tags.rates());
  const words = wordsIn(storefront.language);
  const seeAll = words("discovery.shelves.seeAll");
  const categories = [...(await liveCategories()).values()].filter((category) => category.depth === 1).slice(0, 12);
  const [shelves, origins, brands, pictures] = await Promise.all([
    homeShelves(storefront), pavilions(storefront), nicheBrands(storefront), categoryPictures(categories.map((category) => category.id)),
  ]);
  const [first, second, ...rest] = shelves;
  return (
    <div className="page pt-3">
      <h1 className="sr-only">{`${words("shop.name")} · ${words("shop.tagline")}`}</h1>
      <Heroes storefront={storefront} />
      <div className="mt-3"><TrustStrip storefront={storefront} /></div>
      <HomePart title={words("discovery.shelves.categories")} href={`/${storefront.tag}/search`} seeAll={seeAll}>
        <CategoryTiles storefront={storefront} categories={categories} pictures={pictures} />
      </HomePart>
      {first && <HomeShelfRow storefront={storefront} shelf={first} isFirst />}
      {origins.length > 0 && <HomePart title={words("discovery.shelves.origins")} seeAll={seeAll}><Pavilions storefront={storefront} pavilions={origins} /></HomePart>}
      {second && <HomeShelfRow storefront={storefront} shelf={second} isFirst={false} />}
      {brands.length > 0 && <HomePart title={words("shelves.new-niche-brands.title")} lead={words("shelves.new-niche-brands.lead")} seeAll={seeAll}><NicheBrands storefront={storefront} brands={brands} /></HomePart>}
      {rest.map((shelf) => <HomeShelfRow key={shelf.key} storefront={storefront} shelf={shelf} isFirst={false} />)}
    </div>
  );
};

export default HomePage;
