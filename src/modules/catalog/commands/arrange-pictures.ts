import type { Id } from "@/kernel/id";
import { ok, refuse, type Result } from "@/kernel/result";
import { newId } from "@/platform/clock";
import { transaction } from "@/platform/db";
import { mostPictures } from "../product";
import { arrangePictures, insertPicture } from "../product-store";

export type NoSuchPicture = { readonly code: "catalog.no-such-picture" };
export type TooManyPictures = { readonly code: "catalog.too-many-pictures"; readonly most: number };

/** Adds a stored picture at the end of a product's. The caller has checked whose product it is. */
export const attachPicture = ({ productId, picture }: {
  readonly productId: Id<"product">; readonly picture: { readonly path: string; readonly widths: readonly number[]; readonly thumbhash: string };
}): Promise<Result<{ readonly pictureId: Id<"picture"> }, TooManyPictures>> =>
  transaction<{ readonly pictureId: Id<"picture"> }, TooManyPictures>(async (tx) => {
    const pictureId = await insertPicture(tx, productId, { id: newId("picture"), ...picture }, mostPictures);
    return pictureId ? ok({ pictureId }) : refuse({ code: "catalog.too-many-pictures", most: mostPictures });
  });

/** Orders the pictures of a product and drops those left out. A picture of another product is none of its. */
export const arrangeProductPictures = ({ productId, pictures }: {
  readonly productId: Id<"product">; readonly pictures: readonly { readonly id: Id<"picture">; readonly colour: string | null }[];
}): Promise<Result<null, NoSuchPicture>> =>
  transaction<null, NoSuchPicture>(async (tx) => ((await arrangePictures(tx, productId, pictures)) ? ok(null) : refuse({ code: "catalog.no-such-picture" })));
