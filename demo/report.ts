import type { BulletinDetails, Figure, FigureName, Publication } from "../client/api-types.ts";
import { type Api, answerOf } from "../client/client.ts";
import type { Fact, FactOf } from "../schemas/model/fact.ts";
import { FigureKind } from "../schemas/model/figure-kind.ts";
import type { GroupId } from "../schemas/base/ids.ts";
import { LetterState } from "../schemas/model/letter.ts";
import { MandateRole, ObligationKind, Stage } from "../schemas/model/review.ts";
import { countByKey, table } from "./table.ts";
import { askFor, type DemoLog, readLetters } from "./read-results.ts";

type ReportRow = readonly (string | number)[];

/** Rows with what their columns of numbers sum to below. */
const withSums = (rows: readonly ReportRow[]): readonly ReportRow[] => {
  const [first = []] = rows;
  const sums = first.map((cell, at) =>
    typeof cell === "number" ? rows.reduce((sum, row) => sum + Number(row[at]), 0) : "",
  );
  return [...rows, ["all", ...sums.slice(1)]];
};

/** Returns a reader of the figures: of all, or of those in one stage or of one kind. */
const figureReader =
  (figures: readonly Figure[]) =>
  (name: FigureName, by?: { readonly stage: Stage } | { readonly kind: FigureKind }): number => {
    const figure = figures.find((one) => one.figure === name);
    if (figure === undefined) throw new Error(`The API gives no figure ${name}`);
    if (by === undefined) return figure.total;
    const part = figure.parts.find(
      ({ count: _count, ...values }) =>
        Object.keys(values).length === 1 && ("stage" in by ? values.stage === by.stage : values.kind === by.kind),
    );
    return part?.count ?? 0;
  };

type FigureReader = ReturnType<typeof figureReader>;

/** Totals are the figures' own, so that a reader who adds up the rows checks them. */
const stageRows = (read: FigureReader): readonly ReportRow[] => {
  const row = (name: string, by?: { readonly stage: Stage }): ReportRow => [
    name,
    read("reviews", by),
    read("reviews-blocked", by),
    read("reviews-missing-somebody", by),
  ];
  return [...Stage.options.map((stage) => row(stage, { stage })), row("all")];
};

const blockerRows = (read: FigureReader): readonly ReportRow[] => {
  const kinds = FigureKind.options.filter((kind) => read("blockers", { kind }) > 0);
  return [
    ...kinds.map((kind) => [kind, read("blockers", { kind }), read("reviews-blocked", { kind })]),
    ["all", read("blockers"), read("reviews-blocked")],
  ];
};

const isDelay = (fact: Fact): fact is FactOf<"delay-notified"> => fact.kind === "delay-notified";

const obligationRows = ({ obligations, facts }: DemoLog, read: FigureReader): readonly ReportRow[] => {
  const delays = countByKey(facts.filter(isDelay).map(({ obligation }) => obligation.split(":")[0] ?? ""));
  const returns = countByKey(
    facts.flatMap(({ kind }) =>
      kind === "answers-returned" ? ["questionnaire"] : kind === "feedback-returned" ? ["feedback"] : [],
    ),
  );
  return withSums(
    ObligationKind.options.map((kind) => {
      const here = obligations.filter((one) => one.kind === kind);
      const met = here.filter(({ state }) => state === "met");
      const late = met.filter(({ settledAt = "", originalDueAt }) => settledAt > originalDueAt).length;
      return [
        kind,
        here.length,
        met.length - late,
        late,
        here.filter(({ state }) => state === "void").length,
        here.filter(({ state }) => state === "open").length,
        read("duties-overdue", { kind }),
        read("duties-delayed", { kind }),
        delays.get(kind) ?? 0,
        returns.get(kind) ?? 0,
      ];
    }),
  );
};

const peopleRows = ({ facts }: DemoLog, read: FigureReader): readonly ReportRow[] => {
  const began = facts.filter((fact): fact is FactOf<"mandate-began"> => fact.kind === "mandate-began");
  const ended = facts.filter((fact): fact is FactOf<"mandate-ended"> => fact.kind === "mandate-ended");
  const missing = { "focal-point": read("focal-points-missing"), expert: read("experts-missing"), observer: "" };
  return MandateRole.options.map((role) => {
    const mandates = began.filter((fact) => fact.role === role);
    const ids = new Set(mandates.map(({ mandate }) => mandate));
    const gone = ended.filter(({ mandate }) => ids.has(mandate));
    const replaced = new Set(gone.filter(({ successor }) => successor !== undefined).map(({ mandate }) => mandate));
    return [
      role,
      new Set(mandates.map(({ user }) => user)).size,
      new Set(mandates.map(({ party }) => party)).size,
      replaced.size,
      new Set(gone.map(({ mandate }) => mandate)).size - replaced.size,
      missing[role],
    ];
  });
};

/**
 * Facts of reviews that the table counts, without those of nominations and obligations, which have their own tables.
 */
const reportedKinds: readonly Fact["kind"][] = [
  "languages-left-open",
  "languages-agreed",
  "consultation-concluded",
  "date-corrected",
  "redraw-requested",
  "seat-redrawn",
  "answers-submitted",
  "answers-opened",
  "clarification-asked",
  "clarification-answered",
  "clarification-closed",
  "feedback-cleared",
  "observations-drafted",
  "observations-agreed",
  "observations-published",
  "publication-consented",
];

const factRows = ({ facts }: DemoLog): readonly ReportRow[] => {
  const counts = countByKey(facts.map(({ kind }) => kind));
  return reportedKinds.map((kind): ReportRow => [kind, counts.get(kind) ?? 0]).filter(([, times]) => times !== 0);
};

const letterTable = ({ letters }: Pick<DemoLog, "letters">): string => {
  const states = LetterState.options.filter((state) => letters.some((one) => one.state === state));
  const kinds = [...new Set(letters.map(({ kind }) => kind))].toSorted();
  const rows = kinds.map((kind): ReportRow => {
    const here = letters.filter((one) => one.kind === kind);
    return [kind, ...states.map((state) => here.filter((one) => one.state === state).length), here.length];
  });
  return table("Letters", ["kind", ...states, "all"], withSums(rows));
};

const bulletinRow = ({ audience, progress }: BulletinDetails): ReportRow => [
  audience.list ?? audience.roles.join(", "),
  progress.recipients,
  progress.sent,
  progress.delivered,
  progress.skipped + progress.failed + progress.unknown,
  progress.waiting,
];

const publicationRow = ({ review, publishedAt, answers, dialogue }: Publication): ReportRow => [
  review,
  publishedAt.slice(0, "2021-06-01".length),
  [
    "list",
    "summary",
    ...(answers === undefined ? [] : ["answers"]),
    ...(dialogue === undefined ? [] : ["dialogue"]),
  ].join(", "),
];

/** Returns the status of a group as text, from the API's replies to the secretariat. */
export const reportTables = async (secretariat: Api, group: GroupId): Promise<string> => {
  const answers = await askFor(secretariat, group);
  const read = figureReader(answers.figures);
  const publications = answers.publications.toSorted((one, other) => one.publishedAt.localeCompare(other.publishedAt));
  return [
    table(`Reviews of ${group}`, ["stage", "reviews", "blocked", "without a focal point"], stageRows(read)),
    table("What they wait for; a review counts under each kind", ["kind", "blockers", "reviews"], blockerRows(read)),
    table(
      "Obligations; of those open, the overdue and the delayed; of all, delays notified and work returned",
      ["kind", "all", "met in time", "met late", "fell away", "open", "overdue", "delayed", "delays", "returned"],
      obligationRows(answers, read),
    ),
    table(
      "People; seats of reviews under way without a serving person",
      ["role", "persons", "parties", "replaced", "ended", "seats without"],
      peopleRows(answers, read),
    ),
    table("What happened", ["fact", "times"], factRows(answers)),
    letterTable(answers),
    table(
      "Bulletins of the secretariat, by audience",
      ["audience", "recipients", "sent", "delivered", "not sent", "waiting"],
      answers.bulletins.map(bulletinRow),
    ),
    table("Publications", ["review", "published", "what"], publications.map(publicationRow)),
  ].join("\n");
};

/** Returns the status of all groups after a take-over: the stages of each, and the letters. */
export const takeOverTables = async (secretariat: Api, groups: number): Promise<string> => {
  const { figures } = (await answerOf(secretariat.GET("/v1/figures/current", { params: { query: {} } }))).body;
  const parts = figures.find(({ figure }) => figure === "reviews")?.parts ?? [];
  const numbers = Array.from({ length: groups }, (_, at) => at + 1);
  const rows = Stage.options.map((stage): ReportRow => {
    const counts = numbers.map(
      (number) => parts.find((part) => part.group === `c1-g${number}` && part.stage === stage)?.count ?? 0,
    );
    return [stage, ...counts, counts.reduce((sum, count) => sum + count, 0)];
  });
  const letters = await readLetters(secretariat);
  return [
    table("Reviews a year later", ["stage", ...numbers.map((number) => `group ${number}`), "all"], withSums(rows)),
    letterTable({ letters }),
  ].join("\n");
};
