import type { GroupId } from "../../schemas/base/ids.ts";
import type { CalendarDate } from "../../schemas/base/values.ts";
import type { FigureSeries, PaperFigureRow, PaperFigureView } from "../../schemas/model/paper-figures.ts";
import type { ReviewBin } from "../../schemas/model/review-bin.ts";
import { type Measure, type PartDimensions, TimelineStage } from "../../schemas/model/statistics.ts";
import { measuresOfFigure } from "../statistics/paper-figures.ts";
import { groupName, hasSeries, languageNames } from "../views/figure-words.ts";
import type { Cell, PaperNumber, PaperTable } from "./content.ts";
import type { PaperNumbers, Writer } from "./wording.ts";

/** Returns the name of a group in a table or a sentence. */
export const groupInWords = ({ data, labels }: Writer, group: GroupId): string =>
  groupName(
    group,
    data.groups.map((one) => one.group),
    labels,
  );

const dayOr = ({ day, words }: Writer, date: CalendarDate | undefined): string =>
  date === undefined ? words.terms.none : day(date);

/**
 * Returns the groups with their reviews: each review is in one of the columns after that of all reviews and of their
 * parties.
 */
export const groupTable = (writer: Writer, { part, total }: PaperNumbers): PaperTable => {
  const { data, words, labels } = writer;
  const { tables, terms } = words;
  const inStage = (stage: ReviewBin) => ({
    name: labels.reviewBins[stage],
    number: (values: PartDimensions) => part("reviews-by-stage", { ...values, stage }),
  });
  const columns = [
    inStage("scheduled"),
    inStage("nomination"),
    inStage("consultation"),
    {
      name: tables.advancing,
      number: (values: PartDimensions) =>
        values.group === undefined ? total("reviews-advancing") : part("reviews-advancing", values),
    },
    inStage("concluded"),
    inStage("discontinued"),
  ];
  return {
    title: tables.groups,
    columns: [tables.group, tables.startedOn, tables.reviews, tables.parties, ...columns.map(({ name }) => name)],
    rows: data.groups.map(({ group, startedOn }) => [
      groupInWords(writer, group),
      dayOr(writer, startedOn),
      part("reviews", { group }),
      part("parties-in-reviews", { group }),
      ...columns.map(({ number }) => number({ group })),
    ]),
    foot: [terms.total, "", total("reviews"), total("parties-in-reviews"), ...columns.map(({ number }) => number({}))],
  };
};

/** Returns a measure by one dimension and by group, with the sums of both; rows without a count are left out. */
const byGroup = (
  writer: Writer,
  { part, total }: PaperNumbers,
  {
    measure,
    rows,
  }: {
    readonly measure: Measure;
    readonly rows: readonly { readonly name: string; readonly values: PartDimensions }[];
  },
): Required<Pick<PaperTable, "rows" | "foot">> => {
  const { data, words } = writer;
  const groups = data.groups.map(({ group }) => group);
  return {
    rows: rows
      .filter(({ values }) => part(measure, values).value > 0)
      .map(({ name, values }) => [
        name,
        ...groups.map((group) => part(measure, { group, ...values })),
        part(measure, values),
      ]),
    foot: [words.terms.total, ...groups.map((group) => part(measure, { group })), total(measure)],
  };
};

const groupColumns = (writer: Writer, first: string): readonly string[] => [
  first,
  ...writer.data.groups.map(({ group }) => groupInWords(writer, group)),
  writer.words.terms.total,
];

/**
 * Returns the reviews behind the indicative timeline: one may be behind at several steps, and counts once in the sum.
 */
export const behindTable = (writer: Writer, numbers: PaperNumbers): PaperTable => {
  const { words, labels } = writer;
  const rows = TimelineStage.options.map((step) => ({ name: labels.stages[step], values: { step } }));
  const table = byGroup(writer, numbers, { measure: "reviews-behind-timeline", rows });
  return {
    title: words.tables.behind,
    columns: groupColumns(writer, words.tables.step),
    rows: table.rows,
    foot: [words.tables.behindOnce, ...table.foot.slice(1)],
  };
};

/** Returns focal points and experts by gender and by the kind of their institution. */
export const peopleTable = ({ words, labels, fill }: Writer, { part, total, valuesOf }: PaperNumbers): PaperTable => {
  const { tables, terms } = words;
  const measures = ["focal-points", "experts"] as const;
  const named = (label: string | undefined): string => label ?? terms.notStated;
  const all = <D extends "gender" | "institutionKind">(dimension: D) => [
    ...new Set(measures.flatMap((measure) => [...valuesOf(measure, dimension)])),
  ];
  const genders = new Map<string, string>(Object.entries(labels.genders));
  const kinds = new Map<string, string>(Object.entries(labels.institutionKinds));
  const order = (names: ReadonlyMap<string, string>) => [...names.keys(), "not-stated"];
  const sorted = <Value extends string>(values: readonly Value[], names: ReadonlyMap<string, string>) =>
    values.toSorted((one, other) => order(names).indexOf(one) - order(names).indexOf(other));
  return {
    title: tables.people,
    columns: [tables.category, tables.focalPoints, tables.experts],
    rows: [
      ...sorted(all("gender"), genders).map((gender): readonly Cell[] => [
        fill(tables.gender, { value: named(genders.get(gender)) }),
        ...measures.map((measure) => part(measure, { gender })),
      ]),
      ...sorted(all("institutionKind"), kinds).map((institutionKind): readonly Cell[] => [
        fill(tables.institution, { value: named(kinds.get(institutionKind)) }),
        ...measures.map((measure) => part(measure, { institutionKind })),
      ]),
    ],
    foot: [tables.allPeople, ...measures.map(total)],
  };
};

/** Returns the number of changes of focal points in each half-year since the launch; the sum is the total. */
export const halfYearTable = ({ data, words, day, fill }: Writer, { halfYear, total }: PaperNumbers): PaperTable => ({
  title: words.tables.halfYears,
  columns: [words.tables.period, words.tables.changes],
  rows: data.halfYears.map(({ from, to, changes }) => [
    fill(words.terms.halfYear, { from: day(from), to: day(to) }),
    halfYear(from, to, changes),
  ]),
  foot: [words.terms.total, total("changes-of-focal-point")],
});

/**
 * Returns the numbers of the last published paper, the present count for its day, and the count for the day of this
 * paper.
 */
export const changeTable = (
  { data, words, labels, day, fill }: Writer,
  { total }: PaperNumbers,
): PaperTable | undefined => {
  const { previous, asAt } = data;
  if (previous === undefined) return undefined;
  const { tables } = words;
  const before = day(previous.asAt);
  const rows = previous.measures.flatMap(({ measure, published, counted }): readonly (readonly Cell[])[] => {
    const now = total(measure);
    if (published === counted && counted === now.value) return [];
    const was = (what: "published" | "counted", value: number): PaperNumber => ({
      value,
      note: measure,
      of: { measure, what },
    });
    return [[labels.measures[measure].name, was("published", published), was("counted", counted), now]];
  });
  return {
    title: tables.change,
    columns: [
      tables.measure,
      fill(tables.published, { day: before }),
      fill(tables.counted, { day: before }),
      fill(tables.now, { day: day(asAt) }),
    ],
    rows,
  };
};

/** Returns the numbers of a figure, which sum to its reviews; series without a count appear only in the legend. */
export const figureTable = (writer: Writer, figure: PaperFigureView): PaperTable => {
  const { words, labels, language } = writer;
  const { rows } = figure;
  const [note = "reviews"] = measuresOfFigure(figure.figure);
  const number = (
    value: number,
    where: Pick<PaperFigureRow, "group" | "languages"> & { readonly series?: FigureSeries },
  ) => ({
    value,
    note,
    of: { figure: figure.figure, ...where },
  });
  const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);
  const totals = rows.map(({ group, languages, total }) => number(total, { group, languages }));
  const all = number(sumOf(rows.map(({ total }) => total)), {});
  const title = labels.paperFigures[figure.figure];
  if (!hasSeries(figure))
    return {
      title,
      columns: [words.tables.languages, words.tables.reviews],
      rows: rows.map(({ languages = "" }, place) => [
        languageNames(languages, { language, words: labels }),
        totals[place] ?? all,
      ]),
      foot: [words.terms.total, all],
    };
  const countIn = ({ parts }: PaperFigureRow, series: FigureSeries): number =>
    parts.find((one) => one.series === series)?.count ?? 0;
  const series = (rows[0]?.parts ?? []).map((one) => one.series);
  return {
    title,
    columns: [
      words.tables.category,
      ...rows.map(({ group }) => (group === undefined ? "" : groupInWords(writer, group))),
      words.terms.total,
    ],
    rows: series
      .filter((one) => rows.some((row) => countIn(row, one) > 0))
      .map((one) => [
        labels.figureSeries[one],
        ...rows.map((row) => number(countIn(row, one), { group: row.group, series: one })),
        number(sumOf(rows.map((row) => countIn(row, one))), { series: one }),
      ]),
    foot: [words.tables.reviews, ...totals, all],
  };
};
