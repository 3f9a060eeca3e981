import { wordsIn } from "@/i18n/translator";
import { currentPerson, requireShopper } from "@/modules/access/who";
import { ApplicationFacts } from "@/modules/brand-application/components/application-facts";
import { ApplicationStatus } from "@/modules/brand-application/components/application-status";
import { ApplyForm } from "@/modules/brand-application/components/apply-form";
import { applyWords } from "@/modules/brand-application/components/apply-words";
import { findLatestOf, findPlace, listTopCategories } from "@/modules/brand-application/queries";
import { isDecided, isEditable } from "@/modules/brand-application/application";
import { findMarket, listCountries, listMarkets } from "@/modules/market/queries";
import { tongueOf } from "@/modules/market/tongue";
import { TurnedAway } from "@/modules/merchant/components/turned-away";
import { countryName } from "@/ui/format/words";
import { ButtonLink } from "@/ui/primitives/button";
import { Card } from "@/ui/primitives/card";
import { Notice } from "@/ui/primitives/notice";

type Props = { searchParams: Promise<{ new?: string | string[] }> };

const nothing = { country: null, legalName: "", legalForm: "", registrationNumber: "", city: "", brandName: "", story: "", website: "", categories: [], markets: [] };
// Shelves of the taxonomy that are not goods of a brand.
const notForBrands = new Set(["gc", "na", "pa", "se"]);

/** Where somebody applies for a brand, sees where the application stands, and answers what is asked. */
const ApplyPage = async ({ searchParams }: Props) => {
  const shopper = await requireShopper();
  if (!shopper.ok) return <TurnedAway refusal={shopper.refusal} path="/sell/apply" />;
  const { userId, email, isEmailVerified, storefront } = shopper.value;
  const { language, market } = tongueOf(storefront);
  const words = wordsIn(language);
  const [latest, top, countries, markets, person, home] = await Promise.all([findLatestOf(userId), listTopCategories(language), listCountries(), listMarkets(), currentPerson(), findMarket(market)]);
  const wantsNew = (await searchParams).new !== undefined;
  const application = latest && isDecided(latest) && wantsNew ? null : latest;
  const tongue = { language, market, timeZone: home?.timeZone ?? "UTC" };
  const byName = (a: readonly [string, string], b: readonly [string, string]) => a[1].localeCompare(b[1], language);
  const isOpen = application === null || isEditable(application);
  return (
    <div className="page max-w-4xl space-y-4 py-5">
      <header>
        <h1 className="text-2xl font-bold">{words("application.title")}</h1>
        {isOpen && <p className="mt-1 text-ink-soft">{words("application.intro")}</p>}
      </header>
      {application && application.state !== "draft" && <ApplicationStatus application={application} place={await findPlace(application.id)} words={words} tongue={tongue} />}
      {application?.state === "approved" && person?.isMerchant && <ButtonLink href="/sell">{words("application.toCentre")}</ButtonLink>}
      {application && isDecided(application) && <ButtonLink tone="quiet" href="/sell/apply?new">{words("application.another")}</ButtonLink>}
      {isOpen && !isEmailVerified && <Notice tone="warn">{words("application.verify", { email })}</Notice>}
      {isOpen ? (
        <ApplyForm
          start={{ applicationId: application?.id ?? null, version: application?.version ?? 1, facts: application?.facts ?? nothing, papers: application?.papers ?? [] }}
          countries={countries.map(({ code }) => [code, countryName(code, language)] as const).sort(byName)}
          categories={top.filter(({ id }) => !notForBrands.has(id)).map(({ id, name }) => [id, name] as const)}
          markets={markets.filter(({ state }) => state === "open").map(({ code }) => [code, countryName(code, language)] as const)}
          isAgain={application?.state === "more-needed"}
          canSend={isEmailVerified}
          words={applyWords(words)}
        />
      ) : (
        <Card title={words("application.summary")}><ApplicationFacts facts={application.facts} categories={new Map(top.map(({ id, name }) => [id, name]))} language={language} words={words} /></Card>
      )}
    </div>
  );
};

export default ApplyPage;
