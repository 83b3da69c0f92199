import type { Fact, FactOf } from "../schemas/fact.ts";
import type { ObligationId } from "../schemas/ids.ts";
import type { Clarification, Mandate, Obligation, Observations, Review, Stage } from "../schemas/review.ts";
import { transitions } from "./stages.ts";

/** A review as its journal tells it. Throws on a fact that cannot follow. */
export const evolveReview = (review: Review | undefined, fact: Fact): Review => {
  if (fact.kind === "review-drawn" && review === undefined) return drawn(fact);
  if (review === undefined) throw new Error(`A review cannot begin with the fact ${fact.kind}`);
  const next = inBeginning(review, fact) ?? inDuties(review, fact) ?? inWork(review, fact);
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
      return { ...review, startedOn: fact.startedOn };
    case "stage-changed":
      return enterStage(review, fact);
    case "mandate-began":
      return { ...review, mandates: { ...review.mandates, [fact.mandate]: mandateOf(fact) } };
    case "mandate-ended":
      return endMandate(review, fact);
    case "seat-redrawn":
      return redrawSeat(review, fact);
    case "consultation-held":
      return { ...review, consultation: { ...review.consultation, heldOn: fact.heldOn } };
    case "languages-agreed": {
      const { languagesOpen: _open, translationNeeded: _needed, ...kept } = review.consultation ?? {};
      return { ...review, consultation: { ...kept, languages: fact.languages } };
    }
    case "languages-left-open":
      return {
        ...review,
        consultation: {
          ...review.consultation,
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
          clock: fact.clock,
          clockStartsOn: fact.clockStartsOn,
          ...(fact.withoutMeeting ? { withoutMeeting: true } : {}),
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

const mandateOf = (fact: FactOf<"mandate-began">): Mandate => ({
  id: fact.mandate,
  role: fact.role,
  party: fact.party,
  user: fact.user,
  since: fact.since,
});

const endMandate = (review: Review, { mandate, until }: FactOf<"mandate-ended">): Review => {
  const standing = review.mandates[mandate];
  if (standing === undefined) throw new Error(`${review.id} has no mandate ${mandate}`);
  return { ...review, mandates: { ...review.mandates, [mandate]: { ...standing, until } } };
};

/** The seat goes to another party; what the old one had cleared stays in the journal and counts no more. */
const redrawSeat = (review: Review, { from, seat, happenedAt }: FactOf<"seat-redrawn">): Review => {
  const { [from]: old, ...others } = review.seats;
  if (old === undefined || others[seat.party] !== undefined)
    throw new Error(`${review.id}: no seat of ${from} to give`);
  const { [from]: _cleared, ...feedback } = review.feedback ?? {};
  return {
    ...review,
    seats: { ...others, [seat.party]: seat },
    drawnAway: [...(review.drawnAway ?? []), { party: from, at: happenedAt }],
    ...(review.feedback === undefined ? {} : { feedback }),
  };
};

const correctDate = (review: Review, { what, to }: FactOf<"date-corrected">): Review => {
  switch (what) {
    case "start":
      return { ...review, startedOn: to };
    case "consultation":
      return { ...review, consultation: { ...review.consultation, concludedOn: to, clockStartsOn: to } };
    case "submission":
      return review.answers === undefined ? review : { ...review, answers: { ...review.answers, receivedOn: to } };
  }
};

const withObligation = (review: Review, obligation: Obligation): Review => ({
  ...review,
  obligations: { ...review.obligations, [obligation.id]: obligation },
});

/** The open obligation of this generation. Throws where there is none. */
const openDuty = (review: Review, id: ObligationId, generation: number): Obligation => {
  const obligation = review.obligations[id];
  if (obligation?.state !== "open" || obligation.generation !== generation)
    throw new Error(`${review.id} has no open ${id} of generation ${generation}`);
  return obligation;
};

/** Duties: opened, met, void, delayed, counted anew. */
const inDuties = (review: Review, fact: Fact): Review | undefined => {
  switch (fact.kind) {
    case "obligation-opened":
      return withObligation(review, opened(review, fact));
    case "obligation-met":
      return withObligation(review, {
        ...openDuty(review, fact.obligation, fact.generation),
        state: "met",
        settledAt: fact.happenedAt,
      });
    case "obligation-voided":
      return withObligation(review, {
        ...openDuty(review, fact.obligation, fact.generation),
        state: "void",
        generation: fact.generation + 1,
        settledAt: fact.happenedAt,
      });
    case "delay-notified":
      return withObligation(review, {
        ...openDuty(review, fact.obligation, fact.generation - 1),
        generation: fact.generation,
        dueAt: fact.dueAt,
        ...(fact.beyondRules ? { beyondRules: true } : {}),
      });
    case "obligation-redated": {
      const obligation = review.obligations[fact.obligation];
      if (obligation === undefined) throw new Error(`${review.id} has no ${fact.obligation}`);
      const { openedOn, dueAt, originalDueAt, generation } = fact;
      return withObligation(review, { ...obligation, generation, openedOn, dueAt, originalDueAt });
    }
    default:
      return undefined;
  }
};

const opened = (review: Review, fact: FactOf<"obligation-opened">): Obligation => ({
  id: fact.obligation,
  kind: fact.obligationKind,
  party: fact.party,
  generation: fact.generation,
  state: "open",
  openedOn: fact.openedOn,
  dueAt: fact.dueAt,
  originalDueAt: review.obligations[fact.obligation]?.originalDueAt ?? fact.dueAt,
});

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
      return settleClarification(review, fact.number, "answered", fact);
    case "clarification-closed":
      return settleClarification(review, fact.number, "closed", fact);
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

const withoutAnswers = (review: Review): Review => {
  const { answers: _returned, ...kept } = review;
  return kept;
};

const asked = (fact: FactOf<"clarification-asked">): Clarification => ({
  number: fact.number,
  askedBy: fact.party,
  askedAt: fact.happenedAt,
  state: "open",
});

const settleClarification = (
  review: Review,
  number: number,
  state: "answered" | "closed",
  { happenedAt }: Fact,
): Review => ({
  ...review,
  clarifications: (review.clarifications ?? []).map((one) =>
    one.number === number ? { ...one, state, settledAt: happenedAt } : one,
  ),
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
