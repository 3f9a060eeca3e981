const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const bits = 40n;
const size = 1n << bits;
const half = 20n;
const halfMask = (1n << half) - 1n;
const keys = [0x5a17n, 0xc3d29n, 0x9e377n, 0x1b873n];

/**
 * The number that people read aloud for an order: "EN-7K2M-94QD", in Crockford's base 32, which has no I, L, O or U.
 *
 * The sequence goes through a reversible scramble (four Feistel rounds over 40 bits), so that numbers stay unique and neither their order nor their
 * distance tells how many orders there are. It is no secret: whoever knows the number may see nothing by it.
 */
export const orderNumber = (sequence: bigint): string => {
  if (sequence < 0n || sequence >= size) throw new RangeError("an order number has 40 bits");
  let left = sequence >> half;
  let right = sequence & halfMask;
  for (const key of keys) [left, right] = [right, left ^ round(right, key)];
  return written((left << half) | right);
};

/** The sequence behind a number, or null when it is none: for support, and for the proof that nothing is lost. */
export const sequenceOf = (number: string): bigint | null => {
  const match = /^EN-([0-9A-HJKMNP-TV-Z]{4})-([0-9A-HJKMNP-TV-Z]{4})$/.exec(number);
  if (!match) return null;
  let value = 0n;
  for (const letter of `${match[1]}${match[2]}`) value = value * 32n + BigInt(alphabet.indexOf(letter));
  let left = value >> half;
  let right = value & halfMask;
  for (const key of [...keys].reverse()) [left, right] = [right ^ round(left, key), left];
  return (left << half) | right;
};

const round = (part: bigint, key: bigint): bigint => {
  const mixed = ((part ^ key) * 0x9e3779b1n) & 0xffffffffn;
  return (mixed ^ (mixed >> 13n)) & halfMask;
};

const written = (value: bigint): string => {
  let text = "";
  for (let rest = value, i = 0; i < 8; i++, rest /= 32n) text = alphabet[Number(rest % 32n)] + text;
  return `EN-${text.slice(0, 4)}-${text.slice(4)}`;
};
