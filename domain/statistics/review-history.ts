import { defined } from "../../schemas/base/defined.ts";
import type { GroupId, ObligationId, PartyId, ReviewId, UserId } from "../../schemas/base/ids.ts";
import type { DelayReason, Instant, Language } from "../../schemas/base/values.ts";
import type { MandateEndReason } from "../../schemas/model/mandate-end-reason.ts";
import type { Fact, FactOf } from "../../schemas/model/fact.ts";
import {
  type LanguagesOpen,
  type MandateRole,
  type ObligationKind,
  type Review,
  Stage,
} from "../../schemas/model/review.ts";
import type { CorrectableDate } from "../../schemas/model/correctable-date.ts";
import type { ObservationItem } from "../../schemas/model/observation-items.ts";
import { startOfDay } from "../base/time.ts";
import { feedbackEndedAt } from "../review/due-dates.ts";
import { evolveReview } from "../review/evolve.ts";
import { consultationBegan } from "../review/mandates.ts";
import { firstPublishedAt } from "../review/recorded-dates.ts";
import { type ObligationSpan, obligationSpans } from "./obligation-spans.ts";
import { type Redraw, redrawsIn, type SeatSpan, seatSpans } from "./seat-spans.ts";
import { inTurn, type Span, within } from "./spans.ts";
import { reachedAt, type StageSpan } from "./stage-spans.ts";

/** A person's service for a party. */
export interface MandateSpan extends Span {
  readonly role: MandateRole;
  readonly party: PartyId;
  readonly user: UserId;
  /** The reason why it ended, if its party stated one. */
  readonly endReason?: MandateEndReason | undefined;
}

/** The languages of a review: agreed, or left open and why. */
export interface LanguagesSpan extends Span {
  readonly languages?: readonly Language[] | undefined;
  readonly open?: LanguagesOpen | undefined;
}

/** The subjects of the observations in a published list. */
interface PublishedObservations extends Span {
  readonly items: readonly ObservationItem[];
}

/** A delay that a party notified. */
interface ReportedDelay {
  readonly at: Instant;
  readonly party: PartyId;
  readonly kind: ObligationKind;
  readonly obligation: ObligationId;
  readonly generation: number;
  readonly reason: DelayReason;
}

/** The history of a review, by time: on the days that corrections give, whenever they were recorded. */
export interface ReviewHistory {
  readonly id: ReviewId;
  readonly cluster: number;
  readonly group: GroupId;
  readonly party: PartyId;
  readonly drawnAt: Instant;
  /** An import took it over: of the draws before that nothing is on record. */
  readonly isTakenOver?: boolean | undefined;
  readonly startedAt?: Instant | undefined;
  /** The party under review left the Convention with this day. */
  readonly discontinuedAt?: Instant | undefined;
  readonly stages: readonly StageSpan[];
  readonly seats: readonly SeatSpan[];
  readonly mandates: readonly MandateSpan[];
  readonly obligations: readonly ObligationSpan[];
  readonly delays: readonly ReportedDelay[];
  readonly languages: readonly LanguagesSpan[];
  readonly metAt?: Instant | undefined;
  /** The consultation has an outcome; where a seat had no focal point then, the review went on later. */
  readonly concludedAt?: Instant | undefined;
  /** The consultation was concluded without a meeting (footnote 9). */
  readonly concludedWithoutMeetingAt?: Instant | undefined;
  /** Further meetings of the parties, on the days that corrections give. */
  readonly rounds?: readonly { readonly at: Instant; readonly number: number }[];
  readonly answers: readonly Span[];
  readonly answersOpenedAt?: Instant | undefined;
  /** Every party had agreed to the list that was published first, or is on the table. */
  readonly agreedAt?: Instant | undefined;
  /** The instant from which no agreement to that list is awaited. */
  readonly listReadyAt?: Instant | undefined;
  readonly publishedAt?: Instant | undefined;
  /** The days with which parties of seats left the Convention. */
  readonly denouncedAt: ReadonlyMap<PartyId, Instant>;
  /** The subjects of the observations in the published list, up to an erratum and after it. */
  readonly observations?: readonly PublishedObservations[];
  readonly redrawsAsked: readonly { readonly at: Instant; readonly party: PartyId }[];
  readonly redraws: readonly Redraw[];
}

const isKind =
  <Kind extends Fact["kind"]>(...kinds: readonly Kind[]) =>
  (fact: Fact): fact is FactOf<Kind> =>
    kinds.some((kind) => kind === fact.kind);

/** Returns the facts since the last undone start: a start that was undone does not count. */
const sinceUndone = (facts: readonly Fact[]): readonly Fact[] => {
  const undone = facts.findLastIndex(({ kind }) => kind === "review-start-undone");
  return undone === -1
    ? facts
    : facts.slice(undone + 1).filter((fact) => fact.kind !== "stage-changed" || fact.to !== "scheduled");
};

/** The recorded entry of a stage, where a correction moved it. */
const enteredAsCorrected: {
  readonly [S in Stage]?: {
    readonly by: readonly CorrectableDate[];
    readonly at: (review: Review) => Instant | undefined;
  };
} = {
  nomination: { by: ["start"], at: ({ startedOn }) => startedOn && startOfDay(startedOn) },
  consultation: {
    by: ["start", "nomination", "redraw"],
    at: (review) => {
      const began = consultationBegan(review);
      return began && startOfDay(began);
    },
  },
  questionnaire: {
    by: ["consultation"],
    at: ({ consultation }) => consultation?.concludedOn && startOfDay(consultation.concludedOn),
  },
  feedback: {
    by: ["submission", "decision"],
    at: ({ answers, decisions = [] }) =>
      answers === undefined
        ? decisions.find(({ kind }) => kind === "questionnaire")?.at
        : answers.receivedOn && startOfDay(answers.receivedOn),
  },
  observations: {
    by: ["feedback", "clarification-settlement", "decision"],
    at: (review) => feedbackEndedAt(review),
  },
  concluded: { by: ["publication"], at: firstPublishedAt },
};

/** Returns the stages one after the other; none begins before the one before it. */
const stageSpans = (facts: readonly Fact[], review: Review, drawnAt: Instant): readonly StageSpan[] => {
  const corrected = new Set(facts.filter(isKind("date-corrected")).map(({ what }) => what));
  const entered = sinceUndone(facts)
    .filter(isKind("stage-changed"))
    .map(({ to: stage, happenedAt }) => {
      const correction = enteredAsCorrected[stage];
      const isCorrected = correction?.by.some((what) => corrected.has(what)) === true;
      return { stage, from: (isCorrected ? correction?.at(review) : undefined) ?? happenedAt };
    });
  const first: { readonly stage: Stage; readonly from: Instant } = { stage: "scheduled", from: drawnAt };
  const steps = entered.reduce(
    (before, step) => {
      const last = before.at(-1)?.from ?? drawnAt;
      return [...before, { ...step, from: step.from < last ? last : step.from }];
    },
    [first],
  );
  return inTurn(steps);
};

/** Languages agreed or left open, one after the other; a correction says what they were, or since when, all the time. */
const languagesSpans = (facts: readonly Fact[]): readonly LanguagesSpan[] => {
  const steps: { from: Instant; languages?: readonly Language[]; open?: LanguagesOpen }[] = [];
  for (const fact of facts) {
    const { happenedAt: from } = fact;
    if (fact.kind === "languages-agreed") steps.push({ from, languages: fact.languages });
    if (fact.kind === "languages-left-open") steps.push({ from, open: fact.why });
    if (fact.kind === "date-corrected" && fact.what === "languages")
      steps.splice(-1, 1, { ...steps.at(-1), from: startOfDay(fact.to) });
    if (fact.kind === "languages-corrected")
      steps.splice(-1, 1, { from: steps.at(-1)?.from ?? from, languages: fact.languages });
  }
  return inTurn(steps.toSorted((one, other) => one.from.localeCompare(other.from)));
};

/** Returns the submissions, each up to its return. */
const answersSpans = (facts: readonly Fact[], review: Review): readonly Span[] => {
  const spans = facts.filter(isKind("answers-submitted", "answers-returned")).reduce<Span[]>((before, fact) => {
    if (fact.kind === "answers-submitted") return [...before, { from: fact.happenedAt }];
    const last = before.at(-1);
    return last === undefined ? before : [...before.slice(0, -1), { ...last, to: fact.happenedAt }];
  }, []);
  const last = spans.at(-1);
  const isCorrected = facts.some((fact) => fact.kind === "date-corrected" && fact.what === "submission");
  const receivedOn = review.answers?.receivedOn;
  return last === undefined || !isCorrected || receivedOn === undefined
    ? spans
    : [...spans.slice(0, -1), { ...last, from: startOfDay(receivedOn) }];
};

const mandateSpans = (review: Review, drawnAt: Instant): readonly MandateSpan[] =>
  Object.values(review.mandates).flatMap(({ role, party, user, since, until, endReason }) =>
    within(
      {
        role,
        party,
        user,
        from: since,
        ...defined({ to: until, endReason }),
      },
      { from: drawnAt },
    ),
  );

/**
 * Returns the notified delays. A reversed delay was recorded by mistake, and counts on no day; a correction gives one
 * its right day.
 */
const reportedDelays = (facts: readonly Fact[], review: Review): readonly ReportedDelay[] => {
  let delays: readonly ReportedDelay[] = [];
  for (const fact of facts) {
    if (fact.kind === "delay-notified") {
      const { obligation: id, generation, reason, happenedAt: at } = fact;
      const obligation = review.obligations[id];
      if (obligation !== undefined)
        delays = [
          ...delays,
          { at, party: obligation.party, kind: obligation.kind, obligation: id, generation, reason },
        ];
    }
    if (fact.kind === "delay-reversed")
      delays = delays.filter((one) => one.obligation !== fact.obligation || one.generation !== fact.delay);
    if (fact.kind !== "date-corrected" || fact.what !== "delay-notification") continue;
    const last = delays.findLast(({ obligation }) => obligation === fact.obligation);
    delays = delays.map((one) => (one === last ? { ...one, at: startOfDay(fact.to) } : one));
  }
  return delays;
};

/** Returns requests for a redraw, on the days that corrections give. */
const redrawRequests = (facts: readonly Fact[]): ReviewHistory["redrawsAsked"] => {
  const requests: { readonly at: Instant; readonly party: PartyId; readonly seat: PartyId }[] = [];
  for (const fact of facts) {
    if (fact.kind === "redraw-requested") requests.push({ at: fact.happenedAt, party: fact.party, seat: fact.seat });
    if (fact.kind !== "date-corrected" || fact.what !== "redraw-request") continue;
    const last = requests.findLastIndex(({ party, seat }) => party === fact.party && seat === fact.seat);
    const request = requests[last];
    if (request !== undefined) requests[last] = { ...request, at: startOfDay(fact.to) };
  }
  return requests.map(({ at, party }) => ({ at, party }));
};

/** Returns when the responses were opened first, or the day to which that was corrected. */
const openedAt = (facts: readonly Fact[], review: Review): Instant | undefined =>
  facts.some((fact) => fact.kind === "date-corrected" && fact.what === "opening")
    ? review.answersOpenedAt
    : firstOf(facts, "answers-opened");

/**
 * Returns when every party had agreed to the list, and when no agreement was awaited: a decision in the place of an
 * agreement is none. An erratum comes after that.
 */
const listTimes = (facts: readonly Fact[]): Pick<ReviewHistory, "agreedAt" | "listReadyAt"> => {
  const { seats = {}, observations } =
    facts
      .filter(({ kind }) => kind !== "erratum-published")
      .reduce<Review | undefined>((before, fact) => evolveReview(before, fact), undefined) ?? {};
  if (observations === undefined) return {};
  const { agreed, version, agreedAt: listReadyAt } = observations;
  const isAgreed = Object.values(seats).every(({ party }) => agreed[party] === version);
  return { agreedAt: isAgreed ? listReadyAt : undefined, listReadyAt };
};

/**
 * Returns the published list as it was drafted, and each erratum in its place from then on, on the recorded days. An
 * erratum without subjects of its observations keeps those that counted.
 */
const publishedObservations = (facts: readonly Fact[], review: Review): readonly PublishedObservations[] => {
  const items = new Map<number, readonly ObservationItem[]>();
  for (const fact of facts)
    if (fact.kind === "observations-drafted") items.set(fact.version, fact.items ?? []);
    else if (fact.kind === "erratum-published")
      items.set(fact.version, fact.items ?? items.get(fact.version - 1) ?? []);
    else if (fact.kind === "text-attached" && fact.version !== undefined && fact.items !== undefined)
      items.set(fact.version, fact.items);
  const { replaced = [], version, publishedAt } = review.observations ?? {};
  const last = version === undefined || publishedAt === undefined ? [] : [{ version, publishedAt }];
  return inTurn([...replaced, ...last].map((one) => ({ from: one.publishedAt, items: items.get(one.version) ?? [] })));
};

/** Returns when something happened for the first time; undefined where it has not. */
const firstOf = (facts: readonly Fact[], kind: Fact["kind"]): Instant | undefined =>
  facts.find((fact) => fact.kind === kind)?.happenedAt;

/**
 * Returns the history of a review from its journal, in the order of recording. Throws where that is no journal of a
 * review.
 */
export const reviewHistory = (facts: readonly Fact[]): ReviewHistory => {
  const [drawn] = facts;
  if (drawn?.kind !== "review-drawn") throw new Error("The journal of a review begins with its drawing");
  const review = facts.reduce<Review | undefined>(evolveReview, undefined);
  if (review === undefined) throw new Error("The journal holds no review");
  const { id, cluster, group, party, consultation, startedOn, discontinued } = review;
  const drawnAt = drawn.happenedAt;
  const concludedAt = consultation?.concludedOn && startOfDay(consultation.concludedOn);
  const stages = stageSpans(facts, review, drawnAt);
  return {
    id,
    cluster,
    group,
    party,
    drawnAt,
    isTakenOver: facts.some(({ kind }) => kind === "review-imported"),
    startedAt: startedOn && startOfDay(startedOn),
    discontinuedAt: discontinued && startOfDay(discontinued.leftOn),
    stages,
    seats: seatSpans(facts),
    mandates: mandateSpans(review, drawnAt),
    obligations: obligationSpans(facts, review, (stage) => reachedAt(stages, stage)),
    delays: reportedDelays(facts, review),
    languages: languagesSpans(facts),
    metAt: consultation?.heldOn && startOfDay(consultation.heldOn),
    concludedAt,
    rounds: (consultation?.rounds ?? []).map(({ heldOn, number }) => ({ at: startOfDay(heldOn), number })),
    concludedWithoutMeetingAt: consultation?.withoutMeeting === true ? concludedAt : undefined,
    answers: answersSpans(facts, review),
    answersOpenedAt: openedAt(facts, review),
    ...listTimes(facts),
    publishedAt: firstPublishedAt(review),
    denouncedAt: new Map(),
    observations: publishedObservations(facts, review),
    redrawsAsked: redrawRequests(facts),
    redraws: redrawsIn(facts),
  };
};
