import { beforeAll, describe, expect, it } from "vitest";
import { findAnswer, forgetAnswers } from "@/modules/discovery/answer-queries";
import { hideListing, showListing } from "@/modules/discovery/commands/show-listing";
import type { Asked } from "@/modules/discovery/search-queries";
import { everything } from "@/modules/discovery/shelf-filter";
import { findStorefront } from "@/modules/market/queries";
import { aSeller, aWholeDraft, must, seedFloor, type Seller } from "../listing/selling";
import { countStatements } from "./shop";

let seller: Seller;
const asked = async (q: string, more: Partial<Asked> & { tag?: string } = {}): Promise<Asked> => {
  const storefront = await findStorefront(more.tag ?? "en-es");
  if (!storefront) throw new Error("no such storefront");
  return { storefront, q, filter: everything, ...more };
};
const found = async (q: string): Promise<string[]> => (await findAnswer(await asked(q))).cards.map((card) => card.listingId);

beforeAll(async () => {
  await seedFloor();
  seller = await aSeller();
  must(await showListing(seller.actor, await aWholeDraft(seller, "Canvas espadrille")));
});

describe("what one visitor asked is answered for everybody", () => {
  it("without another statement, however it is typed", async () => {
    forgetAnswers();
    const first = await findAnswer(await asked("espadrille"));
    expect(first.cards).toHaveLength(1);
    expect(await countStatements(async () => expect(await findAnswer(await asked("  ESPADRÍLLE "))).toBe(first))).toBe(0);
  });
  it("once, when many ask at the same moment", async () => {
    forgetAnswers();
    await findAnswer(await asked("espadrille"));
    const alone = await countStatements(async () => findAnswer(await asked("canvas")));
    forgetAnswers();
    const question = await asked("canvas");
    expect(await countStatements(() => Promise.all(Array.from({ length: 20 }, () => findAnswer(question))))).toBe(alone);
  });
  it("but another storefront, filter, page or category is another question", async () => {
    const plain = await findAnswer(await asked("espadrille"));
    const others = [
      await asked("espadrille", { tag: "en-jp" }), await asked("espadrille", { filter: { ...everything, colours: ["red"] } }), await asked("espadrille", { categoryId: "aa" }),
      await asked("espadrille", { filter: { ...everything, cursor: [1n, 2n, 3n] } }), await asked("espadrille", { withFacets: false }),
    ];
    for (const other of others) expect(await findAnswer(other)).not.toBe(plain);
  });
});

describe("a remembered answer follows the shop", () => {
  it("a listing that is withdrawn is gone from the next answer, and one that is published is in it", async () => {
    const live = must(await showListing(seller.actor, await aWholeDraft(seller, "Velvet slipper")));
    expect(await found("slipper")).toEqual([live.listingId]);
    const off = must(await hideListing(seller.actor, live));
    expect(await found("slipper")).toEqual([]);
    must(await showListing(seller.actor, off));
    expect(await found("slipper")).toEqual([live.listingId]);
  });
});
