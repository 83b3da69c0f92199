import { defined } from "../../schemas/base/defined.ts";
import type { PartyId, ReviewId, StatusPaperId } from "../../schemas/base/ids.ts";
import type { CalendarDate, Instant, Language } from "../../schemas/base/values.ts";
import { PaperFormat } from "../../schemas/model/status-paper.ts";
import { text } from "../views/page-words.ts";
import { listOf, pathOf, type PublicPage, tableOf } from "./public-page.ts";
import type { PageWriter } from "./page-writer.ts";

/** A published paper, with its address in each format. */
export interface ListedPaper {
  readonly id: StatusPaperId;
  readonly asAt: CalendarDate;
  readonly publishedAt: Instant;
  readonly documents: readonly {
    readonly format: PaperFormat;
    /** Numbers have none. */
    readonly language?: Language | undefined;
    readonly path: string;
  }[];
}

interface ListedPublication {
  readonly review: ReviewId;
  readonly party: PartyId;
  readonly publishedAt: Instant;
}

/**
 * Returns the documents of a paper in a language, else in English, and its numbers, which have no language: in the
 * order of formats.
 */
const documentsIn = ({ documents }: ListedPaper, language: Language) =>
  PaperFormat.options.flatMap((format) => {
    const some = documents.filter((one) => one.format === format);
    return [language, "en", undefined].flatMap((wanted) => some.filter((one) => one.language === wanted)).slice(0, 1);
  });

/** Returns a paper with links to its formats. */
export const paperItem = (paper: ListedPaper, writer: PageWriter): string => {
  const { asAt, publishedAt } = paper;
  const { language, say, html, day, dayAt, words } = writer;
  const links = documentsIn(paper, language).map(({ format, language: of, path }) => {
    const said = of === undefined || of === language ? "" : ` hreflang="${of}"`;
    return `<a href="${text(path)}"${said}>${text(words.paperFormats[format])}</a>`;
  });
  const name = html("paper", { day: day(asAt) });
  return `${name}<br>${links.join(" · ")}<br><span class="soft">${text(say("paperPublished", { day: dayAt(publishedAt) }))}</span>`;
};

/** One part of the published lists; the first part also has the status papers. The latest come first. */
export interface ListOfPublications {
  readonly lists: readonly ListedPublication[];
  readonly papers?: readonly ListedPaper[];
  /** The start of the next part, as its address names it. */
  readonly next?: string | undefined;
}

/** Returns the page of published lists of observations with their summaries, and status papers. */
export const publicationsPage = ({ lists, papers, next }: ListOfPublications, writer: PageWriter): PublicPage => {
  const { language, say, html, party, dayAt } = writer;
  const link = ({ review, party: of }: ListedPublication): string =>
    `<a href="${pathOf(language, "publications", review)}">${text(party(of))}</a>`;
  const table =
    lists.length === 0
      ? `<p>${html("noLists")}</p>`
      : tableOf({
          caption: say("lists"),
          columns: [say("underReview"), say("review"), say("publishedOn")],
          rows: lists.map((one) => [link(one), text(writer.cluster(one.review)), text(dayAt(one.publishedAt))]),
        });
  const more =
    next === undefined
      ? ""
      : `\n<p><a href="${text(`${pathOf(language, "publications")}?cursor=${encodeURIComponent(next)}`)}" rel="next">${html("nextPage")}</a></p>`;
  const items = papers?.map((paper) => paperItem(paper, writer));
  const ofPapers = items === undefined ? "" : `\n<h2>${html("papers")}</h2>\n${listOf(items, say("noPapers"))}`;
  return {
    title: say("publications"),
    place: ["publications"],
    main: `<h2>${html("lists")}</h2>\n${table}${more}${ofPapers}`,
  };
};

/** A version of a published list with its summary, as submitted. */
export interface PublishedList {
  readonly review: ReviewId;
  readonly party: PartyId;
  readonly version: number;
  readonly publishedAt: Instant;
  readonly replaces?: { readonly version: number; readonly reason: string } | undefined;
  readonly replacedBy?: { readonly version: number; readonly at: Instant } | undefined;
  readonly observations: { readonly list: string; readonly summary: string; readonly reference?: string | undefined };
  /** The version as the address names it; nothing if it leads to the latest. */
  readonly query?: string;
}

/** Returns submitted text with its direction taken from its letters, because its language is not recorded. */
const handedIn = (words: string): string =>
  `<div class="text" dir="auto">${words.split("\n").map(text).join("\n")}</div>`;

const versionLines = (one: PublishedList, { say, html, dayAt, language }: PageWriter): string => {
  const at = (version: number): string =>
    `<a href="${pathOf(language, "publications", one.review)}?version=${version}">${html("otherVersion", { number: String(version) })}</a>`;
  const erratum =
    one.replaces === undefined
      ? []
      : [
          `${html("erratum", { number: String(one.replaces.version) })} <bdi>${text(one.replaces.reason)}</bdi> ${at(one.replaces.version)}`,
        ];
  const later =
    one.replacedBy === undefined
      ? []
      : [
          `<strong>${text(say("replaced", { number: String(one.replacedBy.version), day: dayAt(one.replacedBy.at) }))}</strong> ${at(one.replacedBy.version)}`,
        ];
  return [html("version", { number: String(one.version), day: dayAt(one.publishedAt) }), ...erratum, ...later]
    .map((line) => `<p>${line}</p>`)
    .join("\n");
};

/** Returns a published list of observations with its summary. */
export const publicationPage = (one: PublishedList, writer: PageWriter): PublicPage => {
  const { say, html, party } = writer;
  const { list, summary, reference } = one.observations;
  const parts = [
    ["list", list],
    ["summary", summary],
  ] as const;
  return {
    title: say("publicationTitle", { party: party(one.party) }),
    place: ["publications", one.review],
    ...defined({ query: one.query }),
    main: [
      `<p>${text(writer.cluster(one.review))}</p>`,
      versionLines(one, writer),
      `<p class="soft">${html("asWritten")}</p>`,
      ...(reference === undefined ? [] : [`<p>${html("elsewhere", { reference })}</p>`]),
      ...parts.flatMap(([name, words]) => (words.trim() === "" ? [] : [`<h2>${html(name)}</h2>`, handedIn(words)])),
      `<p class="soft"><a href="${text(`/v1/publications/${one.review}`)}">${html("moreTexts")}</a></p>`,
    ].join("\n"),
  };
};
