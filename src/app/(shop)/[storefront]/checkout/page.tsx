import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { wordsFor, wordsIn } from "@/i18n/translator";
import { currentPerson, requireShopper } from "@/modules/access/who";
import { currentCart } from "@/modules/cart/whose-cart";
import { CheckoutForm } from "@/modules/checkout/components/checkout-form";
import { Alternatives, QuotaMeters } from "@/modules/checkout/components/quota-meters";
import { QuoteSummary } from "@/modules/checkout/components/quote-summary";
import { pageQuote } from "@/modules/checkout/queries";
import { customsIdWanted } from "@/modules/checkout/recipient";
import { barArguments } from "@/modules/customs/components/bar-words";
import { customsIdExample } from "@/modules/customs/customs-id";
import { findStorefront } from "@/modules/market/queries";
import { typedAgain } from "@/modules/shopper/address";
import { addressForm } from "@/modules/shopper/address-queries";
import { addressFaults, addressInputs } from "@/modules/shopper/components/address-inputs";
import { addressLines } from "@/modules/shopper/components/address-lines";
import { listAddresses } from "@/modules/shopper/queries";
import { formatMoney } from "@/ui/format/price";
import { countryName, formatDayRange, formatInstant } from "@/ui/format/words";
import { ButtonLink } from "@/ui/primitives/button";
import { Notice } from "@/ui/primitives/notice";

type Props = { params: Promise<{ storefront: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export const dynamic = "force-dynamic";

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const storefront = await findStorefront((await params).storefront);
  return storefront ? { title: wordsIn(storefront.language)("checkout.title"), robots: { index: false } } : {};
};

const spoken = [
  "input.invalid", "address.invalid", "customs.bad-id", "payment.not-available", "payment.below-minimum", "payment.not-chargeable-amount", "listing.stock-gone", "cart.empty", "cart.prices-changed",
  "checkout.bad-email", "checkout.terms-not-agreed", "checkout.promise-changed", "checkout.address-changed", "checkout.rule-changed", "checkout.cart-changed", "checkout.no-such-quote", "checkout.market-not-open", "checkout.nothing-to-buy",
];

// What a limit on what a person buys is called, and what may be done instead.
const limits = ["annual-quota-exceeded", "order-limit-exceeded"] as const;
const instead = ["general-trade", "split-order"] as const;

const CheckoutPage = async ({ params, searchParams }: Props) => {
  const storefront = await findStorefront((await params).storefront);
  if (!storefront) notFound();
  const { tag, language, market, profile } = storefront;
  const words = wordsIn(language);
  const asked = (await searchParams)["quote"];
  const { cart } = await currentCart();
  if (!cart) redirect(`/${tag}/cart`);
  const shown = await pageQuote(cart, tag, typeof asked === "string" ? asked : null);
  if (!shown.ok) {
    // The cart says line by line why something cannot be bought any more: somebody was quicker, or it is not sold here.
    if (shown.refusal.code.startsWith("cart.") || shown.refusal.code === "checkout.nothing-to-buy") redirect(`/${tag}/cart`);
    const because = "because" in shown.refusal ? shown.refusal.because : "";
    const merchant = "merchant" in shown.refusal ? shown.refusal.merchant : "";
    return (
      <div className="page grid max-w-2xl gap-4 pt-6">
        <h1 className="text-2xl font-bold">{words("checkout.title")}</h1>
        <Notice tone="bad">{wordsFor(words, `refusals.${shown.refusal.code}`, { merchant, currency: "" })}{"because" in shown.refusal && <span className="block text-sm">{wordsFor(words, limits.some((code) => `customs.${code}` === because) ? `checkout.quota.because.${because.slice(8)}` : `refusals.${because}`, { country: countryName(market, language), goods: "", ...(shown.refusal.bar ? barArguments(shown.refusal.bar, words) : {}) })}</span>}</Notice>
        {"alternatives" in shown.refusal && shown.refusal.alternatives.length > 0 && <Alternatives alternatives={shown.refusal.alternatives} words={words} />}
        <ButtonLink tone="quiet" href={`/${tag}/cart`}>{words("checkout.toCart")}</ButtonLink>
      </div>
    );
  }
  const { quote, quoteId } = shown.value;
  const form = await addressForm(market);
  const [person, shopper] = await Promise.all([currentPerson(), requireShopper()]);
  // The price holds for this country: an address elsewhere is another shop's.
  const kept = shopper.ok ? (await listAddresses(shopper.value)).filter(({ address }) => address.country === market) : [];
  // A parcel goes to a person, and a name in Latin letters is needed only where it crosses a border.
  const isFromAbroad = quote.consignments.some((c) => c.from.country !== market);
  const inputs = addressInputs(form, words, language).filter(({ name }) => name !== "organization" && (isFromAbroad || !name.startsWith("latin")));
  const kind = customsIdWanted(profile.customsId, market, quote);
  const country = countryName(market, language);
  return (
    <>
      <h1 className="page py-4 text-2xl font-bold lg:pt-6">{words("checkout.title")}</h1>
      <CheckoutForm
        storefront={tag} language={language} market={market} quoteId={quoteId} email={person?.email ?? ""}
        kept={kept.map(({ id, address }) => ({ id, lines: addressLines(form, address), values: typedAgain(address) }))}
        inputs={inputs} start={kept[0] ? typedAgain(kept[0].address) : { recipient: person?.name }}
        choice={{
          title: words("checkout.address"), other: words("checkout.otherAddress"), optional: words("address.optional"), choose: words("address.choose"), faults: addressFaults(words),
          keep: person && words("checkout.keepAddress"),
        }}
        customsId={kind && { title: words("checkout.customsId.title"), label: words(`checkout.customsId.${kind}`), hint: words("checkout.customsId.hint", { example: customsIdExample(kind) }), why: words("checkout.customsId.why", { country }) }}
        shipTo={<p className="mb-3 flex flex-wrap items-center justify-between gap-x-4 text-sm"><b>{words("checkout.shipTo", { country })}</b><span className="text-ink-soft">{words("checkout.changeCountryHint")}</span></p>}
        deliveries={quote.consignments.map((c, index) => ({
          key: c.key, chosen: c.service.id, title: words("checkout.parcelOf", { part: index + 1, merchant: c.merchant.name }),
          options: c.options.map((o) => ({
            serviceId: o.serviceId, name: `${wordsFor(words, `checkout.speed.${o.speed}`)} · ${o.carrier}`, price: formatMoney(o.delivery, language, market),
            detail: words("checkout.arrives", { days: formatDayRange(o.from, o.to, language, market) }),
          })),
        }))}
        counts={quote.quota ? (kind ? "customsId" : "email") : null}
        summary={<><QuoteSummary quote={quote} title={words("checkout.summary")} words={words} language={language} market={market} />{quote.quota && <QuotaMeters meters={quote.quota.meters} words={words} language={language} market={market} />}</>}
        said={{
          unknown: words("refusals.unknown"), required: words("fields.required"), invalid: words("fields.invalid"),
          ...Object.fromEntries(spoken.map((code) => [code, wordsFor(words, `refusals.${code}`)])), "access.too-many-tries": words("refusals.access.too-many-tries", { minutes: 10 }),
          "checkout.cannot-deliver": words("refusals.checkout.nothing-to-buy"),
          ...Object.fromEntries(limits.map((code) => [`customs.${code}`, words(`checkout.quota.because.${code}`)])),
          ...Object.fromEntries(instead.map((code) => [`instead.${code}`, words(`checkout.quota.alternatives.${code}`)])),
        }}
        words={{
          contact: words("checkout.contact"), email: words("checkout.email"), emailHint: words("checkout.emailHint"), address: words("checkout.address"), delivery: words("checkout.deliveryTitle"), terms: words("checkout.terms", { country }),
          pay: words("checkout.pay", { total: formatMoney(quote.total, language, market) }), paying: words("checkout.paying"), payHint: words("checkout.payHint"),
          before: words("checkout.promiseBefore"), now: words("checkout.promiseNow"),
          held: words("checkout.heldUntil", { time: formatInstant(quote.expiresAt, language, profile.timeZone, market, { timeStyle: "short" }) }),
        }}
      />
    </>
  );
};

export default CheckoutPage;
