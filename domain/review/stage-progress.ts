import type { Fact, FactOf } from "../../schemas/model/fact.ts";
import type { Announcement, Review, Stage } from "../../schemas/model/review.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { type Decision, accept } from "../base/decision.ts";
import { agreementDueAt, feedbackEndedAt, questionnaireDueAt, receivedBy } from "./due-dates.ts";
import { isActive, partiesWithoutFocalPoint } from "./mandates.ts";
import { reviewingSeats } from "../lots/seats.ts";
import { feedbackAwaitedFrom, goesOnWithout } from "./missing-acts.ts";
import { openObligation, openObligations, voidObligations } from "./obligations.ts";
import { evolveReview } from "./evolve.ts";
import { dayOf, latest } from "../base/time.ts";

/** Returns since when a review continues without answers, by decision; undefined where there is none. */
const wentOnWithoutAnswersAt = ({ decisions = [] }: Review): Instant | undefined =>
  decisions.find(({ kind }) => kind === "questionnaire")?.at;

/** Returns since when only a vacant focal point keeps a review in its stage; undefined while something does. */
const readySince: { readonly [S in Stage]: (review: Review) => Instant | undefined } = {
  scheduled: () => undefined,
  nomination: ({ stageSince }) => stageSince,
  consultation: ({ consultation, stageSince }) =>
    consultation?.concludedAt === undefined ? undefined : latest(stageSince, consultation.concludedAt),
  questionnaire: (review) => review.answers?.at ?? wentOnWithoutAnswersAt(review),
  feedback: (review) => {
    const open = (review.clarifications ?? []).some(({ state }) => state === "open");
    const answered = review.answers !== undefined || goesOnWithout(review, "questionnaire", review.party);
    if (open || !answered || feedbackAwaitedFrom(review).length > 0) return undefined;
    return latest(review.stageSince, feedbackEndedAt(review) ?? review.stageSince);
  },
  observations: ({ observations }) => observations?.publishedAt,
  concluded: () => undefined,
};

const after: { readonly [S in Stage]: Stage } = {
  scheduled: "nomination",
  nomination: "consultation",
  consultation: "questionnaire",
  questionnaire: "feedback",
  feedback: "observations",
  observations: "concluded",
  concluded: "concluded",
};

/**
 * Returns when the last vacant seat was filled: the seats were all filled at `since`, or else with the latest mandate.
 */
const filledAt = (review: Review, since: Instant, now: Instant): Instant =>
  partiesWithoutFocalPoint(review, since).length === 0
    ? since
    : Object.values(review.mandates)
        .filter((mandate) => mandate.role === "focal-point" && isActive(mandate, now))
        .reduce((at, mandate) => latest(at, mandate.since), since);

/**
 * The time of recording of a step, and the kinds of facts recorded with it: letters about them name what the step
 * opens.
 */
interface RecordedStep {
  readonly now: Instant;
  readonly announces: ReadonlySet<Fact["kind"]>;
}

/** Returns the obligations that come with a stage. */
const obligationsOf = (
  review: Review,
  stage: Stage,
  at: Instant,
  { now, announces }: RecordedStep,
): readonly Fact[] => {
  const today = dayOf(at);
  switch (stage) {
    case "questionnaire": {
      const openedOn = review.consultation?.clockStartsOn ?? today;
      const dueAt = questionnaireDueAt(review, openedOn);
      const announced = announces.has("consultation-concluded") ? ({ at: now, to: "all" } as const) : undefined;
      return [openObligation(review, { kind: "questionnaire", party: review.party, openedOn, dueAt, announced, at })];
    }
    case "feedback":
      return feedbackObligations(
        review,
        at,
        announces.has("answers-submitted") ? { at: now, to: "focal-points" } : undefined,
      );
    case "observations": {
      const dueAt = agreementDueAt(review, today);
      const announced = { at: now, to: "focal-points" } as const;
      return Object.values(review.seats).map(({ party }) =>
        openObligation(review, { kind: "agreement", party, openedOn: today, dueAt, announced, at }),
      );
    }
    case "concluded":
      return voidObligations(review, openObligations(review), at);
    case "scheduled":
    case "nomination":
    case "consultation":
      return [];
  }
};

/**
 * Returns the feedback obligations of every reviewing party once answers are in, counted from their receipt (paragraph
 * 33), which for a party drawn in later is the day it was drawn.
 */
export const feedbackObligations = (
  review: Review,
  at: Instant,
  announced?: Announcement,
): readonly FactOf<"obligation-opened">[] =>
  reviewingSeats(review).map(({ party }) => {
    const openedOn = receivedBy(review, party) ?? dayOf(at);
    return openObligation(review, { kind: "feedback", party, openedOn, announced, at });
  });

/**
 * Returns the steps that a review takes automatically from its present state: none while something of its stage is
 * missing, or a seat has no focal point now (paragraphs 15 and 26). A step happens at the last of the acts that it
 * needed, which need not be the last recorded.
 */
const stepsFrom = (review: Review, recorded: RecordedStep): readonly Fact[] => {
  const { now } = recorded;
  const since = review.discontinued === undefined ? readySince[review.stage](review) : undefined;
  // Once all have agreed, the denunciation of a party does not keep the list from being published.
  const waitsForSeats = review.stage !== "observations";
  if (since === undefined || (waitsForSeats && partiesWithoutFocalPoint(review, now).length > 0)) return [];
  const at = waitsForSeats ? filledAt(review, since, now) : since;
  const to = after[review.stage];
  const step: Fact = { kind: "stage-changed", happenedAt: at, review: review.id, from: review.stage, to };
  const entered = evolveReview(review, step);
  const facts = [step, ...obligationsOf(entered, to, at, recorded)];
  return [...facts, ...stepsFrom(facts.slice(1).reduce(evolveReview, entered), recorded)];
};

/** Facts of a command, and the steps that follow from them: what every decision about a review ends with. */
export const withSteps = (review: Review, facts: readonly Fact[], now: Instant): Decision =>
  accept([
    ...facts,
    ...stepsFrom(facts.reduce(evolveReview, review), { now, announces: new Set(facts.map(({ kind }) => kind)) }),
  ]);

/** Decides one thing after the other, each on what the one before led to; a refusal of one refuses all. */
export const inOrder = (review: Review, decisions: readonly ((review: Review) => Decision)[]): Decision => {
  const facts: Fact[] = [];
  let state = review;
  for (const decide of decisions) {
    const decision = decide(state);
    if (!decision.ok) return decision;
    facts.push(...decision.facts);
    state = decision.facts.reduce(evolveReview, state);
  }
  return accept(facts);
};
