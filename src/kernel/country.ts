/** ISO 3166-1 alpha-2, upper case. Which ones exist and where goods may go is data of the market module. */
export type CountryCode = string & { readonly countryCode: unique symbol };

export const isCountryCode = (text: string): text is CountryCode => /^[A-Z]{2}$/.test(text);

export const countryCode = (text: string): CountryCode => {
  if (!isCountryCode(text)) throw new RangeError(`not a country code: ${text}`);
  return text;
};

/**
 * Member states of the EU on 2026-11-23. They share one customs union, so a market rule of "EU" holds in all of them;
 * which VAT rate applies is still the destination's own.
 */
const europeanUnion = new Set(
  "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" "),
);
export const isInEuropeanUnion = (country: CountryCode): boolean => europeanUnion.has(country);
