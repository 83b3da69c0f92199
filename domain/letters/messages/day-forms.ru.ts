import type { DayForms } from "./letter-wording.ts";

/**
 * Returns the Russian form "from" of a day: "с 1 августа 2021 года", but "со 2 августа", because it is read "со
 * второго".
 */
export const dayForms: DayForms = (written, form) => {
  if (form !== "from") throw new TypeError(`Russian has no form ${form} of a day`);
  return `${/^2\s/u.test(written) ? "со" : "с"} ${written}`;
};
