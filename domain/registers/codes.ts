import type { CountryCode, CurrencyCode } from "../../schemas/model/register.ts";

const regionNames = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));

/** Codes that have a name and are no country's: former countries, parts of one, unions and codes for tests. */
const noCountries: ReadonlySet<string> = new Set(
  "AC AN BU CP CQ CS DD DG DY EA EU EZ FX HV IC NH QO RH SU TA TP UK UN VD XA XB YD YU ZR ZZ".split(" "),
);

/** Returns whether a code is that of a country, as ISO 3166 lists them. */
export const isCountry = (code: CountryCode): boolean => !noCountries.has(code) && regionNames.of(code) !== undefined;

/** Returns whether a code is that of a currency, as ISO 4217 lists them. */
export const isCurrency = (code: CurrencyCode): boolean => currencies.has(code);
