import type { Address, AddressForm } from "../address";

/**
 * An address as it is written in its country, line by line, with the name of its region. The country's own name comes last, from whoever shows it.
 * A city that gives its region its name is not said twice: "São Paulo SP", "上海市".
 */
export const addressLines = (form: AddressForm, address: Address): readonly string[] => {
  const named = form.regions.find((region) => region.value === address.region)?.name ?? address.region;
  const region = named === address.locality ? address.region : named;
  const lines = form.rows.map((row) => row.map((field) => (field === "region" ? region : address[field])).filter(Boolean).join(" "));
  return [...new Set(lines)].filter((line) => line !== "");
};
