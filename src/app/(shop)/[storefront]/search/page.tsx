import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { wordsFor, wordsIn } from "@/i18n/translator";
import { readFilter, type QueryValues } from "@/modules/discovery/shelf-filter";
import { findStorefront } from "@/modules/market/queries";
import { clientAddressHeader, clientAddressOf } from "@/platform/client-address";
import { limited } from "@/platform/rate-limit";
import { Notice } from "@/ui/primitives/notice";
import { FoundShelf } from "./found-shelf";

type Props = { params: Promise<{ storefront: string }>; searchParams: Promise<QueryValues> };

const textOf = (value: QueryValues[string]): string => (typeof value === "string" ? value : (value?.[0] ?? "")).replace(/\p{Cc}/gu, " ").trim().slice(0, 120);

export const generateMetadata = async ({ params, searchParams }: Props): Promise<Metadata> => {
  const storefront = await findStorefront((await params).storefront);
  if (!storefront) return {};
  const q = textOf((await searchParams)["q"]);
  const words = wordsIn(storefront.language);
  return { title: q ? words("discovery.searchTitle", { q }) : words("shop.search"), robots: { index: false, follow: true } };
};

const SearchPage = async ({ params, searchParams }: Props) => {
  const storefront = await findStorefront((await params).storefront);
  if (!storefront) notFound();
  const values = await searchParams;
  const words = wordsIn(storefront.language);
  const q = textOf(values["q"]);
  const filter = readFilter(values, storefront.profile.currency);
  const within = await limited("search", clientAddressOf((await headers()).get(clientAddressHeader)));
  if (!within.ok) {
    const { code, minutes } = within.refusal;
    return <div className="page pt-6"><Notice tone="warn">{wordsFor(words, `refusals.${code}`, { minutes })}</Notice></div>;
  }
  return <FoundShelf storefront={storefront} q={q} filter={filter} category={textOf(values["category"])} />;
};

export default SearchPage;
