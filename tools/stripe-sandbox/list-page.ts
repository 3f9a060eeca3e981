import { invalidRequest, missingResource } from "./api-error";

export interface ListParams {
  readonly limit?: number;
  readonly starting_after?: string;
  readonly ending_before?: string;
}

/** One page of a list, newest first, with Stripe's cursors. `ending_before` gives the rows just before the cursor, still newest first. */
export const listPage = <T extends { readonly id: string }>(newestFirst: readonly T[], params: ListParams, url: string, kind: string) => {
  const limit = params.limit ?? 10;
  if (limit < 1 || limit > 100) throw invalidRequest("This value must be between 1 and 100.", "parameter_invalid_integer", "limit");
  if (params.starting_after && params.ending_before) throw invalidRequest("You can only use one of `starting_after` and `ending_before`.", undefined, "ending_before");
  const place = (id: string, param: string): number => {
    const index = newestFirst.findIndex((one) => one.id === id);
    if (index < 0) throw missingResource(kind, id, param);
    return index;
  };
  let from = 0;
  let to: number;
  let hasMore: boolean;
  if (params.ending_before) {
    to = place(params.ending_before, "ending_before");
    from = Math.max(0, to - limit);
    hasMore = from > 0;
  } else {
    if (params.starting_after) from = place(params.starting_after, "starting_after") + 1;
    to = from + limit;
    hasMore = to < newestFirst.length;
  }
  return { object: "list" as const, data: newestFirst.slice(from, to), has_more: hasMore, url };
};

export interface TimeRange { readonly gt?: number; readonly gte?: number; readonly lt?: number; readonly lte?: number }

/** Stripe's `created` filter: a second, or a range. */
export const isWithin = (created: number, wanted: number | TimeRange | undefined): boolean => {
  if (wanted === undefined) return true;
  if (typeof wanted === "number") return created === wanted;
  return (wanted.gt === undefined || created > wanted.gt) && (wanted.gte === undefined || created >= wanted.gte)
    && (wanted.lt === undefined || created < wanted.lt) && (wanted.lte === undefined || created <= wanted.lte);
};
