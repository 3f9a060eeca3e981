import type { Id } from "@/kernel/id";
import { ok, refuse, type Result } from "@/kernel/result";
import type { MerchantActor } from "@/modules/access/actor";
import { now } from "@/platform/clock";
import { transaction } from "@/platform/db";
import { textOf, type ProductFacts, type ProductWords } from "../product";
import { hasCategory, replaceTexts, saveFacets, saveFacts } from "../product-store";
import type { NoSuchCategory } from "./create-product";

export type NoSuchProduct = { readonly code: "catalog.no-such-product" };

/** Changes what a product of the merchant's own is. */
export const changeProduct = (
  actor: MerchantActor, { productId, ...facts }: ProductFacts & { readonly productId: Id<"product"> },
): Promise<Result<null, NoSuchProduct | NoSuchCategory>> =>
  transaction<null, NoSuchProduct | NoSuchCategory>(async (tx) => {
    if (!(await hasCategory(tx, facts.categoryId))) return refuse({ code: "catalog.no-such-category" });
    if (!(await saveFacts(tx, actor.merchantId, productId, facts, actor.userId, now()))) return refuse({ code: "catalog.no-such-product" });
    await saveFacets(tx, productId);
    return ok(null);
  });

/** The words of a product in all its languages at once: what is not among them any more is gone. The caller has checked whose product it is. */
export const writeProductWords = ({ productId, words }: { readonly productId: Id<"product">; readonly words: readonly ProductWords[] }): Promise<Result<null, never>> =>
  transaction(async (tx) => {
    await replaceTexts(tx, productId, words.flatMap((text) => textOf(text) ?? []));
    return ok(null);
  });
