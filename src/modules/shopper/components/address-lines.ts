import type { Address, AddressForm } from "../address";

/** An address as it is written in its country, line by line, with the name of its region. The country's own name comes last, from whoever shows it. */
export const addressLines = (form: AddressForm, address: Address): readonly string[] =>
  form.rows
    .map((row) => row.map((field) => (field === "region" ? (form.regions.find((region) => region.value === address.region)?.name ?? address.region) : address[field])).filter(Boolean).join(" "))
    .filter((line) => line !== "");
