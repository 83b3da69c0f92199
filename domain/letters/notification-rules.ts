/** The rules that make letters about what happened, by name. */
export const notificationRules = {
  "consultation-opened":
    "All parties are told that they may consult one another, once every focal point is named (paragraph 26).",
  "consultation-agreed": "All parties are told what was agreed in the consultation (paragraphs 26, 27 and 33).",
  "work-divided":
    "Reviewers and the focal point of the party under review are told how the work is divided (paragraph 33).",
  "answers-received": "Reviewers are told that the answers are in (paragraph 33).",
  "answers-returned": "Reviewers are told that the answers went back and no feedback is owed for now.",
  "delay-notified": "All parties are told of a delay (paragraph 33).",
  "delay-reversed": "All parties are notified that a delay was recorded by mistake, or with a wrong date.",
  "clarification-asked": "The party under review is told of a request for clarification.",
  "clarification-answered": "The reviewing party that asked is told that its request for clarification was answered.",
  "decision-recorded": "All parties are told of a decision that the review goes on without what a silent party owes.",
  "feedback-complete": "All parties are told that the feedback is complete (paragraph 35).",
  "list-to-agree": "Focal points are told of each version to agree to (paragraph 35).",
  "erratum-published": "All parties are told of an erratum to the published list.",
  "list-published": "All parties are told of the publication (paragraph 35).",
  "mandate-ended":
    "A person who was replaced or removed is notified of the date; the mission, if the removal was recorded on a later day.",
  handover: "A new focal point gets a handover brief (paragraph 14).",
  "handover-moved": "A new focal point gets a handover brief, anew when the day moves (paragraph 14).",
  "seat-redrawn": "The party drawn and the one whose seat it takes are told (paragraph 6).",
  "instruments-added": "All parties are told of instruments that were added to a review with their agreement.",
  "review-entered":
    "The missions of a party that takes part by a later decision and of its reviewers are told of the review (paragraph 10).",
  "party-left":
    "Each mission concerned is told by one letter that a party left the Convention, and what becomes of the reviews.",
  "mission-readdressed": "The former address of a mission is told when another takes its place.",
  "person-corrected": "Whoever's details were corrected is told, at both addresses where the address was.",
  "mandate-offer":
    "A person is asked to accept a mandate of another party, and the missions of both are notified of the answer [D].",
  "further-nomination": "A delegate whom a further party names is told by whom, as what and since when (paragraph 14).",
  "phase-opened":
    "The mission of each party is told of a phase that was opened, and asked to confirm or replace its people.",
  "access-changed":
    "The others of the secretariat are told when one of it is registered, closed, reopened or readdressed.",
} as const;
