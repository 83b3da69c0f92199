import type { Group } from "../../schemas/model/group.ts";
import type { Hash, PartyId } from "../../schemas/base/ids.ts";
import type { Letter, LetterKind } from "../../schemas/model/letter.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { CalendarDate, Instant } from "../../schemas/base/values.ts";
import { refuse, type Refused } from "../base/decision.ts";
import { hashOf } from "../base/hash.ts";
import { nextMorning } from "../base/time.ts";
import { type JoinedSince, joinedSince } from "../lots/joined-since.ts";
import type { Party } from "../../schemas/model/party.ts";
import { daysOffPlan, evolveGroup, startGroup, startNeedsApproval } from "../parties/groups.ts";
import { openReminderSubjects, planOnOpening } from "../reminders/schedule.ts";
import { startReview } from "../review/commands/start-review.ts";
import { evolveReview } from "../review/evolve.ts";
import { stepsOfReminder } from "./letter-kinds.ts";
import { combineReminders } from "./combined-reminders.ts";
import { dueReminder } from "./reminder-letters.ts";
import { lateStartLetters } from "./start-letters.ts";

/** The number of letters of a start to the mission of a party. */
export interface MissionCounted {
  readonly party: PartyId;
  readonly letters: number;
}

/** The effects that the start of a group would have, before any fact is recorded. */
export interface StartPreview {
  /** The hash that the order quotes: of the day, the plan, and the number of letters to each recipient. */
  readonly hash: Hash;
  readonly startedOn: CalendarDate;
  readonly plannedFor: CalendarDate;
  readonly daysOffPlan: number;
  readonly beforePlan: boolean;
  readonly needsApproval: boolean;
  /** The time at which the letters would leave. */
  readonly lettersAt: Instant;
  readonly letterKind: LetterKind;
  /** The number of all letters that would leave. */
  readonly letters: number;
  /** Missions that get letters, by their party. */
  readonly missions: readonly MissionCounted[];
  /** Parties that would get a letter, and whose missions have no address. */
  readonly withoutAddress: readonly PartyId[];
  /** Reviews that would start without something that their party has joined by that day. */
  readonly joinedSince: readonly JoinedSince[];
}

/** The data of a preview: the reviews, the parties under review, and those whose missions have an address. */
interface StartGround {
  readonly reviews: readonly Review[];
  readonly parties: readonly Party[];
  readonly reachable: ReadonlySet<PartyId>;
}

const lettersAfter = (group: Group, reviews: readonly Review[], at: Instant): readonly Letter[] =>
  group.late !== true
    ? combineReminders(
        openReminderSubjects(reviews).flatMap(
          ({ reminderSubject, reviews: pending }) =>
            dueReminder(pending, reminderSubject, at, planOnOpening)?.letters ?? [],
        ),
      ).map(({ letter }) => letter)
    : lateStartLetters({ ...group, state: "started" }, reviews, at);

/**
 * Simulates the start of a group on a day. Counts the letters that would leave if none of those parties makes a
 * nomination until then. Refused if the group cannot start on that day.
 */
export const previewStart = (
  group: Group,
  { reviews, parties, reachable }: StartGround,
  startedOn: CalendarDate,
  now: Instant,
): { readonly ok: true; readonly preview: StartPreview } | Refused => {
  const { order: _order, ...plan } = group;
  const planned: Group = group.state === "awaiting-approval" ? { ...plan, state: "planned" } : group;
  const decision = startGroup(planned, startedOn, now);
  if (!decision.ok) return decision;
  if (decision.facts.length === 0) return refuse("group-already-started", { startedOn });
  const lettersAt = nextMorning(now);
  const started = decision.facts.reduce(evolveGroup, planned);
  const after = reviews.map((review) => {
    const start = startReview(review, startedOn, started.late === true ? { datedAt: started.lettersAt } : {});
    return start.ok ? start.facts.reduce(evolveReview, review) : review;
  });
  const letters = lettersAfter(started, after, lettersAt);
  const counts = [...Map.groupBy(letters, ({ party }) => party)]
    .flatMap(([party, those]) => (party === undefined ? [] : [{ party, letters: those.length }]))
    .toSorted((one, other) => one.party.localeCompare(other.party));
  const missions = counts.filter(({ party }) => reachable.has(party));
  const withoutAddress = counts.filter(({ party }) => !reachable.has(party)).map(({ party }) => party);
  const letterKind = started.late !== true ? "nomination-reminder" : "late-start";
  const { id, plannedFor } = group;
  const uncovered = joinedSince(reviews, parties, startedOn);
  return {
    ok: true,
    preview: {
      hash: hashOf({
        group: id,
        startedOn,
        plannedFor,
        letterKind,
        missions,
        withoutAddress,
        nominations: letters.flatMap(({ content }) => ("reminderSubject" in content ? stepsOfReminder(content) : []))
          .length,
        ...(uncovered.length === 0 ? {} : { joinedSince: uncovered }),
      }),
      startedOn,
      plannedFor,
      daysOffPlan: daysOffPlan(group, startedOn),
      beforePlan: startedOn < plannedFor,
      needsApproval: startNeedsApproval(group, startedOn, now),
      lettersAt,
      letterKind,
      letters: missions.reduce((sum, mission) => sum + mission.letters, 0),
      missions,
      withoutAddress,
      joinedSince: uncovered,
    },
  };
};
