import { ok, refuse, type Result } from "@/kernel/result";
import { isPlainDate } from "@/kernel/time";

type Kind = { readonly pattern: RegExp; readonly isSound?: (digits: string) => boolean; readonly shown: number; readonly example: string };

/**
 * Personal numbers that customs asks of a recipient. Asked only where a rule needs one, checked by its own check digits, kept encrypted, shown masked,
 * purged after clearance. Kinds without a published check digit are checked by their form alone. Examples are formally sound and nobody's.
 */
const kinds = {
  /** Brazil, natural persons: two check digits modulo 11 (Receita Federal). */
  "BR-CPF": { pattern: /^\d{11}$/, isSound: (d) => !/^(\d)\1+$/.test(d) && cpfDigit(d, 9) === d[9] && cpfDigit(d, 10) === d[10], shown: 2, example: "529.982.247-25" },
  /** Brazil, firms. */
  "BR-CNPJ": { pattern: /^\d{14}$/, isSound: (d) => !/^(\d)\1+$/.test(d) && cnpjDigit(d, 12) === d[12] && cnpjDigit(d, 13) === d[13], shown: 2, example: "11.222.333/0001-81" },
  /** Korea, personal customs clearance code: P and twelve digits; its check is not published. */
  "KR-PCCC": { pattern: /^P\d{12}$/, shown: 3, example: "P123456789012" },
  /** Mainland China, resident identity number: region, birth date, ISO 7064 MOD 11-2 (GB 11643). */
  "CN-ID": { pattern: /^[1-9]\d{16}[\dX]$/, isSound: (d) => isBirthDate(d.slice(6, 14)) && chinaDigit(d) === d[17], shown: 4, example: "11010519491231002X" },
  /** Turkey: two check digits. */
  "TR-TCKN": { pattern: /^[1-9]\d{10}$/, isSound: (d) => turkishDigits(d) === d.slice(9), shown: 2, example: "10000000146" },
  /** Chile: modulo 11, ten is K. */
  "CL-RUT": { pattern: /^\d{7,8}[\dK]$/, isSound: (d) => chileDigit(d.slice(0, -1)) === d.at(-1), shown: 2, example: "12.345.678-5" },
  /** Mexico, population register; form only. */
  "MX-CURP": { pattern: /^[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z\d]\d$/, shown: 3, example: "GODE561231HDFABC09" },
  /** India, tax number used as KYC by couriers; form only. */
  "IN-PAN": { pattern: /^[A-Z]{5}\d{4}[A-Z]$/, shown: 2, example: "ABCPE1234F" },
} as const satisfies Record<string, Kind>;

export type CustomsIdKind = keyof typeof kinds;
export const customsIdKinds = Object.keys(kinds) as CustomsIdKind[];
export const isCustomsIdKind = (text: string): text is CustomsIdKind => Object.hasOwn(kinds, text);
/** What such a number looks like, for the form's hint. */
export const customsIdExample = (kind: CustomsIdKind): string => kinds[kind].example;

/** The number as it is kept: capitals and digits only, full-width forms folded, when its form and check digits are sound; else a refusal that names the kind, never the number. */
export const checkCustomsId = (kind: CustomsIdKind, text: string): Result<string, { readonly code: "customs.bad-id"; readonly kind: CustomsIdKind }> => {
  const number = text.slice(0, 64).normalize("NFKC").toUpperCase().replace(/[\s./-]/g, "");
  const { pattern, isSound }: Kind = kinds[kind];
  return pattern.test(number) && (isSound === undefined || isSound(number)) ? ok(number) : refuse({ code: "customs.bad-id", kind });
};

/** The number as people may see it: the last few characters, the rest dots. CPF 529.982.247-25 is •••••••••25. */
export const maskCustomsId = (kind: CustomsIdKind, number: string): string => {
  const shown = Math.min(kinds[kind].shown, Math.floor(number.length / 3));
  return "•".repeat(number.length - shown) + number.slice(number.length - shown);
};

const weighted = (digits: string, weights: readonly number[]): number => weights.reduce((sum, w, i) => sum + w * Number(digits[i]), 0);
const elevenOrZero = (sum: number): string => (sum % 11 < 2 ? "0" : String(11 - (sum % 11)));
const cpfDigit = (d: string, at: number): string => elevenOrZero(weighted(d, Array.from({ length: at }, (_, i) => at + 1 - i)));
const cnpjDigit = (d: string, at: number): string => elevenOrZero(weighted(d, (at === 12 ? [] : [6]).concat([5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2])));
const chinaDigit = (d: string): string | undefined => "10X98765432"[weighted(d, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11];
const chileDigit = (body: string): string => {
  const sum = [...body].reverse().reduce((s, digit, i) => s + Number(digit) * (2 + (i % 6)), 0);
  return "0K987654321"[sum % 11] ?? "";
};
const turkishDigits = (d: string): string => {
  const n = [...d].map(Number);
  const odd = [0, 2, 4, 6, 8].reduce((s, i) => s + (n[i] ?? 0), 0);
  const even = [1, 3, 5, 7].reduce((s, i) => s + (n[i] ?? 0), 0);
  const tenth = (((odd * 7 - even) % 10) + 10) % 10;
  return `${tenth}${(odd + even + tenth) % 10}`;
};
const isBirthDate = (text: string): boolean => {
  const day = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
  return isPlainDate(day) && day >= "1850-01-01" && day < "2100-01-01";
};
