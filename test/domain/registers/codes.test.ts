import countries from "i18n-iso-countries";
import { expect, test } from "vitest";
import { isCountry, isCurrency } from "../../../domain/registers/register-entries.ts";
import { CountryCode, CurrencyCode } from "../../../schemas/model/register.ts";

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");

test("the countries are those of ISO 3166", () => {
  const codes = letters.flatMap((one) => letters.map((other) => CountryCode.parse(one + other)));
  expect(codes.filter(isCountry)).toEqual(Object.keys(countries.getAlpha2Codes()).toSorted());
});

test("currencies are known by their code", () => {
  expect(["USD", "EUR", "JPY", "ABC", "XYZ"].map((code) => isCurrency(CurrencyCode.parse(code)))).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});
