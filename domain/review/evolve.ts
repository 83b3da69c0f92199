import type { Fact, FactOf } from "../../schemas/model/fact.ts";
import type { PartyId } from "../../schemas/base/ids.ts";
import type { Clarification, Consultation, Mandate, Observations, Review, Stage } from "../../schemas/model/review.ts";
import type { CalendarDate } from "../../schemas/base/values.ts";
import { evolveObligations, withObligation } from "./evolve-obligations.ts";
import { obligationIdOf } from "./obligations.ts";
import { transitions } from "./stages.ts";
import { startOfDay } from "../base/time.ts";

/** A review as its journal tells it. Throws on a fact that cannot follow. */
export const evolveReview = (review: Review | undefined, fact: Fact): Review => {
  if (fact.kind === "review-drawn" && review === undefined) return drawn(fact);
  if (review === undefined) throw new Error(`A review cannot begin with the fact ${fact.kind}`);
  const next = inBeginning(review, fact) ?? evolveObligations(review, fact) ?? inWork(review, fact);
  if (next === undefined) throw new Error(`A review cannot take in the fact ${fact.kind}`);
  return next;
};

const drawn = (fact: FactOf<"review-drawn">): Review => ({
  id: fact.review,
  cluster: fact.cluster,
  group: fact.group,
  party: fact.party,
  stage: "scheduled",
  stageSince: fact.happenedAt,
  seats: Object.fromEntries(fact.seats.map((seat) => [seat.party, seat])),
  mandates: {},
  obligations: {},
});

/** Start, stages, seats, people, and what the parties agreed on at the beginning. */
const inBeginning = (review: Review, fact: Fact): Review | undefined => {
  switch (fact.kind) {
    case "review-started":
      if (review.startedOn !== undefined) throw new Error(`${review.id} has started on ${review.startedOn}`);
      return { ...review, startedOn: fact.startedOn };
    case "officer-assigned":
      return withOfficer(review, fact);
    case "stage-changed":
      return enterStage(review, fact);
    case "mandate-began":
      return { ...review, mandates: { ...review.mandates, [fact.mandate]: mandateOf(review, fact) } };
    case "nomination-checked":
      return checkMandate(review, fact);
    case "mandate-ended":
      return endMandate(review, fact);
    case "mandate-advanced":
      return advanceMandate(review, fact);
    case "redraw-asked":
      return {
        ...review,
        redrawsAsked: [...(review.redrawsAsked ?? []), { by: fact.party, seat: fact.seat, at: fact.happenedAt }],
      };
    case "seat-redrawn":
      return redrawSeat(review, fact);
    case "consultation-held":
      return { ...review, consultation: { ...review.consultation, heldOn: fact.heldOn } };
    case "languages-agreed":
      return {
        ...review,
        consultation: {
          ...withoutLanguages(review),
          languages: fact.languages,
          ...(fact.reason === undefined ? {} : { exception: fact.reason }),
        },
      };
    case "languages-left-open":
      return {
        ...review,
        consultation: {
          ...withoutLanguages(review),
          languagesOpen: fact.why,
          ...(fact.translationNeeded.length === 0 ? {} : { translationNeeded: fact.translationNeeded }),
        },
      };
    case "consultation-concluded":
      return {
        ...review,
        consultation: {
          ...review.consultation,
          concludedOn: fact.concludedOn,
          concludedAt: fact.happenedAt,
          clock: fact.clock,
          clockStartsOn: fact.clockStartsOn,
          ...(fact.answersDueOn === undefined ? {} : { answersDueOn: fact.answersDueOn }),
          ...(fact.withoutMeeting ? { withoutMeeting: true } : {}),
          ...(fact.reason === undefined ? {} : { waiver: fact.reason }),
        },
      };
    case "date-corrected":
      return correctDate(review, fact);
    default:
      return undefined;
  }
};

const enterStage = (review: Review, { from, to, happenedAt }: FactOf<"stage-changed">): Review => {
  const ways: readonly Stage[] = Object.values(transitions[from]);
  if (review.stage !== from || !ways.includes(to)) throw new Error(`No way from ${review.stage} by ${from} to ${to}`);
  return { ...review, stage: to, stageSince: happenedAt };
};

const withOfficer = ({ officer: _before, ...review }: Review, { officer }: FactOf<"officer-assigned">): Review =>
  officer === undefined ? review : { ...review, officer };

const mandateOf = (review: Review, { mandate: id, happenedAt, ...told }: FactOf<"mandate-began">): Mandate => {
  const { role, party, user, since } = told;
  if (review.mandates[id] !== undefined) throw new Error(`The mandate ${id} began in ${review.id} before`);
  if (review.seats[party] === undefined) throw new Error(`${party} holds no seat in ${review.id}`);
  return { id, role, party, user, since, namedAt: happenedAt };
};

const endMandate = (review: Review, { mandate, until }: FactOf<"mandate-ended">): Review => {
  const standing = review.mandates[mandate];
  if (standing === undefined) throw new Error(`${review.id} has no mandate ${mandate}`);
  return { ...review, mandates: { ...review.mandates, [mandate]: { ...standing, until } } };
};

const advanceMandate = (review: Review, { mandate, since }: FactOf<"mandate-advanced">): Review => {
  const named = review.mandates[mandate];
  if (named === undefined) throw new Error(`${review.id} has no mandate ${mandate}`);
  return { ...review, mandates: { ...review.mandates, [mandate]: { ...named, since } } };
};

const checkMandate = (review: Review, { mandate, happenedAt }: FactOf<"nomination-checked">): Review => {
  const standing = review.mandates[mandate];
  if (standing === undefined) throw new Error(`${review.id} has no mandate ${mandate}`);
  return { ...review, mandates: { ...review.mandates, [mandate]: { ...standing, checkedAt: happenedAt } } };
};

const withoutLanguages = (review: Review): Consultation => {
  const {
    languages: _languages,
    exception: _exception,
    languagesOpen: _open,
    translationNeeded: _needed,
    toConfirmWith: _confirmed,
    ...kept
  } = review.consultation ?? {};
  return kept;
};

/**
 * The seat goes to another party. What the old one had cleared stays readable, as of a former reviewer, what it had
 * agreed to stays in the journal, and neither counts any more; what was agreed in the consultation is to be confirmed
 * with the new one.
 */
const redrawSeat = (review: Review, { from, seat, happenedAt }: FactOf<"seat-redrawn">): Review => {
  const { [from]: old, ...others } = review.seats;
  if (old === undefined || others[seat.party] !== undefined)
    throw new Error(`${review.id}: no seat of ${from} to give`);
  const { [from]: cleared, ...feedback } = review.feedback ?? {};
  const former =
    cleared === undefined
      ? []
      : [{ party: from, at: cleared.at, documents: cleared.documents, drawnAwayAt: happenedAt, by: seat.party }];
  const asked = (review.redrawsAsked ?? []).filter((one) => one.seat !== from);
  const { redrawsAsked: _asked, ...kept } = review;
  return {
    ...kept,
    seats: { ...others, [seat.party]: seat },
    drawnAway: [...(review.drawnAway ?? []), { party: from, by: seat.party, at: happenedAt }],
    ...(asked.length === 0 ? {} : { redrawsAsked: asked }),
    ...(review.feedback === undefined ? {} : { feedback }),
    ...(former.length === 0 ? {} : { formerFeedback: [...(review.formerFeedback ?? []), ...former] }),
    ...(review.observations === undefined ? {} : { observations: withoutAgreementOf(review.observations, from) }),
    ...(review.consultation === undefined ? {} : { consultation: toConfirm(review.consultation, from, seat.party) }),
  };
};

const withoutAgreementOf = (observations: Observations, party: PartyId): Observations => {
  const { [party]: _agreed, ...agreed } = observations.agreed;
  const { agreedAt: _at, ...kept } = observations;
  return { ...kept, agreed };
};

const toConfirm = (consultation: Consultation, from: PartyId, newcomer: PartyId): Consultation =>
  consultation.languages === undefined && consultation.concludedOn === undefined
    ? consultation
    : {
        ...consultation,
        toConfirmWith: [...(consultation.toConfirmWith ?? []).filter((party) => party !== from), newcomer],
      };

const correctDate = (review: Review, { what, from, to }: FactOf<"date-corrected">): Review => {
  switch (what) {
    case "start":
      return {
        ...review,
        startedOn: to,
        ...(review.stage === "nomination" ? { stageSince: startOfDay(to) } : {}),
        ...(review.consultation?.clock === "review-start"
          ? { consultation: { ...review.consultation, clockStartsOn: to } }
          : {}),
      };
    case "consultation": {
      const { heldOn, clock } = review.consultation ?? {};
      return {
        ...review,
        consultation: {
          ...review.consultation,
          concludedOn: to,
          ...(heldOn === from ? { heldOn: to } : {}),
          ...(clock === "consultation" ? { clockStartsOn: to } : {}),
        },
      };
    }
    case "submission":
      return review.answers === undefined
        ? review
        : withSubmissionOn({ ...review, answers: { ...review.answers, receivedOn: to } }, to);
  }
};

/** The questionnaire was met when the answers were received: late is judged by the corrected day. */
const withSubmissionOn = (review: Review, day: CalendarDate): Review => {
  const duty = review.obligations[obligationIdOf("questionnaire", review.party)];
  return duty?.state === "met" ? withObligation(review, { ...duty, settledAt: startOfDay(day) }) : review;
};

/** Answers, feedback, clarifications, the list of observations, publication. */
const inWork = (review: Review, fact: Fact): Review | undefined => {
  switch (fact.kind) {
    case "answers-submitted":
      return {
        ...review,
        answers: { at: fact.happenedAt, receivedOn: fact.receivedOn, documents: fact.documents },
      };
    case "answers-returned":
      return withoutAnswers(review);
    case "answers-opened":
      return { ...review, answersOpenedAt: fact.happenedAt };
    case "feedback-cleared": {
      const cleared = { at: fact.happenedAt, documents: fact.documents };
      return { ...review, feedback: { ...review.feedback, [fact.party]: cleared } };
    }
    case "feedback-returned": {
      const { [fact.party]: _returned, ...feedback } = review.feedback ?? {};
      return { ...review, feedback };
    }
    case "clarification-asked":
      return { ...review, clarifications: [...(review.clarifications ?? []), asked(fact)] };
    case "clarification-answered":
      return settleClarification(review, fact.number, {
        state: "answered",
        settledAt: fact.happenedAt,
        answer: fact.document,
      });
    case "clarification-closed":
      return settleClarification(review, fact.number, { state: "closed", settledAt: fact.happenedAt });
    case "observations-drafted":
      return { ...review, observations: { version: fact.version, document: fact.document, agreed: {} } };
    case "observations-agreed":
      return agree(review, fact);
    case "observations-published":
      return { ...review, observations: { ...drafted(review), publishedAt: fact.happenedAt } };
    case "publication-consented":
      return { ...review, consents: [...new Set([...(review.consents ?? []), ...fact.parts])].toSorted() };
    default:
      return undefined;
  }
};

/** Answers that come back later are opened to others by an act of their own. */
const withoutAnswers = (review: Review): Review => {
  const { answers: _returned, answersOpenedAt: _opened, ...kept } = review;
  return kept;
};

const asked = (fact: FactOf<"clarification-asked">): Clarification => ({
  number: fact.number,
  askedBy: fact.party,
  askedAt: fact.happenedAt,
  question: fact.document,
  state: "open",
});

const settleClarification = (
  review: Review,
  number: number,
  settled: Pick<Clarification, "state" | "settledAt" | "answer">,
): Review => ({
  ...review,
  clarifications: (review.clarifications ?? []).map((one) => (one.number === number ? { ...one, ...settled } : one)),
});

const drafted = (review: Review): Observations => {
  if (review.observations === undefined) throw new Error(`${review.id} has no list of observations`);
  return review.observations;
};

const agree = (review: Review, fact: FactOf<"observations-agreed">): Review => {
  const observations = drafted(review);
  const agreed: Observations["agreed"] = { ...observations.agreed, [fact.party]: fact.version };
  const everyone = Object.values(review.seats).every(({ party }) => agreed[party] === observations.version);
  return { ...review, observations: { ...observations, agreed, ...(everyone ? { agreedAt: fact.happenedAt } : {}) } };
};
