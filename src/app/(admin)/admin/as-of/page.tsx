import { wordsIn } from "@/i18n/translator";
import { dayIn, isPlainDate, type PlainDate } from "@/kernel/time";
import { currentPerson, requireAdmin } from "@/modules/access/who";
import { findListingAsOf } from "@/modules/discovery/as-of-queries";
import { DoorCost } from "@/modules/discovery/components/door-cost";
import { findStorefront, listMarkets } from "@/modules/market/queries";
import { tongueOf } from "@/modules/market/tongue";
import { TurnedAway } from "@/modules/merchant/components/turned-away";
import { now } from "@/platform/clock";
import { countryName, formatDay } from "@/ui/format/words";
import { Button } from "@/ui/primitives/button";
import { Field, SelectField } from "@/ui/primitives/field";
import { oneOf } from "@/ui/primitives/list-address";
import { Notice } from "@/ui/primitives/notice";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };
const path = "/admin/as-of";
// The days that the rule book speaks about.
const [firstDay, lastDay] = ["2023-01-01", "2030-12-31"];

/** Any storefront as of a day: what a listing costs at its door under the rules of that day. To be read; nothing can be bought here. */
const AsOfPage = async ({ searchParams }: Props) => {
  const admin = await requireAdmin();
  if (!admin.ok) return <TurnedAway refusal={admin.refusal} path={path} />;
  const { language, market, tag } = tongueOf((await currentPerson())?.storefront);
  const words = wordsIn(language);
  const given = await searchParams;
  const wanted = oneOf(given, "on");
  const on: PlainDate = isPlainDate(wanted) && wanted >= firstDay && wanted <= lastDay ? wanted : dayIn(now(), "UTC");
  const number = oneOf(given, "listing");
  const storefront = await findStorefront(oneOf(given, "storefront") || tag);
  const found = storefront && /^[1-9]\d{0,8}$/.test(number) ? await findListingAsOf(Number(number), storefront, on) : null;
  const tags = (await listMarkets()).filter(({ state }) => state !== "sell-from-only").flatMap(({ code, languages }) => languages.map((one) => ({ code, tag: `${one}-${code.toLowerCase()}` })));
  return (
    <div className="page max-w-4xl space-y-4 py-5">
      <h1 className="text-2xl font-bold">{words("admin.as-of")}</h1>
      <form action={path} className="grid gap-3 sm:grid-cols-4 sm:items-end">
        <SelectField label={words("admin.asOf.storefront")} name="storefront" defaultValue={storefront?.tag ?? tag}>
          {tags.map((each) => <option key={each.tag} value={each.tag}>{countryName(each.code, language)} ({each.tag})</option>)}
        </SelectField>
        <Field type="date" label={words("admin.asOf.day")} name="on" min={firstDay} max={lastDay} defaultValue={on} required />
        <Field label={words("admin.asOf.listing")} name="listing" inputMode="numeric" pattern="[1-9][0-9]{0,8}" maxLength={9} defaultValue={number} required />
        <Button type="submit">{words("admin.asOf.show")}</Button>
      </form>
      <Notice tone="warn">{words("admin.asOf.banner", { date: formatDay(on, language, market, { dateStyle: "long" }) })}</Notice>
      {number !== "" && (found && storefront
        ? <><h2 className="text-lg font-bold"><bdi>{found.listing.text.title}</bdi></h2><DoorCost door={found.door} storefront={{ ...storefront, language }} words={words} /></>
        : <p className="text-ink-soft">{words("admin.asOf.nothing")}</p>)}
    </div>
  );
};

export default AsOfPage;
