import { text } from "../views/page-words.ts";
import { languageLinks, listOf, pageNames, pageTitles, pathOf, type PublicPage } from "./public-page.ts";
import type { PageWriter } from "./page-writer.ts";

/** Returns links to the lists, each with its description. */
const listLinks = ({ language, html }: PageWriter): string =>
  listOf(
    pageNames.map((name) => {
      const [title, about] = pageTitles[name];
      return `<a href="${pathOf(language, name)}">${html(title)}</a><br><span class="soft">${html(about)}</span>`;
    }),
    "",
  );

/** Returns the first page of a language. */
export const overviewPage = (writer: PageWriter): PublicPage => ({
  title: writer.say("overview"),
  place: [],
  main: `<p>${writer.html("overviewAbout")}</p>\n${listLinks(writer)}`,
});

/** Returns the page for an unknown address, with links to the existing pages. */
export const missingPage = (writer: PageWriter): PublicPage => ({
  title: writer.say("notFound"),
  place: [],
  main: `<p>${writer.html("notFoundAbout")}</p>\n${listLinks(writer)}`,
});

/** Returns the page for an address without one of the languages. */
export const missingLanguagePage = (writer: PageWriter): PublicPage => ({
  title: writer.say("notFound"),
  place: [],
  main: `<p>${text(writer.say("noLanguage"))}</p>\n<ul class="list">${languageLinks([])}</ul>`,
});
