import { isCountryCode } from "@/kernel/country";
import type { Id } from "@/kernel/id";
import { ok, refuse, type Result } from "@/kernel/result";
import type { ShopperActor } from "@/modules/access/actor";
import { findCountry } from "@/modules/market/queries";
import { newId, now } from "@/platform/clock";
import { transaction } from "@/platform/db";
import { checkAddress, type AddressInvalid } from "../address";
import { addressForm, phoneNumber } from "../address-queries";
import type { SaveAddress } from "../schema";
import { countAddresses, insertAddress, lockShopper, makeDefault, updateAddress } from "../store";

/** More than anybody sends parcels to, and few enough to be chosen from on a phone. */
const mostAddresses = 20;

export type SaveAddressRefusal =
  | AddressInvalid
  | { readonly code: "address.no-such-address" }
  | { readonly code: "address.no-such-country" }
  | { readonly code: "address.too-many"; readonly most: number };

/**
 * Keeps an address of a person, new or changed, judged by the form of its country. The first one is the usual one.
 * Refused: what the country's form does not allow, a country that no lane reaches, somebody else's address, a twenty-first.
 */
export const saveAddress = async (actor: ShopperActor, input: SaveAddress): Promise<Result<{ readonly addressId: Id<"address"> }, SaveAddressRefusal>> => {
  const country = isCountryCode(input.country) ? input.country : null;
  const shipTo = country && (await findCountry(country));
  if (!country || !shipTo?.shipTo) return refuse({ code: "address.no-such-country" });
  const checked = checkAddress(await addressForm(country), input.address, phoneNumber(input.address.phone ?? "", country));
  if (!checked.ok) return checked;
  return transaction(async (tx): Promise<Result<{ addressId: Id<"address"> }, SaveAddressRefusal>> => {
    await lockShopper(tx, actor.userId);
    const count = await countAddresses(tx, actor.userId);
    const addressId = input.addressId ?? newId("address");
    if (input.addressId) {
      if (!(await updateAddress(tx, actor.userId, addressId, checked.value))) return refuse({ code: "address.no-such-address" });
    } else {
      if (count >= mostAddresses) return refuse({ code: "address.too-many", most: mostAddresses });
      await insertAddress(tx, actor.userId, { id: addressId, address: checked.value, isDefault: false }, now());
    }
    if (input.isDefault || count === 0) await makeDefault(tx, actor.userId, addressId);
    return ok({ addressId });
  });
};
