import type { Instant } from "@/kernel/time";
import { instant } from "@/kernel/time";
import { reader } from "@/platform/db";
import type { MerchantState } from "./merchant";

export type MerchantRow = {
  readonly id: string; readonly slug: string; readonly name: string; readonly legalName: string; readonly country: string; readonly kind: string;
  readonly state: MerchantState; readonly suspendedReason: string | null; readonly contactEmail: string; readonly createdAt: Instant; readonly live: number; readonly drafts: number;
};
export type MerchantFilter = { readonly words: string; readonly country: string | null; readonly state: MerchantState | null; readonly sort: "name" | "country" | "since"; readonly isDescending: boolean; readonly page: number };

export const merchantsPerPage = 50;

/** Merchants as the staff see them, with how much of theirs is live. */
export const listMerchants = async (filter: MerchantFilter): Promise<{ rows: MerchantRow[]; total: number }> => {
  const contains = { contains: filter.words, mode: "insensitive" as const };
  const where = {
    ...(filter.words ? { OR: [{ name: contains }, { legalName: contains }, { contactEmail: contains }] } : {}),
    ...(filter.country ? { country: filter.country } : {}),
    ...(filter.state ? { state: filter.state } : {}),
  };
  const direction = filter.isDescending ? ("desc" as const) : ("asc" as const);
  const [total, merchants] = await Promise.all([
    reader().merchant.count({ where }),
    reader().merchant.findMany({
      where, skip: (filter.page - 1) * merchantsPerPage, take: merchantsPerPage,
      orderBy: [filter.sort === "country" ? { country: direction } : filter.sort === "since" ? { createdAt: direction } : { name: direction }, { id: "asc" }],
      select: { id: true, slug: true, name: true, legalName: true, country: true, kind: true, state: true, suspendedReason: true, contactEmail: true, createdAt: true },
    }),
  ]);
  // One statement for the counts of the whole page.
  const counts = await reader().listing.groupBy({ by: ["merchantId", "state"], where: { merchantId: { in: merchants.map(({ id }) => id) } }, _count: true });
  const count = (id: string, state: string) => counts.find((row) => row.merchantId === id && row.state === state)?._count ?? 0;
  const rows = merchants.map((row) => ({ ...row, state: row.state as MerchantState, createdAt: instant(row.createdAt), live: count(row.id, "live"), drafts: count(row.id, "draft") }));
  return { rows, total };
};

export const countMerchants = async (): Promise<{ active: number; suspended: number }> => {
  const rows = await reader().merchant.groupBy({ by: ["state"], _count: true });
  const of = (state: string) => rows.find((row) => row.state === state)?._count ?? 0;
  return { active: of("active"), suspended: of("suspended") };
};

export const listMerchantCountries = async (): Promise<string[]> =>
  (await reader().merchant.findMany({ distinct: ["country"], select: { country: true }, orderBy: { country: "asc" } })).map(({ country }) => country);

/** The merchant whose centre a person opens, also while it is suspended: the header says so. */
export const findMerchantOf = async (userId: string): Promise<{ id: string; name: string; slug: string; state: MerchantState } | null> => {
  const rows = await reader().membership.findMany({ where: { userId }, orderBy: { createdAt: "asc" }, select: { merchant: { select: { id: true, name: true, slug: true, state: true } } } });
  const merchant = (rows.find((row) => row.merchant.state === "active") ?? rows[0])?.merchant;
  return merchant ? { ...merchant, state: merchant.state as MerchantState } : null;
};
