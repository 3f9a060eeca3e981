import { exponentOf, isCurrency } from "@/kernel/currency";
import { ok, type Result } from "@/kernel/result";
import { dayIn } from "@/kernel/time";
import { languages } from "@/i18n/languages";
import { wordsFor, wordsIn } from "@/i18n/translator";
import { findCrossRate } from "@/modules/fx/queries";
import { now } from "@/platform/clock";
import { reader, transaction, type Tx } from "@/platform/db";
import { countryName } from "@/ui/format/words";
import { documentOf, documentOfNames, otherLanguages, termsOf, type TextOfListing } from "../document";
import {
  listCurrencies, listListingIds, loadCategoryNames, loadTexts, removeDocuments, removeShelves, removeStrays, removeTerms, writeDocuments, writeShelves, writeTerms,
  type DocumentRow, type EuroFactor, type TermRow, type TextRow,
} from "../store";

export type IndexScope = { readonly listingIds: readonly string[] } | "all";

// Few enough that a batch is done well within a transaction's time on a busy machine.
const batchSize = 100;

/**
 * Brings shelves, search documents and suggestions up to date: for the listings named (after one was published, changed, withdrawn, or its merchant
 * suspended), or for all of them at the rates of the day.
 *
 * A listing that is not live, or whose merchant is suspended, disappears. Joins an open transaction, so that a listing is on the shelf exactly when
 * its publication is committed; "all" works in batches, each its own transaction, and can be repeated at any time.
 * Uses of words are counted anew by "all"; in between a newly written text only adds to them: they order suggestions and are never shown.
 */
export const indexListings = async (scope: IndexScope): Promise<Result<{ readonly indexed: number }, never>> => {
  const factors = await euroFactors();
  if (scope !== "all") return transaction((tx) => indexBatch(tx, [...new Set(scope.listingIds)].sort(), factors, null));
  let indexed = 0;
  const terms: Counted = new Map();
  for (let after = ""; ; ) {
    const ids = await listListingIds(reader(), after, batchSize);
    if (ids.length === 0) break;
    const done = await transaction((tx) => indexBatch(tx, ids, factors, terms));
    if (done.ok) indexed += done.value.indexed;
    after = ids.at(-1) as string;
  }
  await transaction(async (tx) => {
    await removeStrays(tx);
    await removeTerms(tx);
    const rows = rowsOf(terms);
    for (let start = 0; start < rows.length; start += 5000) await writeTerms(tx, rows.slice(start, start + 5000));
    return ok(null);
  });
  return ok({ indexed });
};

type Counted = Map<string, Map<string, { shown: string; uses: number }>>;

const count = (terms: Counted, language: string, text: TextOfListing): void => {
  const ofLanguage = terms.get(language) ?? new Map<string, { shown: string; uses: number }>();
  terms.set(language, ofLanguage);
  for (const { term, shown } of termsOf(text)) {
    const known = ofLanguage.get(term);
    if (!known) ofLanguage.set(term, { shown, uses: 1 });
    else {
      known.uses += 1;
      known.shown ||= shown;
    }
  }
};

// Sorted: rows are locked in one order everywhere.
const rowsOf = (terms: Counted): TermRow[] =>
  [...terms].flatMap(([language, words]) => [...words].map(([term, { shown, uses }]) => ({ language, term, shown, uses })))
    .sort((a, b) => (a.language === b.language ? (a.term < b.term ? -1 : 1) : a.language < b.language ? -1 : 1));

const indexBatch = async (tx: Tx, ids: readonly string[], factors: readonly EuroFactor[], collected: Counted | null) => {
  await removeShelves(tx, ids);
  const before = await removeDocuments(tx, ids);
  await writeShelves(tx, ids, factors);
  const texts = await loadTexts(tx, ids);
  const names = await loadCategoryNames(tx, [...new Set(texts.flatMap((row) => row.path))]);
  const fresh: Counted = new Map();
  const documents: DocumentRow[] = [];
  for (const rows of byListing(texts)) {
    for (const row of rows) {
      const text = { language: row.language, title: row.title, description: row.description, keywords: row.keywords, hints: hintsOf(row, row.language, names) };
      documents.push({ listingId: row.listingId, language: row.language, document: documentOf(text) });
      if (collected) count(collected, row.language, text);
      else if (!before.has(`${row.listingId} ${row.language}`)) count(fresh, row.language, text);
    }
    const [first] = rows;
    if (!first) continue;
    const written = new Set(rows.map((row) => row.language));
    const others = languages.filter((language) => !written.has(language)).flatMap((language) => hintsOf(first, language, names).map((name) => ({ language, name })));
    if (others.length) documents.push({ listingId: first.listingId, language: otherLanguages, document: documentOfNames(others) });
  }
  if (documents.length) await writeDocuments(tx, documents);
  if (fresh.size) await writeTerms(tx, rowsOf(fresh));
  return ok({ indexed: new Set(texts.map((row) => row.listingId)).size });
};

const byListing = (rows: readonly TextRow[]): TextRow[][] => {
  const groups = new Map<string, TextRow[]>();
  for (const row of rows) {
    const group = groups.get(row.listingId);
    if (group) group.push(row);
    else groups.set(row.listingId, [row]);
  }
  return [...groups.values()];
};

/** What the house itself can say of a listing in any language: brand, merchant, categories, countries, colours, materials. */
const hintsOf = (row: TextRow, language: string, names: ReadonlyMap<string, ReadonlyMap<string, string>>): string[] => {
  const words = wordsIn(language);
  return [
    row.brand, row.merchant,
    ...row.path.map((id) => names.get(id)?.get(language)).filter((name) => name !== undefined),
    ...new Set([row.origin, row.country].map((country) => countryName(country, language))),
    ...row.colours.filter((key) => words.has(`catalog.colours.${key}` as never)).map((key) => wordsFor(words, `catalog.colours.${key}`)),
    ...row.materials.filter((key) => words.has(`catalog.materials.${key}` as never)).map((key) => wordsFor(words, `catalog.materials.${key}`)),
  ];
};

/** Micro-euro for a minor unit of each currency in use, exact to eighteen digits, at the rates of the day. */
export const euroFactors = async (): Promise<EuroFactor[]> => {
  const factors: EuroFactor[] = [];
  for (const currency of await listCurrencies(reader())) {
    if (!isCurrency(currency)) continue;
    const cross = await findCrossRate(currency, "EUR", dayIn(now(), "UTC"));
    factors.push({ currency, factor: cross.ok ? decimalText(cross.value.rate.numerator * 10n ** 6n, cross.value.rate.denominator * 10n ** BigInt(exponentOf(currency))) : null });
  }
  return factors;
};

const decimalText = (numerator: bigint, denominator: bigint): string => {
  const digits = ((numerator * 10n ** 18n) / denominator).toString().padStart(19, "0");
  return `${digits.slice(0, -18)}.${digits.slice(-18)}`;
};
