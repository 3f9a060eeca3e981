import type { Metadata } from "next";
import { alternatesOf } from "@/modules/market/alternates";
import { listMarkets } from "@/modules/market/queries";
import { tagPage } from "@/platform/cache/tag-page";
import { tags } from "@/platform/cache/tags";
import { loadMerchant, Merchant } from "./merchant";

export const dynamic = "force-static";
export const revalidate = 3600;
export const generateStaticParams = () => [];

type Props = { params: Promise<{ storefront: string; slug: string }> };

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { storefront: tag, slug } = await params;
  const found = await loadMerchant(tag, slug);
  if (!found) return {};
  const { storefront, merchant } = found;
  const alternates = alternatesOf({ storefront, markets: await listMarkets(), pathIn: () => `/m/${slug}` });
  return { title: merchant.name, description: merchant.story?.text.slice(0, 160) ?? merchant.name, alternates, openGraph: { type: "website", title: merchant.name, url: alternates.canonical } };
};

const MerchantPage = async ({ params }: Props) => {
  const { storefront: tag, slug } = await params;
  if (/^[a-z0-9-]{1,120}$/.test(slug)) await tagPage(tags.merchant(slug), tags.rates(), tags.market(tag.slice(3).toUpperCase()));
  return <Merchant tag={tag} slug={slug} after={null} />;
};

export default MerchantPage;
