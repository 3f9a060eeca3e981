import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { wordsIn } from "@/i18n/translator";
import { refusalWords } from "@/modules/access/components/refusal-words";
import { requireShopper } from "@/modules/access/who";
import { findStorefront } from "@/modules/market/queries";
import { AccountFrame } from "@/modules/shopper/components/account-frame";
import { MeasurementsForm } from "@/modules/shopper/components/measurements-form";
import { lengthUnit, showMeasure } from "@/modules/shopper/measure";
import { bodyMeasures } from "@/modules/shopper/queries";
import { measures } from "@/modules/sizing/size-table";
import { Card } from "@/ui/primitives/card";

type Props = { params: Promise<{ storefront: string }> };

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const storefront = await findStorefront((await params).storefront);
  return storefront ? { title: wordsIn(storefront.language)("account.parts.measurements"), robots: { index: false } } : {};
};

const MeasurementsPage = async ({ params }: Props) => {
  const storefront = await findStorefront((await params).storefront);
  if (!storefront) notFound();
  const shopper = await requireShopper();
  if (!shopper.ok) redirect(`/${storefront.tag}/sign-in?next=/${storefront.tag}/account/measurements`);
  const words = wordsIn(storefront.language);
  const unit = lengthUnit(storefront.profile.unitSystem);
  const body = await bodyMeasures(shopper.value);
  return (
    <AccountFrame storefront={storefront} current="measurements" title={words("account.parts.measurements")}>
      <Card className="max-w-2xl">
        <p className="mb-4 text-ink-soft">{words("account.measurementsLead")}</p>
        <MeasurementsForm
          unit={unit}
          fields={measures.map((name) => ({ name, label: words("account.measureIn", { measure: words(`account.measures.${name}`), unit: words(`account.units.${unit}`) }), hint: words(`account.measureHints.${name}`), value: body[name] === undefined ? "" : showMeasure(body[name], unit) }))}
          said={refusalWords(words, ["shopper.bad-measures"])}
          words={{ save: words("account.save"), saved: words("account.saved"), wrong: words("refusals.shopper.bad-measure") }}
        />
      </Card>
    </AccountFrame>
  );
};

export default MeasurementsPage;
