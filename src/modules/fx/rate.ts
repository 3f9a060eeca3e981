import type { Currency } from "@/kernel/currency";
import type { Id } from "@/kernel/id";
import { divide, multiply, one, type Ratio } from "@/kernel/ratio";
import { ok, refuse, type Result } from "@/kernel/result";
import type { PlainDate } from "@/kernel/time";

export type Confidence = "high" | "medium" | "low";

/** A rate as published: units of `quote` for one unit of `base`. Never corrected, only followed by a newer one. */
export type Rate = {
  readonly id: Id<"rate">;
  readonly base: Currency;
  readonly quote: Currency;
  readonly rate: Ratio;
  readonly source: string;
  readonly observedOn: PlainDate;
  /** The last day on which this rate may still be used when no newer one has come. */
  readonly validUntil: PlainDate;
  readonly confidence: Confidence;
};

/** A rate between any two currencies, with the published rates it was made of: an order stores the ids. */
export type CrossRate = {
  readonly from: Currency;
  readonly to: Currency;
  /** Units of `to` for one unit of `from`. */
  readonly rate: Ratio;
  readonly ids: readonly Id<"rate">[];
  /** The older of the two legs' days: the age people are told. */
  readonly observedOn: PlainDate;
  readonly source: string;
  readonly confidence: Confidence;
};

export type RateRefusal =
  | { readonly code: "fx.no-rate"; readonly currency: Currency }
  | { readonly code: "fx.rate-too-old"; readonly currency: Currency; readonly observedOn: PlainDate };

/**
 * What one unit of a currency is worth in another on a day, through the euro, because the European Central Bank publishes against the euro.
 *
 * Each leg takes the latest rate observed on or before the day (banks publish none on weekends); a newer publication wins over an older one whatever
 * its confidence, and of two on one day the one of higher confidence, then of the smaller id. A leg past its `validUntil` is refused,
 * never used quietly. Exact: nothing is rounded here. USD → BRL with EUR/USD 1.1478 and EUR/BRL 6.0492 is 6.0492 / 1.1478.
 */
export const crossRate = (rates: readonly Rate[], from: Currency, to: Currency, on: PlainDate): Result<CrossRate, RateRefusal> => {
  if (from === to) return ok({ from, to, rate: one, ids: [], observedOn: on, source: "same currency", confidence: "high" });
  const first = euroLeg(rates, from, on);
  if (!first.ok) return first;
  const second = euroLeg(rates, to, on);
  if (!second.ok) return second;
  const legs = [first.value.row, second.value.row].filter((row) => row !== null);
  return ok({
    from, to,
    rate: divide(second.value.perEuro, first.value.perEuro),
    ids: legs.map((leg) => leg.id),
    observedOn: legs.reduce((oldest, leg) => (leg.observedOn < oldest ? leg.observedOn : oldest), on),
    source: [...new Set(legs.map((leg) => leg.source))].join("; "),
    confidence: legs.reduce<Confidence>((weakest, leg) => (rank[leg.confidence] < rank[weakest] ? leg.confidence : weakest), "high"),
  });
};

const rank: Record<Confidence, number> = { low: 0, medium: 1, high: 2 };

type Leg = { readonly perEuro: Ratio; readonly row: Rate | null };

const euroLeg = (rates: readonly Rate[], currency: Currency, on: PlainDate): Result<Leg, RateRefusal> => {
  if (currency === "EUR") return ok({ perEuro: one, row: null });
  let best: Rate | null = null;
  for (const row of rates) {
    const concerns = (row.base === "EUR" && row.quote === currency) || (row.quote === "EUR" && row.base === currency);
    if (!concerns || row.observedOn > on) continue;
    if (best === null || isPreferred(row, best)) best = row;
  }
  if (best === null) return refuse({ code: "fx.no-rate", currency });
  if (best.validUntil < on) return refuse({ code: "fx.rate-too-old", currency, observedOn: best.observedOn });
  return ok({ perEuro: best.base === "EUR" ? best.rate : divide(one, best.rate), row: best });
};

const isPreferred = (a: Rate, b: Rate): boolean => {
  if (a.observedOn !== b.observedOn) return a.observedOn > b.observedOn;
  if (a.confidence !== b.confidence) return rank[a.confidence] > rank[b.confidence];
  return a.id < b.id;
};

/**
 * The rate that a shopper is quoted: the middle rate plus the market's spread, which pays for the days between order and settlement.
 * Middle 6.00, spread 1.5 %: 6.09. Shown to both sides.
 */
export const withSpread = (rate: Ratio, spread: Ratio): Ratio =>
  multiply(rate, { numerator: spread.denominator + spread.numerator, denominator: spread.denominator });
