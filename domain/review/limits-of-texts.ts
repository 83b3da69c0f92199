import type { CorrectableDate } from "../../schemas/model/correctable-date.ts";
import type { Review } from "../../schemas/model/review.ts";
import { addDays, dayOf } from "../base/time.ts";
import { feedbackEndedAt, receivedBy } from "./due-dates.ts";
import { agreements, launch, limit, limitAt, type Limits, nobodyBefore } from "./limits.ts";
import {
  clarificationOf,
  decisionInPlaceOf,
  draftedAt,
  firstPublishedAt,
  type RecordedDate,
} from "./recorded-dates.ts";

type LimitsOf = (review: Review, date: RecordedDate) => Limits;

/** Returns the first version of the list that followed the feedback; a later one need not follow all of it. */
const firstDraft = (review: Review) => limitAt("observations", draftedAt(review, 1));

const consents = ({ consentedAt = {} }: Review) => Object.values(consentedAt).flatMap((at) => limitAt("consent", at));

/** A version follows the feedback and the version before it; agreements, the next version and publication follow it. */
const listLimits: LimitsOf = (review, { version = 1 }) => {
  const { observations } = review;
  const isLast = observations?.version === version;
  return {
    from: [
      ...(version === 1 ? limitAt("feedback", feedbackEndedAt(review)) : []),
      ...limitAt("observations", draftedAt(review, version - 1)),
    ],
    until: [
      ...(isLast ? agreements(review) : limitAt("observations", draftedAt(review, version + 1))),
      ...limitAt("publication", firstPublishedAt(review)),
    ],
  };
};

/** The list is published after the last agreement, and before any erratum and any consent. */
const publicationLimits: LimitsOf = (review) => {
  const { observations } = review;
  const [firstErratum] = observations?.replaced ?? [];
  const isFirst = firstErratum === undefined;
  const version = firstErratum?.version ?? observations?.version;
  return {
    from: [
      ...limitAt("observations", draftedAt(review, version)),
      ...(isFirst ? limitAt("agreement", observations?.latestAgreementAt) : []),
      ...(isFirst ? [] : limitAt("agreement", firstErratum.agreedAt)),
    ],
    until: [...limitAt("erratum", firstErratum?.replacedAt), ...consents(review)],
  };
};

const erratumLimits: LimitsOf = ({ observations }, { version }) => {
  const replaced = observations?.replaced ?? [];
  const before = replaced.find((one) => one.version + 1 === version);
  const next = replaced.find((one) => one.version === version);
  return { from: limitAt("publication", before?.publishedAt), until: limitAt("erratum", next?.replacedAt) };
};

const clarificationLimits: LimitsOf = (review, { clarification }) => {
  const found = clarificationOf(review, clarification);
  return found === undefined
    ? nobodyBefore
    : {
        from: limit("submission", receivedBy(review, found.askedBy)),
        until: limitAt("clarification-settlement", found.settledAt),
      };
};

const settlementLimits: LimitsOf = (review, { clarification }) => ({
  from: limitAt("clarification", clarificationOf(review, clarification)?.askedAt),
  until: [...firstDraft(review), ...agreements(review)],
});

/** A decision follows the date of the obligation that it replaces, and precedes what the review proceeded to by it. */
const decisionLimits: LimitsOf = (review, { obligation: id }) => {
  const obligation = id === undefined ? undefined : review.obligations[id];
  const decision = decisionInPlaceOf(review, id);
  if (obligation === undefined || decision === undefined) return nobodyBefore;
  const isOfAgreement = decision.kind === "agreement";
  const cleared = Object.values(review.feedback ?? {}).flatMap((feedback) => limitAt("feedback", feedback?.at));
  return {
    from: [
      ...limit("due-date", addDays(dayOf(obligation.dueAt), 1)),
      ...(isOfAgreement ? limitAt("observations", review.observations?.draftedAt) : []),
    ],
    until: [
      ...(decision.kind === "questionnaire" ? cleared : []),
      ...(isOfAgreement ? limitAt("publication", firstPublishedAt(review)) : firstDraft(review)),
    ],
  };
};

/**
 * Returns the limits of the day of notifying a delay: once the obligation is open, before it is met, and before the day
 * to which it is delayed.
 */
export const delayNotificationLimits = ({ obligations }: Review, id: RecordedDate["obligation"]): Limits => {
  const obligation = id === undefined ? undefined : obligations[id];
  return obligation === undefined
    ? nobodyBefore
    : {
        from: [
          ...limit("opening-of-obligation", obligation.openedOn),
          ...limitAt("delay", obligation.delays?.at(-2)?.at),
        ],
        until: [
          ...limitAt("end-of-obligation", obligation.settledAt),
          ...limit("due-date", addDays(dayOf(obligation.dueAt), -1)),
        ],
      };
};

/** The days between which the days of texts lie, from their receipt to their publication. */
export const limitsOfTexts = {
  opening: (review) => ({ from: limit("submission", review.answers?.receivedOn), until: [] }),
  clarification: clarificationLimits,
  "clarification-settlement": settlementLimits,
  list: listLimits,
  publication: publicationLimits,
  erratum: erratumLimits,
  consent: (review) => ({ from: [...launch, ...limitAt("publication", firstPublishedAt(review))], until: [] }),
  decision: decisionLimits,
} satisfies { readonly [What in CorrectableDate]?: LimitsOf };
