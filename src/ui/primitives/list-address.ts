type Given = Readonly<Record<string, string | string[] | undefined>>;

/** One value of an address' query, cut to a length that no honest link exceeds; "" when it is not there. */
export const oneOf = (given: Given, key: string): string => {
  const value = given[key];
  return (Array.isArray(value) ? (value[0] ?? "") : (value ?? "")).slice(0, 100);
};

/** The value when it is one of those that count, else the first of them. */
export const chosenOf = <T extends string>(given: Given, key: string, from: readonly [T, ...T[]]): T => from.find((one) => one === oneOf(given, key)) ?? from[0];

export const pageOf = (given: Given): number => {
  const page = Number(oneOf(given, "page"));
  return Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1;
};

/** The address of the same list with something changed; empty values are left out, and a change leads to the first page. */
export const listAddress = (path: string, given: Readonly<Record<string, string>>, change: Readonly<Record<string, string>>): string => {
  const query = new URLSearchParams(Object.entries({ ...given, page: "", ...change }).filter(([, value]) => value !== ""));
  return query.size ? `${path}?${query}` : path;
};
