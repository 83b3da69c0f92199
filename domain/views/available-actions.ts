import type * as z from "zod";
import type { Action } from "../../schemas/base/actions.ts";
import { type Operation, operations } from "../../schemas/api/operations.ts";
import type { PartyId } from "../../schemas/base/ids.ts";
import { DispensableKind, type Obligation, type ObligationKind, type Review } from "../../schemas/model/review.ts";
import { type Instant, Instrument } from "../../schemas/base/values.ts";
import type { AvailableAction, ReviewAction } from "../../schemas/views/core.ts";
import type { Actor } from "../base/actor.ts";
import { reviewingSeats } from "../lots/seats.ts";
import { blocksStage } from "../review/blocking-obligations.ts";
import { isWaiverUsed } from "../review/commands/reviewer-limit.ts";
import { mandatesBeyond } from "../review/mandates.ts";
import { delayInForce, openObligationOf, openObligations } from "../review/obligations.ts";
import { isInStage, isRecordable, may } from "../review/permissions.ts";
import { hasAskedFor } from "../review/seat-turns.ts";
import { agreementAwaitedFrom, feedbackAwaitedFrom } from "../review/missing-acts.ts";

/**
 * A test whether an action makes sense for one party of a review now. The permissions define who may do it, and in
 * which stages.
 */
type ForParty = (review: Review, party: PartyId, now: Instant) => boolean;
/** A test whether an action makes sense for the review as a whole. */
type ForReview = (review: Review, now: Instant) => boolean;

const hasOpen =
  (kind: ObligationKind): ForParty =>
  (review, party) =>
    openObligationOf(review, kind, party) !== undefined;

const reviewsAnswers: ForParty = (review, party, now) =>
  review.answers !== undefined && hasOpen("feedback")(review, party, now);

const mayAsk: ForParty = (review, party, now) =>
  reviewsAnswers(review, party, now) || review.feedback?.[party] !== undefined;

const hasNoFocalPointAhead: ForParty = (review, party, now) =>
  mandatesBeyond(review, party, "focal-point", now).every(({ until }) => until !== undefined);

const owesWhatCanBeDelayed: ForParty = (review, party) =>
  openObligations(review).some(
    (obligation) => obligation.party === party && obligation.kind !== "focal-point" && obligation.kind !== "experts",
  );

const isReturnable: ForParty = (review, party) =>
  review.feedback?.[party] !== undefined && Object.keys(review.observations?.agreed ?? {}).length === 0;

const isAwaited: ForParty = (review, party) =>
  review.observations !== undefined &&
  feedbackAwaitedFrom(review).length === 0 &&
  agreementAwaitedFrom(review).includes(party);

const isDelayed = (obligation: Obligation): boolean =>
  obligation.state !== "void" && delayInForce(obligation) !== undefined;

const hasDelay: ForParty = (review, party) =>
  Object.values(review.obligations).some((obligation) => obligation.party === party && isDelayed(obligation));

const hasOpenQuestion: ForParty = (review, party) =>
  (review.clarifications ?? []).some(({ askedBy, state }) => askedBy === party && state === "open");

const hasSeatToAskFor: ForParty = (review, party) =>
  reviewingSeats(review).some(
    (seat) => (party === review.party || party === seat.party) && !hasAskedFor(review, party, seat.party),
  );

const forParties: readonly (readonly [Action, ForParty])[] = [
  ["focal-point.name", hasNoFocalPointAhead],
  ["expert.name", () => true],
  ["observer.name", () => true],
  ["answers.draft", hasOpen("questionnaire")],
  ["answers.submit", hasOpen("questionnaire")],
  ["feedback.draft", hasOpen("feedback")],
  ["feedback.clear", reviewsAnswers],
  ["feedback.return", isReturnable],
  ["clarification.ask", mayAsk],
  ["work.divide", (review, party) => party !== review.party],
  ["observations.agree", isAwaited],
  ["delay.notify", owesWhatCanBeDelayed],
  ["delay.reverse", hasDelay],
  ["redraw.ask", hasSeatToAskFor],
  ["redraw.withdraw", (review, party) => review.redrawsAsked?.some(({ by }) => by === party) === true],
  ["clarification.withdraw", hasOpenQuestion],
];

/**
 * Returns whether an obligation is overdue without which the review may continue, by decision of the Conference or its
 * working group.
 */
const hasSilentParty: ForReview = (review, now) =>
  openObligations(review).some(
    ({ kind, dueAt }) => DispensableKind.safeParse(kind).success && blocksStage(review.stage, kind) && dueAt < now,
  );

const requests = (review: Review): boolean => openObligations(review).some(({ kind }) => kind === "clarification");

const forReviews: readonly (readonly [Action, ForReview])[] = [
  ["consultation.record", ({ consultation }) => consultation?.concludedOn === undefined],
  ["round.record", ({ consultation }) => consultation?.heldOn !== undefined],
  ["languages.record", () => true],
  ["answers.return", ({ answers, feedback = {} }) => answers !== undefined && Object.keys(feedback).length === 0],
  ["answers.open", ({ answers, answersOpenedAt }) => answers !== undefined && answersOpenedAt === undefined],
  ["clarification.answer", requests],
  ["clarification.close", requests],
  ["observations.draft", () => true],
  ["observations.publish", (review) => review.observations !== undefined && agreementAwaitedFrom(review).length === 0],
  ["erratum.publish", ({ observations }) => observations?.publishedAt !== undefined],
  ["publication.consent", ({ consents = [] }) => consents.length < 2],
  ["publication.withdraw", ({ consents = [] }) => consents.length > 0],
  ["decision.record", hasSilentParty],
  ["redraw.carry-out", ({ redrawsAsked = [], vacated = [] }) => redrawsAsked.length + vacated.length > 0],
  ["reviewer-limit.waive", ({ reviewerLimitWaivedAt }) => reviewerLimitWaivedAt === undefined],
  [
    "reviewer-limit.withdraw-waiver",
    (review, now) => review.reviewerLimitWaivedAt !== undefined && !isWaiverUsed(review, now),
  ],
  ["instruments.add", (review) => (review.seats[review.party]?.instruments.length ?? 0) < Instrument.options.length],
  ["date.correct", ({ startedOn }) => startedOn !== undefined],
  ["meeting-mode.correct", ({ consultation }) => consultation?.heldOn !== undefined],
  [
    "languages.correct",
    ({ consultation }) => consultation?.languages !== undefined || consultation?.languagesOpen !== undefined,
  ],
];

const namingActionKinds: readonly Action[] = ["focal-point.name", "expert.name", "observer.name"];

/**
 * Returns the operations of an action, some by one of several; or those for a record for a party, for which some
 * actions have their own.
 */
const operationsOf = (action: Action, isRecorded: boolean): readonly Operation[] => {
  const wanted = namingActionKinds.includes(action) ? "focal-point.name" : action;
  const ways = operations.filter(({ action: does, method }) => does === wanted && method !== "GET");
  const records = ways.filter(({ path }) => path.endsWith("/record"));
  return isRecorded && records.length > 0 ? records : ways.filter((way) => !records.includes(way));
};

type ActionView = z.infer<typeof ReviewAction>;

const available = (review: Review, action: Action, party?: PartyId, isRecorded = false): ActionView[] =>
  operationsOf(action, isRecorded).map(({ id: operationId, method, path: template }) => {
    const path = template.replace("{reviewId}", review.id);
    const onRecord = isRecorded ? ({ onRecord: true } as const) : {};
    return party === undefined
      ? { action, operationId, method, path }
      : { action, operationId, party, method, path: path.replace("{partyId}", party), ...onRecord };
  });

const byId: ReadonlyMap<string, Operation> = new Map(operations.map((operation) => [operation.id, operation]));

/**
 * Returns the call of an operation on a subject, by the ids that its path takes. Throws where there is no such
 * operation.
 */
export const actionBy = (
  operationId: string,
  ids: Readonly<Record<string, string | undefined>>,
): z.infer<typeof AvailableAction> => {
  const operation = byId.get(operationId);
  if (operation === undefined) throw new Error(`There is no operation ${operationId}`);
  const { action, method, path: template } = operation;
  const path = template.replaceAll(/\{(\w+)\}/gu, (_, name: string) => ids[name] ?? "");
  return { action, operationId, method, path };
};

/** Returns whether the secretariat may record an act outside the system for a party of a review. */
const mayRecord = (actor: Actor, action: Action, review: Review, party: PartyId): boolean => {
  const seat = review.seats[party];
  return actor.role === "secretariat" && seat !== undefined && isRecordable(action, seat);
};

/**
 * Returns the actions that a user may perform now in a review, for which party where one acts, with method and path.
 * Open parameters of a path are in braces.
 */
export const availableTo = (actor: Actor, review: Review, now: Instant): ActionView[] => {
  const parties = Object.values(review.seats).map(({ party }) => party);
  return [
    ...forParties
      .filter(([action]) => isInStage(action, review))
      .flatMap(([action, makesSense]) =>
        parties
          .filter((party) => makesSense(review, party, now))
          .flatMap((party) => {
            if (may(actor, action, { review, party }, now)) return available(review, action, party);
            return mayRecord(actor, action, review, party) ? available(review, action, party, true) : [];
          }),
      ),
    ...forReviews
      .filter(([action, makesSense]) => isInStage(action, review) && makesSense(review, now))
      .flatMap(([action]) => {
        if (may(actor, action, { review }, now)) return available(review, action);
        return mayRecord(actor, action, review, review.party) ? available(review, action, review.party, true) : [];
      }),
  ];
};
