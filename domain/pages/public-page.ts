import { Language } from "../../schemas/base/values.ts";
import { directionOf } from "../labels/direction.ts";
import { text } from "../views/page-words.ts";
import { publicPageStyle } from "./page-style.ts";
import type { PageWriter } from "./page-writer.ts";

/** The content policy of a page: it may load nothing except its own styles. No script runs in it. */
const contents = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
/** The content policy of the HTTP response, which also limits the frames that may show the page. */
export const publicPagePolicy = `${contents}; frame-ancestors 'none'`;

/** The lists that the pages begin with. */
export const pageNames = ["pairings", "parties", "publications", "status"] as const;
export type PageName = (typeof pageNames)[number];

/** The title and the description of each list, by their messages. */
export const pageTitles = {
  pairings: ["pairings", "pairingsAbout"],
  parties: ["profiles", "profilesAbout"],
  publications: ["publications", "publicationsAbout"],
  status: ["mechanismStatus", "mechanismStatusAbout"],
} as const satisfies Readonly<Record<PageName, readonly [string, string]>>;

/** The name of each language in that language, so that a reader of no other language finds it. */
const ownNames: Readonly<Record<Language, string>> = {
  ar: "العربية",
  en: "English",
  es: "Español",
  fr: "Français",
  ru: "Русский",
  zh: "中文",
};

/** Returns the path of a page: the first page of a language, a list, or an entry of a list. */
export const pathOf = (language: Language, ...place: readonly string[]): string =>
  ["/v1/pages", language, ...place].join("/");

/** A page before the frame is put around it. */
export interface PublicPage {
  readonly title: string;
  /** The place of the page below its language, the same in each of them. */
  readonly place: readonly string[];
  /** The query of its address: the version of a text. */
  readonly query?: string;
  /** HTML. */
  readonly main: string;
}

/** Returns links to a page in each language; the present one is marked. */
export const languageLinks = (place: readonly string[], query = "", current?: Language): string =>
  Language.options
    .map((language) => {
      const marked = language === current ? ` aria-current="true"` : "";
      const href = text(`${pathOf(language, ...place)}${query}`);
      return `<li><a href="${href}" lang="${language}" dir="${directionOf(language)}" hreflang="${language}"${marked}>${ownNames[language]}</a></li>`;
    })
    .join("");

/** Returns links to the lists; the present one is marked. */
const pageLinks = ({ language, html }: PageWriter, place: readonly string[]): string => {
  const link = (words: string, at: readonly string[]) => {
    const isHere = at.join("/") === place.join("/");
    return `<li><a href="${pathOf(language, ...at)}"${isHere ? ` aria-current="page"` : ""}>${words}</a></li>`;
  };
  return [link(html("overview"), []), ...pageNames.map((name) => link(html(pageTitles[name][0]), [name]))].join("");
};

/** Returns a self-contained page: it loads nothing, and links to its other languages. */
export const publicPage = ({ title, place, query, main }: PublicPage, writer: PageWriter): string => {
  const { language, html } = writer;
  return `<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${contents}">
<title>${text(title)}</title>
<style>${publicPageStyle}</style>
</head>
<body>
<a class="skip" href="#content">${html("skip")}</a>
<header>
<p class="mechanism">${html("mechanism")}</p>
<nav class="languages" aria-label="${html("languages")}"><ul>${languageLinks(place, query, language)}</ul></nav>
<nav class="pages" aria-label="${html("navigation")}"><ul>${pageLinks(writer, place)}</ul></nav>
</header>
<main id="content">
<h1>${text(title)}</h1>
${main}
</main>
</body>
</html>
`;
};

/** A table with its heading; `wide` lets it scroll separately if the window is narrower. */
export interface PageTable {
  readonly caption: string;
  readonly columns: readonly string[];
  /** HTML; the first cell of each row is its heading. */
  readonly rows: readonly (readonly string[])[];
  readonly numbers?: true;
}

/** Returns a table that scrolls separately if it is wider than the window, also by keys. */
export const tableOf = ({ caption, columns, rows, numbers }: PageTable): string => {
  const cells = columns.map((column) => `<th scope="col">${text(column)}</th>`).join("");
  const row = ([first = "", ...others]: readonly string[]): string =>
    `<tr><th scope="row">${first}</th>${others.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
  return `<div class="wide" tabindex="0" role="region" aria-label="${text(caption)}"><table${numbers === true ? ' class="numbers"' : ""}><caption>${text(caption)}</caption>
<thead><tr>${cells}</tr></thead>
<tbody>${rows.map(row).join("\n")}</tbody></table></div>`;
};

/** Returns a list of HTML, or a sentence if it is empty. */
export const listOf = (items: readonly string[], none: string, kind = "list"): string =>
  items.length === 0
    ? `<p>${text(none)}</p>`
    : `<ul class="${kind}">${items.map((item) => `<li>${item}</li>`).join("\n")}</ul>`;
