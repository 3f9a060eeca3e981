import { convert, money } from "@/kernel/money";
import { decimal } from "@/kernel/ratio";
import { isCurrency, shownDigitsOf, exponentOf, type Currency } from "@/kernel/currency";
import { slugOf } from "@/modules/catalog/slug";
import { countryName } from "@/ui/format/words";
import { seedId } from "./bulk";
import { assortmentOf, type Archetype, type Vocabulary } from "./assortment";
import type { SeededMerchant } from "./merchants";
import { chanceOf, type Chance } from "./random";

type Row = Record<string, unknown>;
export type SeededListing = {
  readonly id: string; readonly number: number; readonly merchant: SeededMerchant; readonly archetype: Archetype; readonly at: Date;
  readonly offers: readonly { readonly id: string; readonly price: bigint; readonly sizeLabel: string | null; readonly weightGrams: number }[];
};
export type Rows = Record<"product" | "product_text" | "variant" | "picture" | "listing" | "offer" | "stock", Row[]>;

export type PictureIndex = Readonly<Record<string, { readonly thumbhash: string }>>;

/** Sizes that merchants of the seed label their goods with, in the system of their country. */
const labels: Record<string, (country: string) => [system: string, labels: string[]]> = {
  "women-clothing": (c) => (c === "US" ? ["US", ["4", "6", "8", "10", "12"]] : c === "JP" ? ["JP", ["7", "9", "11", "13"]] : ["ES", "FR"].includes(c) ? [c, ["36", "38", "40", "42", "44"]] : c === "DE" ? ["DE", ["34", "36", "38", "40", "42"]] : c === "BR" ? ["BR", ["36", "38", "40", "42", "44"]] : ["INT", ["XS", "S", "M", "L", "XL"]]),
  "men-tops": () => ["INT", ["S", "M", "L", "XL"]],
  "men-trousers": (c) => (c === "JP" || c === "US" || c === "CN" ? ["US", ["29", "30", "31", "32", "34"]] : ["EU", ["44", "46", "48", "50", "52"]]),
  "women-shoes": (c) => (c === "US" ? ["US", ["6", "7", "8", "9"]] : c === "BR" ? ["BR", ["34", "35", "36", "37", "38"]] : ["EU", ["36", "37", "38", "39", "40"]]),
  "men-shoes": (c) => (c === "US" ? ["US", ["8", "9", "10", "11"]] : c === "BR" ? ["BR", ["38", "39", "40", "41", "42"]] : ["EU", ["41", "42", "43", "44", "45"]]),
  "kids-clothes": () => ["EU", ["92", "98", "104", "110", "116", "122"]],
  "kids-shoes": () => ["EU", ["24", "26", "28", "30"]],
  rings: () => ["ISO", ["50", "52", "54", "56", "58"]],
  hats: () => ["INT", ["S", "M", "L"]],
  gloves: () => ["INT", ["S", "M", "L"]],
};

/** How a title is put together: a shop of that language writes it so. */
const titleOf = (language: string, brand: string, model: string, name: string, feature: string): string =>
  language === "zh" || language === "ja" ? `${brand} ${model} ${name}｜${feature}` : language === "ar" ? `${name} ${feature} – ${brand} ${model}` : `${brand} ${model} ${name} – ${feature}`;

const pictureSubject = (archetype: Archetype, colour: string | null): string => (colour ? `${archetype.subject}-${colour}` : archetype.subject);

/** Every picture that the seed shows: what scripts/pictures.ts draws. */
export const picturesOf = (archetypes: readonly Archetype[]): { key: string; subject: string; colour: string | null }[] => {
  const keys = new Map<string, { key: string; subject: string; colour: string | null }>();
  for (const archetype of archetypes) {
    for (const colour of archetype.colours.length ? archetype.colours : [null]) {
      const key = pictureSubject(archetype, colour);
      keys.set(key, { key, subject: archetype.subject, colour });
    }
  }
  return [...keys.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
};

const priceIn = (chance: Chance, archetype: Archetype, currency: Currency, perEuro: string): bigint => {
  const [low, high] = archetype.priceEur;
  const euros = money(Math.round((low + (high - low) * chance.next() ** 1.5) * 100), "EUR");
  const exact = convert(euros, decimal(perEuro), currency).amount;
  // Merchants price in round figures of their own money: two leading digits and whole shown units.
  const unit = 10n ** BigInt(exponentOf(currency) - shownDigitsOf(currency));
  const step = 10n ** BigInt(Math.max(exact.toString().length - 2, 0));
  const rounded = (exact / step) * step;
  return rounded < unit ? unit : rounded;
};

/** The seed's goods: what each merchant sells, in its languages, priced in its money, with stock where its warehouses are. */
export const makeListings = ({ merchants, archetypes, vocabulary, perEuro, pictures, perMerchant }: {
  merchants: readonly SeededMerchant[]; archetypes: readonly Archetype[]; vocabulary: Vocabulary;
  perEuro: Readonly<Record<string, string>>; pictures: PictureIndex; perMerchant: number;
}): { rows: Rows; listings: SeededListing[] } => {
  const rows: Rows = { product: [], product_text: [], variant: [], picture: [], listing: [], offer: [], stock: [] };
  const listings: SeededListing[] = [];
  for (const merchant of merchants) {
    const assortment = assortmentOf(merchant, archetypes);
    const count = merchant.kind === "farm" ? Math.min(perMerchant, assortment.length * 3) : Math.min(perMerchant, assortment.length * 8);
    for (let turn = 0; turn < count && assortment.length; turn++) {
      const archetype = assortment[turn % assortment.length] as Archetype;
      listings.push(makeListing(rows, { merchant, archetype, turn, number: 10_001 + listings.length, vocabulary, perEuro, pictures }));
    }
  }
  return { rows, listings };
};

const makeListing = (rows: Rows, { merchant, archetype, turn, number, vocabulary, perEuro, pictures }: {
  merchant: SeededMerchant; archetype: Archetype; turn: number; number: number; vocabulary: Vocabulary;
  perEuro: Readonly<Record<string, string>>; pictures: PictureIndex;
}): SeededListing => {
  const name = `${merchant.key} ${archetype.key} ${turn}`;
  const chance = chanceOf(name);
  const opened = merchant.at.getTime();
  const at = new Date(opened + chance.next() * (Date.UTC(2026, 10, 1) - opened));
  const currency = (isCurrency(merchant.currency) ? merchant.currency : "EUR") as Currency;
  const model = merchant.modelNames[turn % merchant.modelNames.length] as string;
  const feature = archetype.features[Math.floor(turn / Math.max(1, merchant.modelNames.length) + turn) % archetype.features.length] as Archetype["features"][number];
  const productId = seedId("product", name, at);
  const listingId = seedId("listing", name, at);
  const colours = archetype.colours.length ? chance.some(archetype.colours, chance.between(1, archetype.colours.length)) : [null];
  const origin = archetype.origins.includes(merchant.country) || merchant.warehouses.some((w) => w.kind === "origin" && w.country === merchant.country) ? merchant.country : (archetype.origins[0] ?? merchant.country);

  rows.product.push({
    id: productId, brandId: merchant.brandId, categoryId: archetype.category, hs: archetype.hs, hsSetBy: merchant.key, hsSetAt: at, hsConfidence: archetype.hsConfidence,
    origin, materials: archetype.materials, sizeFamily: archetype.sizeFamily, flags: archetype.flags, weightGrams: archetype.weightGrams,
    lengthMm: archetype.sizeMm[0], widthMm: archetype.sizeMm[1], heightMm: archetype.sizeMm[2],
    attributes: { colour: colours.filter(Boolean), material: archetype.materials, feature: feature.key }, createdAt: at,
  });
  for (const language of merchant.languages) {
    const title = titleOf(language, merchant.brand.name, model, archetype.names[language] ?? "", feature.names[language] ?? "");
    const materials = archetype.materials.map((key) => vocabulary.materials[key]?.[language]).filter((word): word is string => Boolean(word));
    const lines = [
      archetype.descriptions[language] ?? "",
      ...(materials.length ? [(vocabulary.materialLine[language] ?? "").replace("{materials}", materials.join(", "))] : []),
      (vocabulary.madeIn[language] ?? "").replace("{country}", countryName(origin, language)),
    ];
    rows.product_text.push({ productId, language, title, description: lines.join("\n"), slug: slugOf(title), keywords: archetype.keywords[language] ?? [], writtenBy: "merchant" });
  }

  let position = 0;
  for (const [index, colour] of colours.entries()) {
    for (const scene of index === 0 ? [1, 2, 3] : [1]) {
      const path = `${pictureSubject(archetype, colour)}-${index === 0 && scene === 1 ? 1 + ((turn + colours.length) % 3) : scene}`;
      if (!pictures[path] || rows.picture.at(-1)?.["path"] === `/pictures/${path}`) continue;
      rows.picture.push({ id: seedId("picture", `${name} ${position}`, at), productId, position: position++, path: `/pictures/${path}`, widths: [400, 800], thumbhash: pictures[path].thumbhash, colour });
    }
  }

  const base = priceIn(chance, archetype, currency, perEuro[currency] ?? "1");
  const [system, sizes] = archetype.sizeFamily ? (labels[archetype.sizeFamily] ?? (() => ["INT", ["S", "M", "L"]] as [string, string[]]))(merchant.country) : [null, [null]];
  const capacities = archetype.capacity.length ? archetype.capacity : [null];
  const offers: SeededListing["offers"][number][] = [];
  for (const colour of colours) for (const sizeLabel of sizes) for (const [step, capacity] of capacities.entries()) {
    const key = `${name} ${colour} ${sizeLabel} ${capacity}`;
    const variantId = seedId("variant", key, at);
    const offerId = seedId("offer", key, at);
    // A larger pack costs more, though less than in proportion.
    const price = (base * BigInt(100 + step * 65)) / 100n;
    const weightGrams = Math.round(archetype.weightGrams * (1 + step * 0.8));
    rows.variant.push({ id: variantId, productId, position: rows.variant.length, colour, sizeSystem: sizeLabel ? system : null, sizeLabel, capacity, measurements: null, weightGrams });
    rows.offer.push({ id: offerId, listingId, variantId, sku: `${merchant.key.slice(0, 4)}-${number}-${offers.length + 1}`.toUpperCase(), price, isActive: true });
    for (const location of merchant.locations) {
      const onHand = chance.next() < 0.06 ? 0 : chance.between(4, location.kind === "origin" ? 240 : 60);
      rows.stock.push({ offerId, locationId: location.id, onHand, reserved: 0 });
    }
    offers.push({ id: offerId, price, sizeLabel, weightGrams });
  }
  rows.listing.push({
    id: listingId, number, merchantId: merchant.id, productId, state: "live", currency, basePrice: offers.reduce((low, o) => (o.price < low ? o.price : low), base),
    marketPolicy: "all", markets: [], version: 1, createdAt: at, publishedAt: at,
  });
  return { id: listingId, number, merchant, archetype, at, offers };
};
