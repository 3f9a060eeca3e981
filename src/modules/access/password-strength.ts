import { ok, refuse, type Result } from "@/kernel/result";
import { commonPhrases, commonWords } from "./common-passwords";

export type WeakPassword = { readonly code: "access.weak-password"; readonly why: "short" | "common" | "personal" };

const shortest = 10;

const isRun = (text: string): boolean => {
  const steps = new Set([...text].slice(1).map((letter, index) => (letter.codePointAt(0) ?? 0) - (text.codePointAt(index) ?? 0)));
  const step = [...steps][0] ?? 0;
  return steps.size === 1 && Math.abs(step) <= 1;
};

const isCommon = (password: string): boolean => {
  const lower = password.toLowerCase();
  const letters = lower.replace(/[\s\p{P}\p{S}]/gu, "");
  const core = letters.replace(/^\d+|\d+$/g, "");
  if (core.length <= 3 || commonWords.has(core) || commonPhrases.has(letters) || commonPhrases.has(core)) return true;
  if (/^(.{1,5}?)\1+$/u.test(lower)) return true;
  return /^\d+$/.test(letters) ? letters.split(/(?<=0)(?=1)/).every(isRun) : isRun(letters);
};

/**
 * Whether a password is one that guessing begins with. Length is what counts (NIST SP 800-63B, 5.1.1.2): ten characters, no rules of
 * composition, which only lead to "Password1!". Refused: shorter; a common word with digits and signs around it, a run, a repetition;
 * the person's own name or address. "harbour-lantern-42" passes, "Password2026!" and "abcabcabcabc" do not.
 */
export const checkPassword = (password: string, person: { readonly email: string; readonly name: string }): Result<null, WeakPassword> => {
  const no = (why: WeakPassword["why"]): Result<null, WeakPassword> => refuse({ code: "access.weak-password", why });
  if ([...password].length < shortest) return no("short");
  if (isCommon(password.normalize("NFKC"))) return no("common");
  const plain = (text: string): string => text.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  const core = plain(password).replace(/^\d+|\d+$/g, "");
  const own = [person.email, person.email.split("@")[0] ?? "", person.name, ...person.name.split(/\s+/)].map(plain).filter((part) => part.length >= 3);
  return own.some((part) => core === part || plain(password) === part || core === part + part) ? no("personal") : ok(null);
};
