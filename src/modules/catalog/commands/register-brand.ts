import type { CountryCode } from "@/kernel/country";
import type { Id } from "@/kernel/id";
import { ok, type Result } from "@/kernel/result";
import { newId, now } from "@/platform/clock";
import { transaction } from "@/platform/db";
import { insertBrand } from "../brand-store";
import { slugOf } from "../slug";

/** Enters a brand for a merchant. Two brands may share a name (that is for the reviewer to judge); they never share an address. */
export const registerBrand = (
  { name, country, merchantId }: { readonly name: string; readonly country: CountryCode; readonly merchantId: Id<"merchant"> },
): Promise<Result<{ readonly brandId: Id<"brand">; readonly slug: string }, never>> =>
  transaction(async (tx) => {
    const id = newId("brand");
    const slug = await insertBrand(tx, { id, slug: slugOf(name), name, country, merchantId, at: now() });
    return ok({ brandId: id, slug });
  });
