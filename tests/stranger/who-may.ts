import { newId } from "@/platform/clock";
import { pdfFile, facts as applicationFacts } from "../integration/brand-application/applying";
import { anOffer, facts } from "../integration/listing/selling";
import { anAddress, password, roles, type Role, type World } from "./world";

// One row a door. A new action, route or page without a row here fails the build, and so does a row whose door is gone.

const everybody: readonly Role[] = roles;
const signedIn: readonly Role[] = roles.filter((role) => role !== "nobody" && role !== "ended");
const merchants: readonly Role[] = ["merchant", "other-merchant"];
const staff: readonly Role[] = ["admin"];

export type ActionRow = {
  /** Who passes the door. Everybody else is told access.not-signed-in or access.not-allowed, and nothing changes. */
  readonly may: readonly Role[];
  /** Whose things the sample names, and who is shown to succeed with it. */
  readonly owner: Role;
  readonly sample: (world: World) => unknown;
  /** What everybody else who passes the door is told about the owner's things. Left out where the sample names nothing of anybody's. */
  readonly stranger?: string;
  /** What the owner meets instead of success, where this town is too small for it. */
  readonly gives?: string;
};

const token = "A".repeat(43);

export const actionRows: Readonly<Record<string, ActionRow>> = {
  "access/signUpAction": { may: everybody, owner: "nobody", sample: () => ({ email: "newcomer@example.com", password: "seven green umbrellas", name: "New Comer", storefront: "en-jp" }) },
  "access/askPasswordResetAction": { may: everybody, owner: "nobody", sample: () => ({ email: "shopper@example.com", storefront: "en-jp" }) },
  "access/resetPasswordAction": { may: everybody, owner: "nobody", sample: () => ({ token, password: "seven green umbrellas" }), gives: "access.bad-token" },
  "access/verifyEmailAction": { may: everybody, owner: "nobody", sample: () => ({ token, password }), gives: "access.bad-token" },
  "access/sendVerificationAction": { may: signedIn, owner: "unverified", sample: () => ({}) },
  "access/changeNameAction": { may: signedIn, owner: "shopper", sample: () => ({ name: "CANARY shopper again" }) },
  "access/endSessionAction": { may: signedIn, owner: "shopper", sample: (w) => ({ sessionId: w.sessionId }), stranger: "access.no-such-session" },
  "access/changePasswordAction": { may: signedIn, owner: "other-shopper", sample: () => ({ current: password, password: "seven green umbrellas" }) },
  "access/signOutAction": { may: signedIn, owner: "suspended-merchant", sample: () => ({}) },
  "access/signOutEverywhereAction": { may: signedIn, owner: "unverified", sample: () => ({}) },

  "shopper/saveAddressAction": { may: signedIn, owner: "shopper", sample: (w) => ({ addressId: w.addressId, country: "JP", address: anAddress, isDefault: false }), stranger: "address.no-such-address" },
  "shopper/chooseUsualAddressAction": { may: signedIn, owner: "shopper", sample: (w) => ({ addressId: w.addressId }), stranger: "address.no-such-address" },
  "shopper/removeAddressAction": { may: signedIn, owner: "shopper", sample: (w) => ({ addressId: w.addressId }), stranger: "address.no-such-address" },
  "shopper/saveMeasurementsAction": { may: signedIn, owner: "shopper", sample: () => ({ unit: "cm", measures: { bust: "92.1", foot: "24" } }) },
  "shopper/toggleWishAction": { may: signedIn, owner: "shopper", sample: (w) => ({ listingId: w.listing.listingId, isWished: true }) },
  "shopper/saveStorefrontAction": { may: signedIn, owner: "shopper", sample: () => ({ storefront: "en-br" }) },

  "cart/addToCartAction": { may: everybody, owner: "shopper", sample: (w) => ({ storefront: "en-jp", offerId: w.offerId, quantity: 1 }) },
  "cart/changeQuantityAction": { may: everybody, owner: "shopper", sample: (w) => ({ storefront: "en-jp", lineId: w.cartLineId, quantity: 2 }), stranger: "cart.no-such-line" },
  "cart/acceptPricesAction": { may: everybody, owner: "shopper", sample: () => ({ storefront: "en-jp" }) },

  "checkout/prepareQuoteAction": { may: everybody, owner: "shopper", sample: () => ({ storefront: "en-jp", region: "東京都", postcode: "150-0001", services: {} }) },
  "cart/removeLineAction": { may: everybody, owner: "shopper", sample: (w) => ({ lineId: w.cartLineId }), stranger: "cart.no-such-line" },
  "checkout/placeOrderAction": {
    may: everybody, owner: "shopper", gives: "checkout.no-such-quote", stranger: "checkout.no-such-quote",
    sample: () => ({ quoteId: newId("quote"), email: "buyer@example.com", address: anAddress, customsId: null, hasAgreed: true }),
  },
  "checkout/shipConsignmentAction": {
    may: merchants, owner: "merchant", stranger: "order.not-found", sample: (w) => ({ consignmentId: w.consignment.paid, version: 1, carrier: "post", trackingNumber: "RB123456785ES" }),
  },
  "order/markDeliveredAction": { may: merchants, owner: "merchant", stranger: "order.not-found", sample: (w) => ({ consignmentId: w.consignment.shipped, version: 1 }) },
  "order/markDeliveredAsStaffAction": { may: staff, owner: "admin", sample: (w) => ({ consignmentId: w.consignment.shippedToo, version: 1 }) },

  "review/writeReviewAction": {
    may: signedIn, owner: "shopper", stranger: "review.not-your-purchase",
    sample: (w) => ({ consignmentId: w.consignment.shipped, listingId: w.listing.listingId, rating: 5, text: "Fits.", language: "en", fit: null }),
  },

  "catalog/saveSizeChartAction": {
    may: merchants, owner: "merchant", stranger: "catalog.no-such-brand",
    sample: (w) => ({ brandId: w.seller.brandId, family: "women-shoes", version: 0, system: "EU", unit: "cm", rows: [{ label: "38", body: { foot: "24" }, garment: {} }, { label: "39", body: { foot: "24.6" }, garment: {} }] }),
  },
  "catalog/removeSizeChartAction": { may: merchants, owner: "merchant", stranger: "catalog.no-such-brand", gives: "catalog.chart-stale", sample: (w) => ({ brandId: w.seller.brandId, family: "rings", version: 1 }) },

  "listing/draftListingAction": { may: merchants, owner: "merchant", stranger: "catalog.no-such-brand", sample: (w) => ({ brandId: w.seller.brandId, ...facts }) },
  "listing/addPictureAction": { may: merchants, owner: "merchant", stranger: "listing.not-found", gives: "media.not-this-kind", sample: (w) => ({ listingId: w.draft.listingId, file: pdfFile() }) },
  "listing/arrangePicturesAction": { may: merchants, owner: "merchant", stranger: "listing.not-found", sample: (w) => ({ listingId: w.draft.listingId, version: w.draft.version, pictures: [] }) },
  "listing/showPaperAction": { may: merchants, owner: "merchant", stranger: "listing.not-found", sample: (w) => ({ listingId: w.draft.listingId, kind: "cites-permit", validUntil: "2099-12-31", file: pdfFile() }) },
  "listing/takeBackPaperAction": { may: merchants, owner: "merchant", stranger: "listing.no-such-paper", sample: (w) => ({ paperId: w.paper.shownByMistake }) },
  "listing/declinePaperAction": { may: staff, owner: "admin", sample: (w) => ({ paperId: w.paper.declined, reason: "unreadable", note: "" }) },
  "discovery/approvePaperAction": { may: staff, owner: "admin", sample: (w) => ({ paperId: w.paper.approved }) },
  "discovery/changeFactsAction": { may: merchants, owner: "merchant", stranger: "listing.not-found", sample: (w) => ({ listingId: w.listing.listingId, version: w.listing.version, ...facts }) },
  "discovery/writeWordsAction": {
    may: merchants, owner: "merchant", stranger: "listing.not-found", gives: "listing.stale",
    sample: (w) => ({ listingId: w.listing.listingId, version: w.listing.version, words: [{ language: "en", title: "Sandal", description: "Stitched.", keywords: [] }] }),
  },
  "discovery/changeOffersAction": {
    may: merchants, owner: "merchant", stranger: "listing.not-found", gives: "listing.stale",
    sample: (w) => ({ listingId: w.listing.listingId, version: w.listing.version, currency: "EUR", offers: [anOffer(w.seller, "41")] }),
  },
  "discovery/chooseMarketsAction": { may: merchants, owner: "merchant", stranger: "listing.not-found", gives: "listing.stale", sample: (w) => ({ listingId: w.listing.listingId, version: w.listing.version, marketPolicy: "all", markets: [] }) },
  "pricing/setPricesAction": {
    may: merchants, owner: "merchant", stranger: "listing.not-found", gives: "listing.stale",
    sample: (w) => ({ listingId: w.listing.listingId, version: w.listing.version, policy: "same-net", offerIds: [w.offerId], prices: [{ market: "JP", price: "9800" }] }),
  },
  "discovery/publishListingAction": { may: merchants, owner: "merchant", stranger: "listing.not-found", gives: "listing.stale", sample: (w) => ({ listingId: w.listing.listingId, version: w.listing.version }) },
  "discovery/withdrawListingAction": { may: merchants, owner: "merchant", stranger: "listing.not-found", gives: "listing.stale", sample: (w) => ({ listingId: w.listing.listingId, version: w.listing.version }) },
  "discovery/suspendMerchantAction": { may: staff, owner: "admin", sample: (w) => ({ merchantId: w.other.actor.merchantId, reason: "complaints", note: "" }) },
  "discovery/restoreMerchantAction": { may: staff, owner: "admin", sample: (w) => ({ merchantId: w.suspended.actor.merchantId, note: "" }) },

  "brand-application/saveDraftAction": { may: signedIn, owner: "shopper", stranger: "brand-application.not-found", sample: (w) => ({ applicationId: w.application.draft, version: 1, facts: applicationFacts }) },
  "brand-application/addDocumentAction": { may: signedIn, owner: "shopper", stranger: "brand-application.not-found", sample: (w) => ({ applicationId: w.application.draft, kind: "trademark", file: pdfFile() }) },
  "brand-application/removeDocumentAction": {
    may: signedIn, owner: "applicant", stranger: "brand-application.not-found", gives: "brand-application.not-editable",
    sample: (w) => ({ applicationId: w.application.submitted.applicationId, documentId: w.application.submitted.documentIds[0] }),
  },
  "brand-application/submitApplicationAction": {
    may: signedIn, owner: "shopper", stranger: "brand-application.not-found", gives: "brand-application.incomplete", sample: (w) => ({ applicationId: w.application.draft, version: 1 }),
  },
  "customs/saveRuleDraftAction": { may: staff, owner: "admin", sample: (w) => ({ proposalId: null, version: 0, market: "JP", follows: null, reason: "passed", row: w.ruleRow }) },
  "customs/proposeRuleAction": { may: staff, owner: "admin", sample: (w) => ({ proposalId: w.proposal.draft }) },
  "customs/withdrawRuleAction": { may: staff, owner: "admin", sample: (w) => ({ proposalId: w.proposal.own }) },
  "customs/approveRuleAction": { may: staff, owner: "admin", sample: (w) => ({ proposalId: w.proposal.toApprove, note: "" }) },
  "customs/declineRuleAction": { may: staff, owner: "admin", sample: (w) => ({ proposalId: w.proposal.toDecline, note: "no" }) },

  "brand-application/claimApplicationAction": { may: staff, owner: "admin", sample: (w) => ({ applicationId: w.application.submitted.applicationId }) },
  "brand-application/askForMoreAction": { may: staff, owner: "admin", sample: (w) => ({ applicationId: w.application.asked, reason: "unreadable", note: "" }) },
  "brand-application/releaseApplicationAction": { may: staff, owner: "admin", sample: (w) => ({ applicationId: w.application.submitted.applicationId }) },
  "brand-application/declineApplicationAction": { may: staff, owner: "admin", sample: (w) => ({ applicationId: w.application.declined, reason: "no-answer", note: "No." }) },
  "brand-application/approveApplicationAction": { may: staff, owner: "admin", sample: (w) => ({ applicationId: w.application.approved, note: "" }) },

  "merchant/addStockLocationAction": { may: merchants, owner: "merchant", sample: () => ({ kind: "origin", country: "ES", region: null, city: "Elda", postcode: "03600" }) },

  "market/setMarketStateAction": { may: staff, owner: "admin", sample: () => ({ code: "SG", from: "open", state: "browse-only", reason: "strike" }) },
  "market/setShipToAction": { may: staff, owner: "admin", sample: () => ({ code: "NZ", isOn: true, reason: null }) },
};

export type RouteRow = {
  /** What each role is answered; `rest` is for all that are not named. */
  readonly answers: Partial<Record<Role, number>> & { readonly rest: number };
  readonly ask: (world: World) => { readonly url: string; readonly params?: Readonly<Record<string, string | string[]>>; readonly body?: string; readonly headers?: Readonly<Record<string, string>> };
  /** Why the route is not called here, and where it is. */
  readonly elsewhere?: string;
};

export const routeRows: Readonly<Record<string, RouteRow>> = {
  "GET /[storefront]/sign-in/done": { answers: { rest: 303 }, ask: () => ({ url: "/en-jp/sign-in/done?next=//evil.example", params: { storefront: "en-jp" } }) },
  "GET /api/auth/[...nextauth]": { answers: { rest: 200 }, ask: () => ({ url: "/api/auth/csrf" }), elsewhere: "tests/integration/access/next-auth.test.ts" },
  "POST /api/auth/[...nextauth]": { answers: { rest: 415 }, ask: () => ({ url: "/api/auth/callback/credentials", params: { nextauth: ["callback", "credentials"] }, body: "{", headers: { "content-type": "application/json" } }) },
  "GET /api/documents/[id]": { answers: { applicant: 200, admin: 200, rest: 404 }, ask: (w) => ({ url: "/api/documents/x", params: { id: w.application.submitted.documentIds[0] ?? "" } }) },
  "GET /api/papers/[id]": { answers: { merchant: 200, admin: 200, rest: 404 }, ask: (w) => ({ url: "/api/papers/x", params: { id: w.paper.shown } }) },
  "GET /api/fit": { answers: { rest: 200 }, ask: (w) => ({ url: `/api/fit?storefront=en-jp&listing=${w.listing.number}` }) },
  "GET /api/health": { answers: { rest: 200 }, ask: () => ({ url: "/api/health" }) },
  "GET /api/v1/docs": { answers: { rest: 200 }, ask: () => ({ url: "/api/v1/docs" }) },
  "GET /api/v1/openapi.json": { answers: { rest: 200 }, ask: () => ({ url: "/api/v1/openapi.json" }) },
  "GET /api/v1/markets": { answers: { rest: 200 }, ask: () => ({ url: "/api/v1/markets" }) },
  "GET /api/v1/sizes": { answers: { rest: 200 }, ask: () => ({ url: "/api/v1/sizes?garment=women-dress&system=US&label=8&to=CN" }) },
  "POST /api/v1/landed-cost": {
    answers: { rest: 200 },
    ask: () => ({
      url: "/api/v1/landed-cost", headers: { "content-type": "application/json" },
      body: JSON.stringify({
        market: "JP", region: null, date: "2026-11-23", shipFrom: "ES", transport: "courier", mode: "cross-border", currency: "JPY", insurance: null, freight: { amount: "800", currency: "JPY" },
        items: [{ hs: "940521", origin: "ES", quantity: 1, unitPrice: { amount: "5000", currency: "JPY" }, weightGrams: 200 }], buyer: { usedThisYear: null, sameDayValue: null, usesThisYear: null },
      }),
    }),
  },
  "GET /api/v1/rules": { answers: { rest: 200 }, ask: () => ({ url: "/api/v1/rules?market=JP&on=2026-05-01" }) },
  "GET /api/v1/search": { answers: { rest: 200 }, ask: () => ({ url: "/api/v1/search?storefront=en-jp&q=sandal" }) },
  "GET /api/v1/listings/[id]": { answers: { rest: 200 }, ask: (w) => ({ url: "/api/v1/listings/x?storefront=en-jp", params: { id: w.listing.listingId } }) },
  // The doors of three actions for a page's own fetch: who may do what is the actions' own, above.
  "POST /api/cart": { answers: { rest: 400 }, ask: () => ({ url: "/api/cart", body: "{}", headers: { "content-type": "application/json" } }) },
  "POST /api/checkout/quote": { answers: { rest: 400 }, ask: () => ({ url: "/api/checkout/quote", body: "{", headers: { "content-type": "application/json" } }) },
  "POST /api/checkout/order": { answers: { rest: 403 }, ask: () => ({ url: "/api/checkout/order", body: "{}", headers: { "content-type": "application/json", "sec-fetch-site": "cross-site" } }) },
  "POST /api/v1/shipping-quotes": { answers: { rest: 200 }, ask: () => ({ url: "/api/v1/shipping-quotes", body: JSON.stringify({ from: { country: "US" }, to: { country: "JP" }, items: [{ quantity: 1, weightGrams: 500, sizeMm: [200, 100, 50] }] }), headers: { "content-type": "application/json" } }) },
  "GET /api/me": { answers: { rest: 200 }, ask: () => ({ url: "/api/me" }) },
  "GET /[storefront]/checkout/return": { answers: { rest: 303 }, ask: () => ({ url: "/en-jp/checkout/return?session_id=cs_test_1", params: { storefront: "en-jp" } }) },
  "GET /api/sell/categories": { answers: { nobody: 401, ended: 401, merchant: 200, "other-merchant": 200, rest: 403 }, ask: () => ({ url: "/api/sell/categories?q=shoes&language=en" }) },
  "GET /api/sell/hs": { answers: { nobody: 401, ended: 401, merchant: 200, "other-merchant": 200, rest: 403 }, ask: () => ({ url: "/api/sell/hs?q=shoes&language=en" }) },
  "GET /sell/orders/[id]/papers": { answers: { nobody: 401, ended: 401, merchant: 200, "other-merchant": 404, rest: 403 }, ask: (w) => ({ url: "/sell/orders/x/papers?recipient=Hana+Sato&line1=1-1+Jingumae&locality=Tokyo", params: { id: w.consignment.paid } }) },
  "GET /media/[name]": { answers: { rest: 404 }, ask: (w) => ({ url: "/media/x", params: { name: w.application.storedAs } }) },
  "GET /api/suggest": { answers: { rest: 200 }, ask: () => ({ url: "/api/suggest?storefront=en-jp&q=sandal" }) },
  "GET /api/wishes": { answers: { rest: 200 }, ask: () => ({ url: "/api/wishes" }) },
  "GET /sitemap.xml": { answers: { rest: 200 }, ask: () => ({ url: "/sitemap.xml" }) },
  "GET /sitemaps/[storefront]/[part]": { answers: { rest: 200 }, ask: () => ({ url: "/sitemaps/en-jp/0", params: { storefront: "en-jp", part: "0" } }) },
  "POST /api/stripe/webhook": { answers: { rest: 400 }, ask: () => ({ url: "/api/stripe/webhook", body: "{}", headers: { "stripe-signature": "t=1,v1=00" } }) },
};

export type PageRow = {
  readonly may: readonly Role[];
  readonly params?: (world: World) => Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** Who finds something there; everybody else who may come is told that there is nothing. */
  readonly owner?: Role;
  /** A door behind which nobody finds anything. */
  readonly isNowhere?: true;
  /** Where those others are sent instead, such as back to an empty cart. */
  readonly others?: "elsewhere";
  /** What somebody signed in who may not come is told, where it is not "not-allowed". */
  readonly refused?: "not-found" | "elsewhere";
};

const shop = { storefront: "en-jp" };
const open = (more: Readonly<Record<string, string>> = {}): PageRow => ({ may: everybody, params: () => ({ ...shop, ...more }) });
const mine: PageRow = { may: signedIn, params: () => shop };

export const pageRows: Readonly<Record<string, PageRow>> = {
  "/[storefront]": open(),
  "/[storefront]/[...rest]": { ...open(), isNowhere: true },
  "/[storefront]/search": { ...open(), query: { q: "sandal" } },
  "/[storefront]/search/[question]": open({ question: "~sandal" }),
  "/[storefront]/c/[slug]/[id]": open({ slug: "shoes", id: "aa-8" }),
  "/[storefront]/c/[slug]/[id]/filter": open({ slug: "shoes", id: "aa-8" }),
  "/[storefront]/p/[slug]/[number]": { may: everybody, params: (w) => ({ ...shop, slug: w.slug, number: String(w.listing.number) }) },
  "/[storefront]/p/[slug]/[number]/reviews": { may: everybody, params: (w) => ({ ...shop, slug: w.slug, number: String(w.listing.number) }) },
  "/[storefront]/b/[slug]": { may: everybody, params: (w) => ({ ...shop, slug: w.merchantSlug }) },
  "/[storefront]/b/[slug]/items": { may: everybody, params: (w) => ({ ...shop, slug: w.merchantSlug }) },
  "/[storefront]/m/[slug]": { may: everybody, params: (w) => ({ ...shop, slug: w.merchantSlug }) },
  "/[storefront]/m/[slug]/items": { may: everybody, params: (w) => ({ ...shop, slug: w.merchantSlug }) },
  "/[storefront]/cart": open(),
  "/[storefront]/checkout": { ...open(), owner: "shopper", others: "elsewhere" },
  "/[storefront]/checkout/thanks": open(),
  "/[storefront]/orders/[number]": { may: everybody, params: (w) => ({ ...shop, number: w.orderNumber }), owner: "shopper" },
  "/[storefront]/orders/[number]/invoice": { may: everybody, params: (w) => ({ ...shop, number: w.orderNumber }), owner: "shopper" },
  "/[storefront]/sign-in": open(),
  "/[storefront]/sign-up": open(),
  "/[storefront]/reset": open(),
  "/[storefront]/verify": { ...open(), query: { token } },
  "/[storefront]/account": mine,
  "/[storefront]/account/addresses": mine,
  "/[storefront]/account/addresses/[id]": { may: signedIn, params: (w) => ({ ...shop, id: w.addressId }), owner: "shopper" },
  "/[storefront]/account/measurements": mine,
  "/[storefront]/account/orders": mine,
  "/[storefront]/account/wishlist": mine,
  "/[storefront]/preview/[number]": { may: merchants, params: (w) => ({ ...shop, number: String(w.listing.number) }), owner: "merchant", refused: "not-found" },
  "/sell": { may: merchants },
  "/sell/apply": { may: signedIn },
  "/sell/listings": { may: merchants },
  "/sell/listings/new": { may: merchants },
  "/sell/listings/[id]": { may: merchants, params: (w) => ({ id: w.listing.listingId }), owner: "merchant" },
  "/sell/listings/[id]/prices": { may: merchants, params: (w) => ({ id: w.listing.listingId }), owner: "merchant" },
  "/sell/orders": { may: merchants },
  "/sell/orders/[id]": { may: merchants, params: (w) => ({ id: w.consignment.paid }), owner: "merchant" },
  "/sell/sizes": { may: merchants },
  "/sell/sizes/[brand]/[family]": { may: merchants, params: (w) => ({ brand: w.seller.brandId, family: "women-shoes" }), owner: "merchant" },
  "/admin": { may: staff },
  "/admin/applications": { may: staff },
  "/admin/applications/[id]": { may: staff, params: (w) => ({ id: w.application.submitted.applicationId }) },
  "/admin/as-of": { may: staff },
  "/admin/documents": { may: staff },
  "/admin/documents/[id]": { may: staff, params: (w) => ({ id: w.paper.shown }) },
  "/admin/markets": { may: staff },
  "/admin/merchants": { may: staff },
  "/admin/rules": { may: staff },
  "/admin/rules/new": { may: staff },
  "/admin/rules/proposals/[id]": { may: staff, params: (w) => ({ id: w.proposal.toApprove }) },
  "/admin/orders": { may: staff },
};
