import type { PartyForms } from "./letter-wording.ts";

/** Parties whose names take the article in a sentence, in the usage of the United Nations. */
const withArticle: ReadonlySet<string> = new Set(
  "AE BS CD CF CG CK DO EU GB GM KM KP KR LA MD MH NE NL PH PS RU SD SY TZ US VA".split(" "),
);

/**
 * Returns English forms: "the Sudan", "the Plurinational State of Bolivia" in a sentence; the stored name as "bare".
 */
export const partyForms: PartyForms = ({ id, name }, form) => {
  if (form === "bare") return name;
  if (form !== "") throw new TypeError(`English has no form ${form} of ${id}`);
  const inverted = /^(.+) \((.+ of(?: the)?)\)$/u.exec(name);
  if (inverted !== null) return `the ${inverted[2]} ${inverted[1]}`;
  return withArticle.has(id) ? `the ${name}` : name;
};
