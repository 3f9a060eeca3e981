"use client";
import { Field, SelectField } from "@/ui/primitives/field";
import type { TypedAddress } from "../address";
import type { AddressInput } from "./address-inputs";

/** The fields of an address as the country has them. Not a form of its own: read with `readAddress` out of the form around it. */
export const AddressFields = ({ inputs, values, faults, said, optional, choose, onChange }: {
  inputs: readonly AddressInput[];
  values: TypedAddress;
  /** Field → fault, as `address.invalid` names them. */
  faults: Readonly<Record<string, string>>;
  /** Fault → words. */
  said: Readonly<Record<string, string>>;
  /** Said behind a field that may stay empty. */
  optional: string;
  /** Said in a list before anything is chosen. */
  choose: string;
  onChange?: (name: keyof TypedAddress, value: string) => void;
}) => (
  <div className="grid grid-cols-2 gap-x-3 gap-y-4">
    {inputs.map(({ name, label, hint, isRequired, autoComplete, options, isWide, isLatin, isNumeric }) => {
      const fault = faults[name];
      const shared = {
        name, autoComplete, hint, error: fault === undefined ? undefined : (said[fault] ?? said["invalid"]), required: isRequired, defaultValue: values[name] ?? "",
        label: isRequired ? label : <>{label} <span className="font-normal text-ink-soft">{optional}</span></>,
        className: isWide ? "col-span-2" : "col-span-2 sm:col-span-1",
      };
      if (options.length > 0) {
        return (
          <SelectField key={name} {...shared} onChange={(event) => onChange?.(name, event.target.value)}>
            <option value="">{choose}</option>
            {options.map((option) => <option key={option.value} value={option.value}>{option.name}</option>)}
          </SelectField>
        );
      }
      return <Field key={name} {...shared} maxLength={200} type={name === "phone" ? "tel" : "text"} dir={isLatin ? "ltr" : "auto"} {...(isNumeric ? { inputMode: "numeric" as const } : {})} onBlur={(event) => onChange?.(name, event.target.value)} />;
    })}
  </div>
);

/** What stands in the fields of a form. */
export const readAddress = (form: FormData, inputs: readonly AddressInput[]): TypedAddress =>
  Object.fromEntries(inputs.map(({ name }) => [name, String(form.get(name) ?? "")]));
