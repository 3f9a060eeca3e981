import { wordsIn } from "@/i18n/translator";
import { countryName } from "@/ui/format/words";
import type { MarketProfile } from "../market";
import type { OpenStorefront } from "../queries";
import { storefrontTag } from "../storefront";

export const ShopFooter = ({ storefront, markets }: { storefront: OpenStorefront; markets: readonly MarketProfile[] }) => {
  const words = wordsIn(storefront.language);
  const base = `/${storefront.tag}`;
  const heading = "mb-2 text-sm font-semibold text-white";
  const link = "block py-1 text-white/80 hover:text-white hover:underline";
  return (
    <footer className="bg-brand-strong text-sm text-white/80 print:hidden">
      <div className="page grid gap-8 py-10 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_3fr]">
        <div><p className="mb-2 text-lg font-bold text-white">{words("shop.name")}</p><p className="max-w-sm">{words("shop.footerAbout")}</p></div>
        <nav aria-label={words("shop.footerShopping")}>
          <p className={heading}>{words("shop.footerShopping")}</p>
          <a className={link} href={`${base}/account/orders`}>{words("shop.orders")}</a>
          <a className={link} href={`${base}/account/wishlist`}>{words("shop.wishlist")}</a>
          <a className={link} href={`${base}/cart`}>{words("shop.cart")}</a>
        </nav>
        <nav aria-label={words("shop.footerSelling")}>
          <p className={heading}>{words("shop.footerSelling")}</p>
          <a className={link} href="/sell">{words("shop.sellOnEntrepot")}</a>
        </nav>
        <nav aria-label={words("shop.footerMarkets")}>
          <p className={heading}>{words("shop.footerMarkets")}</p>
          <div className="grid grid-cols-2 gap-x-4 sm:grid-cols-3">
            {markets.map((market) => (
              <a key={market.code} className={link} href={`/${storefrontTag(market.languages[0] ?? "en", market.code)}`}>{countryName(market.code, storefront.language)}</a>
            ))}
          </div>
        </nav>
      </div>
    </footer>
  );
};
