/** An answer as JSON: whole numbers of money travel as text, because JSON has no big integers. */
export const writeAnswer = (answer: unknown): string => JSON.stringify(answer, (_key, value: unknown) => (typeof value === "bigint" ? value.toString() : value));

/** The inverse: `amount` is always money. */
export const readAnswer = (text: string): unknown => JSON.parse(text, (key, value: unknown) => (key === "amount" && typeof value === "string" && /^-?\d+$/.test(value) ? BigInt(value) : value));
