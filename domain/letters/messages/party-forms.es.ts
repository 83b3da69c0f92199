import { partyName } from "../../parties/party-names.ts";
import type { PartyForms } from "./letter-wording.ts";

type Article = "el" | "la" | "los" | "las";

/**
 * Parties whose article does not follow from the first word of the name, in the Spanish usage of the United Nations.
 */
const articles: Readonly<Record<Article, ReadonlySet<string>>> = {
  el: new Set("AF BR CA CG CM EC IQ JP LB NE PE PK PY SD SN TD TG UY YE".split(" ")),
  la: new Set("AR IN SA".split(" ")),
  los: new Set(),
  las: new Set("BS KM".split(" ")),
};

/** First words that take the same article in the name of every State. */
const firstWords: Readonly<Record<string, Article>> = {
  Emiratos: "los",
  Estado: "el",
  Estados: "los",
  Federación: "la",
  Islas: "las",
  Países: "los",
  Principado: "el",
  Reino: "el",
  República: "la",
  Santa: "la",
  Unión: "la",
};

const articleOf = (id: string, name: string): Article | undefined => {
  for (const article of ["el", "la", "los", "las"] as const) if (articles[article].has(id)) return article;
  const [first = ""] = name.split(" ");
  // Saint Lucia is a proper name and takes no article; the Holy See is not.
  return first === "Santa" && id !== "VA" ? undefined : firstWords[first];
};

const inverted = /^(.+) \((.+) (de|de los|del)\)$/u;

/** Returns "Estado Plurinacional de Bolivia" for "Bolivia (Estado Plurinacional de)". */
const inOrder = (name: string): string => {
  const [, last, first, of] = inverted.exec(name) ?? [];
  return last === undefined ? name : `${first ?? ""} ${of ?? ""} ${last}`;
};

/** Contracts "de" and "a" with the article "el", but not with "El Salvador". */
const after = (preposition: "de" | "a", article: Article | undefined, name: string): string => {
  if (article === "el") return `${preposition === "de" ? "del" : "al"} ${name}`;
  return [preposition, article, name].filter((word) => word !== undefined).join(" ");
};

/**
 * Returns Spanish forms: "el Reino Unido" in a sentence, "del Reino Unido" as "of", "al Reino Unido" as "to", the name
 * alone as "bare".
 */
export const partyForms: PartyForms = (party, form) => {
  const bare = partyName(party, "es");
  if (form === "bare") return bare;
  const name = inOrder(bare);
  const article = articleOf(party.id, name);
  if (form === "") return article === undefined ? name : `${article} ${name}`;
  if (form === "of") return after("de", article, name);
  if (form === "to") return after("a", article, name);
  throw new TypeError(`Spanish has no form ${form} of ${party.id}`);
};
