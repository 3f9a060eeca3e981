/** Check digit of UPU standard S10 for a serial of eight digits: weighed 8 6 4 2 3 5 9 7, eleven less the rest of the sum; 10 is written 0 and 11 is written 5. */
export const s10CheckDigit = (serial: string): number => {
  const rest = 11 - ([...serial].reduce((sum, digit, at) => sum + Number(digit) * (([8, 6, 4, 2, 3, 5, 9, 7] as const)[at] ?? 0), 0) % 11);
  return rest === 10 ? 0 : rest === 11 ? 5 : rest;
};

// Codes that ISO 3166 gives to nobody; XK, which posts use for Kosovo, is among them and is one.
const nowhere = /(AA|Q[M-Z]|X[A-JL-Z]|ZZ)$/;

/** Whether a number has the form of S10, names a country, and its check digit fits: RB123456785GB. */
export const isS10 = (number: string): boolean => /^[A-Z]{2}\d{9}[A-Z]{2}$/.test(number) && !nowhere.test(number) && s10CheckDigit(number.slice(2, 10)) === Number(number[10]);

/**
 * The item number of a parcel: service letters (CP a parcel, EE an express item), eight digits, check digit, country of posting.
 * The serial comes out of the parcel's own name, so that the same parcel always has the same number and no counter is kept.
 */
export const s10Number = (letters: "CP" | "EE", name: string, country: string): string => {
  // FNV-1a over the name, in 32 bits; two names of one merchant share a serial once in tens of millions.
  let hash = 0x811c9dc5;
  for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  const serial = String(hash % 100_000_000).padStart(8, "0");
  return `${letters}${serial}${s10CheckDigit(serial)}${country}`;
};
