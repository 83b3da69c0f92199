import { defined } from "../../../schemas/base/defined.ts";
import type { PartyId } from "../../../schemas/base/ids.ts";
import type { Fact, FactOf } from "../../../schemas/model/fact.ts";
import type { Clarification, Observations, Review } from "../../../schemas/model/review.ts";
import type { Hash } from "../../../schemas/base/ids.ts";
import { latest } from "../../base/time.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { agreementAwaitedFrom } from "../missing-acts.ts";
import type { ReviewFactRows } from "./fact-row.ts";
import { aboutClarification, type TimelineSentence } from "./timeline-sentence.ts";

/** Answers that come back later are opened to others by an act of their own. */
const withoutAnswers = (review: Review): Review => {
  const { answers: _returned, answersOpenedAt: _opened, ...kept } = review;
  return kept;
};

const withFeedback = (review: Review, { party, documents, happenedAt }: FactOf<"feedback-cleared">): Review => ({
  ...review,
  feedback: { ...review.feedback, [party]: { at: happenedAt, documents } },
});

const withoutFeedback = (review: Review, { party }: FactOf<"feedback-returned">): Review => {
  const { [party]: _returned, ...feedback } = review.feedback ?? {};
  return { ...review, feedback };
};

const newClarification = (fact: FactOf<"clarification-asked">): Clarification => ({
  number: fact.number,
  askedBy: fact.party,
  askedAt: fact.happenedAt,
  instruments: fact.instruments,
  question: fact.document,
  state: "open",
});

const withSettlement = (
  review: Review,
  number: number,
  settlement: Pick<Clarification, "state" | "settledAt" | "answer">,
): Review => ({
  ...review,
  clarifications: (review.clarifications ?? []).map((one) => (one.number === number ? { ...one, ...settlement } : one)),
});

/** Returns the list of observations. Throws where none was drafted. */
const observationsIn = (review: Review): Observations => {
  if (review.observations === undefined) throw new Error(`${review.id} has no list of observations`);
  return review.observations;
};

const withAgreement = (review: Review, fact: FactOf<"observations-agreed">): Review => {
  const observations = observationsIn(review);
  const agreed: Observations["agreed"] = { ...observations.agreed, [fact.party]: fact.version };
  return withAgreedAt({ ...review, observations: { ...observations, agreed } }, fact.happenedAt);
};

/** Returns the list with its last settled act, and since when no agreement is awaited, where that is so. */
const withAgreedAt = (review: Review, at: Instant): Review => {
  const observations = observationsIn(review);
  const latestAgreementAt = latest(at, observations.latestAgreementAt ?? at);
  const agreedAt = agreementAwaitedFrom(review).length === 0 ? { agreedAt: latestAgreementAt } : {};
  return { ...review, observations: { ...observations, latestAgreementAt, ...agreedAt } };
};

const withDecision = (review: Review, fact: FactOf<"decision-recorded">): Review => {
  const { party, obligationKind: kind, body, document, decidedOn, happenedAt } = fact;
  const decided = {
    ...review,
    decisions: [...(review.decisions ?? []), { party, kind, body, document, decidedOn, at: happenedAt }],
  };
  return kind === "agreement" && review.observations !== undefined ? withAgreedAt(decided, happenedAt) : decided;
};

/** Returns when the versions before the next one were drafted; an erratum has no other day than its publication. */
const draftsWith = ({ version, draftedAt, formerDrafts = [] }: Observations, errata = 0) =>
  errata > 0 ? formerDrafts : [...formerDrafts, { version, draftedAt }];

/** Publishes the corrected version; the one before it stays, as replaced. Throws where none was published. */
const withErratum = (review: Review, fact: FactOf<"erratum-published">): Review => {
  const { version, document, reason, agreements, happenedAt } = fact;
  const { replaced = [], ...before } = observationsIn(review);
  if (before.publishedAt === undefined) throw new Error(`${review.id} has published no list`);
  const { version: old, document: oldDocument, publishedAt, latestAgreementAt: agreedAt } = before;
  const formerDrafts = draftsWith(before, replaced.length);
  const days = { publishedAt, replacedAt: happenedAt, ...defined({ agreedAt }) };
  const replacedOne = { version: old, document: oldDocument, ...days, reason };
  return {
    ...review,
    observations: {
      version,
      document,
      draftedAt: happenedAt,
      agreed: Object.fromEntries(agreements.map(({ party }) => [party, version])),
      latestAgreementAt: happenedAt,
      agreedAt: happenedAt,
      publishedAt: happenedAt,
      replaced: [...replaced, replacedOne],
      ...(formerDrafts.length === 0 ? {} : { formerDrafts }),
    },
  };
};

/** Replaces the record that there was no text by one that arrived later. */
const withText = (review: Review, fact: FactOf<"text-attached">): Review => {
  const { of, party, version, documents, document } = fact;
  const { answers, feedback, formerFeedback, observations } = review;
  if (of === "answers")
    return answers === undefined
      ? review
      : { ...review, answers: { ...answers, documents: { ...answers.documents, ...documents } } };
  if (of === "list")
    return observations === undefined || document === undefined
      ? review
      : { ...review, observations: listWithText(observations, version, document) };
  const cleared = party === undefined ? undefined : feedback?.[party];
  if (party !== undefined && cleared !== undefined)
    return {
      ...review,
      feedback: { ...feedback, [party]: { ...cleared, documents: { ...cleared.documents, ...documents } } },
    };
  return formerFeedback === undefined
    ? review
    : {
        ...review,
        formerFeedback: formerFeedback.map((former) =>
          former.party === party ? { ...former, documents: { ...former.documents, ...documents } } : former,
        ),
      };
};

const listWithText = (observations: Observations, version: number | undefined, document: Hash): Observations => ({
  ...observations,
  ...(observations.version === version ? { document } : {}),
  ...(observations.replaced === undefined
    ? {}
    : {
        replaced: observations.replaced.map((replaced) =>
          replaced.version === version ? { ...replaced, document } : replaced,
        ),
      }),
});

const aboutConsent = ({ party, parts }: FactOf<"publication-consented" | "consent-withdrawn">): TimelineSentence => ({
  part: "consents",
  party,
  values: ({ labels, list }) => ({ parts: list(parts.map((part) => labels.publishedParts[part])) }),
});

/** Returns the sentence about an attached text, for readers who see its subject. */
const aboutAttachedText = (
  { of, party, version = 1 }: FactOf<"text-attached">,
  { party: underReview }: Review,
): TimelineSentence => {
  if (of === "list") return { part: "observations", sentence: "text-attached-to-list", values: () => ({ version }) };
  return of === "answers"
    ? { part: "answers", party: underReview }
    : { part: "feedback", party: party ?? underReview, sentence: "text-attached-to-feedback" };
};

const aboutAnswers = (_: Fact, { party }: Review): TimelineSentence => ({ part: "answers", party });
const aboutFeedback = ({ party }: { readonly party: PartyId }): TimelineSentence => ({ part: "feedback", party });
const aboutVersion = ({ version }: { readonly version: number }): TimelineSentence => ({
  part: "observations",
  values: () => ({ version }),
});

/** Facts about texts: answers, feedback, clarifications, the list of observations, publication. */
export const textFacts: ReviewFactRows<
  | "answers-submitted"
  | "answers-returned"
  | "answers-opened"
  | "feedback-cleared"
  | "feedback-returned"
  | "clarification-asked"
  | "clarification-answered"
  | "clarification-closed"
  | "clarification-withdrawn"
  | "text-attached"
  | "observations-drafted"
  | "observations-agreed"
  | "observations-published"
  | "erratum-published"
  | "publication-consented"
  | "consent-withdrawn"
  | "decision-recorded"
> = {
  "answers-submitted": {
    evolve: (review, { receivedOn, documents, happenedAt }) => ({
      ...review,
      answers: { at: happenedAt, receivedOn, documents },
    }),
    causedBy: (_fact, review) => [["answers.submit"], { party: review?.party }],
    timeline: ({ receivedOn: on }, { party }) => ({ part: "answers", party, on }),
  },
  "answers-returned": { evolve: withoutAnswers, causedBy: ["answers.return"], timeline: aboutAnswers },
  "answers-opened": {
    evolve: (review, { happenedAt }) => ({ ...review, answersOpenedAt: happenedAt }),
    causedBy: ["answers.open"],
    timeline: aboutAnswers,
  },
  "feedback-cleared": {
    evolve: withFeedback,
    causedBy: ({ party }) => [["feedback.clear"], { party }],
    timeline: aboutFeedback,
  },
  "feedback-returned": { evolve: withoutFeedback, causedBy: ["feedback.return"], timeline: aboutFeedback },
  "clarification-asked": {
    evolve: (review, fact) => ({
      ...review,
      clarifications: [...(review.clarifications ?? []), newClarification(fact)],
    }),
    causedBy: ({ party }) => [["clarification.ask"], { party }],
    timeline: aboutClarification,
  },
  "clarification-answered": {
    evolve: (review, { number, document, happenedAt }) =>
      withSettlement(review, number, { state: "answered", settledAt: happenedAt, answer: document }),
    causedBy: (_fact, review) => [["clarification.answer"], { party: review?.party }],
    timeline: aboutClarification,
  },
  "clarification-closed": {
    evolve: (review, { number, happenedAt }) =>
      withSettlement(review, number, { state: "closed", settledAt: happenedAt }),
    causedBy: ["clarification.close", "redraw.carry-out", "party.approve-denunciation"],
    timeline: aboutClarification,
  },
  "clarification-withdrawn": {
    evolve: (review, { number, happenedAt }) =>
      withSettlement(review, number, { state: "withdrawn", settledAt: happenedAt }),
    causedBy: ({ number }, review) => [
      ["clarification.withdraw"],
      { party: review?.clarifications?.find((one) => one.number === number)?.askedBy },
    ],
    timeline: aboutClarification,
  },
  "observations-drafted": {
    evolve: (review, { version, document, happenedAt }) => {
      const formerDrafts = review.observations === undefined ? [] : draftsWith(review.observations);
      return {
        ...review,
        observations: {
          version,
          document,
          draftedAt: happenedAt,
          agreed: {},
          ...(formerDrafts.length === 0 ? {} : { formerDrafts }),
        },
      };
    },
    causedBy: ["observations.draft"],
    timeline: aboutVersion,
  },
  "text-attached": {
    evolve: withText,
    causedBy: ["text.attach"],
    effects: ["publish-texts"],
    timeline: aboutAttachedText,
  },
  "observations-agreed": {
    evolve: withAgreement,
    causedBy: ({ party }) => [["observations.agree"], { party }],
    timeline: ({ party, version }) => ({ part: "observations", party, values: () => ({ version }) }),
  },
  "observations-published": {
    evolve: (review, { happenedAt }) => ({
      ...review,
      observations: { ...observationsIn(review), publishedAt: happenedAt },
    }),
    causedBy: ["observations.publish"],
    effects: ["publish-texts"],
    timeline: aboutVersion,
  },
  "erratum-published": {
    evolve: withErratum,
    causedBy: ["erratum.publish"],
    effects: ["publish-texts"],
    timeline: aboutVersion,
  },
  "publication-consented": {
    evolve: (review, { parts, happenedAt }) => ({
      ...review,
      consents: [...new Set([...(review.consents ?? []), ...parts])].toSorted(),
      consentedAt: { ...review.consentedAt, ...Object.fromEntries(parts.map((part) => [part, happenedAt])) },
    }),
    causedBy: ({ party }) => [["publication.consent"], { party }],
    effects: ["publish-texts"],
    timeline: aboutConsent,
  },
  "consent-withdrawn": {
    evolve: (review, { parts }) => {
      const { consents = [], consentedAt = {}, ...kept } = review;
      const others = consents.filter((part) => !parts.includes(part));
      if (others.length === 0) return kept;
      const days = others.flatMap((part) => {
        const on = consentedAt[part];
        return on === undefined ? [] : [[part, on] as const];
      });
      return { ...kept, consents: others, consentedAt: Object.fromEntries(days) };
    },
    causedBy: ({ party }) => [["publication.withdraw"], { party }],
    effects: ["publish-texts"],
    timeline: aboutConsent,
  },
  "decision-recorded": {
    evolve: withDecision,
    causedBy: ["decision.record"],
    timeline: ({ party, obligationKind, body, document, decidedOn }) => ({
      part: "decisions",
      party,
      values: ({ labels, day }) => ({
        obligation: labels.obligations[obligationKind],
        body: labels.decisionBodies[body],
        document,
        day: day(decidedOn),
      }),
    }),
  },
};
