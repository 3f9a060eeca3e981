import { countryCode, isInEuropeanUnion, type CountryCode } from "@/kernel/country";
import { addSeconds, dayIn, instant } from "@/kernel/time";
import type { RuleProposal } from "@/modules/customs/proposal";
import { allTradeRules } from "@/modules/customs/queries";
import { coversItem, type TradeRule } from "@/modules/customs/rule";
import { bookWith } from "@/modules/customs/rule-diff";
import { dayRates } from "@/modules/fx/queries";
import { listMarkets } from "@/modules/market/queries";
import { now } from "@/platform/clock";
import { reader } from "@/platform/db";
import { readPromise } from "./promise-json";
import { replayOrders, type OldOrder, type Replay } from "./rule-replay";

/** The shop's markets that a row of the book is about: one, or the members of the EU among them. */
export const marketsOf = async (market: string) => (await listMarkets()).filter(({ code }) => code === market || (market === "EU" && isInEuropeanUnion(code)));

/** Orders of this many days are reckoned again before a rule is decided. */
export const replayDays = 90;
// Newest first: what a page can reckon while somebody waits for it.
const mostOrders = 4000;

/** The paid orders of the last 90 days of a rule's markets, reckoned with the book as it stands and as it would stand. */
export const replayProposal = async ({ market, follows }: RuleProposal, rule: TradeRule): Promise<Replay & { readonly isCut: boolean }> => {
  const at = now();
  const codes = (await marketsOf(market)).map(({ code }) => code as string);
  const rows = await reader().checkout.findMany({
    where: { market: { in: codes }, state: { in: ["paid", "paid-late", "refunded"] }, createdAt: { gte: addSeconds(at, -replayDays * 86_400) } },
    orderBy: { createdAt: "desc" }, take: mostOrders + 1, select: { number: true, market: true, createdAt: true, promise: true },
  });
  const orders = rows.slice(0, mostOrders).map((row): OldOrder => ({ number: row.number, market: countryCode(row.market), createdAt: instant(row.createdAt), promise: readPromise(row.promise) }));
  const book = await allTradeRules();
  const books = { on: rule.effectiveFrom, today: dayIn(at, "UTC"), book, proposed: bookWith(book, rule, follows?.id ?? null), rates: await dayRates() };
  return { ...replayOrders(orders, books), isCut: rows.length > mostOrders };
};

export type Radar = {
  readonly listings: number;
  readonly first: readonly { readonly number: number; readonly title: string; readonly merchant: string }[];
  readonly carts: number;
  /** Offers with a price of their own for the market: what the rule takes or gives does not move that price, it moves what is left of it or what the shopper pays on top. */
  readonly fixedPrices: { readonly offers: number; readonly merchants: number };
};

/** What a rule will touch on its day: live listings in its scope by goods and origin, carts that hold one, and prices that merchants have fixed for its markets. */
export const radarOf = async (rule: TradeRule, language: string): Promise<Radar> => {
  const codes = (await marketsOf(rule.market)).map(({ code }) => code as string);
  const pairs = await reader().$queryRaw<{ hs: string; origin: CountryCode }[]>`select distinct p.hs, p.origin from listing l join product p on p.id = l."productId" where l.state = 'live'`;
  const inScope = pairs.filter((pair) => coversItem(rule, pair));
  const [hs, origins] = [inScope.map((pair) => pair.hs), inScope.map((pair) => pair.origin as string)];
  const listings = await reader().$queryRaw<{ id: string; number: number; title: string | null; merchant: string }[]>`
    select l.id, l.number, m.name as merchant,
      (select t.title from product_text t where t."productId" = p.id order by t.language = ${language} desc, t.language = 'en' desc, t.language limit 1) as title
    from listing l join product p on p.id = l."productId" join merchant m on m.id = l."merchantId"
    join unnest(${hs}::text[], ${origins}::text[]) as s(hs, origin) on s.hs = p.hs and s.origin = p.origin
    where l.state = 'live' and (l."marketPolicy" = 'all' or (l."marketPolicy" = 'only' and l.markets && ${codes}::text[]) or (l."marketPolicy" = 'except' and not l.markets @> ${codes}::text[]))
    order by l.number`;
  const ids = listings.map(({ id }) => id);
  const [carts] = await reader().$queryRaw<{ count: number }[]>`
    select count(distinct c.id)::int as count from cart c join cart_line n on n."cartId" = c.id join offer o on o.id = n."offerId"
    where o."listingId" = any(${ids}::text[]) and upper(right(c.storefront, 2)) = any(${codes}::text[])`;
  const [fixed] = await reader().$queryRaw<{ offers: number; merchants: number }[]>`
    select count(*)::int as offers, count(distinct l."merchantId")::int as merchants from market_price p join offer o on o.id = p."offerId" join listing l on l.id = o."listingId"
    where l.id = any(${ids}::text[]) and p.market = any(${codes}::text[])`;
  return {
    listings: listings.length, first: listings.slice(0, 20).map(({ number, title, merchant }) => ({ number, title: title ?? String(number), merchant })), carts: carts?.count ?? 0,
    fixedPrices: fixed ?? { offers: 0, merchants: 0 },
  };
};
