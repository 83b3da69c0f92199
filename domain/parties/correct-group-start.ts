import type { FactOf } from "../../schemas/model/fact.ts";
import type { Group } from "../../schemas/model/group.ts";
import type { UserId } from "../../schemas/base/ids.ts";
import type { CalendarDate, Instant } from "../../schemas/base/values.ts";
import { type Decision, accept, refuse, type Refused, noChange } from "../base/decision.ts";
import { nextMorning } from "../base/time.ts";
import { refuseStartDay, startNeedsApproval, startNotification, reportedDayOf } from "./groups.ts";
import { type Member, refuseSecondPerson } from "./second-person.ts";

/** A correction of the day of a group's start as it is ordered. */
export interface StartCorrection {
  readonly startedOn: CalendarDate;
  readonly reason: string;
  readonly orderedBy: UserId;
}

const correctedFact = (
  group: Group,
  { startedOn: to, reason }: Pick<StartCorrection, "startedOn" | "reason">,
  from: CalendarDate,
  now: Instant,
): FactOf<"group-start-corrected"> => {
  const reportedDay = reportedDayOf(group, now);
  const notification =
    reportedDay === undefined ? startNotification(to, now) : { lettersAt: nextMorning(now), reportedDay };
  return { kind: "group-start-corrected", happenedAt: now, group: group.id, from, to, reason, ...notification };
};

/**
 * Corrects the day of a group's start, with the reason, to one that is not ahead; its reviews follow one by one. A day
 * off the plan waits for a second person, as for the start itself, in the place of a correction that waits already.
 * `contradiction` is why a review cannot follow. The same day again, or the same order, is no fact.
 */
export const orderStartCorrection = (
  group: Group,
  correction: StartCorrection,
  contradiction: Refused | undefined,
  now: Instant,
): Decision => {
  const { id, state, startedOn: from, correctionOrder } = group;
  const { startedOn, reason } = correction;
  const isFollowing = state === "correcting" && from === startedOn;
  if (isFollowing) return noChange;
  if (state !== "started" || from === undefined) return refuse("wrong-group-state", { state });
  if (group.reminders !== undefined) return refuse("reminders-paused");
  if (from === startedOn || correctionOrder?.startedOn === startedOn) return noChange;
  const refused = refuseStartDay(startedOn, now) ?? contradiction;
  if (refused !== undefined) return refused;
  return startNeedsApproval(group, startedOn, now)
    ? accept([{ kind: "group-start-correction-ordered", happenedAt: now, group: id, ...correction }])
    : accept([correctedFact(group, { startedOn, reason }, from, now)]);
};

/** Approves, by a second person, a pending correction off the plan: the rules are those of `approveGroupStart`. */
export const approveStartCorrection = (
  group: Group,
  { approver, orderer }: { readonly approver: Member; readonly orderer: Member },
  contradiction: Refused | undefined,
  now: Instant,
): Decision => {
  const { id, state, startedOn: from, correctionOrder } = group;
  if (state !== "started" || from === undefined || correctionOrder === undefined)
    return refuse("wrong-group-state", { state });
  if (correctionOrder.orderedBy === approver.id) return refuse("second-person-needed");
  const refused = refuseSecondPerson(approver, orderer, now) ?? contradiction;
  if (refused !== undefined) return refused;
  return accept([
    { kind: "group-start-approved", happenedAt: now, group: id, approvedBy: approver.id },
    correctedFact(group, correctionOrder, from, now),
  ]);
};

/** Returns the fact that the last review of a group has followed a correction of its start. */
export const completeStartCorrection = (group: Group, now: Instant): Decision =>
  group.state === "correcting"
    ? accept([
        { kind: "group-start-correction-completed", happenedAt: now, group: group.id, reviews: group.reviews.length },
      ])
    : noChange;
