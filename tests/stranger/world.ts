import { aProposal, aRuleDraft, typed } from "../integration/customs/proposing";
import type { Id } from "@/kernel/id";
import { mint } from "@/modules/access/actor";
import { openSession } from "@/modules/access/commands/open-session";
import { endSessionsOf } from "@/modules/access/commands/end-all-sessions";
import { sealSession } from "@/modules/access/session-cookie";
import { acceptPrices } from "@/modules/cart/commands/accept-prices";
import { claimApplication } from "@/modules/brand-application/commands/claim-application";
import { orderNumber } from "@/modules/checkout/order-number";
import { saveAddress } from "@/modules/shopper/commands/save-address";
import { plainDate } from "@/kernel/time";
import { showPaper } from "@/modules/listing/commands/show-paper";
import { newId, now } from "@/platform/clock";
import { database } from "@/platform/db";
import { hashPassword } from "@/platform/auth/password";
import { hashSecret } from "@/platform/auth/secret-hash";
import { seedReference } from "../../prisma/seed/reference";
import { aDraft as anApplicationDraft, aSubmitted, pdfFile, seedPlaces } from "../integration/brand-application/applying";
import { aDraft, aSeller, aWholeDraft, must, seedFloor, type Seller } from "../integration/listing/selling";

/** Who may come: every kind of caller that a door has to tell apart. "ended" holds the cookie of a session that was revoked. */
export const roles = ["nobody", "ended", "shopper", "other-shopper", "unverified", "applicant", "merchant", "other-merchant", "suspended-merchant", "admin"] as const;
export type Role = (typeof roles)[number];

export const password = "harbour-lantern-42";
const cookieName = "next-auth.session-token";

const person = async (name: string, more: { isAdmin?: boolean; isVerified?: boolean } = {}): Promise<Id<"user">> => {
  const id = newId("user");
  await database().user.create({
    data: { id, email: `${name}@example.com`, name: `CANARY ${name}`, storefront: "en-jp", passwordHash: await hashPassword(password), isAdmin: more.isAdmin ?? false, emailVerifiedAt: more.isVerified === false ? null : now() },
  });
  return id;
};

const member = async (seller: Seller): Promise<Id<"user">> => {
  const { userId, merchantId } = seller.actor;
  await database().membership.create({ data: { id: newId("membership"), merchantId, userId, role: "owner" } });
  return userId;
};

const cookieOf = async (userId: Id<"user">): Promise<Readonly<Record<string, string>>> => ({ [cookieName]: await sealSession({ userId, secret: (await openSession({ userId, userAgent: "stranger" })).secret }) });
const shopper = (userId: Id<"user">) => mint({ kind: "shopper" as const, userId, sessionId: newId("session"), email: "", isEmailVerified: true, storefront: "en-jp" });

export const anAddress = { recipient: "山田花子", line1: "渋谷区神南1-2-3", region: "東京都", postcode: "150-0001", phone: "090-1234-5678" };

let orders = 0n;
const yen = (amount: string) => ({ amount, currency: "JPY" });

/** A parcel of an order, paid or shipped, of one buyer at one merchant. */
const aConsignment = async (buyer: Id<"user">, seller: Seller, listingId: string, state: "paid" | "shipped"): Promise<Id<"consignment">> => {
  const [checkoutId, id] = [newId("checkout"), newId("consignment")];
  const day = new Date("2026-12-01");
  await database().checkout.create({
    data: {
      id: checkoutId, number: orderNumber(++orders), userId: buyer, email: "buyer@example.com", storefront: "en-jp", market: "JP", language: "en", currency: "JPY", total: 1000n, state: "paid", address: { country: "JP", ...anAddress, latin: null },
      promise: { consignments: [], goods: yen("1000"), delivery: yen("0"), chargesNow: yen("0"), chargesOnArrival: yen("0"), total: yen("1000") }, cartId: newId("cart"), cartVersion: 1, createdAt: now(), holdUntil: now(), paidAt: now(),
    },
  });
  await database().consignment.create({
    data: {
      id, checkoutId, merchantId: seller.actor.merchantId, part: 1, locationId: seller.locationId, state, serviceId: "svc_x", serviceName: "Post", transport: "post", incoterm: "DAP", currency: "JPY",
      goods: 1000n, delivery: 0n, charges: 0n, total: 1000n, merchantAmount: 600n, merchantCurrency: "EUR", promisedFrom: day, promisedTo: day, createdAt: now(), paidAt: now(), ...(state === "shipped" ? { shippedAt: now() } : {}),
      lines: { create: { id: newId("line"), offerId: newId("offer"), listingId, listingNumber: 1, title: "Sandal", titleLanguage: "en", variantLabel: "EU 38", picture: "", quantity: 1, unitPrice: 1000n, currency: "JPY", hs: "640359", origin: "ES" } },
    },
  });
  return id;
};

/** A small town with one of everything, each owned by the role whose name has no "other" in it. */
export const buildWorld = async () => {
  await seedReference();
  await seedFloor();
  await seedPlaces();
  const people = {
    shopper: await person("shopper"), "other-shopper": await person("other-shopper"), unverified: await person("unverified", { isVerified: false }),
    applicant: await person("applicant"), admin: await person("admin", { isAdmin: true }), ended: await person("ended"),
  };
  const [seller, other, suspended] = [await aSeller(), await aSeller(), await aSeller()];
  const merchants = { merchant: await member(seller), "other-merchant": await member(other), "suspended-merchant": await member(suspended) };
  const live = await aWholeDraft(seller);
  await database().listing.update({ where: { id: live.listingId }, data: { state: "live", publishedAt: now() } });
  const offer = await database().offer.findFirstOrThrow({ where: { listingId: live.listingId } });
  const draft = await aDraft(seller);
  await database().merchant.update({ where: { id: suspended.actor.merchantId }, data: { state: "suspended", suspendedReason: "complaints" } });
  const address = must(await saveAddress(shopper(people.shopper), { addressId: null, country: "JP", address: anAddress, isDefault: true }));
  const applicant = { ...shopper(people.applicant), email: "applicant@example.com" };
  const sessions = { ...people, ...merchants };
  const cookies = Object.fromEntries(await Promise.all(Object.entries(sessions).map(async ([role, userId]) => [role, await cookieOf(userId)] as const))) as Record<Exclude<Role, "nobody">, Readonly<Record<string, string>>>;
  await endSessionsOf(people.ended);
  const otherBrowser = await openSession({ userId: people.shopper, userAgent: "another browser" });
  const spare = await database().session.findFirstOrThrow({ where: { tokenHash: hashSecret(otherBrowser.secret) } });
  const aPaper = async () => must(await showPaper(seller.actor, { listingId: live.listingId, kind: "cites-permit", validUntil: plainDate("2099-12-31"), file: pdfFile("CANARY permit.pdf") })).paperId;
  const admin = mint({ kind: "admin" as const, userId: people.admin });
  const inQueue = async (name: string): Promise<Id<"application">> => {
    const { applicationId } = await aSubmitted(shopper(await person(name)), { brandName: `CANARY ${name}`, registrationNumber: name });
    must(await claimApplication(admin, { applicationId }));
    return applicationId;
  };
  const colleague = mint({ kind: "admin" as const, userId: await person("colleague", { isAdmin: true }) });
  const submitted = await aSubmitted(applicant);
  const { storedAs } = await database().applicationDocument.findFirstOrThrow({ where: { applicationId: submitted.applicationId } });
  const cartId = newId("cart");
  const cartLineId = newId("cartLine");
  await database().cart.create({ data: { id: cartId, userId: people.shopper, storefront: "en-jp", lines: { create: { id: cartLineId, offerId: offer.id, quantity: 1, acceptedPrice: 1000n, currency: "JPY" } } } });
  must(await acceptPrices({ userId: people.shopper, cartId }, { storefront: "en-jp" }));
  const { slug } = await database().productText.findFirstOrThrow({ where: { product: { listings: { some: { id: live.listingId } } } } });
  const paid = await aConsignment(people.shopper, seller, live.listingId, "paid");
  const { checkout: order } = await database().consignment.findUniqueOrThrow({ where: { id: paid }, include: { checkout: true } });
  return {
    orderNumber: order.number, merchantSlug: (await database().merchant.findUniqueOrThrow({ where: { id: seller.actor.merchantId } })).slug,
    cookies: { nobody: {}, ...cookies } as Readonly<Record<Role, Readonly<Record<string, string>>>>,
    people, merchants, ruleRow: await typed(), seller, other, suspended,
    listing: live, draft, slug, offerId: offer.id, cartLineId, addressId: address.addressId, sessionId: spare.id,
    // One person has one open application at a time.
    application: { draft: await anApplicationDraft(shopper(people.shopper)), submitted, storedAs, asked: await inQueue("asked"), declined: await inQueue("declined"), approved: await inQueue("approved") },
    proposal: { draft: await aRuleDraft(admin), own: await aProposal(admin), toApprove: await aProposal(colleague), toDecline: await aProposal(colleague) },
    paper: { shown: await aPaper(), shownByMistake: await aPaper(), declined: await aPaper(), approved: await aPaper() },
    consignment: { paid, shipped: await aConsignment(people.shopper, seller, live.listingId, "shipped"), shippedToo: await aConsignment(people["other-shopper"], seller, live.listingId, "shipped") },
  };
};

export type World = Awaited<ReturnType<typeof buildWorld>>;
