import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { wordsIn } from "@/i18n/translator";
import { readSharedQuestion } from "@/modules/discovery/question-address";
import { everything } from "@/modules/discovery/shelf-filter";
import { findStorefront } from "@/modules/market/queries";
import { tagPage } from "@/platform/cache/tag-page";
import { tags } from "@/platform/cache/tags";
import { FoundShelf } from "../found-shelf";

// A plain question (`/pt-br/search?q=vestido`) is led here by the front gate: its first page is the same for everybody and kept for seconds.
export const dynamic = "force-static";
export const revalidate = 30;
export const generateStaticParams = () => [];

type Props = { params: Promise<{ storefront: string; question: string }> };

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { storefront: tag, question } = await params;
  const storefront = await findStorefront(tag);
  const q = readSharedQuestion(question);
  if (!storefront || q === null) return {};
  return { title: wordsIn(storefront.language)("discovery.searchTitle", { q }), robots: { index: false, follow: true } };
};

const QuestionPage = async ({ params }: Props) => {
  const { storefront: tag, question } = await params;
  const storefront = await findStorefront(tag);
  const q = readSharedQuestion(question);
  if (!storefront || q === null) notFound();
  // Whatever is published, changed or withdrawn may be an answer: the verbs that change what shelves show name the home page.
  await tagPage(tags.brief(), tags.home(), tags.market(storefront.market), tags.rates());
  return <FoundShelf storefront={storefront} q={q} filter={everything} />;
};

export default QuestionPage;
