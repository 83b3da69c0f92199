import type { CalendarDate, Instant } from "../../../schemas/base/values.ts";
import type { CorrectableDate } from "../../../schemas/model/correctable-date.ts";
import type { FactOf } from "../../../schemas/model/fact.ts";
import type { Clarification, Observations, Review } from "../../../schemas/model/review.ts";
import type { ObligationId } from "../../../schemas/base/ids.ts";
import { dayOf, latest, startOfDay } from "../../base/time.ts";
import { feedbackEndedAt } from "../due-dates.ts";
import { clarificationIdOf, obligationIdOf } from "../obligations.ts";
import { decisionInPlaceOf, firstPublishedAt, metAgreement } from "../recorded-dates.ts";

type Corrected = (review: Review, fact: FactOf<"date-corrected">) => Review;

/** Returns the corrected review, in which the list came up when the last act on the feedback happened. */
export const withFeedbackEnd = (before: Review, corrected: Review): Review => {
  if (before.stage !== "observations") return corrected;
  const [was, is] = [feedbackEndedAt(before), feedbackEndedAt(corrected)];
  const since = before.stageSince === was ? is : latest(before.stageSince, is ?? before.stageSince);
  return since === undefined ? corrected : { ...corrected, stageSince: since };
};

/**
 * Returns the review with the latest of its agreements, and of the decisions in their place, as the end of agreeing.
 */
export const withLatestAgreement = (review: Review): Review => {
  const { observations } = review;
  if (observations === undefined || observations.replaced !== undefined) return review;
  const [first, ...others] = [
    ...Object.values(review.seats).flatMap((seat) => metAgreement(review, seat.party)?.settledAt ?? []),
    ...(review.decisions ?? []).filter(({ kind }) => kind === "agreement").map(({ at }) => at),
  ];
  if (first === undefined) return review;
  const at = latest(first, ...others);
  return {
    ...review,
    observations: {
      ...observations,
      ...(observations.latestAgreementAt === undefined ? {} : { latestAgreementAt: at }),
      ...(observations.agreedAt === undefined ? {} : { agreedAt: at }),
    },
  };
};

/** Returns an obligation that ended, met or void, with the corrected day of its end. */
const settledOn = (review: Review, id: ObligationId, at: Instant): Review => {
  const obligation = review.obligations[id];
  return obligation?.settledAt === undefined
    ? review
    : { ...review, obligations: { ...review.obligations, [id]: { ...obligation, settledAt: at } } };
};

const withObservations = (review: Review, change: (observations: Observations) => Observations): Review =>
  review.observations === undefined ? review : { ...review, observations: change(review.observations) };

const withDraft: Corrected = (review, { version, to }) =>
  withObservations(review, ({ formerDrafts, ...observations }) => ({
    ...observations,
    ...(observations.version === version ? { draftedAt: startOfDay(to) } : {}),
    ...(formerDrafts === undefined
      ? {}
      : {
          formerDrafts: formerDrafts.map((draft) =>
            draft.version === version ? { ...draft, draftedAt: startOfDay(to) } : draft,
          ),
        }),
  }));

/** The review is concluded since the corrected day, and what was void with its conclusion is void since then. */
const withPublication: Corrected = (review, { to }) => {
  const at = startOfDay(to);
  const was = firstPublishedAt(review);
  const voided = Object.values(review.obligations).filter(
    ({ state, settledAt }) => state === "void" && settledAt === was,
  );
  const published = withObservations(review, ({ replaced, ...observations }) => {
    const [first, ...later] = replaced ?? [];
    return first === undefined
      ? { ...observations, publishedAt: at }
      : { ...observations, replaced: [{ ...first, publishedAt: at }, ...later] };
  });
  const concluded = published.stage === "concluded" ? { ...published, stageSince: at } : published;
  return voided.reduce((state, { id }) => settledOn(state, id, at), concluded);
};

/** An erratum takes the place of the version before it on the corrected day; all that came with it has that day. */
const withErratum: Corrected = (review, { version, to }) => {
  const at = startOfDay(to);
  return withObservations(review, (observations) => ({
    ...observations,
    ...(observations.version === version
      ? { draftedAt: at, latestAgreementAt: at, agreedAt: at, publishedAt: at }
      : {}),
    replaced: (observations.replaced ?? []).map((replaced) => ({
      ...replaced,
      ...(replaced.version + 1 === version ? { replacedAt: at } : {}),
      ...(replaced.version === version ? { publishedAt: at } : {}),
    })),
  }));
};

const withClarification = (
  review: Review,
  number: number | undefined,
  change: Partial<Pick<Clarification, "askedAt" | "settledAt">>,
): Review => ({
  ...review,
  clarifications: (review.clarifications ?? []).map((one) => (one.number === number ? { ...one, ...change } : one)),
});

const withSettlement = (review: Review, number: number | undefined, to: CalendarDate): Review => {
  if (number === undefined) return review;
  const corrected = withFeedbackEnd(review, withClarification(review, number, { settledAt: startOfDay(to) }));
  return settledOn(corrected, clarificationIdOf(number, review.party), startOfDay(to));
};

/** A decision has effect since the corrected day: in the place of responses, of feedback or of an agreement. */
const withDecision: Corrected = (review, { obligation, to }) => {
  const decision = decisionInPlaceOf(review, obligation);
  if (decision === undefined) return review;
  const at = startOfDay(to);
  const decided = {
    ...review,
    decisions: (review.decisions ?? []).map((one) => (one === decision ? { ...one, decidedOn: to, at } : one)),
  };
  const settled = settledOn(decided, obligationIdOf(decision.kind, decision.party), at);
  if (decision.kind === "agreement") return withLatestAgreement(settled);
  const isSince = decision.kind === "questionnaire" && review.stage === "feedback" && review.answers === undefined;
  const isFromDecision = dayOf(review.stageSince) === decision.decidedOn;
  return isSince && isFromDecision ? { ...settled, stageSince: at } : withFeedbackEnd(review, settled);
};

/** The effect of a corrected day on texts: their receipt, their opening, the list, its publication, the consent. */
export const correctedTexts = {
  opening: (review, { to }) => ({ ...review, answersOpenedAt: startOfDay(to) }),
  clarification: (review, { clarification, to }) =>
    withClarification(review, clarification, { askedAt: startOfDay(to) }),
  "clarification-settlement": (review, { clarification, to }) => withSettlement(review, clarification, to),
  list: withDraft,
  publication: withPublication,
  erratum: withErratum,
  consent: (review, { part, to }) =>
    part === undefined ? review : { ...review, consentedAt: { ...review.consentedAt, [part]: startOfDay(to) } },
  decision: withDecision,
} satisfies { readonly [What in CorrectableDate]?: Corrected };
