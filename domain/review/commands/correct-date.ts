import { defined } from "../../../schemas/base/defined.ts";
import type { PartyId } from "../../../schemas/base/ids.ts";
import type { Fact, FactOf } from "../../../schemas/model/fact.ts";
import type { Mandate, Obligation, Review } from "../../../schemas/model/review.ts";
import type { CalendarDate, Instant } from "../../../schemas/base/values.ts";
import type { Actor } from "../../base/actor.ts";
import { type Decision, accept, refuse, noChange } from "../../base/decision.ts";
import { refuseContradiction } from "../correction-limits.ts";
import { agreementDueAt, dueAgainAt, feedbackEndedAt, questionnaireDueAt, receivedBy } from "../due-dates.ts";
import { deniedTo, refuseWrongStage } from "../permissions.ts";
import { periodOn } from "../../policy/reviews.ts";
import { evolveReview } from "../evolve.ts";
import { clarificationIdOf, obligationOfRole, obligationIdOf } from "../obligations.ts";
import { cameWith, recordedDate, type RecordedDate } from "../recorded-dates.ts";
import { consultationBegan } from "../mandates.ts";
import { dayOf, dueAfter, startOfDay } from "../../base/time.ts";
import { isAgreed, type LanguageAgreement, languagesWithin } from "./consultation.ts";

export interface Correction extends RecordedDate {
  readonly to: CalendarDate;
  readonly reason: string;
}

/**
 * Corrects a date that is on record, with the reason: nothing is erased. Obligations counted from it get recalculated
 * dates, as new generations. Their original dates change too, since those were counted from a wrong day. A later date
 * that a party has notified stays. By the secretariat. A day that contradicts other records is refused; the same day
 * returns no fact.
 */
export const correctDate = (review: Review, by: Actor, correction: Correction, now: Instant): Decision => {
  const denied = deniedTo(by, "date.correct", { review }, now);
  if (denied !== undefined) return denied;
  return correctRecordedDate(review, correction, now);
};

/**
 * Corrects a date for a caller who has the right to it. `datedAt` is when another letter names the dates that move, in
 * the place of the reminders due until then.
 */
export const correctRecordedDate = (
  review: Review,
  correction: Correction,
  now: Instant,
  datedAt?: Instant,
): Decision => {
  const place = refuseWrongStage("date.correct", review);
  if (place !== undefined) return place;
  const { what, to, reason, ...which } = correction;
  const from = recordedDate(review, correction);
  if (from === undefined) return refuse("nothing-to-correct", { what });
  if (from === to) return noChange;
  const refused = refuseContradiction(review, correction, to, now);
  if (refused !== undefined) return refused;
  const corrected: FactOf<"date-corrected"> = {
    kind: "date-corrected",
    happenedAt: now,
    review: review.id,
    what,
    from,
    to,
    reason,
    ...which,
    ...(what === "start" ? consultationMoved(review, to) : {}),
  };
  const after = evolveReview(review, corrected);
  return accept([withTarget(corrected, review, after), ...redatings(review, after, correction, { now, datedAt })]);
};

/**
 * Returns the correction of a nomination, with the day on which the open consultation could begin where the correction
 * moves it.
 */
const withTarget = (fact: FactOf<"date-corrected">, before: Review, after: Review): Fact =>
  fact.what === "nomination" && after.targetGeneration !== before.targetGeneration
    ? { ...fact, consultationSince: after.stageSince }
    : fact;

/** Returns since when an open consultation could begin by another start, where that moves. */
const consultationMoved = (review: Review, startedOn: CalendarDate): { readonly consultationSince?: Instant } => {
  const began = review.stage === "consultation" ? consultationBegan({ ...review, startedOn }) : undefined;
  return began === undefined || began === consultationBegan(review) ? {} : { consultationSince: startOfDay(began) };
};

export interface LanguageCorrection extends LanguageAgreement {
  readonly reason: string;
}

/**
 * Corrects the languages of a review that were recorded wrongly, agreed on or left open, with the reason; also after it
 * has concluded. One or two of the six, three by an exception (paragraphs 27 and 50 of the rules). By the secretariat;
 * the same languages are no fact.
 */
export const correctLanguages = (review: Review, by: Actor, correction: LanguageCorrection, now: Instant): Decision => {
  const denied = deniedTo(by, "languages.correct", { review }, now);
  if (denied !== undefined) return denied;
  const place = refuseWrongStage("languages.correct", review);
  if (place !== undefined) return place;
  const { consultation } = review;
  if (consultation?.languages === undefined && consultation?.languagesOpen === undefined)
    return refuse("nothing-to-correct", { what: "languages" });
  const chosen = languagesWithin(correction, now);
  if (!chosen.ok) return chosen;
  if (isAgreed(review, correction, now)) return noChange;
  const { languages, exception } = chosen;
  return accept([
    {
      kind: "languages-corrected",
      happenedAt: now,
      review: review.id,
      languages,
      ...defined({ exception }),
      reason: correction.reason,
    },
  ]);
};

interface Dates {
  readonly openedOn: CalendarDate;
  readonly originalDueAt: Instant;
}

/**
 * The instant of recording, and the instant at which a letter other than the reminders names the dates that it moves.
 */
interface Redating {
  readonly now: Instant;
  readonly datedAt?: Instant | undefined;
}

/** Returns the date of an obligation that no delay moved: a reopened one keeps the time that is given for it. */
const leastDueAt = ({ reopened, originalDueAt, openedOn }: Obligation): Instant =>
  reopened === true ? dueAgainAt(originalDueAt, openedOn) : originalDueAt;

/** Returns new dates for every obligation, open or met, whose dates follow from the corrected one. */
const redatings = (before: Review, after: Review, date: RecordedDate, { now, datedAt }: Redating): readonly Fact[] =>
  Object.values(before.obligations)
    .filter(({ state }) => state !== "void")
    .flatMap((obligation): Fact[] => {
      const dates = datesOf(before, after, obligation, date);
      if (dates === undefined) return [];
      const { openedOn, originalDueAt } = dates;
      const least = leastDueAt({ ...obligation, openedOn, originalDueAt });
      const isMoved = obligation.dueAt > leastDueAt(obligation) && obligation.dueAt > least;
      const dueAt = isMoved ? obligation.dueAt : least;
      if (openedOn === obligation.openedOn && originalDueAt === obligation.originalDueAt && dueAt === obligation.dueAt)
        return [];
      return [
        {
          kind: "obligation-redated",
          happenedAt: now,
          review: before.id,
          obligation: obligation.id,
          generation: obligation.generation + 1,
          openedOn,
          dueAt,
          originalDueAt,
          // The party of the obligation has been notified of a date that stays.
          ...(datedAt === undefined || dueAt === obligation.dueAt ? {} : { datedAt }),
        },
      ];
    });

/** Returns the dates that an obligation would have had; undefined where it does not count from the corrected date. */
const datesOf = (before: Review, after: Review, obligation: Obligation, date: RecordedDate): Dates | undefined => {
  const from = recordedDate(before, date);
  const to = recordedDate(after, date);
  if (from === undefined || to === undefined) return undefined;
  switch (obligation.kind) {
    case "focal-point":
    case "experts":
      return nominationDates(before, after, obligation, date, { from, to });
    case "questionnaire":
      return questionnaireDates(before, after, obligation);
    case "feedback":
      return feedbackDates(before, after, obligation, date);
    case "agreement":
      return agreementDates(before, after, obligation, date);
    case "clarification":
      return date.what === "clarification" &&
        obligation.id === clarificationIdOf(date.clarification ?? 0, obligation.party)
        ? { openedOn: to, originalDueAt: dueAfter(to, periodOn("clarification", to)) }
        : undefined;
  }
};

/** Returns whether the corrected day is that of the drawing which brought a party into the review. */
const isDrawnWith = (review: Review, { what, party }: RecordedDate, of: PartyId): boolean =>
  what === "redraw" && party !== undefined && cameWith(review, of, party);

/** Nominations count from the start, those of a party drawn in later from its drawing. */
const nominationDates = (
  before: Review,
  after: Review,
  { kind, party, openedOn, originalDueAt }: Obligation,
  date: RecordedDate,
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate },
): Dates | undefined => {
  if (date.what === "removal") return datesAfterRemoval(before, after, { kind, party, openedOn }, date);
  if (date.what !== "start" && !isDrawnWith(before, date, party)) return undefined;
  const counts = openedOn === from && originalDueAt === dueAfter(from, periodOn(kind, from));
  return counts ? { openedOn: to, originalDueAt: dueAfter(to, periodOn(kind, to)) } : undefined;
};

/** Returns since when a party has had no one in a role after a removal, and no earlier than the start of the review. */
const vacantSince = (
  { mandates, startedOn }: Review,
  { party, role }: Pick<Mandate, "party" | "role">,
  known: readonly CalendarDate[],
): CalendarDate | undefined => {
  const [last] = known.toSorted().toReversed();
  const ends = Object.values(mandates)
    .filter((mandate) => mandate.party === party && mandate.role === role)
    .flatMap(({ until }) => (until === undefined ? [] : [dayOf(until)]))
    .filter((day) => last !== undefined && day <= last);
  return [...ends, ...(startedOn === undefined ? [] : [startedOn])].toSorted().at(-1);
};

/**
 * Returns the dates of an obligation to name another person, from the day since which the party has had no one in that
 * role.
 */
const datesAfterRemoval = (
  before: Review,
  after: Review,
  { kind, party, openedOn }: Pick<Obligation, "kind" | "party" | "openedOn">,
  date: RecordedDate,
): Dates | undefined => {
  const mandate = date.mandate === undefined ? undefined : before.mandates[date.mandate];
  const known = [recordedDate(before, date), recordedDate(after, date)].flatMap((day) => day ?? []);
  if (mandate?.party !== party || obligationOfRole[mandate.role] !== kind) return undefined;
  const [was, is] = [vacantSince(before, mandate, known), vacantSince(after, mandate, known)];
  if (was !== openedOn || is === undefined || is === was) return undefined;
  return { openedOn: is, originalDueAt: dueAfter(is, periodOn(kind, is)) };
};

const questionnaireDates = (before: Review, after: Review, { openedOn, reopened }: Obligation): Dates | undefined => {
  const from = before.consultation?.clockStartsOn;
  const to = after.consultation?.clockStartsOn;
  if (from === undefined || to === undefined) return undefined;
  const originalDueAt = questionnaireDueAt(after, to);
  if (from === to && originalDueAt === questionnaireDueAt(before, from)) return undefined;
  const isCounted = openedOn === from && reopened !== true;
  return { openedOn: isCounted ? to : openedOn, originalDueAt };
};

/** Returns the dates of feedback, from the receipt of the responses, or from the decision in their place. */
const feedbackDates = (
  before: Review,
  after: Review,
  { kind, party, openedOn }: Obligation,
  date: RecordedDate,
): Dates | undefined => {
  const isOfResponses = date.what === "decision" && date.obligation === obligationIdOf("questionnaire", before.party);
  const [was, is] =
    isOfResponses && before.answers === undefined
      ? [recordedDate(before, date), recordedDate(after, date)]
      : [receivedBy(before, party), receivedBy(after, party)];
  if (was === undefined || is === undefined || was === is || (isOfResponses && openedOn !== was)) return undefined;
  return { openedOn: openedOn === was ? is : openedOn, originalDueAt: dueAfter(is, periodOn(kind, is)) };
};

/**
 * Returns the dates of an agreement, from the start of the review and the day the list came up, or its party was drawn
 * in.
 */
const agreementDates = (
  before: Review,
  after: Review,
  obligation: Obligation,
  date: RecordedDate,
): Dates | undefined => {
  const { what, party } = date;
  const { openedOn, reopened } = obligation;
  const entered = enteredOn(before, obligation);
  if (what === "start") return { openedOn, originalDueAt: agreementDueAt(after, entered) };
  if (what === "list") return datesOfNextVersion(before, after, obligation, date);
  const isDrawn = isDrawnWith(before, date, obligation.party);
  const [was, is] = isDrawn
    ? [recordedDate(before, { what, party }), recordedDate(after, { what, party })]
    : [listCameUpOn(before), listCameUpOn(after)];
  if (was === undefined || is === undefined || was === is || entered !== was) return undefined;
  return {
    openedOn: reopened === true || openedOn !== was ? openedOn : is,
    originalDueAt: agreementDueAt(after, is),
  };
};

/** Returns the dates of agreements that a later version of the list reopens on its day; their original date stays. */
const datesOfNextVersion = (
  before: Review,
  after: Review,
  { openedOn, originalDueAt, reopened }: Obligation,
  date: RecordedDate,
): Dates | undefined => {
  const to = recordedDate(after, date);
  const isOpenedBy = reopened === true && date.version === before.observations?.version;
  return isOpenedBy && to !== undefined && openedOn === recordedDate(before, date)
    ? { openedOn: to, originalDueAt }
    : undefined;
};

/**
 * Returns the day on which the list came up: when its stage was entered, or after it when the last of the feedback was
 * cleared.
 */
const listCameUpOn = (review: Review): CalendarDate | undefined => {
  if (review.stage === "observations") return dayOf(review.stageSince);
  const endedAt = feedbackEndedAt(review);
  return endedAt === undefined ? undefined : dayOf(endedAt);
};

/** Returns the day from which the least time for an agreement was counted, which a later version does not move. */
const enteredOn = (review: Review, { openedOn, generation, reopened }: Obligation): CalendarDate => {
  const entered = review.stage === "observations" ? dayOf(review.stageSince) : openedOn;
  return generation === 1 || reopened !== true ? openedOn : entered;
};
