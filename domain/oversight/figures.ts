import {
  type FigureDimensions,
  FigureKind,
  type FigureMember,
  FigureName,
  type FigurePart,
  type FigureView,
} from "../../schemas/model/figures.ts";
import { type GroupId, laterCycleOf, type PartyId, partsOfGroup } from "../../schemas/base/ids.ts";
import { type MandateRole, type Obligation, type Review, type ReviewPlace, Stage } from "../../schemas/model/review.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { blockersOf, consultationMissedAt, publicationAwaitedSince } from "../review/blockers.ts";
import { mandatesOf } from "../review/mandates.ts";
import { openObligationOf, openObligations } from "../review/obligations.ts";
import { isInProgress } from "../review/blockers.ts";
import { cameByLot, isVacated } from "../review/seat-turns.ts";
import type { Source } from "../base/policy.ts";
import { isInPhase } from "../base/cycles.ts";
import { latest, startOfDay } from "../base/time.ts";

/** What a review adds to a figure at an instant; a figure is the sum of that over all reviews. */
type Adds = (review: Review, now: Instant) => readonly FigureMember[];

const member = (
  review: ReviewPlace,
  what: Omit<FigureMember, "review" | "cycle" | "cluster" | "group" | "stage">,
): FigureMember => ({
  review: review.id,
  ...laterCycleOf(review.id),
  cluster: review.cluster,
  group: review.group,
  stage: review.stage,
  ...what,
});

const ofDuty = (review: Review, { id, kind, party, dueAt, originalDueAt }: Obligation, since: Instant): FigureMember =>
  member(review, { party, kind, obligation: id, dueAt, originalDueAt, since });

/** The stages in which something is owed and something may hold a review up: what every figure but one counts is in these. */
export const stagesUnderWay: readonly Stage[] = Stage.options.filter(
  (stage) => stage !== "scheduled" && stage !== "concluded",
);

/** The figure that counts every review, in whatever stage: where it stands says all of it. */
export const figureOfAll = "reviews" satisfies FigureName;

const itself = (review: ReviewPlace): FigureMember => member(review, { party: review.party, since: review.stageSince });

/** Since when nobody serves a party in a role: the start, the drawing of its seat, or the end of the last mandate. */
const vacantSince = (review: Review, party: PartyId, role: MandateRole, now: Instant): Instant => {
  const { startedOn, stageSince, mandates } = review;
  const drawnAt = cameByLot(review, party);
  const ended = Object.values(mandates)
    .filter((mandate) => mandate.party === party && mandate.role === role)
    .flatMap(({ until }) => (until !== undefined && until <= now ? [until] : []));
  return latest(
    startedOn === undefined ? stageSince : startOfDay(startedOn),
    ...(drawnAt === undefined ? [] : [drawnAt]),
    ...ended,
  );
};

const vacancy = (review: Review, party: PartyId, role: "focal-point" | "expert", now: Instant): FigureMember => {
  const kind = role === "expert" ? "experts" : role;
  const since = vacantSince(review, party, role, now);
  const duty = openObligationOf(review, kind, party);
  return duty === undefined ? member(review, { party, kind, since }) : ofDuty(review, duty, since);
};

/** A duty holds a review up from the day its time runs, but not before the stage that waits for it. */
const awaitedMember = (review: Review, duty: Obligation, now: Instant): FigureMember => {
  const opened = startOfDay(duty.openedOn);
  return ofDuty(review, duty, opened > now ? review.stageSince : latest(review.stageSince, opened));
};

/** A consultation without an outcome past its target; the party under review consults (paragraph 26). */
const consultationPastTarget: Adds = (review, now) => {
  const dueAt = consultationMissedAt(review, now);
  if (dueAt === undefined) return [];
  return [member(review, { party: review.party, kind: "consultation", dueAt, originalDueAt: dueAt, since: dueAt })];
};

/** A list that every party has agreed to and the secretariat has not published (paragraph 35). */
const awaitingPublication: Adds = (review) => {
  const since = publicationAwaitedSince(review);
  return since === undefined ? [] : [member(review, { kind: "publication", since })];
};

const findBlockers: Adds = (review, now) => {
  const blockerKeys = new Set(blockersOf(review, now).map(({ kind, party }) => `${kind}:${party}`));
  const vacant = Object.values(review.seats).filter(({ party }) => blockerKeys.has(`focal-point:${party}`));
  const duties = openObligations(review).filter(
    ({ kind, party }) => kind !== "focal-point" && blockerKeys.has(`${kind}:${party}`),
  );
  return [
    ...vacant.map(({ party }) => vacancy(review, party, "focal-point", now)),
    ...duties.map((duty) => awaitedMember(review, duty, now)),
    ...consultationPastTarget(review, now),
    ...awaitingPublication(review, now),
  ];
};

/** What holds a review up at an instant: four figures count it, one after the other, of the same reviews. */
const foundBlockers = new WeakMap<Review, { readonly now: Instant; readonly members: readonly FigureMember[] }>();

/** All that holds a review up: what its readers are told. */
const blockers: Adds = (review, now) => {
  const before = foundBlockers.get(review);
  if (before?.now === now) return before.members;
  const members = findBlockers(review, now);
  foundBlockers.set(review, { now, members });
  return members;
};

const addBlocked: Adds = (review, now) => {
  const [first, ...others] = blockers(review, now).toSorted((one, other) => (one.since < other.since ? -1 : 1));
  if (first === undefined) return [];
  const kinds = new Set([first, ...others].map(({ kind }) => kind));
  const blockedBy = FigureKind.options.filter((kind) => kinds.has(kind));
  return [member(review, { party: review.party, blockedBy, since: first.since })];
};

const ofKind =
  (kind: FigureKind, adds: Adds): Adds =>
  (review, now) =>
    adds(review, now).filter((one) => kindsOf(one).includes(kind));

/** Open duties by the instant since when they are what is counted; undefined for those that are not. */
const duties =
  (since: (duty: Obligation, now: Instant) => Instant | undefined): Adds =>
  (review, now) =>
    openObligations(review).flatMap((duty) => {
      const from = since(duty, now);
      return from === undefined ? [] : [ofDuty(review, duty, from)];
    });

interface Definition {
  readonly counts: FigureView["counts"];
  readonly sources: readonly Source[];
  readonly kindsOverlap?: true;
  /** By what it is told apart. */
  readonly parts: readonly (readonly Dimension[])[];
  readonly adds: Adds;
}

const places = [["cluster"], ["group"]] as const;
const byStage = [...places, ["stage"], ["cluster", "stage"], ["group", "stage"]] as const;
const byKind = [...places, ["kind"], ["cluster", "kind"], ["group", "kind"]] as const;
const byParty = [...places, ["party"]] as const;
const byKindAndParty = [...byKind, ["party"]] as const;

/** The figures of the moment: one definition each, from which its number and its list both come. */
const definitions: { readonly [F in FigureName]: Definition } = {
  reviews: {
    counts: "reviews",
    sources: ["S22", "S23"],
    parts: byStage,
    adds: (review) => [itself(review)],
  },
  "reviews-blocked": {
    counts: "reviews",
    sources: ["S15", "S26", "S31", "S34", "S35"],
    kindsOverlap: true,
    parts: [...byKind, ["stage"]],
    adds: addBlocked,
  },
  "reviews-missing-somebody": {
    counts: "reviews",
    sources: ["S15", "S16"],
    parts: byStage,
    adds: ofKind("focal-point", addBlocked),
  },
  blockers: {
    counts: "blockers",
    sources: ["S15", "S26", "S31", "S34", "S35", "D"],
    parts: byKind,
    adds: blockers,
  },
  "focal-points-missing": {
    counts: "seats",
    sources: ["S15"],
    parts: byParty,
    adds: (review, now) =>
      ofKind("focal-point", blockers)(review, now).filter(
        ({ party }) => party === undefined || !isVacated(review, party),
      ),
  },
  "experts-missing": {
    counts: "seats",
    sources: ["S18"],
    parts: byParty,
    adds: (review, now) =>
      (isInProgress(review) ? Object.values(review.seats) : [])
        .filter(({ party }) => !isVacated(review, party) && mandatesOf(review, party, "expert", now).length === 0)
        .map(({ party }) => vacancy(review, party, "expert", now)),
  },
  "duties-overdue": {
    counts: "duties",
    sources: ["S31", "S33"],
    parts: byKindAndParty,
    adds: duties(({ dueAt }, now) => (dueAt < now ? dueAt : undefined)),
  },
  "duties-late": {
    counts: "duties",
    sources: ["S31", "S33"],
    parts: byKindAndParty,
    adds: duties(({ originalDueAt }, now) => (originalDueAt < now ? originalDueAt : undefined)),
  },
  "duties-delayed": {
    counts: "duties",
    sources: ["S33"],
    parts: byKindAndParty,
    adds: duties(({ delayReason, dueAt, originalDueAt, datedAt, openedOn }) =>
      delayReason === undefined || dueAt <= originalDueAt ? undefined : (datedAt ?? startOfDay(openedOn)),
    ),
  },
  "duties-returned": {
    counts: "duties",
    sources: ["D"],
    parts: byKindAndParty,
    adds: duties(({ reopened, kind, openedOn }) =>
      reopened === true && (kind === "questionnaire" || kind === "feedback") ? startOfDay(openedOn) : undefined,
    ),
  },
};

/** A figure without its definition, which is written in the language of the reply. */
export type CountedFigure = Omit<FigureView, "definition">;

/** The kinds that one is counted under: its own, or all that block a review. */
export const kindsOf = ({ kind, blockedBy = [] }: FigureMember): readonly FigureKind[] =>
  kind === undefined ? blockedBy : [kind];

/** By what figures are told apart. A cycle is told with its clusters. */
type Dimension = Exclude<keyof FigureDimensions, "cycle">;

/** The values that one counts under; of kinds, a blocked review has several. */
const valuesOf: { readonly [D in Dimension]-?: (one: FigureMember) => readonly FigureDimensions[] } = {
  cluster: ({ review, cluster }) => [{ ...laterCycleOf(review), cluster }],
  group: ({ group }) => [{ group }],
  stage: ({ stage }) => [{ stage }],
  kind: (one) => kindsOf(one).map((kind) => ({ kind })),
  party: ({ party }) => (party === undefined ? [] : [{ party }]),
};

const fits = (one: FigureMember, { group, stage, kind, party, ...phase }: FigureDimensions): boolean =>
  isInPhase(one.review, phase) &&
  (group === undefined || one.group === group) &&
  (stage === undefined || one.stage === stage) &&
  (kind === undefined || kindsOf(one).includes(kind)) &&
  (party === undefined || one.party === party);

/** Where one stands in its list: the longest since first, and one place for each. */
const placeOf = ({ since, review, kind, party, obligation }: FigureMember): string =>
  [since, review, kind, party, obligation].join(" ");

/** A member of a figure, and its place in the list. */
interface MemberPlace {
  readonly place: string;
  readonly member: FigureMember;
}

const listOf = (members: readonly FigureMember[], filter: FigureDimensions): readonly MemberPlace[] =>
  members
    .filter((one) => fits(one, filter))
    .map((one) => ({ place: placeOf(one), member: one }))
    .toSorted((one, other) => (one.place < other.place ? -1 : 1));

/** What a figure counts at an instant, with each one's place in the list, in the order of places. */
export const membersOf = (
  figure: FigureName,
  reviews: readonly Review[],
  filter: FigureDimensions,
  asOf: Instant,
): readonly MemberPlace[] =>
  listOf(
    reviews.flatMap((review) => definitions[figure].adds(review, asOf)),
    filter,
  );

/** The same of the figure of all reviews, from no more than where they stand. */
export const membersOfAll = (reviews: readonly ReviewPlace[], filter: FigureDimensions): readonly MemberPlace[] =>
  listOf(reviews.map(itself), filter);

/** Groups by cycle, cluster and number. */
const placeOfGroup = (id: GroupId): string => {
  const { cluster, group } = partsOfGroup(id);
  return [laterCycleOf(id).cycle, cluster, String(group).padStart(2, "0")].join(" ");
};

/** In the order of the process, not of letters. */
const rankOf = ({ cycle, cluster, group, stage, kind, party }: FigureDimensions): string =>
  [
    cycle,
    cluster,
    group === undefined ? undefined : placeOfGroup(group),
    stage === undefined ? undefined : Stage.options.indexOf(stage),
    kind === undefined ? undefined : FigureKind.options.indexOf(kind),
    party,
  ].join(" ");

const partsBy = (names: readonly Dimension[], members: readonly FigureMember[]): readonly FigurePart[] => {
  const parts = new Map<string, FigurePart>();
  for (const one of members) {
    const values = names.reduce<readonly FigureDimensions[]>(
      (before, name) => before.flatMap((part) => valuesOf[name](one).map((value) => ({ ...part, ...value }))),
      [{}],
    );
    for (const part of values) {
      const rank = rankOf(part);
      parts.set(rank, { ...part, count: (parts.get(rank)?.count ?? 0) + 1 });
    }
  }
  return [...parts].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, part]) => part);
};

/**
 * Every figure of the reviews at an instant, of one cycle, cluster or group where that is asked for: its total, and how many of it there
 * are by each value. Of reviews that are not under way, the `others`, it is enough to know where they stand. All are counted from the lists that `membersOf` gives, so a number and its list cannot differ.
 */
export const currentFigures = (
  reviews: readonly Review[],
  filter: Pick<FigureDimensions, "cycle" | "cluster" | "group">,
  asOf: Instant,
  others: readonly ReviewPlace[] = [],
): CountedFigure[] =>
  FigureName.options.map((figure) => {
    const { counts, sources, kindsOverlap = false, parts } = definitions[figure];
    const list =
      figure === figureOfAll ? membersOfAll([...reviews, ...others], filter) : membersOf(figure, reviews, filter, asOf);
    const members = list.map(({ member: one }) => one);
    return {
      figure,
      counts,
      sources: [...sources],
      total: members.length,
      kindsOverlap,
      parts: parts.flatMap((names) => partsBy(names, members)),
    };
  });
