import { readdirSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import type { Id } from "@/kernel/id";
import { addPicture, arrangePictures } from "@/modules/listing/commands/add-picture";
import { openStored } from "@/platform/media/uploads";
import { database } from "@/platform/db";
import { aDraft, aSeller, must, seedFloor, type Seller } from "./selling";

let seller: Seller;
let other: Seller;
let photo: Blob;
beforeAll(async () => {
  await seedFloor();
  seller = await aSeller();
  other = await aSeller();
  photo = new Blob([new Uint8Array(await sharp({ create: { width: 900, height: 600, channels: 3, background: "#a33" } }).jpeg().toBuffer())]);
});

const stored = (): number => {
  try {
    return readdirSync(join(process.env["DATA_DIR"] ?? "", "media")).length;
  } catch {
    return 0;
  }
};
const picturesOf = (listingId: string) => database().picture.findMany({ where: { product: { listings: { some: { id: listingId } } } }, orderBy: { position: "asc" } });

test("a photograph becomes a square picture in two widths that pages can show", async () => {
  const draft = await aDraft(seller);
  const { picture } = must(await addPicture(seller.actor, { listingId: draft.listingId, file: photo }));
  expect(picture.path).toMatch(/^\/media\/up-[0-9a-f]{24,64}$/);
  for (const width of [400, 800]) expect(await openStored(`${picture.path.slice(7)}-${width}.webp`)).not.toBeNull();
  expect(await picturesOf(draft.listingId)).toMatchObject([{ id: picture.id, position: 0, widths: [400, 800] }]);
});

test("what is no picture is refused whatever it is called, and leaves nothing on the disk", async () => {
  const draft = await aDraft(seller);
  const before = stored();
  const file = (text: string, name: string) => new File([text], name, { type: "image/png" });
  for (const bad of [file("<svg xmlns='http://www.w3.org/2000/svg'/>", "a.svg"), file("%PDF-1.4\n", "a.png"), file("", "empty.png"), file("MZ", "a.webp")]) {
    expect(await addPicture(seller.actor, { listingId: draft.listingId, file: bad })).toEqual({ ok: false, refusal: { code: "media.not-this-kind" } });
  }
  expect(await addPicture(seller.actor, { listingId: draft.listingId, file: new Blob([new Uint8Array(10 * 1024 * 1024 + 1)]) })).toMatchObject({ refusal: { code: "media.too-large" } });
  expect(stored()).toBe(before);
});

test("another merchant's listing gets no picture, and its bytes are not even kept", async () => {
  const draft = await aDraft(seller);
  const before = stored();
  expect(await addPicture(other.actor, { listingId: draft.listingId, file: photo })).toEqual({ ok: false, refusal: { code: "listing.not-found" } });
  expect(stored()).toBe(before);
});

test("of pictures that arrive at once, twelve are kept and the rest are told", async () => {
  const draft = await aDraft(seller);
  const results = await Promise.all(Array.from({ length: 14 }, () => addPicture(seller.actor, { listingId: draft.listingId, file: photo })));
  expect(results.filter((result) => result.ok)).toHaveLength(12);
  expect(results.find((result) => !result.ok)).toMatchObject({ refusal: { code: "catalog.too-many-pictures", most: 12 } });
  expect((await picturesOf(draft.listingId)).map((row) => row.position)).toEqual(Array.from({ length: 12 }, (_, at) => at));
});

test("pictures take the order they are put in, and those left out are gone; a picture of another listing is none of it", async () => {
  const draft = await aDraft(seller);
  const mine: Id<"picture">[] = [];
  for (let turn = 0; turn < 3; turn++) mine.push(must(await addPicture(seller.actor, { listingId: draft.listingId, file: photo })).picture.id);
  const [a, , c] = mine;
  const theirs = must(await addPicture(other.actor, { listingId: (await aDraft(other)).listingId, file: photo })).picture.id;
  if (!a || !c) throw new Error("three pictures");
  const seen = { listingId: draft.listingId, version: draft.version };
  expect(await arrangePictures(seller.actor, { ...seen, pictures: [{ id: theirs, colour: null }] })).toEqual({ ok: false, refusal: { code: "catalog.no-such-picture" } });
  expect(await picturesOf(draft.listingId)).toHaveLength(3);
  must(await arrangePictures(seller.actor, { ...seen, pictures: [{ id: c, colour: "red" }, { id: a, colour: null }] }));
  expect((await picturesOf(draft.listingId)).map(({ id, colour }) => [id, colour])).toEqual([[c, "red"], [a, null]]);
});
