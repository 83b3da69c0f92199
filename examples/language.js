import { words } from "./words.js";

/** @import { Labels } from "../client/api-types.ts" */
/** @import { openApi } from "./api.js" */
/** @typedef {keyof typeof words} Language */
/** @typedef {keyof typeof words.en} Word */

/** @param {string} text @returns {text is Language} */
const isLanguage = (text) => Object.hasOwn(words, text);

/** @type {Language} */
let language =
  [localStorage.getItem("language"), ...navigator.languages.map((tag) => tag.slice(0, 2))].find(
    (tag) => tag !== null && isLanguage(tag),
  ) ?? "en";
/** @type {Labels | undefined} */
let labels;

/** The language of the page. */
export const pageLanguage = () => language;
/** The languages that it has. */
export const languages = () => Object.keys(words);
/** @param {string} value */
export const chooseLanguage = (value) => {
  if (!isLanguage(value)) return;
  language = value;
  localStorage.setItem("language", value);
};

/** The page's own word for something. @param {Word} name */
export const word = (name) => words[language][name];
/** The same for a code, which stands for itself where the page has no word for it. @param {string} name @param {string} code */
export const wordOf = (name, code) =>
  Object.hasOwn(words.en, `${name}-${code}`) ? word(/** @type {Word} */ (`${name}-${code}`)) : code;
/**
 * What the API calls a code; the code itself where it has no word for it.
 * @param {"stages" | "clusters" | "userRoles" | "obligations" | "letterStates" | "regionalGroups" | "blockedBy" | "actions"} kind
 * @param {string} code
 */
export const label = (kind, code) => {
  /** @type {Record<string, string> | undefined} */
  const names = labels?.[kind];
  return names?.[code] ?? code;
};
/** What the API calls a kind of work. @param {string} kind */
export const workLabel = (kind) => {
  /** @type {Record<string, { name: string }> | undefined} */
  const names = labels?.worklist;
  return names?.[kind]?.name ?? kind;
};

const locale = () => (language === "en" ? "en-GB" : language);

/** A day in Vienna, where the secretariat sits: deadlines run to its end. @param {string} instant */
export const day = (instant) =>
  new Intl.DateTimeFormat(locale(), {
    dateStyle: "long",
    calendar: "gregory",
    timeZone: "Europe/Vienna",
  }).format(new Date(instant));
/** Several names as the language enumerates them. @param {string[]} names */
export const enumerate = (names) => new Intl.ListFormat(locale()).format(names);

/** Asks what the API calls things in the language of the page. @param {ReturnType<typeof openApi>} api */
export const learnLabels = async (api) => {
  labels = await api.open("/v1/labels").catch(() => undefined);
};
/** Puts the page's own words into the page, and says in which direction it is read. */
export const translate = () => {
  document.documentElement.lang = language;
  document.documentElement.dir = language === "ar" ? "rtl" : "ltr";
  document.title = word("title");
  for (const each of document.querySelectorAll("[data-word]")) {
    const name = each.getAttribute("data-word");
    if (name !== null && Object.hasOwn(words.en, name)) each.textContent = word(/** @type {Word} */ (name));
  }
};
