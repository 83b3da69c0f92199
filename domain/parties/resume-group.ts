import type { Group } from "../../schemas/model/group.ts";
import type { Hash, UserId } from "../../schemas/base/ids.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { type Decision, accept, noChange, refuse, type Refused } from "../base/decision.ts";
import { nextMorning } from "../base/time.ts";

/** The order to resume a group: it quotes a preview. */
export interface ResumptionOrder {
  readonly preview: Hash;
  readonly releasedBy: UserId;
}

/** The values that a preview of this release counts now. */
export interface ResumptionCounted {
  readonly hash: Hash;
  readonly letters: number;
  /** The users who are notified in addition to missions and focal points. */
  readonly toNotify: readonly UserId[];
}

/**
 * Resumes the reminders of a group that an import took over, if the quoted preview still counts the same. Its reviews
 * follow one by one, and letters leave from the next 09:00 in Vienna on. A repeated order records no fact. Refused if
 * nothing of the group is paused.
 */
export const resumeGroup = (
  { id: group, reminders, resumed }: Group,
  { preview, releasedBy }: ResumptionOrder,
  counted: ResumptionCounted | Refused,
  now: Instant,
): Decision => {
  if (resumed !== undefined) return noChange;
  if (reminders !== "paused") return refuse("nothing-paused");
  if ("refusal" in counted) return counted;
  if (preview !== counted.hash) return refuse("resumption-preview-changed", { recipients: counted.letters });
  const lettersAt = nextMorning(now);
  const toNotify = [...counted.toNotify];
  return accept([
    { kind: "group-reminders-released", happenedAt: now, group, preview, lettersAt, releasedBy, toNotify },
  ]);
};

/**
 * Returns the group whose resumption is applied now, which is the first ordered one: the others wait for it. Undefined
 * if no group is being resumed.
 */
export const nextResumption = (groups: readonly Group[]): Group | undefined => {
  const orderedAt = ({ resumed }: Group): string => resumed?.at ?? "";
  return groups
    .filter(({ reminders }) => reminders === "resuming")
    .toSorted((one, other) => orderedAt(one).localeCompare(orderedAt(other)) || one.id.localeCompare(other.id))[0];
};

/** Returns the fact that the last review of a group has followed its resumption. */
export const completeResumption = ({ id: group, reminders, reviews }: Group, now: Instant): Decision =>
  reminders === "resuming"
    ? accept([{ kind: "group-release-completed", happenedAt: now, group, reviews: reviews.length }])
    : noChange;

/**
 * Returns whether the letters of a resumption have yet to leave: they are the first that a party gets about an imported
 * group, so that no letter to all of its parties precedes them.
 */
export const awaitsResumptionLetters = ({ reminders, resumed }: Group, now: Instant): boolean =>
  reminders !== undefined || (resumed !== undefined && now < resumed.lettersAt);
