/** A fraction of whole numbers: an exchange rate, a tax, a duty, a commission. A float never meets money. */
export type Ratio = { readonly numerator: bigint; readonly denominator: bigint };

export const ratio = (numerator: bigint | number, denominator: bigint | number): Ratio => {
  const d = BigInt(denominator);
  if (d === 0n) throw new RangeError("a ratio needs a denominator");
  return d < 0n ? { numerator: -BigInt(numerator), denominator: -d } : { numerator: BigInt(numerator), denominator: d };
};

/** 17 → 17 %, "7.5" → 7.5 %. The text form keeps every digit that a law prints. */
export const percent = (value: string | number): Ratio => {
  const parsed = decimal(String(value));
  return ratio(parsed.numerator, parsed.denominator * 100n);
};

/** The exact value of a decimal text such as "5.4321" or "-0.5". Throws on anything else: callers hold validated text. */
export const decimal = (text: string): Ratio => {
  const match = /^(-?)(\d{1,30})(?:\.(\d{1,30}))?$/.exec(text);
  if (!match) throw new RangeError(`not a decimal number: ${text}`);
  const [, sign, whole, fraction = ""] = match;
  const value = BigInt(whole + fraction) * (sign ? -1n : 1n);
  return ratio(value, 10n ** BigInt(fraction.length));
};

export const multiply = (a: Ratio, b: Ratio): Ratio => ratio(a.numerator * b.numerator, a.denominator * b.denominator);
export const divide = (a: Ratio, b: Ratio): Ratio => ratio(a.numerator * b.denominator, a.denominator * b.numerator);
export const add = (a: Ratio, b: Ratio): Ratio =>
  ratio(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
export const one: Ratio = { numerator: 1n, denominator: 1n };

/** -1, 0 or 1 as a is below, equal to or above b. */
export const compareRatios = (a: Ratio, b: Ratio): -1 | 0 | 1 => {
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  return left < right ? -1 : left > right ? 1 : 0;
};

/** Rounds to the nearest whole number, ties to the even one (banker's rounding), because charges of many parcels must not drift upwards. */
export const roundHalfEven = ({ numerator, denominator }: Ratio): bigint => {
  const floor = floorOf(numerator, denominator);
  const twice = 2n * (numerator - floor * denominator);
  if (twice < denominator) return floor;
  if (twice > denominator) return floor + 1n;
  return floor % 2n === 0n ? floor : floor + 1n;
};

/** Rounds to the nearest whole number, ties away from zero: what most tax offices print. */
export const roundHalfUp = ({ numerator, denominator }: Ratio): bigint =>
  numerator < 0n ? -roundHalfUp({ numerator: -numerator, denominator }) : floorOf(2n * numerator + denominator, 2n * denominator);

export const roundUp = ({ numerator, denominator }: Ratio): bigint => -floorOf(-numerator, denominator);
export const roundDown = ({ numerator, denominator }: Ratio): bigint => floorOf(numerator, denominator);

const floorOf = (numerator: bigint, denominator: bigint): bigint => {
  const quotient = numerator / denominator;
  return numerator % denominator < 0n ? quotient - 1n : quotient;
};
