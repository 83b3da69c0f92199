import { firstRelease, type Release } from "../../schemas/base/releases.ts";
import type { JournalEntry } from "../../schemas/model/journal-entry.ts";
import { isEarlierRelease, releaseOf } from "../base/releases.ts";

/**
 * The rules that make letters about what happened: what each says, and the release from which it holds. A fact that an
 * earlier release recorded calls for no letter of the rule, so that an upgrade sends no letter about what is years old.
 */
export const notificationRules = {
  "consultation-opened": {
    from: firstRelease,
    says: "All parties are told that they may consult one another, once every focal point is named (paragraph 26).",
  },
  "consultation-agreed": {
    from: firstRelease,
    says: "All parties are told what was agreed in the consultation (paragraphs 26, 27 and 33).",
  },
  "work-divided": {
    from: firstRelease,
    says: "Reviewers and the focal point of the party under review are told how the work is divided (paragraph 33).",
  },
  "answers-received": { from: firstRelease, says: "Reviewers are told that the answers are in (paragraph 33)." },
  "answers-returned": {
    from: firstRelease,
    says: "Reviewers are told that the answers went back and no feedback is owed for now.",
  },
  "delay-notified": { from: firstRelease, says: "All parties are told of a delay (paragraph 33)." },
  "delay-reversed": {
    from: firstRelease,
    says: "All parties are notified that a delay was recorded by mistake, or with a wrong date.",
  },
  "clarification-asked": {
    from: firstRelease,
    says: "The party under review is told of a request for clarification.",
  },
  "clarification-answered": {
    from: firstRelease,
    says: "The reviewing party that asked is told that its request for clarification was answered.",
  },
  "decision-recorded": {
    from: firstRelease,
    says: "All parties are told of a decision that the review goes on without what a silent party owes.",
  },
  "feedback-complete": {
    from: firstRelease,
    says: "All parties are told that the feedback is complete (paragraph 35).",
  },
  "list-to-agree": {
    from: firstRelease,
    says: "Focal points are told of each version to agree to (paragraph 35).",
  },
  "erratum-published": {
    from: firstRelease,
    says: "All parties are told of an erratum to the published list.",
  },
  "list-published": { from: firstRelease, says: "All parties are told of the publication (paragraph 35)." },
  "mandate-ended": {
    from: firstRelease,
    says: "A person who was replaced or removed is notified of the date; the mission, if the removal was recorded on a later day.",
  },
  handover: { from: firstRelease, says: "A new focal point gets a handover brief (paragraph 14)." },
  "handover-moved": {
    from: firstRelease,
    says: "A new focal point gets a handover brief, anew when the day moves (paragraph 14).",
  },
  "seat-redrawn": {
    from: firstRelease,
    says: "The party drawn and the one whose seat it takes are told (paragraph 6).",
  },
  "instruments-added": {
    from: firstRelease,
    says: "All parties are told of instruments that were added to a review with their agreement.",
  },
  "review-entered": {
    from: firstRelease,
    says: "The missions of a party that takes part by a later decision and of its reviewers are told of the review (paragraph 10).",
  },
  "party-left": {
    from: firstRelease,
    says: "Each mission concerned is told by one letter that a party left the Convention, and what becomes of the reviews.",
  },
  "mission-readdressed": {
    from: firstRelease,
    says: "The former address of a mission is told when another takes its place.",
  },
  "person-corrected": {
    from: firstRelease,
    says: "Whoever's details were corrected is told, at both addresses where the address was.",
  },
  "mandate-offer": {
    from: firstRelease,
    says: "A person is asked to accept a mandate of another party, and the missions of both are notified of the answer [D].",
  },
  "further-nomination": {
    from: firstRelease,
    says: "A delegate whom a further party names is told by whom, as what and since when (paragraph 14).",
  },
  "phase-opened": {
    from: firstRelease,
    says: "The mission of each party is told of a phase that was opened, and asked to confirm or replace its people.",
  },
  "access-changed": {
    from: firstRelease,
    says: "The others of the secretariat are told when one of it is registered, closed, reopened or readdressed.",
  },
} as const;

export type NotificationRules = {
  readonly [Name in keyof typeof notificationRules]: { readonly from: Release; readonly says: string };
};

/** Whether a rule holds for what an entry recorded. */
export const isInForce = (
  { from }: Pick<NotificationRules[keyof NotificationRules], "from">,
  entry: Pick<JournalEntry, "release">,
): boolean => !isEarlierRelease(releaseOf(entry), from);
