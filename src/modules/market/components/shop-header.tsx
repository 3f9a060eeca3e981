import { Search, ShoppingCart, UserRound } from "lucide-react";
import { endonyms, languages } from "@/i18n/languages";
import { wordsIn } from "@/i18n/translator";
import { countryName, currencyName } from "@/ui/format/words";
import type { MarketProfile } from "../market";
import type { OpenStorefront } from "../queries";
import { HeaderPerson } from "./header-person";
import { SearchBox } from "./search-box";
import { StorefrontPicker } from "./storefront-picker";

/** The head of every page of a storefront: the same for every visitor, with two islands that ask who is there. */
export const ShopHeader = ({ storefront, markets }: { storefront: OpenStorefront; markets: readonly MarketProfile[] }) => {
  const words = wordsIn(storefront.language);
  const base = `/${storefront.tag}`;
  return (
    <header className="sticky top-0 z-30 border-b border-line bg-surface print:hidden">
      <div className="page grid grid-cols-[auto_1fr_auto] items-center gap-x-3 gap-y-2 py-2 md:gap-x-6">
        <a href={base} className="flex items-center gap-2 text-xl font-extrabold tracking-tight text-brand">
          <img src="/icon.svg" alt="" width={30} height={30} />
          <span>{words("shop.name")}</span>
        </a>
        <form action={`${base}/search`} role="search" className="order-last col-span-3 flex md:order-none md:col-span-1">
          <SearchBox
            storefront={storefront.tag} label={words("shop.search")} placeholder={words("shop.searchPlaceholder")} listLabel={words("shop.suggestions")}
            kinds={{ brand: words("shop.suggestedBrand"), category: words("shop.suggestedCategory") }}
          />
          <button className="grid h-11 w-14 place-items-center rounded-e-lg bg-brand text-white hover:bg-brand-strong" aria-label={words("shop.search")}><Search size={20} aria-hidden /></button>
        </form>
        <div className="flex items-center justify-end gap-1 sm:gap-2">
          <StorefrontPicker
            current={{ language: storefront.language, market: storefront.market }}
            languages={languages.map((code) => [code, endonyms[code]])}
            markets={markets.map(({ code, currency }) => [code, `${countryName(code, storefront.language)} · ${currency}`])}
            summary={{ market: countryName(storefront.market, storefront.language), detail: `${endonyms[storefront.language]} · ${currencyName(storefront.profile.currency, storefront.language)}` }}
            words={{ title: words("shop.chooseStorefront"), shipTo: words("shop.shipTo"), language: words("shop.language"), close: words("shop.close") }}
          />
          <a href={`${base}/account`} className="flex h-11 min-w-11 items-center justify-center gap-2 rounded-lg px-2 hover:bg-ground">
            <UserRound size={22} aria-hidden />
            <span className="sr-only lg:hidden">{words("shop.account")}</span>
            <HeaderPerson part="name" signIn={words("shop.signIn")} />
          </a>
          <a href={`${base}/cart`} className="relative flex h-11 min-w-11 items-center justify-center gap-2 rounded-lg px-2 hover:bg-ground">
            <ShoppingCart size={23} aria-hidden />
            <span className="sr-only lg:hidden">{words("shop.cart")}</span>
            <HeaderPerson part="cart" signIn="" />
            <span className="hidden text-sm font-medium lg:inline">{words("shop.cart")}</span>
          </a>
        </div>
      </div>
    </header>
  );
};
