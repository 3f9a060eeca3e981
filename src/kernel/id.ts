/** Every noun that has rows, with the prefix its ids carry. One registry: an id tells what it is the id of. */
export const idPrefixes = {
  user: "usr", session: "ses", token: "tok", address: "adr", measurement: "mea",
  merchant: "mer", membership: "mbr", application: "app", document: "doc", decision: "dec",
  brand: "brd", product: "prd", variant: "var", picture: "pic", listing: "lst", offer: "ofr", location: "loc", movement: "mov",
  rate: "fxr", rule: "rul", ruleProposal: "rpr", service: "svc",
  cart: "crt", cartLine: "crl", wish: "wsh", quote: "quo", checkout: "chk", consignment: "cns", line: "lin", charge: "chg", hold: "hld",
  attempt: "att", payment: "pay", command: "cmd", refund: "rfd", review: "rev", mail: "mai", audit: "aud", log: "log",
} as const;

export type Noun = keyof typeof idPrefixes;
export type Id<N extends Noun> = `${(typeof idPrefixes)[N]}_${string}`;

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/**
 * An id that carries its noun and sorts by time: prefix, 10 characters of milliseconds, 16 of randomness (Crockford base 32, the layout of ULID).
 * Pure: `platform/clock` supplies the moment and the random bytes.
 */
export const formatId = <N extends Noun>(noun: N, millis: number, random: Uint8Array): Id<N> => {
  let time = "";
  for (let rest = millis, i = 0; i < 10; i++, rest = Math.floor(rest / 32)) time = alphabet[rest % 32] + time;
  let tail = "";
  for (let i = 0; i < 16; i++) tail += alphabet[(random[i] ?? 0) % 32];
  return `${idPrefixes[noun]}_${time}${tail}` as Id<N>;
};

export const isIdOf = <N extends Noun>(noun: N, text: string): text is Id<N> =>
  text.startsWith(`${idPrefixes[noun]}_`) && /^[a-z]{3}_[0-9a-z]{26}$/.test(text);
