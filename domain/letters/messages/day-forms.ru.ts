import type { DayForms } from "./letter-wording.ts";

/** Russian: "с 1 августа 2021 года" as "from", and "со 2 августа", which is read "со второго". */
export const dayForms: DayForms = (written, form) => {
  if (form !== "from") throw new TypeError(`Russian has no form ${form} of a day`);
  return `${/^2\s/u.test(written) ? "со" : "с"} ${written}`;
};
