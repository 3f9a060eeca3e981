import { endonyms, isLanguage } from "@/i18n/languages";
import { wordsFor, wordsIn } from "@/i18n/translator";
import { currentPerson, requireAdmin } from "@/modules/access/who";
import { MarketSwitch, ShipToSwitch } from "@/modules/market/components/market-switch";
import { marketReasons } from "@/modules/market/opening";
import { listCountries, listMarkets } from "@/modules/market/queries";
import { tongueOf } from "@/modules/market/tongue";
import { TurnedAway } from "@/modules/merchant/components/turned-away";
import { countryName, formatList, formatNumber } from "@/ui/format/words";
import { Button } from "@/ui/primitives/button";
import { Cell, DataTable, HeadCell } from "@/ui/primitives/data-table";
import { Field, SelectField } from "@/ui/primitives/field";
import { chosenOf, oneOf } from "@/ui/primitives/list-address";
import { Badge } from "@/ui/primitives/notice";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };
const path = "/admin/markets";
const states = ["open", "browse-only", "closed", "sell-from-only"] as const;

/** Which markets are open, and to which countries goods are sent; each closing with its reason. */
const MarketsPage = async ({ searchParams }: Props) => {
  const admin = await requireAdmin();
  if (!admin.ok) return <TurnedAway refusal={admin.refusal} path={path} />;
  const { language, market } = tongueOf((await currentPerson())?.storefront);
  const words = wordsIn(language);
  const given = await searchParams;
  const [search, delivery] = [oneOf(given, "q").trim().toLocaleLowerCase(language), chosenOf(given, "delivery", ["on", "off", "all"])];
  const [markets, countries] = await Promise.all([listMarkets(), listCountries()]);
  const named = countries.map((country) => ({ ...country, name: countryName(country.code, language) })).sort((a, b) => a.name.localeCompare(b.name, language));
  const shown = named.filter(({ name, code, shipTo }) => (!search || name.toLocaleLowerCase(language).includes(search) || code.toLowerCase() === search) && (delivery === "all" || shipTo === (delivery === "on")));
  const reasons = marketReasons.map((code) => [code, words(`admin.marketReasons.${code}`)] as const);
  const switchWords = {
    state: words("admin.state"), reason: words("admin.marketList.reason"), noReason: words("admin.marketList.noReason"), save: words("admin.marketList.save"), turnOn: words("admin.marketList.turnOn"), turnOff: words("admin.marketList.turnOff"),
    refusals: Object.fromEntries(["unknown", "input.invalid", "market.not-found", "market.changed-meanwhile", "market.reason-needed", "access.not-allowed", "access.not-signed-in"].map((code) => [code, wordsFor(words, `refusals.${code}`)])),
  };
  return (
    <div className="page space-y-6 py-5">
      <section className="space-y-3">
        <h1 className="text-2xl font-bold">{words("admin.marketList.markets")}</h1>
        <DataTable label={words("admin.marketList.markets")} head={<>
          <HeadCell>{words("admin.market")}</HeadCell><HeadCell>{words("admin.state")}</HeadCell><HeadCell>{words("admin.marketList.change")}</HeadCell><HeadCell>{words("admin.marketList.currency")}</HeadCell><HeadCell>{words("admin.marketList.languages")}</HeadCell>
        </>}>
          {markets.map((row) => (
            <tr key={row.code}>
              <Cell className="whitespace-nowrap font-semibold">{countryName(row.code, language)}</Cell>
              <Cell className="whitespace-nowrap"><Badge tone={row.state === "open" ? "good" : row.state === "closed" ? "bad" : "warn"}>{words(`admin.marketStates.${row.state}`)}</Badge>{row.stateReason && <span className="block text-xs text-ink-soft">{wordsFor(words, `admin.marketReasons.${row.stateReason}`)}</span>}</Cell>
              <Cell><MarketSwitch code={row.code} name={countryName(row.code, language)} state={row.state} reason={row.stateReason ?? ""} states={states.map((state) => [state, words(`admin.marketStates.${state}`)])} reasons={reasons} words={switchWords} /></Cell>
              <Cell className="tabular">{row.currency}</Cell>
              <Cell className="min-w-40">{formatList(row.languages.map((code) => (isLanguage(code) ? endonyms[code] : code)), language)}</Cell>
            </tr>
          ))}
        </DataTable>
      </section>
      <section className="space-y-3">
        <h2 className="text-xl font-bold">{words("admin.marketList.countries")}</h2>
        <p className="text-sm text-ink-soft">{words("admin.marketList.sentTo", { count: named.filter(({ shipTo }) => shipTo).length, total: formatNumber(named.length, language, market) })}</p>
        <form action={path} role="search" className="flex flex-wrap items-end gap-3">
          <Field className="min-w-48 flex-1 sm:max-w-72" label={words("admin.searchWords")} name="q" type="search" maxLength={60} defaultValue={oneOf(given, "q")} />
          <SelectField className="min-w-36 flex-1 sm:max-w-44" label={words("admin.marketList.isOn")} name="delivery" defaultValue={delivery}>
            <option value="on">{words("admin.marketList.on")}</option><option value="off">{words("admin.marketList.off")}</option><option value="all">{words("admin.all")}</option>
          </SelectField>
          <Button type="submit" tone="quiet">{words("admin.filter")}</Button>
        </form>
        {shown.length === 0 ? <p className="text-ink-soft">{words("admin.none")}</p> : (
          <DataTable label={words("admin.marketList.countries")} head={<><HeadCell>{words("admin.country")}</HeadCell><HeadCell>{words("admin.marketList.isOn")}</HeadCell><HeadCell>{words("admin.marketList.change")}</HeadCell></>}>
            {shown.map((row) => (
              <tr key={row.code}>
                <Cell><span className="font-medium">{row.name}</span> <span className="text-ink-faint">{row.code}</span></Cell>
                <Cell className="whitespace-nowrap"><Badge tone={row.shipTo ? "good" : "plain"}>{row.shipTo ? words("admin.marketList.on") : words("admin.marketList.off")}</Badge> {row.shipToReason && <span className="text-xs text-ink-soft">{wordsFor(words, `admin.marketReasons.${row.shipToReason}`, {}, "admin.marketStates.browse-only")}</span>}</Cell>
                <Cell><ShipToSwitch code={row.code} name={row.name} isOn={row.shipTo} reasons={reasons} words={switchWords} /></Cell>
              </tr>
            ))}
          </DataTable>
        )}
      </section>
    </div>
  );
};

export default MarketsPage;
