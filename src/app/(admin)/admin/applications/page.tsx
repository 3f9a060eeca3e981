import { wordsIn } from "@/i18n/translator";
import { currentPerson, requireAdmin } from "@/modules/access/who";
import { StateBadge } from "@/modules/brand-application/components/application-status";
import { sayAge, sayLength } from "@/modules/brand-application/components/wait";
import { listQueue, listQueueFilters, listTopCategories, summariseQueue } from "@/modules/brand-application/queries";
import { tongueOf } from "@/modules/market/tongue";
import { TurnedAway } from "@/modules/merchant/components/turned-away";
import { secondsBetween } from "@/kernel/time";
import { now } from "@/platform/clock";
import { countryName, formatList, formatNumber } from "@/ui/format/words";
import { Button, ButtonLink } from "@/ui/primitives/button";
import { Cell, DataTable, HeadCell } from "@/ui/primitives/data-table";
import { SelectField } from "@/ui/primitives/field";
import { chosenOf, listAddress, oneOf } from "@/ui/primitives/list-address";
import { Badge } from "@/ui/primitives/notice";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };
const path = "/admin/applications";

/** The queue: oldest first, by country and category, with who has what. */
const ApplicationsPage = async ({ searchParams }: Props) => {
  const admin = await requireAdmin();
  if (!admin.ok) return <TurnedAway refusal={admin.refusal} path={path} />;
  const person = await currentPerson();
  const { language, market } = tongueOf(person?.storefront);
  const words = wordsIn(language);
  const given = await searchParams;
  const state = chosenOf(given, "state", ["waiting", "more-needed", "decided"]);
  const sort = chosenOf(given, "sort", ["age", "brand", "country"]);
  const isDescending = oneOf(given, "dir") === "desc";
  const [country, category] = [oneOf(given, "country"), oneOf(given, "category")];
  const at = now();
  const [rows, filters, top, queue] = await Promise.all([
    listQueue({ state, country: country || null, category: category || null, sort, isDescending }), listQueueFilters(), listTopCategories(language), summariseQueue(),
  ]);
  const categoryNames = new Map(top.map(({ id, name }) => [id, name]));
  const now_ = { state: state === "waiting" ? "" : state, sort: sort === "age" ? "" : sort, dir: isDescending ? "desc" : "", country, category };
  const head = (column: "age" | "brand" | "country", title: string) => ({
    href: listAddress(path, now_, { sort: column === "age" ? "" : column, dir: sort === column && !isDescending ? "desc" : "" }),
    isActive: sort === column, isDescending, title: words("admin.sortBy", { column: title }),
  });
  const tabs = [["waiting", "admin.queue.waiting", queue.waiting], ["more-needed", "admin.queue.moreNeeded", queue.moreNeeded], ["decided", "admin.queue.decided", null]] as const;
  return (
    <div className="page space-y-4 py-5">
      <h1 className="text-2xl font-bold">{words("admin.queue.title")}</h1>
      <nav aria-label={words("admin.state")} className="flex flex-wrap gap-2">
        {tabs.map(([key, name, count]) => (
          <a key={key} href={listAddress(path, now_, { state: key === "waiting" ? "" : key })} aria-current={state === key ? "page" : undefined}
            className={`inline-flex min-h-11 items-center gap-2 rounded-full border px-4 text-sm font-semibold ${state === key ? "border-brand bg-brand text-white" : "border-line-strong bg-surface hover:border-ink-soft"}`}>
            {words(name)}{count !== null && <span className="tabular">{formatNumber(count, language, market)}</span>}
          </a>
        ))}
      </nav>
      <form action={path} className="flex flex-wrap items-end gap-3">
        {now_.state && <input type="hidden" name="state" value={now_.state} />}
        <SelectField className="min-w-40 flex-1 sm:max-w-60" label={words("admin.country")} name="country" defaultValue={country}>
          <option value="">{words("admin.all")}</option>
          {filters.countries.map((code) => [code, countryName(code, language)] as const).sort((a, b) => a[1].localeCompare(b[1], language)).map(([code, name]) => <option key={code} value={code}>{name}</option>)}
        </SelectField>
        <SelectField className="min-w-40 flex-1 sm:max-w-60" label={words("admin.category")} name="category" defaultValue={category}>
          <option value="">{words("admin.all")}</option>
          {top.filter(({ id }) => filters.categories.includes(id)).map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
        </SelectField>
        <Button type="submit" tone="quiet">{words("admin.filter")}</Button>
        {(country || category) && <ButtonLink tone="quiet" href={listAddress(path, now_, { country: "", category: "" })}>{words("admin.clear")}</ButtonLink>}
      </form>
      {rows.length === 0 ? <p className="text-ink-soft">{words("admin.none")}</p> : (
        <DataTable label={words("admin.queue.title")} head={<>
          <HeadCell sort={head("brand", words("admin.queue.brand"))}>{words("admin.queue.brand")}</HeadCell>
          <HeadCell sort={head("age", words("admin.queue.age"))}>{words("admin.queue.age")}</HeadCell>
          <HeadCell sort={head("country", words("admin.country"))}>{words("admin.country")}</HeadCell>
          <HeadCell>{words("admin.category")}</HeadCell>
          <HeadCell>{words("admin.queue.papers")}</HeadCell>
          <HeadCell>{state === "decided" ? words("admin.queue.decision") : words("admin.queue.with")}</HeadCell>
        </>}>
          {rows.map((row) => (
            <tr key={row.id} className="hover:bg-ground">
              <Cell className="min-w-44"><a href={`${path}/${row.id}`} className="block min-h-11 font-semibold text-brand hover:underline"><bdi>{row.brandName}</bdi><span className="block text-xs font-normal text-ink-soft"><bdi>{row.legalName}</bdi></span></a></Cell>
              <Cell className="tabular whitespace-nowrap">{row.submittedAt && (row.decidedAt ? sayLength(words, secondsBetween(row.submittedAt, row.decidedAt)) : sayAge(words, row.submittedAt, at))}</Cell>
              <Cell className="whitespace-nowrap">{row.country && countryName(row.country, language)}</Cell>
              <Cell className="min-w-40">{formatList(row.categories.map((id) => categoryNames.get(id) ?? id), language)}</Cell>
              <Cell className="tabular">{formatNumber(row.papers, language, market)}</Cell>
              <Cell className="whitespace-nowrap">
                {row.state === "claimed" ? <Badge tone={row.claimedBy === person?.name ? "good" : "warn"}>{row.claimedBy === person?.name ? words("admin.queue.you") : row.claimedBy}</Badge>
                  : row.state === "submitted" ? <span className="text-ink-soft">{words("admin.queue.free")}</span> : <StateBadge state={row.state} words={words} />}
              </Cell>
            </tr>
          ))}
        </DataTable>
      )}
    </div>
  );
};

export default ApplicationsPage;
