import type { PartyId } from "../../schemas/base/ids.ts";
import type { CorrectableDate } from "../../schemas/model/correctable-date.ts";
import type { ObligationKind, Review } from "../../schemas/model/review.ts";
import type { CalendarDate, Instant } from "../../schemas/base/values.ts";
import { type Refused, refuse } from "../base/decision.ts";
import { earliestStart, inForce } from "../base/settings.ts";
import { agreedClockWithin, periodOn } from "../policy/reviews.ts";
import { addDays, dayAfter, dayBefore, dayOf } from "../base/time.ts";
import { questionnaireLimitDay, receivedBy } from "./due-dates.ts";
import { consultationBegan } from "./mandates.ts";
import { delayInForce, obligationIdOf } from "./obligations.ts";
import { delayNotificationLimits, limitsOfTexts } from "./limits-of-texts.ts";
import { agreements, launch, limit, limitAt, type Limits, nobodyBefore } from "./limits.ts";
import {
  drawingTo,
  firstPublishedAt,
  metAgreement,
  predecessorsOf,
  recordedDate,
  type RecordedDate,
} from "./recorded-dates.ts";

/** Returns the day on which the answers were last returned: the next submission cannot have been received before. */
const returnedOn = ({ obligations }: Review, obligation: "questionnaire" | "feedback", party: PartyId) => {
  const pending = obligations[obligationIdOf(obligation, party)];
  return pending?.reopened === true ? pending.openedOn : undefined;
};

/** Returns when the delay of an obligation was notified: no party notifies the delay of what it has done. */
const delayLimits = ({ obligations }: Review, kind: ObligationKind, party: PartyId) =>
  limitAt("delay", delayInForce(obligations[obligationIdOf(kind, party)] ?? {})?.at);

/** Returns the acts of reviewers on the answers that are in: nothing of a submission that was returned before. */
const feedbackActs = ({ feedback = {}, formerFeedback = [], clarifications = [], answers }: Review) => {
  const since = answers?.receivedOn ?? earliestStart;
  return [
    ...[...Object.values(feedback), ...formerFeedback].flatMap((cleared) => limitAt("feedback", cleared?.at)),
    ...clarifications.flatMap(({ askedAt }) => limitAt("clarification", askedAt)),
  ].filter(({ day }) => day >= since);
};

/** Returns the acts of a party in a review since a day. */
const actsOf = (review: Review, party: PartyId, since: CalendarDate) =>
  [
    ...(party === review.party ? limit("submission", review.answers?.receivedOn) : []),
    ...limitAt("feedback", review.feedback?.[party]?.at),
    ...limitAt("agreement", metAgreement(review, party)?.settledAt),
  ].filter(({ day }) => day >= since);

/** Returns the days of further meetings, which followed the first one. */
const roundDays = ({ consultation }: Review) =>
  (consultation?.rounds ?? []).flatMap(({ heldOn }) => limit("round", heldOn));

const consultationLimits = (review: Review): Limits => {
  const { heldOn, answersDueOn } = review.consultation ?? {};
  return {
    from: [
      ...limit("start", review.startedOn),
      ...limit("nomination", consultationBegan(review)),
      ...limit("meeting", heldOn),
    ],
    until: [
      ...limit("answers-due", answersDueOn === undefined ? undefined : addDays(answersDueOn, -1)),
      ...limit("submission", review.answers?.receivedOn),
      ...limit("return", returnedOn(review, "questionnaire", review.party)),
    ],
  };
};

/**
 * Returns the limits of an agreed clock: after the start, not long after the outcome, and consistent with the day of
 * the answers.
 */
const clockLimits = ({ startedOn, consultation = {} }: Review): Limits => {
  const { concludedOn, answersDueOn } = consultation;
  if (concludedOn === undefined) return nobodyBefore;
  const within = dayAfter(concludedOn, inForce(agreedClockWithin, concludedOn));
  if (answersDueOn === undefined)
    return { from: limit("start", startedOn ?? concludedOn), until: limit("consultation", within) };
  return {
    from: [
      ...limit("start", startedOn ?? concludedOn),
      ...limit("answers-due", dayBefore(answersDueOn, periodOn("questionnaire", concludedOn))),
    ],
    until: [...limit("consultation", within), ...limit("answers-due", addDays(answersDueOn, -1))],
  };
};

/** Returns the limits of an agreed day for the answers: after the outcome, within the six months. */
const answersDueLimits = ({ consultation = {} }: Review): Limits => {
  const { concludedOn, clockStartsOn } = consultation;
  if (concludedOn === undefined || clockStartsOn === undefined) return nobodyBefore;
  return {
    from: [...limit("consultation", addDays(concludedOn, 1)), ...limit("clock", addDays(clockStartsOn, 1))],
    until: limit("clock", questionnaireLimitDay(clockStartsOn)),
  };
};

const feedbackLimits = (review: Review, party: PartyId): Limits => {
  const { observations } = review;
  const returned = returnedOn(review, "feedback", party);
  // Feedback that came back after a return may be younger than the list.
  const drafted = returned === undefined && observations?.version === 1 ? observations.draftedAt : undefined;
  return {
    from: [
      ...limit("start", review.startedOn),
      ...limit("submission", receivedBy(review, party)),
      ...limitAt("decision", review.decisions?.find(({ kind }) => kind === "questionnaire")?.at),
      ...limit("return", returned),
      ...delayLimits(review, "feedback", party),
    ],
    until: [...limitAt("observations", drafted), ...agreements(review)],
  };
};

const agreementLimits = (review: Review, party: PartyId | undefined): Limits => ({
  from: [
    ...(party === undefined ? [] : delayLimits(review, "agreement", party)),
    ...limitAt("observations", review.observations?.draftedAt),
    ...Object.values(review.feedback ?? {}).flatMap((cleared) => limitAt("feedback", cleared?.at)),
  ],
  until: limitAt("publication", firstPublishedAt(review)),
});

const nominationLimits = (review: Review, id: RecordedDate["mandate"]): Limits => {
  const mandate = id === undefined ? undefined : review.mandates[id];
  if (mandate === undefined) return nobodyBefore;
  const since = dayOf(mandate.since);
  const began = consultationBegan(review);
  const { heldOn, concludedOn } = review.consultation ?? {};
  // No meeting takes place before every focal point is named, of whom the last is this one.
  const opens = mandate.role === "focal-point" && began !== undefined && since <= began;
  return {
    from: [...launch, ...predecessorsOf(review, mandate).flatMap((one) => limitAt("nomination", one.since))],
    until: [
      ...limitAt("end-of-mandate", mandate.until),
      ...(opens ? [...limit("meeting", heldOn), ...limit("consultation", concludedOn)] : []),
      ...(mandate.role === "focal-point" ? actsOf(review, mandate.party, since) : []),
    ],
  };
};

const redrawLimits = (review: Review, party: PartyId): Limits => {
  const drawn = drawingTo(review, party);
  if (drawn === undefined) return nobodyBefore;
  const { startedOn, drawnAway = [], redrawAskedAt = {}, formerFeedback = [], mandates } = review;
  const own = dayOf(drawn.at);
  // By their places: several drawings may have one instant. A party that was replaced may have been drawn again later.
  const place = drawnAway.indexOf(drawn);
  const [earlier, later] = [drawnAway.slice(0, place), drawnAway.slice(place + 1)];
  const cleared = formerFeedback.find((one) => one.party === drawn.party && one.by === party);
  return {
    from: [
      ...launch,
      ...(startedOn !== undefined && own >= startedOn ? limit("start", startedOn) : []),
      ...limitAt("redraw-request", redrawAskedAt[party]),
      ...limitAt("feedback", cleared?.at),
      ...limitAt("redraw", earlier.findLast(({ by }) => by === drawn.party)?.at),
    ],
    until: [
      ...Object.values(mandates)
        .filter((mandate) => mandate.party === party)
        .flatMap(({ since }) => limitAt("nomination", since)),
      ...limitAt("redraw", later.find((other) => other.party === party || other.by === drawn.party)?.at),
      ...actsOf(review, party, own),
    ],
  };
};

/** Returns the redraws that were requested or drawn since the start; nominations before it were welcome ahead of it. */
const lotsSinceStart = ({ startedOn, drawnAway = [], redrawsAsked = [] }: Review) =>
  [...drawnAway, ...redrawsAsked]
    .flatMap(({ at }) => limitAt("redraw", at))
    .filter(({ day }) => startedOn !== undefined && day >= startedOn);

const removalLimits = (review: Review, id: RecordedDate["mandate"]): Limits => {
  const mandate = id === undefined ? undefined : review.mandates[id];
  if (mandate?.until === undefined) return nobodyBefore;
  const { role, party, since, until } = mandate;
  const began = consultationBegan(review);
  const others = Object.values(review.mandates).filter((other) => other.party === party && other.role === role);
  return {
    from: [
      ...limitAt("nomination", since),
      // The consultation began with the focal points of that day.
      ...(role === "focal-point" && began !== undefined && dayOf(since) <= began ? limit("consultation", began) : []),
    ],
    until: others.filter((other) => other.since >= until).flatMap((other) => limitAt("nomination", other.since)),
  };
};

const agreedLanguagesLimits = (review: Review): Limits => ({
  from: [...limit("start", review.startedOn), ...limit("nomination", consultationBegan(review))],
  until: [],
});

const limitsOfDates: { readonly [What in CorrectableDate]: (review: Review, date: RecordedDate) => Limits } = {
  ...limitsOfTexts,
  start: (review) => ({
    from: launch,
    until: [
      ...lotsSinceStart(review),
      ...limit("meeting", review.consultation?.heldOn),
      ...limit("consultation", review.consultation?.concludedOn),
      ...(review.consultation?.clock === "agreed-date" ? limit("clock", review.consultation.clockStartsOn) : []),
    ],
  }),
  meeting: (review) => ({
    from: [...limit("start", review.startedOn), ...limit("nomination", consultationBegan(review))],
    until: [...limit("consultation", review.consultation?.concludedOn), ...roundDays(review)],
  }),
  round: (review) => ({
    from: [
      ...limit("start", review.startedOn),
      ...limit("nomination", consultationBegan(review)),
      ...limit("meeting", review.consultation?.heldOn),
      // The parties had not met when the outcome was recorded by way of exception.
      ...(review.consultation?.withoutMeeting === true ? limit("consultation", review.consultation.concludedOn) : []),
    ],
    until: [],
  }),
  languages: agreedLanguagesLimits,
  division: agreedLanguagesLimits,
  consultation: consultationLimits,
  clock: clockLimits,
  "answers-due": answersDueLimits,
  submission: (review) => ({
    from: [
      ...limit("start", review.startedOn),
      ...limit("consultation", review.consultation?.concludedOn),
      ...limit("return", returnedOn(review, "questionnaire", review.party)),
      ...delayLimits(review, "questionnaire", review.party),
    ],
    until: [...feedbackActs(review), ...limitAt("opening", review.answersOpenedAt)],
  }),
  nomination: (review, { mandate }) => nominationLimits(review, mandate),
  removal: (review, { mandate }) => removalLimits(review, mandate),
  feedback: (review, { party }) => (party === undefined ? nobodyBefore : feedbackLimits(review, party)),
  agreement: (review, { party }) => agreementLimits(review, party),
  redraw: (review, { party }) => (party === undefined ? nobodyBefore : redrawLimits(review, party)),
  "redraw-request": () => nobodyBefore,
  "reviewer-limit-waiver": () => nobodyBefore,
  "delay-notification": (review, { obligation }) => delayNotificationLimits(review, obligation),
};

const limitsOf = (review: Review, date: RecordedDate): Limits => limitsOfDates[date.what](review, date);

/** Returns whether a date may lie ahead: only what the parties agreed on, and the end of a mandate, may. */
const mayBeAhead = (review: Review, date: RecordedDate, now: Instant): boolean =>
  date.what === "clock" ||
  date.what === "answers-due" ||
  (date.what === "removal" && (recordedDate(review, date) ?? "") > dayOf(now));

/**
 * Refuses a day that contradicts what else is on record, and names it: the process keeps its order, and nothing happened
 * in the future. Undefined for a day that fits.
 */
export const refuseContradiction = (
  review: Review,
  date: RecordedDate,
  to: CalendarDate,
  now: Instant,
): Refused | undefined => {
  const today = dayOf(now);
  if (to > today && !mayBeAhead(review, date, now)) return refuse("date-in-the-future", { latest: today });
  const { from, until } = limitsOf(review, date);
  const first = from.toSorted((one, other) => other.day.localeCompare(one.day))[0];
  if (first !== undefined && to < first.day)
    return refuse("date-too-early", { earliest: first.day, contradicts: first.contradicts });
  const last = until.toSorted((one, other) => one.day.localeCompare(other.day))[0];
  return last !== undefined && to > last.day
    ? refuse("date-too-late", { latest: last.day, contradicts: last.contradicts })
    : undefined;
};
