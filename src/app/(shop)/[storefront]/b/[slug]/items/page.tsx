import type { Metadata } from "next";
import { readMakerCursor } from "@/modules/discovery/maker-queries";
import { Brand } from "../brand";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { robots: { index: false, follow: true } };

type Props = { params: Promise<{ storefront: string; slug: string }>; searchParams: Promise<{ after?: string | string[] }> };

const BrandItems = async ({ params, searchParams }: Props) => {
  const { storefront: tag, slug } = await params;
  return <Brand tag={tag} slug={slug} after={readMakerCursor((await searchParams).after)} />;
};

export default BrandItems;
