import { hash, verify } from "@node-rs/argon2";

// argon2id with OWASP's minimum (19 MiB, two passes, one lane): about 7 ms here, checked 2026-11-23. 2 is Algorithm.Argon2id,
// whose const enum cannot be imported under isolated modules.
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

// One password typed on two keyboards may come in two compositions of the same letters (ô, ß in full width): NFKC makes them one (RFC 8265).
const composed = (password: string): string => password.normalize("NFKC");

export const hashPassword = (password: string): Promise<string> => hash(composed(password), cost);

/** Whether a stored hash was made with other costs than today's: it is made anew when its owner next signs in. */
export const isHashStale = (stored: string): boolean => !stored.startsWith(`$argon2id$v=19$m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}$`);

// Verified when the account does not exist, so that the answer takes as long as for one that does.
let decoy: Promise<string> | undefined;

export const isPassword = async (stored: string | null, password: string): Promise<boolean> => {
  const matches = await verify(stored ?? (await (decoy ??= hashPassword("nobody's password"))), composed(password));
  return stored !== null && matches;
};
