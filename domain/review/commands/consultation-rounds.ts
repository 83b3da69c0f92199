import { defined } from "../../../schemas/base/defined.ts";
import type { MeetingMode, Review } from "../../../schemas/model/review.ts";
import type { CalendarDate, Instant } from "../../../schemas/base/values.ts";
import type { Actor } from "../../base/actor.ts";
import { type Decision, accept, noChange, refuse } from "../../base/decision.ts";
import { resolveRecordedDate } from "../../base/recorded-date.ts";
import { refuseContradiction } from "../correction-limits.ts";
import { deniedTo, refuseWrongStage } from "../permissions.ts";
import { roundOf } from "../recorded-dates.ts";
import { actingParty } from "../services.ts";

export interface Meeting {
  readonly heldOn: CalendarDate;
  readonly mode: MeetingMode;
}

/**
 * Logs a further meeting of the parties, with its day and how they met, by a party, for one from a source, or by the
 * secretariat; also after the outcome, and after one without a meeting. The day of the first meeting stays what figures
 * count. A day before that meeting, or before an outcome without one, is refused, as is one that lies ahead; the same
 * meeting once more is no fact.
 */
export const recordRound = (review: Review, by: Actor, { heldOn, mode }: Meeting, now: Instant): Decision => {
  const denied = deniedTo(by, "round.record", { review }, now);
  if (denied !== undefined) return denied;
  const { heldOn: firstHeldOn, withoutMeeting, rounds = [] } = review.consultation ?? {};
  if (rounds.some((round) => round.heldOn === heldOn && round.mode === mode)) return noChange;
  const place = refuseWrongStage("round.record", review);
  if (place !== undefined) return place;
  if (firstHeldOn === undefined && withoutMeeting !== true) return refuse("first-meeting-missing");
  const number = rounds.length + 2;
  const contradiction = refuseContradiction(review, { what: "round", round: number }, heldOn, now);
  if (contradiction !== undefined) return contradiction;
  const when = resolveRecordedDate(heldOn, now);
  if (!when.ok) return when;
  const party = actingParty(by, review, now);
  return accept([
    {
      kind: "consultation-round-held",
      happenedAt: when.at,
      review: review.id,
      number,
      heldOn,
      mode,
      ...defined({ party }),
      ...(by.recordsFor === undefined ? {} : { source: by.recordsFor.source }),
    },
  ]);
};

export interface ModeCorrection {
  /** The number of a further meeting; the first one where left out. */
  readonly round?: number | undefined;
  readonly mode: MeetingMode;
  readonly reason: string;
}

/**
 * Corrects how the parties met where that was recorded wrongly, or not at all, with the reason; also after the review has
 * concluded. By the secretariat; the same once more is no fact.
 */
export const correctMeetingMode = (
  review: Review,
  by: Actor,
  { round, mode, reason }: ModeCorrection,
  now: Instant,
): Decision => {
  const denied = deniedTo(by, "meeting-mode.correct", { review }, now);
  if (denied !== undefined) return denied;
  const place = refuseWrongStage("meeting-mode.correct", review);
  if (place !== undefined) return place;
  const meeting = round === undefined ? review.consultation : roundOf(review, round);
  if (meeting?.heldOn === undefined)
    return refuse("nothing-to-correct", { what: round === undefined ? "meeting" : "round" });
  if (meeting.mode === mode) return noChange;
  return accept([
    {
      kind: "meeting-mode-corrected",
      happenedAt: now,
      review: review.id,
      ...defined({ round }),
      mode,
      reason,
    },
  ]);
};
