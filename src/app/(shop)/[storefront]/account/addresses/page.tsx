import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { wordsIn } from "@/i18n/translator";
import { requireShopper } from "@/modules/access/who";
import { findStorefront } from "@/modules/market/queries";
import { addressForm } from "@/modules/shopper/address-queries";
import { AccountFrame } from "@/modules/shopper/components/account-frame";
import { addressLines } from "@/modules/shopper/components/address-lines";
import { AddressTools } from "@/modules/shopper/components/address-tools";
import { listAddresses } from "@/modules/shopper/queries";
import { countryName } from "@/ui/format/words";
import { ButtonLink } from "@/ui/primitives/button";
import { Card } from "@/ui/primitives/card";
import { Badge } from "@/ui/primitives/notice";

type Props = { params: Promise<{ storefront: string }> };

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const storefront = await findStorefront((await params).storefront);
  return storefront ? { title: wordsIn(storefront.language)("account.parts.addresses"), robots: { index: false } } : {};
};

const AddressesPage = async ({ params }: Props) => {
  const storefront = await findStorefront((await params).storefront);
  if (!storefront) notFound();
  const base = `/${storefront.tag}/account/addresses`;
  const shopper = await requireShopper();
  if (!shopper.ok) redirect(`/${storefront.tag}/sign-in?next=${base}`);
  const words = wordsIn(storefront.language);
  const addresses = await Promise.all((await listAddresses(shopper.value)).map(async (saved) => ({ ...saved, lines: addressLines(await addressForm(saved.address.country), saved.address) })));
  return (
    <AccountFrame storefront={storefront} current="addresses" title={words("account.parts.addresses")}>
      <ButtonLink href={`${base}/new`}>{words("account.addAddress")}</ButtonLink>
      {addresses.length === 0 && <p className="text-ink-soft">{words("account.noAddresses")}</p>}
      <ul className="grid gap-3 md:grid-cols-2">
        {addresses.map(({ id, isDefault, address, lines }) => (
          <li key={id}>
            <Card className="h-full">
              {isDefault && <p className="mb-2"><Badge tone="good">{words("account.usualAddress")}</Badge></p>}
              <address className="not-italic">
                {lines.map((line, index) => <p key={index} className={index === 0 ? "font-semibold" : ""}><bdi>{line}</bdi></p>)}
                <p>{countryName(address.country, storefront.language)}</p>
                <p className="tabular text-ink-soft"><bdi dir="ltr">{address.phone}</bdi></p>
              </address>
              <AddressTools addressId={id} isDefault={isDefault} edit={`${base}/${id}`} words={{ edit: words("account.edit"), remove: words("account.remove"), removeSure: words("account.removeSure"), makeUsual: words("account.makeUsual") }} />
            </Card>
          </li>
        ))}
      </ul>
    </AccountFrame>
  );
};

export default AddressesPage;
