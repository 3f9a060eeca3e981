import type { Metadata } from "next";
import { alternatesOf } from "@/modules/market/alternates";
import { listMarkets } from "@/modules/market/queries";
import { tagPage } from "@/platform/cache/tag-page";
import { tags } from "@/platform/cache/tags";
import { loadBrand, Brand } from "./brand";

export const dynamic = "force-static";
export const revalidate = 3600;
export const generateStaticParams = () => [];

type Props = { params: Promise<{ storefront: string; slug: string }> };

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { storefront: tag, slug } = await params;
  const found = await loadBrand(tag, slug);
  if (!found) return {};
  const { storefront, brand, merchant } = found;
  const alternates = alternatesOf({ storefront, markets: await listMarkets(), pathIn: () => `/b/${slug}` });
  return { title: brand.name, description: merchant.story?.text.slice(0, 160) ?? brand.name, alternates, openGraph: { type: "website", title: brand.name, url: alternates.canonical } };
};

const BrandPage = async ({ params }: Props) => {
  const { storefront: tag, slug } = await params;
  if (/^[a-z0-9-]{1,120}$/.test(slug)) await tagPage(tags.brand(slug), tags.rates(), tags.market(tag.slice(3).toUpperCase()));
  const found = await loadBrand(tag, slug);
  if (found) await tagPage(tags.merchant(found.merchant.slug));
  return <Brand tag={tag} slug={slug} after={null} />;
};

export default BrandPage;
