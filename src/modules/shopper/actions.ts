"use server";
import { requireShopper } from "@/modules/access/who";
import { action } from "@/platform/action";
import { chooseUsualAddress } from "./commands/choose-usual-address";
import { removeAddress } from "./commands/remove-address";
import { saveAddress } from "./commands/save-address";
import { saveMeasurements } from "./commands/save-measurements";
import { saveStorefront } from "./commands/save-storefront";
import { toggleWish } from "./commands/toggle-wish";
import { addressOnlySchema, saveAddressSchema, saveMeasurementsSchema, saveStorefrontSchema, toggleWishSchema } from "./schema";

export const saveAddressAction = action({ who: requireShopper, takes: saveAddressSchema, does: saveAddress });
export const removeAddressAction = action({ who: requireShopper, takes: addressOnlySchema, does: removeAddress });
export const chooseUsualAddressAction = action({ who: requireShopper, takes: addressOnlySchema, does: chooseUsualAddress });
export const saveMeasurementsAction = action({ who: requireShopper, takes: saveMeasurementsSchema, does: saveMeasurements });
export const toggleWishAction = action({ who: requireShopper, takes: toggleWishSchema, does: toggleWish });
export const saveStorefrontAction = action({ who: requireShopper, takes: saveStorefrontSchema, does: saveStorefront });
