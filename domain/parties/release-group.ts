import type { Group } from "../../schemas/model/group.ts";
import type { Hash, UserId } from "../../schemas/base/ids.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { type Decision, accept, noChange, refuse, type Refused } from "../base/decision.ts";
import { nextMorning } from "../base/time.ts";

/** A release as it is ordered: by which preview. */
export interface ReleaseOrder {
  readonly preview: Hash;
  readonly releasedBy: UserId;
}

/** The values that a preview of this release counts now. */
export interface ReleaseCounted {
  readonly hash: Hash;
  readonly letters: number;
  /** The users who are notified in addition to missions and focal points. */
  readonly toTell: readonly UserId[];
}

/**
 * Releases the reminders of a group that an import took over, if a preview still counts the same, and is not refused: its reviews follow one by
 * one, and letters leave from the next 09:00 in Vienna on. Released once more it is no fact; of a group of which nothing is
 * held, it is refused.
 */
export const releaseGroup = (
  { id: group, reminders, released }: Group,
  { preview, releasedBy }: ReleaseOrder,
  counted: ReleaseCounted | Refused,
  now: Instant,
): Decision => {
  if (released !== undefined) return noChange;
  if (reminders !== "held") return refuse("nothing-held");
  if ("refusal" in counted) return counted;
  if (preview !== counted.hash) return refuse("release-preview-changed", { recipients: counted.letters });
  const lettersAt = nextMorning(now);
  const toTell = [...counted.toTell];
  return accept([{ kind: "group-reminders-released", happenedAt: now, group, preview, lettersAt, releasedBy, toTell }]);
};

/**
 * Returns the group whose release is applied now: of those that are being released, the one that was ordered first. The
 * others wait for it. Undefined where no group is being released.
 */
export const nextRelease = (groups: readonly Group[]): Group | undefined => {
  const orderedAt = ({ released }: Group): string => released?.at ?? "";
  return groups
    .filter(({ reminders }) => reminders === "releasing")
    .toSorted((one, other) => orderedAt(one).localeCompare(orderedAt(other)) || one.id.localeCompare(other.id))[0];
};

/** Returns the fact that the last review of a group has followed its release. */
export const completeRelease = ({ id: group, reminders, reviews }: Group, now: Instant): Decision =>
  reminders === "releasing"
    ? accept([{ kind: "group-release-completed", happenedAt: now, group, reviews: reviews.length }])
    : noChange;

/**
 * Returns whether the letters of a release have yet to leave: they are the first that a party gets about an imported
 * group, so that no letter to all of its parties precedes them.
 */
export const awaitsReleaseLetters = ({ reminders, released }: Group, now: Instant): boolean =>
  reminders !== undefined || (released !== undefined && now < released.lettersAt);
