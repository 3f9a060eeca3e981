import type { Id } from "@/kernel/id";
import type { Instant } from "@/kernel/time";
import type { Tx } from "@/platform/db";
import type { ProductFacts, ProductText, VariantFacts } from "./product";

// A code that its merchant chose and nobody has checked: neither a binding ruling (high) nor a guess of ours (low).
const declared = "medium";

const columns = (facts: ProductFacts) => ({ ...facts, materials: [...facts.materials], flags: [...facts.flags] });

export const hasBrand = async (tx: Tx, merchantId: Id<"merchant">, brandId: string): Promise<boolean> =>
  (await tx.brand.count({ where: { id: brandId, merchantId } })) === 1;

export const hasCategory = async (tx: Tx, categoryId: string): Promise<boolean> => (await tx.category.count({ where: { id: categoryId } })) === 1;

export const insertProduct = async (tx: Tx, product: ProductFacts & { id: Id<"product">; brandId: string; by: string; at: Instant }): Promise<void> => {
  const { id, brandId, by, at, ...facts } = product;
  await tx.product.create({ data: { id, brandId, ...columns(facts), hsSetBy: by, hsSetAt: at, hsConfidence: declared, attributes: { material: [...facts.materials] }, createdAt: at } });
};

/** Saves the facts of a merchant's own product; who set the HS code and when moves only with the code. False when it is not the merchant's. */
export const saveFacts = async (tx: Tx, merchantId: Id<"merchant">, productId: string, facts: ProductFacts, by: string, at: Instant): Promise<boolean> => {
  const mine = { id: productId, brand: { merchantId } };
  await tx.product.updateMany({ where: { ...mine, hs: { not: facts.hs } }, data: { hs: facts.hs, hsSetBy: by, hsSetAt: at, hsConfidence: declared } });
  return (await tx.product.updateMany({ where: mine, data: columns(facts) })).count === 1;
};

/** The facets that shelves filter by: colours from the variants on offer, materials from the facts. */
export const saveFacets = (tx: Tx, productId: string): Promise<number> => tx.$executeRaw`
  update product p set attributes = p.attributes || jsonb_build_object('material', to_jsonb(p.materials), 'colour',
    coalesce((select jsonb_agg(distinct v.colour) from variant v where v."productId" = p.id and v.colour is not null), '[]'::jsonb))
  where p.id = ${productId}`;

export const replaceTexts = async (tx: Tx, productId: string, texts: readonly ProductText[]): Promise<void> => {
  const before = await tx.productText.findMany({ where: { productId } });
  const same = (text: ProductText) => before.some((old) => old.language === text.language && old.title === text.title && old.description === text.description
    && JSON.stringify(old.keywords) === JSON.stringify(text.keywords));
  const changed = texts.filter((text) => !same(text));
  const gone = before.map((old) => old.language).filter((language) => !texts.some((text) => text.language === language));
  await tx.productText.deleteMany({ where: { productId, language: { in: [...gone, ...changed.map((text) => text.language)] } } });
  await tx.productText.createMany({ data: changed.map((text) => ({ productId, ...text, keywords: [...text.keywords], writtenBy: "merchant" })) });
};

export const insertVariants = async (tx: Tx, productId: string, variants: readonly (VariantFacts & { id: Id<"variant">; position: number })[]): Promise<void> => {
  await tx.variant.createMany({ data: variants.map((variant) => ({ ...variant, productId })) });
};

/** Rewrites variants in one statement; ids of another product change nothing. */
export const saveVariants = (tx: Tx, productId: string, variants: readonly (VariantFacts & { id: string; position: number })[]): Promise<number> => tx.$executeRaw`
  update variant v set position = w.position, colour = w.colour, "sizeSystem" = w."sizeSystem", "sizeLabel" = w."sizeLabel", capacity = w.capacity, "weightGrams" = w."weightGrams"
  from jsonb_to_recordset(${JSON.stringify(variants)}::jsonb)
    as w(id text, position int, colour text, "sizeSystem" text, "sizeLabel" text, capacity text, "weightGrams" int)
  where v.id = w.id and v."productId" = ${productId}`;

export const removeVariants = async (tx: Tx, productId: string, ids: readonly string[]): Promise<void> => {
  await tx.variant.deleteMany({ where: { productId, id: { in: [...ids] } } });
};

/** Adds a picture at the end, unless the product has as many as it may. Pictures that arrive together take turns at the product's row. */
export const insertPicture = async (
  tx: Tx, productId: string, picture: { readonly id: Id<"picture">; readonly path: string; readonly widths: readonly number[]; readonly thumbhash: string }, most: number,
): Promise<Id<"picture"> | null> => {
  const { id } = picture;
  await tx.$queryRaw`select id from product where id = ${productId} for update`;
  const written = await tx.$executeRaw`
    insert into picture (id, "productId", position, path, widths, thumbhash)
    select ${id}, ${productId}, coalesce(max(position) + 1, 0), ${picture.path}, ${[...picture.widths]}::int[], ${picture.thumbhash} from picture where "productId" = ${productId} having count(*) < ${most}`;
  return written === 1 ? id : null;
};

/** Puts pictures into an order and drops those not named; false when one of them is not of this product. */
export const arrangePictures = async (tx: Tx, productId: string, pictures: readonly { readonly id: string; readonly colour: string | null }[]): Promise<boolean> => {
  const rows = pictures.map((picture, position) => ({ ...picture, position }));
  const kept = await tx.$executeRaw`
    update picture p set position = w.position, colour = w.colour from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as w(id text, position int, colour text)
    where p.id = w.id and p."productId" = ${productId}`;
  if (kept !== pictures.length) return false;
  await tx.picture.deleteMany({ where: { productId, id: { notIn: pictures.map((picture) => picture.id) } } });
  return true;
};
