import type { PaperNumbers, ShownFigure } from "./read-papers.ts";

/** Two numbers of one paper about one quantity, or about a part and its whole, with the places that print them. */
export interface Agreement {
  readonly what: string;
  readonly said: number;
  readonly also: number;
  readonly relation: "same" | "part";
}

type AgreementMeasure = PaperNumbers["measures"][number]["measure"];
type PaperValues = Readonly<Record<string, string>>;

const sumOf = (numbers: readonly number[]): number => numbers.reduce((before, number) => before + number, 0);

const stages = [
  "scheduled",
  "nomination",
  "consultation",
  "questionnaire",
  "feedback",
  "observations",
  "concluded",
  "discontinued",
] as const;

/** Measures of which the first counts nothing that the second does not count. */
const partsOfWholes: readonly (readonly [AgreementMeasure, AgreementMeasure])[] = [
  ["states-taking-part", "parties-taking-part"],
  ["organizations-taking-part", "parties-taking-part"],
  ["parties-with-focal-point", "parties-in-reviews"],
  ["parties-without-focal-point", "parties-in-reviews"],
  ["parties-with-several-focal-points", "parties-with-focal-point"],
  ["parties-that-changed-focal-point", "parties-with-focal-point"],
  ["parties-joining-protocols", "accessions-to-protocols"],
  ["redraw-meetings", "seats-redrawn"],
  ["reviews-started", "reviews"],
  ["reviews-not-commenced", "reviews-started"],
  ["reviews-before-questionnaire", "reviews-started"],
  ["reviews-advancing", "reviews-started"],
  ["reviews-concluded", "reviews-started"],
  ["reviews-behind-timeline", "reviews"],
  ["consultations-held", "reviews"],
  ["consultations-without-meeting", "reviews"],
  ["languages-agreed", "reviews"],
  ["languages-open", "reviews"],
  ["questionnaires-submitted", "reviews-started"],
  ["answers-opened", "reviews-started"],
  ["feedback-reached", "reviews-started"],
  ["feedback-concluded", "feedback-reached"],
  ["lists-published", "feedback-concluded"],
];

const reader = (data: PaperNumbers) => {
  const known = new Map(data.measures.map((one) => [one.measure, one]));
  const part = (measure: AgreementMeasure, values: PaperValues): number =>
    (known.get(measure)?.parts ?? []).find(({ count: _, ...own }) => {
      const found = new Map<string, unknown>(Object.entries(own));
      return found.size === Object.keys(values).length && Object.entries(values).every(([n, v]) => found.get(n) === v);
    })?.count ?? 0;
  const total = (measure: AgreementMeasure): number => known.get(measure)?.total ?? 0;
  const shown = (name: ShownFigure["figure"], group: string | undefined, ...series: readonly string[]): number =>
    sumOf(
      (data.figures.find(({ figure }) => figure === name)?.rows ?? [])
        .filter((row) => group === undefined || row.group === group)
        .map(({ total: all, parts }) =>
          series.length === 0 ? all : sumOf(parts.flatMap((one) => (series.includes(one.series) ? [one.count] : []))),
        ),
    );
  return { total, part, shown };
};

/** Returns the numbers of a paper about the reviews of a group, or of all, in paragraphs, tables and figures. */
const ofReviews = (data: PaperNumbers, group: string | undefined): readonly Agreement[] => {
  const { total, part, shown } = reader(data);
  const values: PaperValues = group === undefined ? {} : { group };
  const about = group === undefined ? "" : ` of group ${group}`;
  const whole = (measure: AgreementMeasure): number => (group === undefined ? total(measure) : part(measure, values));
  const inStage = (...names: readonly (typeof stages)[number][]): number =>
    sumOf(names.map((stage) => part("reviews-by-stage", { ...values, stage })));
  const same = (what: string, said: number, also: number): Agreement => ({
    what: `${what}${about}`,
    said,
    also,
    relation: "same",
  });
  const reviews = whole("reviews");
  return [
    same("reviews, and all their stages together", reviews, inStage(...stages)),
    same("reviews that advance, and the stages of these", whole("reviews-advancing"), inStage(...stages.slice(3, 6))),
    same(
      "reviews that have not commenced, and those at nomination",
      whole("reviews-not-commenced"),
      inStage("nomination"),
    ),
    same("reviews that have concluded, and their stage", whole("reviews-concluded"), inStage("concluded")),
    ...(["missing-focal-points", "status", "consultations", "questionnaires", "feedback"] as const).map((figure) =>
      same(`reviews, and those of figure ${figure}`, reviews, shown(figure, group)),
    ),
    ...stages.map((stage) => same(`reviews at ${stage}, and figure II`, inStage(stage), shown("status", group, stage))),
    same(
      "reviews with a missing focal point, and figure I",
      whole("reviews-missing-focal-point"),
      shown("missing-focal-points", group, "missing-focal-point"),
    ),
    same(
      "consultations held, and figure III",
      whole("consultations-held"),
      shown("consultations", group, "consultation-held"),
    ),
    same(
      "questionnaires submitted, and figure V",
      whole("questionnaires-submitted"),
      shown("questionnaires", group, "questionnaire-submitted"),
    ),
    same(
      "written feedback reached, and figure VI",
      whole("feedback-reached"),
      shown("feedback", group, "feedback-under-way", "feedback-concluded"),
    ),
    same(
      "written feedback concluded, and figure VI",
      whole("feedback-concluded"),
      shown("feedback", group, "feedback-concluded"),
    ),
  ];
};

/** Returns the lists of a paper with the number that it states for each. */
const listsOf = (data: PaperNumbers): readonly Agreement[] => {
  const { total } = reader(data);
  const same = (what: string, said: number, also: number): Agreement => ({ what, said, also, relation: "same" });
  return [
    same("days of redraws, and how many they are", data.redrawDays.length, total("redraw-meetings")),
    same("new parties by name, and how many they are", data.newParties.length, total("new-parties")),
    same("accessions by name, and how many they are", data.accessions.length, total("accessions-to-protocols")),
    same(
      "changes of focal points by half-year, and all of them",
      sumOf(data.halfYears.map(({ changes }) => changes)),
      total("changes-of-focal-point"),
    ),
  ];
};

/** Everything that a paper says more than once, and of each part the whole that it is a part of. */
const agreementsOf = (data: PaperNumbers): readonly Agreement[] => {
  const { total, part, shown } = reader(data);
  const same = (what: string, said: number, also: number): Agreement => ({ what, said, also, relation: "same" });
  const languages = ["reviews-in-one-language", "reviews-in-two-languages", "reviews-in-three-languages"] as const;
  return [
    ...[undefined, ...data.groups.map(({ group }) => group)].flatMap((group) => ofReviews(data, group)),
    ...partsOfWholes.map(([some, whole]): Agreement => ({
      what: `${some}, and ${whole}`,
      said: total(some),
      also: total(whole),
      relation: "part",
    })),
    same(
      "parties with and without a focal point, and those in reviews",
      total("parties-with-focal-point") + total("parties-without-focal-point"),
      total("parties-in-reviews"),
    ),
    same(
      "States and organizations, and the parties taking part",
      total("states-taking-part") + total("organizations-taking-part"),
      total("parties-taking-part"),
    ),
    same(
      "reviews by the number of their languages, and those with languages",
      sumOf(languages.map(total)),
      total("languages-agreed"),
    ),
    same("languages agreed, and figure IV", total("languages-agreed"), shown("languages", undefined)),
    same(
      "reviews of the gate and those whose party left, and the reviews of its groups",
      data.gate.of + sumOf(data.gate.groups.map((group) => part("reviews-by-stage", { group, stage: "discontinued" }))),
      sumOf(data.gate.groups.map((group) => part("reviews", { group }))),
    ),
    same(
      "reviews that the gate has as concluded, and those of its groups",
      data.gate.concluded,
      sumOf(data.gate.groups.map((group) => part("reviews-concluded", { group }))),
    ),
    {
      what: "requests for redraws that were taken over, and all of them",
      said: data.takenOver.redrawsAsked,
      also: total("redraws-asked"),
      relation: "part",
    },
    {
      what: "reviews that were taken over, and all of them",
      said: data.takenOver.reviews,
      also: total("reviews"),
      relation: "part",
    },
    same(
      "reviews that had not reached the questionnaire, and those at nomination and consultation",
      total("reviews-before-questionnaire"),
      total("reviews-not-commenced") + part("reviews-by-stage", { stage: "consultation" }),
    ),
    ...listsOf(data),
  ];
};

/** Returns, in words, the quantities that a paper states with different numbers, and parts that exceed their whole. */
export const contradictionsIn = (data: PaperNumbers): readonly string[] =>
  agreementsOf(data).flatMap(({ what, said, also, relation }) => {
    const agrees = relation === "same" ? said === also : said <= also;
    return agrees ? [] : [`${what}: ${said} and ${also}`];
  });
