import { defined } from "../../../schemas/base/defined.ts";
import type { Fact } from "../../../schemas/model/fact.ts";
import type { LanguagesOpen, MeetingMode, QuestionnaireClock, Review } from "../../../schemas/model/review.ts";
import { type CalendarDate, type Instant, Language } from "../../../schemas/base/values.ts";
import type { Actor } from "../../base/actor.ts";
import { type Decision, accept, refuse, type Refused, noChange } from "../../base/decision.ts";
import { consultationBegan } from "../mandates.ts";
import { actedAt } from "../outside-acts.ts";
import { resolveRecordedDate } from "../../base/recorded-date.ts";
import { refuseContradiction } from "../correction-limits.ts";
import { deniedTo, refuseWrongStage } from "../permissions.ts";
import { inForce } from "../../base/settings.ts";
import { agreedClockWithin, languageLimits, periodOn, questionnaireClock } from "../../policy/reviews.ts";
import { inOrder, withSteps } from "../stage-progress.ts";
import { addDays, dayAfter, dayOf, startOfDay } from "../../base/time.ts";

export interface FirstMeeting {
  readonly heldOn: CalendarDate;
  /** The mode of the meeting, if it is stated. */
  readonly mode?: MeetingMode | undefined;
}

/** Returns whether this is the meeting on record. A caller who does not state the mode leaves it as recorded. */
const isRecorded = ({ consultation }: Review, { heldOn, mode }: FirstMeeting): boolean =>
  consultation?.heldOn === heldOn && (mode === undefined || consultation.mode === mode);

/**
 * Records that the parties met (paragraph 26), on a day of Vienna's calendar since the last focal point was named, in
 * person or by video. A party or the secretariat records it; a meeting recorded later replaces the one before.
 */
export const recordMeeting = (review: Review, by: Actor, meeting: FirstMeeting, now: Instant): Decision => {
  const denied = deniedTo(by, "consultation.record", { review }, now);
  if (denied !== undefined) return denied;
  if (isRecorded(review, meeting)) return noChange;
  const place = refuseWrongStage("consultation.record", review) ?? stillOpen(review);
  if (place !== undefined) return place;
  const { heldOn, mode } = meeting;
  const when = resolveRecordedDate(heldOn, now, consultationBegan(review));
  if (!when.ok) return when;
  const contradiction = refuseContradiction(review, { what: "meeting" }, heldOn, now);
  if (contradiction !== undefined) return contradiction;
  const how = mode === undefined ? {} : { mode };
  return accept([{ kind: "consultation-held", happenedAt: when.at, review: review.id, heldOn, ...how }]);
};

const stillOpen = ({ consultation }: Review): Refused | undefined =>
  consultation?.concludedOn === undefined ? undefined : consultationConcluded(consultation.concludedOn);

const consultationConcluded = (concludedOn: CalendarDate): Refused => refuse("consultation-concluded", { concludedOn });

export interface LanguageAgreement {
  /** One or two of the six working languages. */
  readonly languages: readonly string[];
  /** The reason for three languages, which is an exception. */
  readonly exception?: string | undefined;
  /** The day of the agreement: today where left out, or for what is recorded for a party, the day of its act. */
  readonly agreedOn?: CalendarDate | undefined;
}

/**
 * Records the languages of a review (paragraphs 27 and 50 of the rules): one or two of the six, three by an exception
 * with its reason. They may follow later than the meeting, and may change during the review. The same languages for the
 * same reason return no fact, unless they are to be confirmed with a party drawn in later.
 */
export const agreeLanguages = (review: Review, by: Actor, agreement: LanguageAgreement, now: Instant): Decision => {
  const denied = deniedTo(by, "languages.record", { review }, now);
  if (denied !== undefined) return denied;
  const chosen = languagesWithin(agreement, now);
  if (!chosen.ok) return chosen;
  const place = refuseWrongStage("languages.record", review);
  if (place !== undefined) return place;
  const { languages, exception } = chosen;
  const { usual } = inForce(languageLimits, dayOf(now));
  if (review.consultation?.toConfirmWith === undefined && isAgreed(review, agreement, now)) return noChange;
  const acted = languagesAt(review, by, agreement.agreedOn, now);
  if (!acted.ok) return acted;
  return accept([
    {
      kind: "languages-agreed",
      happenedAt: acted.at,
      review: review.id,
      languages,
      exceptional: languages.length > usual,
      ...defined({ reason: exception }),
    },
  ]);
};

/**
 * Returns the languages in order, with the exception where they are more than usual; or why they cannot be those of a
 * review.
 */
export const languagesWithin = (
  agreement: LanguageAgreement,
  now: Instant,
): (ReturnType<typeof asAgreed> & { readonly ok: true }) | Refused => {
  const unknown = agreement.languages.filter((language) => !Language.safeParse(language).success);
  if (unknown.length > 0) return refuse("unknown-language", { languages: unknown });
  const chosen = asAgreed(agreement, now);
  if (chosen.languages.length === 0) return refuse("languages-missing");
  const { usual, exceptional } = inForce(languageLimits, dayOf(now));
  const most = agreement.exception === undefined ? usual : exceptional;
  return chosen.languages.length > most ? refuse("too-many-languages", { most }) : { ok: true, ...chosen };
};

/** Returns the instant at which languages were agreed on or left open: on a day since the consultation could begin. */
const languagesAt = (review: Review, by: Actor, agreedOn: CalendarDate | undefined, now: Instant) => {
  const began = consultationBegan(review);
  return agreedOn === undefined
    ? actedAt(by, now, began === undefined ? undefined : startOfDay(began))
    : resolveRecordedDate(agreedOn, now, began);
};

/** Returns working languages in their usual order, each once. */
const inTableOrder = (languages: readonly string[]): Language[] =>
  Language.options.filter((language) => languages.includes(language));

/** Returns the languages in order, with the reason where they are more than usual. */
const asAgreed = (agreement: LanguageAgreement, now: Instant) => {
  const languages = inTableOrder(agreement.languages);
  const isExceptional = languages.length > inForce(languageLimits, dayOf(now)).usual;
  return { languages, exception: isExceptional ? agreement.exception : undefined };
};

/** Returns whether these languages are the ones agreed on. */
export const isAgreed = ({ consultation }: Review, agreement: LanguageAgreement, now: Instant): boolean => {
  const { languages, exception } = asAgreed(agreement, now);
  const isKnown = agreement.languages.every((language) => Language.safeParse(language).success);
  return isKnown && consultation?.languages?.join() === languages.join() && consultation.exception === exception;
};

export interface LanguagesLeftOpen {
  readonly why: LanguagesOpen;
  /** Into which languages a translation is needed (paragraph 29). */
  readonly translationNeeded: readonly Language[];
  /** The day on which the parties left them open: as for languages that are agreed on. */
  readonly agreedOn?: CalendarDate | undefined;
}

/** Records that the languages are not agreed on yet, and why (paragraph 29): a real and sometimes long state. */
export const leaveLanguagesOpen = (review: Review, by: Actor, open: LanguagesLeftOpen, now: Instant): Decision => {
  const denied = deniedTo(by, "languages.record", { review }, now);
  if (denied !== undefined) return denied;
  const place = refuseWrongStage("languages.record", review);
  if (place !== undefined) return place;
  if (isLeftOpen(review, open)) return noChange;
  const translationNeeded = inTableOrder(open.translationNeeded);
  const acted = languagesAt(review, by, open.agreedOn, now);
  if (!acted.ok) return acted;
  return accept([
    { kind: "languages-left-open", happenedAt: acted.at, review: review.id, why: open.why, translationNeeded },
  ]);
};

const isLeftOpen = ({ consultation }: Review, { why, translationNeeded }: LanguagesLeftOpen): boolean =>
  consultation?.languagesOpen === why &&
  (consultation.translationNeeded ?? []).join() === inTableOrder(translationNeeded).join();

export interface Outcome {
  /** The day on which the consultation came to its outcome; today where left out. */
  readonly concludedOn?: CalendarDate | undefined;
  /** A day agreed on from which the six months of the questionnaire count. */
  readonly clockStartsOn?: CalendarDate | undefined;
  /** A day agreed on by which the answers are due, not after the six months. */
  readonly answersDueOn?: CalendarDate | undefined;
  /** The reason why there was no meeting: the exception of footnote 9, which the secretariat records. */
  readonly withoutMeeting?: string | undefined;
  readonly heldOn?: CalendarDate | undefined;
  /** The mode of the meeting on the given day. */
  readonly mode?: MeetingMode | undefined;
  readonly languages?: LanguageAgreement | undefined;
  readonly languagesOpen?: LanguagesLeftOpen | undefined;
}

/**
 * Records the outcome of a consultation (paragraphs 26, 27 and 33), by a party or the secretariat: a silent party does
 * not block it. It takes a meeting, or an exception without one, and languages agreed on or left open. What is given
 * with it is recorded first. The answers are then due, counted by the clock in force. A recorded outcome is final: the
 * same outcome returns no fact, another one is refused.
 */
export const concludeConsultation = (review: Review, by: Actor, outcome: Outcome, now: Instant): Decision => {
  const action = outcome.withoutMeeting === undefined ? "consultation.record" : "consultation.waive-meeting";
  const denied = deniedTo(by, action, { review }, now);
  if (denied !== undefined) return denied;
  if (review.consultation?.concludedOn !== undefined)
    return isSame(review, outcome, now) ? noChange : consultationConcluded(review.consultation.concludedOn);
  const place = refuseWrongStage(action, review);
  if (place !== undefined) return place;
  const { heldOn, mode, languages, languagesOpen } = outcome;
  return inOrder(review, [
    ...(heldOn === undefined ? [] : [(state: Review) => recordMeeting(state, by, { heldOn, mode }, now)]),
    ...(languages === undefined ? [] : [(state: Review) => agreeLanguages(state, by, languages, now)]),
    ...(languagesOpen === undefined ? [] : [(state: Review) => leaveLanguagesOpen(state, by, languagesOpen, now)]),
    (state) => conclude(state, outcome, now),
  ]);
};

/**
 * Returns whether an outcome is the recorded one, with everything that it leaves out: the day is then today, the clock
 * that of the setting. Meeting and languages may have been recorded before it, so that it need not name them.
 */
const isSame = (review: Review, outcome: Outcome, now: Instant): boolean => {
  const { heldOn, mode, languages, languagesOpen, concludedOn = dayOf(now) } = outcome;
  const consultation = review.consultation ?? {};
  const agreedClock = consultation.clock === "agreed-date" ? consultation.clockStartsOn : undefined;
  return (
    concludedOn === consultation.concludedOn &&
    outcome.clockStartsOn === agreedClock &&
    outcome.answersDueOn === consultation.answersDueOn &&
    outcome.withoutMeeting === consultation.waiver &&
    (heldOn === undefined || isRecorded(review, { heldOn, mode })) &&
    (languages === undefined || isAgreed(review, languages, now)) &&
    (languagesOpen === undefined || isLeftOpen(review, languagesOpen))
  );
};

const conclude = (review: Review, outcome: Outcome, now: Instant): Decision => {
  const consultation = review.consultation ?? {};
  const waived = outcome.withoutMeeting !== undefined;
  if (!waived && consultation.heldOn === undefined) return refuse("meeting-missing");
  if (waived && consultation.heldOn !== undefined) return refuse("meeting-recorded", { heldOn: consultation.heldOn });
  if (consultation.languages === undefined && consultation.languagesOpen === undefined)
    return refuse("languages-missing");
  const when = resolveRecordedDate(outcome.concludedOn, now, consultation.heldOn ?? consultationBegan(review));
  if (!when.ok) return when;
  const clock = clockOf(review, outcome, when.day);
  if (!clock.ok) return clock;
  const concluded: Fact = {
    kind: "consultation-concluded",
    happenedAt: when.at,
    review: review.id,
    concludedOn: when.day,
    withoutMeeting: waived,
    clock: clock.clock,
    clockStartsOn: clock.startsOn,
    ...defined({ answersDueOn: outcome.answersDueOn, reason: outcome.withoutMeeting }),
  };
  return withSteps(review, [concluded], now);
};

interface Clock {
  readonly ok: true;
  readonly clock: QuestionnaireClock;
  readonly startsOn: CalendarDate;
}

/** Returns the day from which the six months count, with the agreed days checked against the limits. */
const clockOf = (
  review: Review,
  { clockStartsOn, answersDueOn }: Outcome,
  concludedOn: CalendarDate,
): Clock | Refused => {
  const setting = clockStartsOn === undefined ? inForce(questionnaireClock, concludedOn) : "agreed-date";
  const startsOn = {
    "review-start": review.startedOn,
    consultation: concludedOn,
    "agreed-date": clockStartsOn,
  }[setting];
  if (startsOn === undefined) return refuse("clock-missing");
  const earliest = review.startedOn ?? concludedOn;
  if (startsOn < earliest) return refuse("date-too-early", { earliest });
  const latestStart = dayAfter(concludedOn, inForce(agreedClockWithin, concludedOn));
  if (startsOn > latestStart) return refuse("date-too-late", { latest: latestStart });
  if (answersDueOn !== undefined) {
    const latest = dayAfter(startsOn, periodOn("questionnaire", startsOn));
    if (answersDueOn > latest) return refuse("date-too-late", { latest });
    const least = startsOn > concludedOn ? startsOn : concludedOn;
    if (answersDueOn <= least) return refuse("date-too-early", { earliest: addDays(least, 1) });
  }
  return { ok: true, clock: setting, startsOn };
};
