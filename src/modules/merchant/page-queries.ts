import type { CountryCode } from "@/kernel/country";
import type { Id } from "@/kernel/id";
import type { PlainDate } from "@/kernel/time";
import { reader } from "@/platform/db";

/** A merchant as shoppers meet it. The story is in the language asked for, else English, else the first by code. */
export type MerchantPage = {
  readonly id: Id<"merchant">;
  readonly slug: string;
  readonly name: string;
  readonly legalName: string;
  readonly country: CountryCode;
  readonly city: string;
  readonly since: PlainDate;
  readonly handlingDays: number;
  readonly story: { readonly language: string; readonly text: string; readonly writtenBy: string } | null;
  readonly brands: readonly { readonly slug: string; readonly name: string }[];
};

const isSlug = (text: string): boolean => /^[\p{L}\p{N}\p{M}-]{1,120}$/u.test(text);

/** An active merchant by the name in its address, or null: a suspended one has no page. One statement. */
export const findMerchantPage = async (slug: string, language: string): Promise<MerchantPage | null> => {
  if (!isSlug(slug)) return null;
  const [row] = await reader().$queryRaw<MerchantPage[]>`
    select m.id, m.slug, m.name, m."legalName", m.country, m.city, to_char(m.since, 'YYYY-MM-DD') as since, m."handlingDays",
      (select jsonb_build_object('language', t.language, 'text', t.story, 'writtenBy', t."writtenBy") from merchant_text t where t."merchantId" = m.id
        order by t.language = ${language} desc, t.language = 'en' desc, t.language limit 1) as story,
      (select coalesce(jsonb_agg(jsonb_build_object('slug', b.slug, 'name', b.name) order by b.name), '[]') from brand b where b."merchantId" = m.id) as brands
    from merchant m where m.slug = ${slug} and m.state = 'active'`;
  return row ?? null;
};
