import { convert, money } from "@/kernel/money";
import { decimal } from "@/kernel/ratio";
import { isCurrency, shownDigitsOf, exponentOf, type Currency } from "@/kernel/currency";
import { slugOf } from "@/modules/catalog/slug";
import { isFamily, type Family } from "@/modules/sizing/size-table";
import { tableOf } from "@/modules/sizing/size";
import { countryName } from "@/ui/format/words";
import { seedId } from "./bulk";
import { assortmentOf, type Archetype, type Vocabulary } from "./assortment";
import type { SeededMerchant } from "./merchants";
import { chanceOf, type Chance } from "./random";

type Row = Record<string, unknown>;
export type SeededListing = {
  readonly id: string; readonly number: number; readonly merchant: SeededMerchant; readonly archetype: Archetype; readonly at: Date;
  readonly offers: readonly { readonly id: string; readonly price: bigint; /** What it cost until it was reduced. */ readonly before: { readonly price: bigint; readonly until: Date } | null; readonly sizeLabel: string | null; readonly weightGrams: number }[];
};
export type Rows = Record<"product" | "product_text" | "variant" | "picture" | "listing" | "offer" | "offer_price" | "stock", Row[]>;

export type PictureIndex = Readonly<Record<string, { readonly thumbhash: string }>>;

/** The system that merchants of a country label a family in, where it is not the international letters. */
const systems: Record<Family, Record<string, string>> = {
  "women-clothing": { US: "US", JP: "JP", KR: "KR", BR: "BR", ES: "ES", FR: "FR", DE: "DE", IT: "IT", GB: "UK", AU: "AU", RU: "RU" },
  "women-trousers": { else: "INCH" },
  bras: { else: "EU" },
  "men-tops": { JP: "JP", KR: "KR", DE: "DE" },
  "men-trousers": { US: "US", JP: "US", CN: "US", KR: "KR", DE: "DE", IT: "IT", ES: "EU" },
  "women-shoes": { US: "US", BR: "BR", JP: "JP", KR: "KR", GB: "UK", AU: "AU", else: "EU" },
  "men-shoes": { US: "US", BR: "BR", JP: "JP", KR: "KR", GB: "UK", AU: "AU", else: "EU" },
  "kids-clothes": { US: "US", JP: "JP", else: "EU" },
  "kids-shoes": { US: "US", JP: "JP", else: "EU" },
  rings: { US: "US", JP: "JP", else: "ISO" },
  hats: {},
  gloves: {},
};

/** The sizes that a merchant of the seed stocks: five whole ones from the smaller half of its system's table, where most people are. */
const sizesOf = (family: string | null, country: string): [system: string | null, labels: (string | null)[]] => {
  if (!family || !isFamily(family)) return [null, [null]];
  const system = systems[family][country] ?? systems[family]["else"] ?? "INT";
  const all = tableOf(family, system)?.sizes.map((size) => size.label).filter((label) => !label.endsWith(".5")) ?? [];
  const first = Math.max(0, Math.floor((all.length - 5) / 3));
  return all.length ? [system, all.slice(first, first + 5)] : [null, [null]];
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

/** One listing in fourteen was reduced this November, by about a tenth to a quarter, after it had stood on the shelf for two months or longer. */
const reductionOf = (name: string, at: Date): { readonly raise: bigint; readonly until: Date } | null => {
  // A chance of its own: everything else of the seed stays what it was.
  const chance = chanceOf(`${name} reduction`);
  const until = new Date(Date.UTC(2026, 10, chance.between(3, 21), chance.between(6, 18)));
  return chance.next() < 0.07 && until.getTime() - at.getTime() > 60 * 86_400_000 ? { raise: BigInt(chance.between(112, 134)), until } : null;
};

/** The seed's goods: what each merchant sells, in its languages, priced in its money, with stock where its warehouses are. */
export const makeListings = ({ merchants, archetypes, vocabulary, perEuro, pictures, perMerchant }: {
  merchants: readonly SeededMerchant[]; archetypes: readonly Archetype[]; vocabulary: Vocabulary;
  perEuro: Readonly<Record<string, string>>; pictures: PictureIndex; perMerchant: number;
}): { rows: Rows; listings: SeededListing[] } => {
  const rows: Rows = { product: [], product_text: [], variant: [], picture: [], listing: [], offer: [], offer_price: [], stock: [] };
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
  // Which scene leads differs from listing to listing, so that a shelf of one kind of goods does not repeat itself.
  const lead = (turn + colours.length) % 3;
  const scenes = [1, 2, 3].map((_, index) => 1 + ((lead + index) % 3));
  for (const [index, colour] of colours.entries()) {
    for (const scene of index === 0 ? scenes : [1]) {
      const path = `${pictureSubject(archetype, colour)}-${scene}`;
      if (!pictures[path]) continue;
      rows.picture.push({ id: seedId("picture", `${name} ${position}`, at), productId, position: position++, path: `/pictures/${path}`, widths: [400, 800], thumbhash: pictures[path].thumbhash, colour });
    }
  }

  const base = priceIn(chance, archetype, currency, perEuro[currency] ?? "1");
  const [system, sizes] = sizesOf(archetype.sizeFamily, merchant.country);
  const capacities = archetype.capacity.length ? archetype.capacity : [null];
  const reduction = reductionOf(name, at);
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
    const before = reduction && { price: (price * reduction.raise) / 100n, until: reduction.until };
    rows.offer_price.push({ offerId, since: at, amount: before?.price ?? price }, ...(before ? [{ offerId, since: before.until, amount: price }] : []));
    for (const location of merchant.locations) {
      const onHand = chance.next() < 0.06 ? 0 : chance.between(4, location.kind === "origin" ? 240 : 60);
      rows.stock.push({ offerId, locationId: location.id, onHand, reserved: 0 });
    }
    offers.push({ id: offerId, price, before, sizeLabel, weightGrams });
  }
  rows.listing.push({
    id: listingId, number, merchantId: merchant.id, productId, state: "live", currency, basePrice: offers.reduce((low, o) => (o.price < low ? o.price : low), base),
    marketPolicy: "all", markets: [], version: 1, createdAt: at, publishedAt: at,
  });
  return { id: listingId, number, merchant, archetype, at, offers };
};
