import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { endonyms, languages } from "@/i18n/languages";
import { wordsIn } from "@/i18n/translator";
import { browserName } from "@/modules/access/browser-name";
import { NameForm, PasswordForm } from "@/modules/access/components/profile-forms";
import { refusalWords } from "@/modules/access/components/refusal-words";
import { EndSessionButton, SendVerificationButton, SignOutButton } from "@/modules/access/components/session-tools";
import { listSessions } from "@/modules/access/queries";
import { currentPerson, requireShopper } from "@/modules/access/who";
import { mayBrowse } from "@/modules/market/market";
import { findStorefront, listMarkets } from "@/modules/market/queries";
import { AccountFrame } from "@/modules/shopper/components/account-frame";
import { StorefrontForm } from "@/modules/shopper/components/storefront-form";
import { countryName, formatInstant } from "@/ui/format/words";
import { Card } from "@/ui/primitives/card";
import { Badge } from "@/ui/primitives/notice";

type Props = { params: Promise<{ storefront: string }> };

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const storefront = await findStorefront((await params).storefront);
  return storefront ? { title: wordsIn(storefront.language)("account.title"), robots: { index: false } } : {};
};

const AccountPage = async ({ params }: Props) => {
  const storefront = await findStorefront((await params).storefront);
  if (!storefront) notFound();
  const shopper = await requireShopper();
  if (!shopper.ok) redirect(`/${storefront.tag}/sign-in?next=/${storefront.tag}/account`);
  const [person, sessions, markets] = await Promise.all([currentPerson(), listSessions(shopper.value), listMarkets()]);
  const words = wordsIn(storefront.language);
  const { language, market, profile } = storefront;
  const said = { ...refusalWords(words, ["access.weak-password", "market.no-such-storefront"]), wrongCurrent: words("account.wrongCurrent") };
  const [savedLanguage = "en", savedMarket = "us"] = shopper.value.storefront.split("-");
  return (
    <AccountFrame storefront={storefront} current="overview" title={words("account.greeting", { name: person?.name ?? "" })}>
      <Card title={words("account.you")} action={<SignOutButton home={`/${storefront.tag}`} label={words("account.signOut")} />}>
        <p className="flex flex-wrap items-center gap-2"><bdi dir="ltr" className="break-all">{shopper.value.email}</bdi><Badge tone={shopper.value.isEmailVerified ? "good" : "warn"}>{words(shopper.value.isEmailVerified ? "account.verified" : "account.notVerified")}</Badge></p>
        {!shopper.value.isEmailVerified && <div className="mt-3 space-y-2"><p className="text-sm text-ink-soft">{words("account.verifyWhy")}</p><SendVerificationButton label={words("account.sendVerification")} sent={words("account.verificationSent")} said={said} /></div>}
        <div className="mt-5"><NameForm name={person?.name ?? ""} said={said} words={{ name: words("access.name"), save: words("account.save"), saved: words("account.saved") }} /></div>
      </Card>
      <Card title={words("account.homeTitle")}>
        <p className="mb-3 text-sm text-ink-soft">{words("account.homeLead")}</p>
        <StorefrontForm
          language={savedLanguage} market={savedMarket.toUpperCase()} said={said}
          languages={languages.map((code) => [code, endonyms[code]])}
          markets={markets.filter(mayBrowse).map(({ code, currency }) => [code, `${countryName(code, language)} · ${currency}`])}
          words={{ language: words("shop.language"), market: words("shop.shipTo"), save: words("account.save"), saved: words("account.saved") }}
        />
      </Card>
      <Card title={words("account.passwordTitle")}>
        <PasswordForm said={said} words={{ current: words("access.currentPassword"), password: words("access.newPassword"), passwordHint: words("access.passwordHint"), save: words("access.reset"), saved: words("account.passwordSaved") }} />
      </Card>
      <Card title={words("account.devices")} action={sessions.length > 1 && <SignOutButton everywhere home={`/${storefront.tag}`} label={words("account.signOutEverywhere")} />}>
        <ul className="divide-y divide-line">
          {sessions.map((session) => (
            <li key={session.id} className="flex flex-wrap items-center justify-between gap-3 py-3">
              <div>
                <p className="font-medium"><bdi>{browserName(session.userAgent) ?? words("account.unknownDevice")}</bdi></p>
                <p className="text-sm text-ink-soft">{session.isThisOne ? words("account.thisDevice") : words("account.lastSeen", { when: formatInstant(session.lastSeenAt, language, profile.timeZone, market) })}</p>
              </div>
              {!session.isThisOne && <EndSessionButton sessionId={session.id} label={words("account.signOut")} />}
            </li>
          ))}
        </ul>
      </Card>
    </AccountFrame>
  );
};

export default AccountPage;
