import { shareOf } from "./measure-checks.ts";
import { type Measure, type Reader, readerOf, sumOf, type Values } from "./paper-reader.ts";
import type { PaperNumbers, ShownFigure } from "./read-papers.ts";

/** The numbers that a paper has to print, from what it counts: of each paragraph in their order, and of each table. */
export interface Prints {
  /** By paragraph; where none is counted it has nothing but zeros, which are written as words. */
  readonly paragraphs: ReadonlyMap<number, readonly number[]>;
  /** In the order of the paper; the rows of each in the order of their numbers, and the sums last. */
  readonly tables: readonly (readonly (readonly number[])[])[];
}

const instruments = ["UNTOC", "TIP", "SOM", "FP"] as const;

/** Returns a sum over entries that state a number, or nothing if none does. */
const sumIfKnown = (number: number, { known }: { readonly known: number }): readonly number[] =>
  known === 0 ? [] : [number];

/** Returns the first group of each cluster, for which paragraph 24 states the day of conclusion. */
const firstGroups = ({ groups }: PaperNumbers): PaperNumbers["groups"] => {
  const clusters = Map.groupBy(groups, ({ group }) => group.slice(0, group.lastIndexOf("-")));
  return [...clusters.values()].flatMap(([first]) => (first?.dueOn === undefined ? [] : [first]));
};

const ofPairing = (data: PaperNumbers, { total, part }: Reader): readonly (readonly [number, readonly number[]])[] => [
  [5, [total("parties-taking-part"), total("states-taking-part"), total("organizations-taking-part")]],
  [
    7,
    data.groups.length === 0
      ? []
      : [
          ...data.groups.flatMap(({ group }) => [part("parties-in-reviews", { group }), part("reviews", { group })]),
          total("redraw-meetings"),
          ...(total("redraw-meetings") === 0 ? [] : [total("seats-redrawn")]),
          // Of draws before a take-over a paper says that they are not known.
          data.takenOver.reviews,
          data.takenOver.redrawsAsked,
        ],
  ],
  [
    9,
    [
      ...(["new-parties", "parties-joining-protocols", "accessions-to-protocols"] as const).map(total),
      ...instruments.map((instrument) => part("parties-to-instruments", { instrument })),
      ...data.beforeLaunch.instruments.map(({ parties }) => parties),
    ],
  ],
];

/**
 * The contacts with parties and the ways of them, the most frequent first; a paper without contacts says nothing of
 * them.
 */
const ofContacts = ({ contacts: { number, ways } }: PaperNumbers["registers"]): readonly number[] =>
  number === 0 ? [] : [number, ...ways.map(({ count }) => count).toSorted((one, other) => other - one)];

const ofPeople = (
  { halfYears, registers }: PaperNumbers,
  { total, part, percent, partPercent, by }: Reader,
): readonly (readonly [number, readonly number[]])[] => {
  const [before, now] = halfYears.slice(-2);
  const changes = total("changes-of-focal-point");
  // Those without a recorded reason come last: they are what the others lack.
  const stated = by("changes-of-focal-point", "endReason", ["not-recorded"]);
  const women = { gender: "female" };
  return [
    [
      12,
      [
        total("focal-points"),
        total("parties-with-focal-point"),
        partPercent("focal-points", women),
        part("focal-points", women),
      ],
    ],
    [13, [percent("parties-with-several-focal-points"), total("parties-with-several-focal-points")]],
    [
      14,
      [
        percent("parties-that-changed-focal-point"),
        total("parties-that-changed-focal-point"),
        total("parties-with-focal-point"),
        ...(before === undefined || now === undefined ? [] : [now.changes, before.changes]),
        changes,
        ...(stated.length === 0 ? [] : [...stated, changes - sumOf(stated)]),
      ],
    ],
    [
      15,
      [
        percent("parties-without-focal-point"),
        total("parties-in-reviews"),
        total("parties-without-focal-point"),
        total("reviews-not-commenced"),
        part("reviews-by-stage", { stage: "consultation" }),
        total("reviews-before-questionnaire"),
        percent("reviews-before-questionnaire"),
        total("reviews"),
      ],
    ],
    [17, [...ofContacts(registers), total("seats-without-focal-point"), total("seats-without-expert")]],
    [18, [total("experts"), part("experts", women), partPercent("experts", women)]],
    [19, [total("parties-with-observer")]],
  ];
};

/** Paragraph 25: the rule, and where the gate is. */
const ofGate = ({ gate }: PaperNumbers, { part }: Reader): readonly number[] => {
  const { groups, percent, concluded, of, needed } = gate;
  const discontinued = sumOf(groups.map((group) => part("reviews-by-stage", { group, stage: "discontinued" })));
  const counted = of === 0 ? [] : [concluded, of, shareOf(concluded, of), needed, Math.max(0, needed - concluded)];
  return [percent, ...counted, discontinued];
};

const ofProgress = (data: PaperNumbers, reader: Reader): readonly (readonly [number, readonly number[]])[] => {
  const { total, part } = reader;
  const stage = (name: string): number => part("reviews-by-stage", { stage: name });
  return [
    [
      22,
      data.groups.every(({ startedOn }) => startedOn === undefined) ? [] : [total("reviews"), total("reviews-started")],
    ],
    [
      23,
      [
        total("reviews-advancing"),
        total("reviews"),
        ...["questionnaire", "feedback", "observations", "scheduled"].map(stage),
        ...["nomination", "consultation", "concluded", "discontinued"].map(stage),
      ],
    ],
    [
      24,
      [
        ...firstGroups(data).flatMap(({ group }) => [part("reviews-concluded", { group }), part("reviews", { group })]),
        total("reviews-behind-timeline"),
      ],
    ],
    [25, ofGate(data, reader)],
  ];
};

const ofInitialSteps = (
  { registers }: PaperNumbers,
  { total, part, percent, by }: Reader,
): readonly (readonly [number, readonly number[]])[] => {
  const { needs, open, ended } = registers.translations;
  // For a single need, the paper states whether it is open, and not how it ended.
  const outcomes = [
    ended["national-resources"],
    ended["voluntary-contribution"],
    ended["informal-translation"],
    ended["not-met"],
  ];
  return [
    [
      26,
      [
        percent("consultations-held"),
        total("consultations-held"),
        total("consultations-without-meeting"),
        total("consultation-rounds"),
      ],
    ],
    [
      28,
      [
        total("languages-agreed"),
        total("reviews-in-one-language"),
        percent("reviews-in-one-language"),
        total("reviews-in-two-languages"),
        total("reviews-in-three-languages"),
        ...by("languages-agreed", "languages"),
      ],
    ],
    [
      29,
      [
        total("languages-open"),
        part("languages-open", { languagesOpen: "in-discussion" }),
        part("languages-open", { languagesOpen: "lack-of-resources" }),
        needs,
        open,
        ...(needs === 1 ? [] : outcomes),
        total("redraws-asked"),
      ],
    ],
  ];
};

/**
 * Paragraph 31: the submitted questionnaires, and the reviews, of all groups whose questionnaires were to be completed;
 * and of the first two groups of a cluster that has more of them.
 */
const ofQuestionnairesDue = ({ groups, asAt }: PaperNumbers, { part }: Reader): readonly number[] => {
  const due = groups.flatMap(({ group, questionnairesDueOn: dueOn }) =>
    dueOn !== undefined && dueOn < asAt ? [group] : [],
  );
  const clusters = [...Map.groupBy(due, (group) => group.slice(0, group.lastIndexOf("-"))).values()];
  return [due, ...clusters.flatMap((own) => (own.length > 2 ? [own.slice(0, 2)] : []))].flatMap((those) =>
    (["questionnaires-submitted", "reviews"] as const).map((measure) =>
      sumOf(those.map((group) => part(measure, { group }))),
    ),
  );
};

const ofLaterSteps = (
  data: PaperNumbers,
  reader: Reader,
  { total, part, by }: Reader = reader,
): readonly (readonly [number, readonly number[]])[] => [
  [
    31,
    [
      ...ofQuestionnairesDue(data, reader),
      part("reviews-behind-timeline", { step: "questionnaire" }),
      total("questionnaires-submitted"),
      total("delays-notified"),
      ...by("delays-notified", "reason"),
    ],
  ],
  [32, [total("answers-opened")]],
  [34, [total("reviews-started"), total("feedback-reached"), total("feedback-concluded")]],
  [36, [total("lists-published"), total("lists-agreed"), part("reviews-by-stage", { stage: "observations" })]],
  // "The published list" has no number.
  [37, total("lists-published") === 1 ? [] : [total("lists-published")]],
];

const ofRegisters = ({ registers }: PaperNumbers): readonly (readonly [number, readonly number[]])[] => {
  const { training, dialogues, stakeholders, hub, pilots, contributions } = registers;
  const { officials, states } = training;
  const { people, countries } = stakeholders;
  return [
    [38, [contributions.number, ...contributions.amounts.map(({ amount }) => amount)]],
    [40, [training.sessions, ...sumIfKnown(officials.sum, officials), ...sumIfKnown(states.atLeast, states)]],
    [
      44,
      dialogues.flatMap(({ year, held, attendance }) => [
        year,
        held,
        ...attendance.flatMap((one) => sumIfKnown(one.sum, one)),
      ]),
    ],
    [
      46,
      [
        stakeholders.trainings,
        ...sumIfKnown(people.sum, people),
        ...sumIfKnown(countries.atLeast, countries),
        ...[hub?.members, hub?.countries].filter((one) => one !== undefined),
      ],
    ],
    [47, [pilots.initiatives, pilots.countries]],
  ];
};

/** A figure as a table: each series that counts anything by group, with sums; of one series, each row. */
const figureTable = ({ rows }: ShownFigure): readonly (readonly number[])[] => {
  const totals = rows.map(({ total }) => total);
  if (!rows.some(({ parts }) => parts.length > 1)) return [...totals.map((one) => [one]), [sumOf(totals)]];
  const series = [...new Set(rows.flatMap(({ parts }) => parts.map((one) => one.series)))];
  const counts = series.map((name) => rows.map(({ parts }) => parts.find((one) => one.series === name)?.count ?? 0));
  const shown = counts.filter((numbers) => sumOf(numbers) > 0).map((numbers) => [...numbers, sumOf(numbers)]);
  return [...shown, [...totals, sumOf(totals)]];
};

const steps = ["nomination", "consultation", "questionnaire", "feedback", "observations"];
/** Every review is in one of these, or advancing. */
const beforeAndAfter = [
  ["scheduled", "nomination", "consultation"],
  ["concluded", "discontinued"],
] as const;

const tablesOf = (data: PaperNumbers, { total, part, valuesOf }: Reader): Prints["tables"] => {
  const groups = data.groups.map(({ group }) => group);
  const shownValues = (dimension: string) => [
    ...new Set([...valuesOf("focal-points", dimension), ...valuesOf("experts", dimension)]),
  ];
  const people = (dimension: string) =>
    shownValues(dimension).map((value) => [
      part("focal-points", { [dimension]: value }),
      part("experts", { [dimension]: value }),
    ]);
  const whole = (measure: Measure, values: Values): number =>
    Object.keys(values).length === 0 ? total(measure) : part(measure, values);
  const inGroup = (values: Values): readonly number[] => {
    const [before, after] = beforeAndAfter.map((bins) =>
      bins.map((stage) => part("reviews-by-stage", { ...values, stage })),
    );
    const [reviews, parties, advancing] = (["reviews", "parties-in-reviews", "reviews-advancing"] as const).map(
      (measure) => whole(measure, values),
    );
    return [reviews ?? 0, parties ?? 0, ...(before ?? []), advancing ?? 0, ...(after ?? [])];
  };
  const behind = (values: Values) => groups.map((group) => part("reviews-behind-timeline", { group, ...values }));
  const figure = (name: ShownFigure["figure"]) => data.figures.filter((one) => one.figure === name).map(figureTable);
  const changed = (data.previous?.measures ?? [])
    .map(({ measure, published, counted }) => [published, counted, total(measure)])
    .filter(([published, counted, now]) => published !== counted || counted !== now);
  return [
    [...groups.map((group) => inGroup({ group })), inGroup({})],
    [...people("gender"), ...people("institutionKind"), [total("focal-points"), total("experts")]],
    [...data.halfYears.map(({ changes }) => [changes]), [total("changes-of-focal-point")]],
    ...figure("missing-focal-points"),
    ...figure("status"),
    [
      ...steps
        .filter((step) => part("reviews-behind-timeline", { step }) > 0)
        .map((step) => [...behind({ step }), part("reviews-behind-timeline", { step })]),
      [...behind({}), total("reviews-behind-timeline")],
    ],
    ...figure("consultations"),
    ...figure("languages"),
    ...figure("questionnaires"),
    ...figure("feedback"),
    ...(changed.length === 0 ? [] : [changed]),
  ];
};

/** Returns the texts that a paper must print of its counts. */
export const printsOf = (data: PaperNumbers): Prints => {
  const known = readerOf(data);
  return {
    paragraphs: new Map([
      ...ofPairing(data, known),
      ...ofPeople(data, known),
      ...ofProgress(data, known),
      ...ofInitialSteps(data, known),
      ...ofLaterSteps(data, known),
      ...ofRegisters(data),
    ]),
    tables: tablesOf(data, known),
  };
};
