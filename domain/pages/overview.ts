import { text } from "../views/page-words.ts";
import { languageLinks, listOf, pageNames, pageTitles, pathOf, type PublicPage } from "./public-page.ts";
import type { PageWriter } from "./page-writer.ts";

/** The lists, each with what it says. */
const listLinks = ({ language, html }: PageWriter): string =>
  listOf(
    pageNames.map((name) => {
      const [title, about] = pageTitles[name];
      return `<a href="${pathOf(language, name)}">${html(title)}</a><br><span class="soft">${html(about)}</span>`;
    }),
    "",
  );

/** The first page of a language. */
export const overviewPage = (writer: PageWriter): PublicPage => ({
  title: writer.say("overview"),
  place: [],
  main: `<p>${writer.html("overviewAbout")}</p>\n${listLinks(writer)}`,
});

/** Says that there is no such page, and leads to those that there are. */
export const missingPage = (writer: PageWriter): PublicPage => ({
  title: writer.say("notFound"),
  place: [],
  main: `<p>${writer.html("notFoundAbout")}</p>\n${listLinks(writer)}`,
});

/** The same where the address names none of the languages. */
export const missingLanguagePage = (writer: PageWriter): PublicPage => ({
  title: writer.say("notFound"),
  place: [],
  main: `<p>${text(writer.say("noLanguage"))}</p>\n<ul class="list">${languageLinks([])}</ul>`,
});
