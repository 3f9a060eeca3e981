type Refused = { readonly code: string; readonly minutes?: number; readonly why?: string; readonly fields?: Readonly<Record<string, string>> };

/** The words of a refusal out of those that a page brought along. */
export const say = (said: Readonly<Record<string, string>>, refusal: Refused): string =>
  said[`${refusal.code}.${refusal.minutes ?? refusal.why}`] ?? said[refusal.code] ?? said["unknown"] ?? "";

/** What is wrong with one field, or undefined. */
export const sayField = (said: Readonly<Record<string, string>>, refusal: Refused | null, field: string): string | undefined => {
  const code = refusal?.fields?.[field];
  return code === undefined ? undefined : code === "too_small" ? said["required"] : said["invalid"];
};
