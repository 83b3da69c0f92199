import type { CalendarDate } from "../../schemas/base/values.ts";
import { earliestStart } from "../base/policy.ts";

/**
 * The rules that make letters about what happened: what each says, and the day from which on it is in effect. A fact
 * that was recorded earlier calls for no letter of the rule, so that a new rule tells nobody of what is years old.
 */
export const notificationRules = {
  "consultation-opened": {
    since: earliestStart,
    says: "All parties are told that they may consult one another, once every focal point is named (paragraph 26).",
  },
  "consultation-agreed": {
    since: earliestStart,
    says: "All parties are told what was agreed in the consultation (paragraphs 26, 27 and 33).",
  },
  "work-divided": {
    since: earliestStart,
    says: "Reviewers and the focal point of the party under review are told how the work is divided (paragraph 33).",
  },
  "answers-received": { since: earliestStart, says: "Reviewers are told that the answers are in (paragraph 33)." },
  "answers-returned": {
    since: earliestStart,
    says: "Reviewers are told that the answers went back and no feedback is owed for now.",
  },
  "delay-notified": { since: earliestStart, says: "All parties are told of a delay (paragraph 33)." },
  "delay-reversed": {
    since: earliestStart,
    says: "All parties are notified that a delay was recorded by mistake, or with a wrong date.",
  },
  "clarification-asked": {
    since: earliestStart,
    says: "The party under review is told of a request for clarification.",
  },
  "clarification-answered": {
    since: earliestStart,
    says: "The reviewing party that asked is told that its request for clarification was answered.",
  },
  "decision-recorded": {
    since: earliestStart,
    says: "All parties are told of a decision that the review goes on without what a silent party owes.",
  },
  "feedback-complete": {
    since: earliestStart,
    says: "All parties are told that the feedback is complete (paragraph 35).",
  },
  "list-to-agree": {
    since: earliestStart,
    says: "Focal points are told of each version to agree to (paragraph 35).",
  },
  "erratum-published": {
    since: earliestStart,
    says: "All parties are told of an erratum to the published list.",
  },
  "list-published": { since: earliestStart, says: "All parties are told of the publication (paragraph 35)." },
  "mandate-ended": { since: earliestStart, says: "Who is replaced or removed is told from when on." },
  handover: { since: earliestStart, says: "A new focal point gets a handover brief (paragraph 14)." },
  "handover-moved": {
    since: earliestStart,
    says: "A new focal point gets a handover brief, anew when the day moves (paragraph 14).",
  },
  "seat-redrawn": {
    since: earliestStart,
    says: "The party drawn and the one whose seat it takes are told (paragraph 6).",
  },
  "instruments-added": {
    since: earliestStart,
    says: "All parties are told of instruments that were added to a review with their agreement.",
  },
  "review-entered": {
    since: earliestStart,
    says: "The missions of a party that takes part by a later decision and of its reviewers are told of the review (paragraph 10).",
  },
  "party-left": {
    since: earliestStart,
    says: "Each mission concerned is told by one letter that a party left the Convention, and what becomes of the reviews.",
  },
  "mission-readdressed": {
    since: earliestStart,
    says: "The former address of a mission is told when another takes its place.",
  },
  "person-corrected": {
    since: earliestStart,
    says: "Whoever's details were corrected is told, at both addresses where the address was.",
  },
  "further-nomination": {
    since: earliestStart,
    says: "A delegate whom a further party names is told by whom, as what and since when (paragraph 14).",
  },
  "phase-opened": {
    since: earliestStart,
    says: "The mission of each party is told of a phase that was opened, and asked to confirm or replace its people.",
  },
  "access-changed": {
    since: earliestStart,
    says: "The others of the secretariat are told when one of it is registered, closed, reopened or readdressed.",
  },
} as const;

export type NotificationRules = {
  readonly [Name in keyof typeof notificationRules]: { readonly since: CalendarDate; readonly says: string };
};
