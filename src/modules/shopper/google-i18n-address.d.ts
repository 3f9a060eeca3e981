// The package ships no types: what we use of version 1.0.3, as its source has it.
declare module "@cpsdqs/google-i18n-address" {
  export type ValidationRules = {
    readonly countryCode: string;
    readonly addressFormat: string;
    readonly addressLatinFormat: string;
    readonly allowedFields: readonly string[];
    readonly requiredFields: readonly string[];
    readonly upperFields: readonly string[];
    readonly countryAreaType: string;
    readonly countryAreaChoices: readonly (readonly [string, string])[];
    readonly cityType: string;
    readonly cityChoices: readonly (readonly [string, string])[];
    readonly cityAreaType: string;
    readonly cityAreaChoices: readonly (readonly [string, string])[];
    readonly postalCodeType: string;
    readonly postalCodeMatchers: readonly RegExp[];
    readonly postalCodeExamples: readonly string[];
  };
  export const getValidationRules: (address: { countryCode: string; countryArea?: string }) => Promise<ValidationRules>;
  export const getFieldOrder: (address: { countryCode: string }) => Promise<string[][]>;
}
