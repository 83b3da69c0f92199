import { defined } from "../../../schemas/base/defined.ts";
import type { FactOf } from "../../../schemas/model/fact.ts";
import type { PartyId } from "../../../schemas/base/ids.ts";
import type { CorrectableDate } from "../../../schemas/model/correctable-date.ts";
import type { Consultation, ConsultationRound, Obligation, Review } from "../../../schemas/model/review.ts";
import type { CalendarDate, Instant } from "../../../schemas/base/values.ts";
import { dayOf, latest, startOfDay } from "../../base/time.ts";
import { correctedTexts, withFeedbackEnd, withLatestAgreement } from "./corrected-texts.ts";
import { questionnaireLimitDay } from "../due-dates.ts";
import { consultationBegan } from "../mandates.ts";
import { obligationOfRole, obligationIdOf } from "../obligations.ts";
import { clarificationOf, drawingTo, metAgreement, predecessorsOf, redrawRequestOf } from "../recorded-dates.ts";
import type { ReviewPart } from "../visibility.ts";
import type { ReviewFactRows } from "./fact-row.ts";
import { languagesIn, type TimelineSentence } from "./timeline-sentence.ts";

/**
 * Returns the next target generation: the target of a consultation that begins on another day is new, and has its own
 * letters.
 */
export const nextTarget = ({ targetGeneration = 1 }: Review): Pick<Review, "targetGeneration"> => ({
  targetGeneration: targetGeneration + 1,
});

const withStart = (review: Review, { to, consultationSince }: FactOf<"date-corrected">): Review => ({
  ...review,
  startedOn: to,
  ...(review.stage === "nomination" ? { stageSince: startOfDay(to) } : {}),
  ...(consultationSince === undefined ? {} : { stageSince: consultationSince, ...nextTarget(review) }),
  ...(review.consultation?.clock === "review-start"
    ? { consultation: { ...review.consultation, clockStartsOn: to } }
    : {}),
});

/** Applies the corrected day of the outcome: while the answers are awaited, their stage has its start on that day. */
const withConclusion = (review: Review, to: CalendarDate): Review => ({
  ...review,
  ...(review.stage === "questionnaire" ? { stageSince: startOfDay(to) } : {}),
  consultation: {
    ...review.consultation,
    concludedOn: to,
    ...(review.consultation?.clock === "consultation" ? { clockStartsOn: to } : {}),
  },
});

/** Sets the due day of the answers: the last of the six months is the rule, and then no day was agreed on. */
const withAnswersDue = ({ answersDueOn: _before, ...consultation }: Consultation, to: CalendarDate): Consultation =>
  consultation.clockStartsOn !== undefined && questionnaireLimitDay(consultation.clockStartsOn) === to
    ? consultation
    : { ...consultation, answersDueOn: to };

/** Sets the corrected day on which an obligation was met: lateness is judged by it. */
const metOn = (review: Review, obligation: Obligation | undefined, day: CalendarDate): Review =>
  obligation?.state === "met"
    ? {
        ...review,
        obligations: { ...review.obligations, [obligation.id]: { ...obligation, settledAt: startOfDay(day) } },
      }
    : review;

const withSubmission = (review: Review, to: CalendarDate): Review =>
  review.answers === undefined
    ? review
    : metOn(
        { ...review, answers: { ...review.answers, receivedOn: to } },
        review.obligations[obligationIdOf("questionnaire", review.party)],
        to,
      );

/** Sets the corrected day on which the last feedback was cleared and the list came up. */
const withFeedback = (review: Review, party: PartyId, to: CalendarDate): Review => {
  const cleared = review.feedback?.[party];
  if (cleared === undefined) return review;
  const corrected = { ...review, feedback: { ...review.feedback, [party]: { ...cleared, at: startOfDay(to) } } };
  return metOn(withFeedbackEnd(review, corrected), review.obligations[obligationIdOf("feedback", party)], to);
};

const withAgreement = (review: Review, party: PartyId, to: CalendarDate): Review => {
  const obligation = metAgreement(review, party);
  return obligation === undefined ? review : withLatestAgreement(metOn(review, obligation, to));
};

const withNomination = (review: Review, { mandate: id, to }: FactOf<"date-corrected">): Review => {
  const mandate = id === undefined ? undefined : review.mandates[id];
  if (mandate === undefined) return review;
  const since = startOfDay(to);
  const { namedAt = mandate.since } = mandate;
  const ended = predecessorsOf(review, mandate).map((one) => ({ ...one, until: since }));
  const isNamedSo = mandate.namedAt === mandate.since;
  const moved = [...ended, { ...mandate, since, ...(isNamedSo ? { namedAt: since } : {}) }];
  const corrected: Review = {
    ...review,
    mandates: { ...review.mandates, ...Object.fromEntries(moved.map((one) => [one.id, one])) },
  };
  const kind = obligationOfRole[mandate.role];
  const obligation = kind === undefined ? undefined : review.obligations[obligationIdOf(kind, mandate.party)];
  const metAt = (at: Instant, on: CalendarDate) => latest(at, startOfDay(on));
  const isMetByIt = obligation?.settledAt === metAt(namedAt, obligation?.openedOn ?? to);
  const settled =
    obligation !== undefined && isMetByIt
      ? metOn(corrected, obligation, dayOf(metAt(since, obligation.openedOn)))
      : corrected;
  const began = consultationBegan(settled);
  const opened = review.stage === "consultation" && dayOf(review.stageSince) === dayOf(mandate.since);
  if (!opened || began === undefined) return settled;
  const target = dayOf(review.stageSince) === began ? {} : nextTarget(review);
  return { ...settled, stageSince: startOfDay(began), ...target };
};

/** Ends the mandate on the corrected day; the obligation to name another person follows as a new generation. */
const withRemoval = (review: Review, { mandate: id, to }: FactOf<"date-corrected">): Review => {
  const mandate = id === undefined ? undefined : review.mandates[id];
  return mandate === undefined
    ? review
    : { ...review, mandates: { ...review.mandates, [mandate.id]: { ...mandate, until: startOfDay(to) } } };
};

const notifiedOn = ({ delays = [] }: Obligation, day: CalendarDate) =>
  delays.map((delay, index) => (index === delays.length - 1 ? { ...delay, at: startOfDay(day) } : delay));

/** Sets the corrected day on which a delay was notified; the date that it set remains. */
const withDelay = (review: Review, { obligation: id, to }: FactOf<"date-corrected">): Review => {
  const obligation = id === undefined ? undefined : review.obligations[id];
  return obligation === undefined
    ? review
    : {
        ...review,
        obligations: { ...review.obligations, [obligation.id]: { ...obligation, delays: notifiedOn(obligation, to) } },
      };
};

/**
 * Sets the corrected day of a drawing, on which the old reviewer's access and obligations ended; its cleared feedback
 * is that of a former reviewer since then.
 */
const withRedraw = (review: Review, party: PartyId, to: CalendarDate): Review => {
  const drawn = drawingTo(review, party);
  if (drawn === undefined) return review;
  const at = startOfDay(to);
  return {
    ...review,
    drawnAway: (review.drawnAway ?? []).map((one) => (one === drawn ? { ...one, at } : one)),
    ...(review.formerFeedback === undefined
      ? {}
      : {
          formerFeedback: review.formerFeedback.map((one) =>
            one.by === party && one.drawnAwayAt === drawn.at ? { ...one, drawnAwayAt: at } : one,
          ),
        }),
    ...(review.additionalTurns === undefined
      ? {}
      : {
          additionalTurns: review.additionalTurns.map((one) =>
            one.with === party && one.at === drawn.at ? { ...one, at } : one,
          ),
        }),
  };
};

/** Replaces a further meeting; the others stay as they are. */
const withRound = (
  consultation: Consultation,
  number: number | undefined,
  change: Partial<Pick<ConsultationRound, "heldOn" | "mode">>,
): Consultation => ({
  ...consultation,
  rounds: (consultation.rounds ?? []).map((round) => (round.number === number ? { ...round, ...change } : round)),
});

const correctMode = (review: Review, { round, mode }: FactOf<"meeting-mode-corrected">): Review => {
  const { consultation = {} } = review;
  return {
    ...review,
    consultation: round === undefined ? { ...consultation, mode } : withRound(consultation, round, { mode }),
  };
};

type CorrectDate = (review: Review, fact: FactOf<"date-corrected">) => Review;

/** The effect of a corrected day on a review, for each kind of day. */
const correctedDates: { readonly [What in CorrectableDate]: CorrectDate } = {
  ...correctedTexts,
  start: withStart,
  meeting: (review, { to }) => ({ ...review, consultation: { ...review.consultation, heldOn: to } }),
  round: (review, { round, to }) => ({
    ...review,
    consultation: withRound(review.consultation ?? {}, round, { heldOn: to }),
  }),
  languages: (review, { to }) => ({ ...review, consultation: { ...review.consultation, languagesOn: to } }),
  consultation: (review, { to }) => withConclusion(review, to),
  clock: (review, { to }) => ({
    ...review,
    consultation: { ...review.consultation, clock: "agreed-date", clockStartsOn: to },
  }),
  "answers-due": (review, { to }) => ({ ...review, consultation: withAnswersDue(review.consultation ?? {}, to) }),
  division: (review, { to }) =>
    review.division === undefined ? review : { ...review, division: { ...review.division, at: startOfDay(to) } },
  submission: (review, { to }) => withSubmission(review, to),
  feedback: (review, { party, to }) => (party === undefined ? review : withFeedback(review, party, to)),
  agreement: (review, { party, to }) => (party === undefined ? review : withAgreement(review, party, to)),
  nomination: withNomination,
  removal: withRemoval,
  "redraw-request": (review, fact) => ({
    ...review,
    redrawsAsked: (review.redrawsAsked ?? []).map((request) =>
      request === redrawRequestOf(review, fact) ? { ...request, at: startOfDay(fact.to) } : request,
    ),
  }),
  redraw: (review, { party, to }) => (party === undefined ? review : withRedraw(review, party, to)),
  "reviewer-limit-waiver": (review, { to }) => ({ ...review, reviewerLimitWaivedAt: startOfDay(to) }),
  "delay-notification": withDelay,
};

const correctDate: CorrectDate = (review, fact) => correctedDates[fact.what](review, fact);

/**
 * Replaces what was agreed or left open by the languages of a correction; the parties that have to confirm them stay.
 */
const correctLanguages = (review: Review, { languages, exception }: FactOf<"languages-corrected">): Review => {
  const {
    languages: _languages,
    exception: _exception,
    languagesOpen: _open,
    translationNeeded: _needed,
    ...kept
  } = review.consultation ?? {};
  return {
    ...review,
    consultation: { ...kept, languages, ...defined({ exception }) },
  };
};

/** The part of a review that a recorded day belongs to. */
const partOfDate: Readonly<Record<CorrectableDate, ReviewPart>> = {
  start: "summary",
  meeting: "consultation",
  round: "consultation",
  languages: "consultation",
  consultation: "consultation",
  clock: "consultation",
  "answers-due": "consultation",
  division: "division",
  submission: "answers",
  opening: "answers",
  clarification: "clarifications",
  "clarification-settlement": "clarifications",
  feedback: "feedback",
  list: "observations",
  agreement: "observations",
  publication: "observations",
  erratum: "observations",
  consent: "consents",
  nomination: "own-mandates",
  removal: "own-mandates",
  "redraw-request": "redraws",
  redraw: "seats",
  "reviewer-limit-waiver": "reviewer-limit",
  "delay-notification": "own-obligations",
  decision: "decisions",
};

const aboutCorrection = (fact: FactOf<"date-corrected">, review: Review): TimelineSentence => {
  const mandate = fact.mandate === undefined ? undefined : review.mandates[fact.mandate];
  const obligation = fact.obligation === undefined ? undefined : review.obligations[fact.obligation];
  const clarification = clarificationOf(review, fact.clarification);
  const party = fact.party ?? mandate?.party ?? obligation?.party ?? clarification?.askedBy;
  return {
    part: partOfDate[fact.what],
    ...defined({ clarification }),
    ...(party === undefined ? {} : { party, sentence: "date-corrected-of-party" }),
    ...(mandate === undefined ? {} : { role: mandate.role }),
    values: ({ labels, day }) => ({
      what: labels.correctableDates[fact.what],
      before: day(fact.from),
      day: day(fact.to),
    }),
  };
};

/** Corrections of recorded days, of the form of a meeting, and of the languages. */
export const correctionFacts: ReviewFactRows<"date-corrected" | "meeting-mode-corrected" | "languages-corrected"> = {
  "date-corrected": { evolve: correctDate, causedBy: ["date.correct"], timeline: aboutCorrection },
  "meeting-mode-corrected": {
    evolve: correctMode,
    causedBy: ["meeting-mode.correct"],
    timeline: ({ mode }) => ({
      part: "consultation",
      values: ({ labels }) => ({ mode: labels.meetingModes[mode] }),
    }),
  },
  "languages-corrected": {
    evolve: correctLanguages,
    causedBy: ["languages.correct"],
    timeline: ({ languages }) => ({ part: "consultation", values: languagesIn(languages) }),
  },
};
