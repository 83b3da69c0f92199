import { clusterOf, cycleOf, firstCycle, type GroupId, partsOfCycle, partsOfGroup } from "../../schemas/base/ids.ts";
import { type CalendarDate, Language } from "../../schemas/base/values.ts";
import {
  type FigureSeries,
  PaperFigure,
  type PaperFigureRow,
  type PaperFigureView,
} from "../../schemas/model/paper-figures.ts";
import { longDate } from "../base/time.ts";
import { fill } from "../labels/fill.ts";
import { punctuationOf } from "../labels/punctuation.ts";
import type { Wording } from "../labels/words.ts";
import { decapitalize } from "./page-words.ts";

const romanNumerals = ["I", "II", "III", "IV", "V", "VI"] as const;

/** Returns whether a figure divides the reviews of its rows into series; otherwise a row has one number. */
export const hasSeries = ({ rows }: PaperFigureView): boolean => rows.some(({ parts }) => parts.length > 1);

/** Returns the number of reviews of all rows in each series. */
const totalsOf = ({ rows }: PaperFigureView): PaperFigureRow["parts"] =>
  (rows[0]?.parts ?? []).map(({ series }, place) => ({
    series,
    count: rows.reduce((sum, { parts }) => sum + (parts[place]?.count ?? 0), 0),
  }));

/** Returns the name of a language within a sentence: English alone writes it with a capital. */
export const languageInSentence = (name: string, language: Language): string =>
  language === "en" ? name : decapitalize(name);

/** Languages of a review, joined as they are counted, by name. */
export const languageNames = (languages: string, { language, words }: Wording): string => {
  const names = languages.split("+").map((one) => words.languages[Language.parse(one)]);
  const inSentence = names.map((name, place) => (place === 0 ? name : languageInSentence(name, language)));
  // English as the United Nations write it has no comma before the last.
  return new Intl.ListFormat(language === "en" ? "en-GB" : language, { type: "conjunction" }).format(inSentence);
};

/** The words of a figure in a language: its texts, and its description for readers who do not see it. */
export interface FigureWords {
  readonly title: string;
  /** The day, and the cluster where it is of one. */
  readonly subtitle: string;
  readonly description: string;
  readonly axis: string;
  /** The name of each row, in their order. */
  readonly rows: readonly string[];
  /** The name of each series, with its count; none where there is one only. */
  readonly legend: readonly { readonly series: FigureSeries; readonly words: string }[];
  readonly none: string;
}

/** Returns the name of a group: with its cluster and cycle where the figure has groups of several. */
export const groupName = (group: GroupId, all: readonly GroupId[], { figureSentences }: Wording["words"]): string => {
  const { cluster, group: number } = partsOfGroup(group);
  const values = {
    group: String(number),
    cluster: String(cluster),
    cycle: String(partsOfCycle(cycleOf(group)).number),
  };
  if (all.some((one) => cycleOf(one) !== firstCycle)) return fill(figureSentences.groupOfCycle, values);
  const isOfMany = new Set(all.map(clusterOf)).size > 1;
  return fill(isOfMany ? figureSentences.groupOfCluster : figureSentences.group, values);
};

/** Returns a day in words, on one line. */
export const dayInFigure = (day: CalendarDate, { language }: Wording): string =>
  longDate(day, language).replaceAll(" ", "\u00A0");

/** Returns the day of a figure, and its cluster where it is of one. */
export const subtitleOf = (
  { asAt, knownOn, cluster }: Pick<PaperFigureView, "asAt" | "knownOn" | "cluster">,
  wording: Wording,
): string => {
  const { figureSentences } = wording.words;
  return [
    fill(figureSentences.asAt, { day: dayInFigure(asAt, wording) }),
    ...(knownOn === undefined ? [] : [fill(figureSentences.knownOn, { day: dayInFigure(knownOn, wording) })]),
    ...(cluster === undefined ? [] : [fill(figureSentences.cluster, { cluster: String(cluster) })]),
  ].join(" · ");
};

/** Returns all words of a figure. A zero in a row is not read out; the sum over all rows is. */
export const figureWords = (data: PaperFigureView, wording: Wording): FigureWords => {
  const { words, language } = wording;
  const { figureSentences } = words;
  const { betweenSentences, semicolon, fullStop } = punctuationOf(language);
  const groups = data.rows.flatMap(({ group }) => (group === undefined ? [] : [group]));
  const nameOf = ({ group, languages = "" }: PaperFigureRow): string =>
    group === undefined ? languageNames(languages, wording) : groupName(group, groups, words);
  const withTotal = (name: string, total: number): string => fill(figureSentences.row, { name, total: String(total) });
  const part = (name: string, count: number): string =>
    fill(figureSentences.part, { series: name, count: String(count) });
  const sentence = (name: string, parts: readonly string[]): string =>
    fill(figureSentences.sentence, { name, parts: parts.join(semicolon) });
  const inWords = (parts: PaperFigureRow["parts"]) =>
    parts.map(({ series, count }) => ({ series, words: part(words.figureSeries[series], count) }));

  const title = fill(figureSentences.title, {
    number: romanNumerals[PaperFigure.options.indexOf(data.figure)] ?? "",
    title: words.paperFigures[data.figure],
  });
  const total = data.rows.reduce((sum, row) => sum + row.total, 0);
  const legend = inWords(totalsOf(data));
  const sentences = hasSeries(data)
    ? [
        sentence(
          fill(figureSentences.all, { total: String(total) }),
          legend.map((one) => one.words),
        ),
        ...data.rows.map((row) =>
          sentence(
            withTotal(nameOf(row), row.total),
            inWords(row.parts.filter(({ count }) => count > 0)).map((one) => one.words),
          ),
        ),
      ]
    : [
        sentence(
          withTotal(figureSentences.reviews, total),
          data.rows.map((row) => part(nameOf(row), row.total)),
        ),
      ];
  const subtitle = subtitleOf(data, wording);
  return {
    title,
    subtitle,
    description: [subtitle + fullStop, ...(data.rows.length === 0 ? [figureSentences.none] : sentences)].join(
      betweenSentences,
    ),
    axis: hasSeries(data) ? figureSentences.reviewsOfRow : figureSentences.reviews,
    rows: data.rows.map((row) => (row.group === undefined ? nameOf(row) : withTotal(nameOf(row), row.total))),
    legend: hasSeries(data) ? legend : [],
    none: figureSentences.none,
  };
};
