import pg from "pg";
import type { App } from "./bench-app";

/** What is asked for: the same subjects in the same order for one shop, spread over its whole range. */
export type Subjects = {
  readonly home: string;
  readonly categories: readonly string[];
  readonly products: readonly string[];
  readonly numbers: readonly number[];
  /** A hundred questions that are asked again and again: common, rare and of several words. */
  readonly words: readonly string[];
  /** Many more, none of them among those: each is asked once. */
  readonly fresh: readonly string[];
};

const storefront = "pt-br";

const rows = async <R extends object>(database: string, text: string, values: unknown[] = []): Promise<R[]> => {
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  try {
    return (await client.query<R>(text, values)).rows;
  } finally {
    await client.end();
  }
};

/** Runs one statement on the shop's database. */
export const ask = rows;

export const subjectsOf = async ({ database }: App): Promise<Subjects> => {
  const categories = await rows<{ path: string }>(database, `
    select '/${storefront}/c/' || t.slug || '/' || s."categoryId" as path from (select "categoryId", count(*) as n from shelf_entry where "categoryId" <> 'all' group by 1 order by 2 desc limit 30) s
    join lateral (select slug from category_text where "categoryId" = s."categoryId" order by language <> 'pt', language <> 'en', language limit 1) t on true`);
  const products = await rows<{ number: number; slug: string }>(database, `
    select l.number, t.slug from (select number, "productId", row_number() over (order by number) as place, count(*) over () as n from listing where state = 'live') l
    join lateral (select slug from product_text where "productId" = l."productId" order by language <> 'pt', language <> 'en', language limit 1) t on true
    where l.place % greatest(1, l.n / 400) = 0 order by l.number limit 400`);
  const words = await rows<{ term: string }>(database, `
    (select term from search_term where language = 'pt' and term !~ '\\s' order by uses desc, term limit 20) union all
    (select term from (select term, row_number() over (order by term) as place, count(*) over () as n from search_term where language in ('pt', 'en') and term !~ '\\s') s where place % greatest(1, n / 60) = 0 limit 60) union all
    (select term from search_term where language = 'pt' and term ~ '\\s' order by uses desc, term limit 20)`);
  const fresh = await rows<{ term: string }>(database, `
    select term from (select term, row_number() over (order by md5(term)) as place, row_number() over (partition by term order by language) as first from search_term where language in ('pt', 'en', 'es') and length(term) >= 3) s
    where first = 1 and term <> all($1) order by place limit 600`, [words.map(({ term }) => term)]);
  return {
    home: `/${storefront}`,
    categories: categories.map(({ path }) => encodeURI(path)),
    products: products.map(({ number, slug }) => encodeURI(`/${storefront}/p/${slug}/${number}`)),
    numbers: products.map(({ number }) => number),
    words: words.map(({ term }) => term),
    fresh: fresh.map(({ term }) => term),
  };
};
