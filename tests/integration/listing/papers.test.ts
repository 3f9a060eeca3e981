import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeAll, expect, test } from "vitest";
import type { Id } from "@/kernel/id";
import { plainDate, type PlainDate } from "@/kernel/time";
import { forgetRestrictions } from "@/modules/customs/restriction-queries";
import { openMarkets } from "@/modules/discovery/commands/open-markets";
import { showListing } from "@/modules/discovery/commands/show-listing";
import { listCards } from "@/modules/discovery/card-queries";
import { marketBounds } from "@/modules/discovery/restricted-queries";
import type { Saved } from "@/modules/listing/commands/change-listing";
import { declinePaper } from "@/modules/listing/commands/decide-paper";
import { showPaper } from "@/modules/listing/commands/show-paper";
import { takeBackPaper } from "@/modules/listing/commands/take-back-paper";
import type { DocumentKind } from "@/modules/listing/paper";
import { findPaperFile, listPaperQueue } from "@/modules/listing/paper-queries";
import { findMarket } from "@/modules/market/queries";
import { newId, shiftClock } from "@/platform/clock";
import { database } from "@/platform/db";
import { insertRows, readData } from "../../../prisma/seed/bulk";
import { anAdmin, pdfFile } from "../brand-application/applying";
import { aSeller, aWholeDraft, must, seedFloor, type Seller } from "./selling";

let seller: Seller;
let other: Seller;
const row = { formula: "needs-document", hsPrefixes: ["640359"], categories: [], flags: [], transports: [], shipFrom: [], effectiveFrom: new Date("2023-01-01"), name: "protected-species", source: "https://example.org/cites", checkedOn: new Date("2026-11-01"), confidence: "high" };

beforeAll(async () => {
  await seedFloor();
  await insertRows("market", readData<{ code: string }[]>("data", "markets.json").filter(({ code }) => code === "SG").map((market) => ({ ...market, updatedAt: "2026-05-01T00:00:00Z" })));
  await insertRows("country", readData<object[]>("data", "countries.json"));
  await insertRows("fx_rate", readData<{ rates: object[] }>("data", "fx-rates.json").rates.map((rate) => ({ createdAt: "2026-05-01T00:00:00Z", ...rate })));
  await database().tradeRestriction.createMany({ data: [
    { ...row, id: "rul_not_reptile_jp", market: "JP", document: "cites-permit", text: "Reptile leather: CITES permit." },
    { ...row, id: "rul_not_leather_sg", market: "SG", document: "import-licence", text: "Leather: import licence." },
    { ...row, id: "rul_not_label_jp", market: "JP", formula: "condition", text: "Shoes are labelled in Japanese." },
  ] });
  forgetRestrictions();
  seller = await aSeller();
  other = await aSeller();
  await database().user.update({ where: { id: seller.actor.userId }, data: { storefront: "ja-jp" } });
  await database().membership.create({ data: { id: newId("membership"), merchantId: seller.actor.merchantId, userId: seller.actor.userId, role: "owner" } });
});
afterEach(() => shiftClock(0));

const aLive = async (): Promise<Saved> => must(await showListing(seller.actor, await aWholeDraft(seller)));
const far = plainDate("2099-12-31");
const show = async (listing: Saved, kind: DocumentKind = "cites-permit", validUntil: PlainDate = far, file = pdfFile("permit.pdf")) => showPaper(seller.actor, { listingId: listing.listingId, kind, validUntil, file });
const paperOf = async (listing: Saved, kind?: DocumentKind, validUntil?: PlainDate): Promise<Id<"document">> => must(await show(listing, kind, validUntil)).paperId;
const closedMarkets = async ({ number }: Saved) => (await marketBounds(seller.actor, number))?.filter(({ bar }) => bar).map(({ market }) => market.code);
/** Why a card on a shelf of a market cannot be bought there. */
const barOnShelf = async ({ listingId }: Saved, code: string) => {
  const profile = await findMarket(code);
  if (!profile) throw new Error(code);
  const [card] = await listCards([listingId], { language: "en", profile });
  return card?.reason?.code ?? null;
};
const files = () => readdirSync(join(process.env["DATA_DIR"] ?? "", "media")).length;

test("a closed market says which rule closes it and which paper opens it, and a condition is said without closing anything", async () => {
  const listing = await aLive();
  const bounds = await marketBounds(seller.actor, listing.number);
  const japan = bounds?.find(({ market }) => market.code === "JP");
  expect(japan).toMatchObject({
    bar: { code: "customs.needs-document", document: "cites-permit", rule: { text: "Reptile leather: CITES permit.", source: "https://example.org/cites", effectiveFrom: "2023-01-01", confidence: "high" } },
    asks: [{ document: "cites-permit" }], conditions: [{ rule: { text: "Shoes are labelled in Japanese." } }],
  });
  expect(bounds?.find(({ market }) => market.code === "ES")).toMatchObject({ bar: null, asks: [], conditions: [] });
});

test("a paper opens nothing while it waits; approved, it opens the live listing where it is asked for and nowhere else, without a new publish, on record and by letter in the merchant's language", async () => {
  const [admin, listing] = [await anAdmin("Ines"), await aLive()];
  const paperId = await paperOf(listing);
  expect([await closedMarkets(listing), await barOnShelf(listing, "JP")]).toEqual([["JP", "SG"], "customs.needs-document"]);
  const opened = must(await openMarkets(admin, { paperId }));
  expect(opened).toMatchObject({ number: listing.number, isShown: true, version: listing.version });
  expect([await closedMarkets(listing), await barOnShelf(listing, "JP"), await barOnShelf(listing, "SG")]).toEqual([["SG"], null, "customs.needs-document"]);
  expect(await database().shelfEntry.count({ where: { listingId: listing.listingId } })).toBe(3);
  expect(await database().auditEntry.findMany({ where: { subjectId: paperId } })).toMatchObject([{ verb: "paper-approved", actorId: admin.userId }]);
  expect(await database().mail.findMany({ where: { subjectId: paperId } })).toMatchObject([{ kind: "paper-approved", language: "ja", recipient: `${(await database().merchant.findUniqueOrThrow({ where: { id: seller.actor.merchantId } })).contactEmail}` }]);
});

test("when a paper runs out, the markets that it was for close and the others stay open", async () => {
  const [admin, listing] = [await anAdmin("Ines"), await aLive()];
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  must(await openMarkets(admin, { paperId: await paperOf(listing, "cites-permit", plainDate(tomorrow)) }));
  must(await openMarkets(admin, { paperId: await paperOf(listing, "import-licence") }));
  expect(await closedMarkets(listing)).toEqual([]);
  shiftClock(2 * 86_400);
  expect(await closedMarkets(listing)).toEqual(["JP"]);
  expect([await barOnShelf(listing, "JP"), await barOnShelf(listing, "SG"), await barOnShelf(listing, "ES")]).toEqual(["customs.needs-document", null, null]);
});

test("of two admins at once exactly one decides, and the letter says what was decided", async () => {
  const [ines, kenji, listing] = [await anAdmin("Ines"), await anAdmin("Kenji"), await aLive()];
  const paperId = await paperOf(listing);
  const answers = await Promise.all([openMarkets(ines, { paperId }), declinePaper(kenji, { paperId, reason: "unreadable", note: "" }), openMarkets(kenji, { paperId })]);
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  expect(answers.filter((answer) => !answer.ok).map((answer) => !answer.ok && answer.refusal.code)).toEqual(["listing.paper-decided", "listing.paper-decided"]);
  const { state } = await database().listingDocument.findUniqueOrThrow({ where: { id: paperId } });
  expect((await database().mail.findMany({ where: { subjectId: paperId } })).map(({ kind }) => kind)).toEqual([`paper-${state}`]);
  expect(await database().auditEntry.count({ where: { subjectId: paperId } })).toBe(1);
});

test("a declined paper opens nothing, and the merchant reads the reason and the note", async () => {
  const [admin, listing] = [await anAdmin("Ines"), await aLive()];
  const paperId = await paperOf(listing);
  must(await declinePaper(admin, { paperId, reason: "wrong-goods", note: "It names boots." }));
  expect(await closedMarkets(listing)).toEqual(["JP", "SG"]);
  expect(await database().listingDocument.findUnique({ where: { id: paperId } })).toMatchObject({ state: "declined", reason: "wrong-goods", note: "It names boots.", decidedBy: admin.userId });
  const [letter] = await database().mail.findMany({ where: { subjectId: paperId } });
  expect(letter?.text).toContain("書類が別の商品のものです。");
  expect(letter?.text).toContain("It names boots.");
});

test("a paper whose last day is over is neither taken nor approved", async () => {
  const [admin, listing] = [await anAdmin("Ines"), await aLive()];
  expect(await show(listing, "cites-permit", plainDate("2020-01-01"))).toEqual({ ok: false, refusal: { code: "listing.paper-expired" } });
  const paperId = await paperOf(listing, "cites-permit", plainDate(new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)));
  shiftClock(3 * 86_400);
  expect(await openMarkets(admin, { paperId })).toEqual({ ok: false, refusal: { code: "listing.paper-expired" } });
});

test("another merchant can neither add a paper to a listing nor take one back nor read it, and leaves no bytes", async () => {
  const listing = await aLive();
  const paperId = await paperOf(listing);
  const before = files();
  expect(await showPaper(other.actor, { listingId: listing.listingId, kind: "cites-permit", validUntil: far, file: pdfFile() })).toEqual({ ok: false, refusal: { code: "listing.not-found" } });
  expect(await takeBackPaper(other.actor, { paperId })).toEqual({ ok: false, refusal: { code: "listing.no-such-paper" } });
  expect(files()).toBe(before);
  expect(await findPaperFile({ userId: other.actor.userId, isAdmin: false }, paperId)).toBeNull();
  expect(await findPaperFile({ userId: seller.actor.userId, isAdmin: false }, paperId)).toMatchObject({ contentType: "application/pdf", fileName: "permit.pdf" });
});

test("what is no paper is refused whatever it is called, and leaves nothing on the disk", async () => {
  const listing = await aLive();
  await paperOf(listing);
  const before = files();
  expect(await show(listing, "cites-permit", far, new File(["<script>alert(1)</script>"], "permit.pdf", { type: "application/pdf" }))).toEqual({ ok: false, refusal: { code: "media.not-this-kind" } });
  expect(await show(listing, "cites-permit", far, new File([new Uint8Array(10 * 1024 * 1024 + 1)], "permit.pdf"))).toMatchObject({ refusal: { code: "media.too-large" } });
  expect(files()).toBe(before);
});

test("a paper is taken back with its file while it waits, and not once it is decided", async () => {
  const [admin, listing] = [await anAdmin("Ines"), await aLive()];
  const before = await paperOf(listing).then(async (paperId) => [paperId, files()] as const);
  must(await takeBackPaper(seller.actor, { paperId: before[0] }));
  expect(files()).toBe(before[1] - 1);
  const decided = await paperOf(listing);
  must(await openMarkets(admin, { paperId: decided }));
  expect(await takeBackPaper(seller.actor, { paperId: decided })).toEqual({ ok: false, refusal: { code: "listing.paper-decided" } });
});

test("of papers that arrive at once twelve are kept and the rest are told, and the queue has the oldest first", async () => {
  const listing = await aLive();
  const answers = await Promise.all(Array.from({ length: 14 }, () => show(listing)));
  expect(answers.filter((answer) => answer.ok)).toHaveLength(12);
  expect(answers.find((answer) => !answer.ok)).toEqual({ ok: false, refusal: { code: "listing.too-many-papers", most: 12 } });
  const queue = (await listPaperQueue("waiting", "en")).map(({ createdAt }) => createdAt);
  expect(queue).toEqual([...queue].sort());
});
