import { Warehouse } from "lucide-react";
import { wordsFor, wordsIn } from "@/i18n/translator";
import { isInEuropeanUnion } from "@/kernel/country";
import type { OpenStorefront } from "@/modules/market/queries";
import { formatMoney, Price } from "@/ui/format/price";
import { countryName, formatNumber, languageName } from "@/ui/format/words";
import { Picture } from "@/ui/primitives/picture";
import type { Card } from "../card";
import { StruckPrice } from "./price-block";

const sizes = "(min-width: 640px) 240px, 48vw";

/** A listing on a shelf: one link, the price the loudest thing in it. `isFirst` for those that are seen before scrolling. Its looks: `.goods-card`. */
export const ProductCard = ({ card, storefront, isFirst = false }: { card: Card; storefront: Pick<OpenStorefront, "tag" | "language" | "market">; isFirst?: boolean }) => {
  const { language, market } = storefront;
  const words = wordsIn(language);
  const isForeign = card.titleLanguage !== language;
  const price = card.price && <Price money={card.price} language={language} market={market} className="text-lg leading-tight sm:text-xl" />;
  return (
    <a href={`/${storefront.tag}/p/${card.slug}/${card.number}`} className="goods-card" data-listing={card.number}>
      <span className="frame">
        {card.picture ? <Picture {...card.picture} alt="" sizes={sizes} isFirst={isFirst} {...(card.reason ? { className: "opacity-60" } : {})} /> : <span className="block aspect-square bg-ground" />}
        {card.bondedHere && (
          <span className="absolute start-2 top-2 inline-flex items-center gap-1 rounded bg-brand px-1.5 py-0.5 text-xs font-semibold text-white"><Warehouse size={12} aria-hidden />{words("discovery.bonded")}</span>
        )}
      </span>
      <span className="body">
        <span className="title"><bdi {...(isForeign ? { lang: card.titleLanguage } : {})}>{card.title}</bdi></span>
        {isForeign && <span className="text-ink-faint">{words("shop.shownIn", { language: languageName(card.titleLanguage, language) })}</span>}
        <span className="price">{price && (card.isFrom ? words.rich("discovery.priceFrom", { price: () => price }) : price)}{card.price && card.lowestBefore && <StruckPrice price={card.price} lowestBefore={card.lowestBefore} storefront={storefront} words={words} />}</span>
        {card.lowestBefore && isInEuropeanUnion(market) && <span className="text-ink-soft">{words("product.price.lowest", { price: formatMoney(card.lowestBefore, language, market) })}</span>}
        {card.rating !== null && (
          <span className="rating" title={words("discovery.rated", { rating: formatNumber(card.rating, language, market, { maximumFractionDigits: 1 }), count: card.ratingCount })}>
            <i className="star-glyph" />
            <b className="tabular text-ink">{formatNumber(card.rating, language, market, { minimumFractionDigits: 1, maximumFractionDigits: 1 })}</b>
            <span className="tabular">{`(${formatNumber(card.ratingCount, language, market)})`}</span>
          </span>
        )}
        {card.reason
          ? <span className="font-medium text-warn">{wordsFor(words, `refusals.${card.reason.code}`, { left: 0, country: countryName(market, language), currency: "", observedOn: "" })}</span>
          : <span className="truncate">{words("discovery.shipsFrom", { country: countryName(card.fromCountry, language) })}</span>}
      </span>
    </a>
  );
};

/** Cards side by side: two on a phone, five on a desk. */
export const ProductGrid = ({ cards, storefront, firstRows = 0, className = "" }: {
  cards: readonly Card[]; storefront: Pick<OpenStorefront, "tag" | "language" | "market">; firstRows?: number; className?: string;
}) => (
  <ul className={`grid grid-cols-2 gap-2 sm:grid-cols-3 sm:gap-3 lg:grid-cols-4 xl:grid-cols-5 ${className}`}>
    {cards.map((card, index) => <li key={card.listingId}><ProductCard card={card} storefront={storefront} isFirst={index < firstRows} /></li>)}
  </ul>
);
