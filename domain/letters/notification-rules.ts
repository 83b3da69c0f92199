/** The rules that create letters about events, by name. */
export const notificationRules = {
  "consultation-opened":
    "All parties are notified that they may consult one another, once every focal point is named (paragraph 26).",
  "consultation-agreed": "All parties are notified of the outcome of the consultation (paragraphs 26, 27 and 33).",
  "work-divided":
    "Reviewers and the focal point of the party under review are notified of the division of work (paragraph 33).",
  "answers-received": "Reviewers are notified that the responses have been received (paragraph 33).",
  "answers-returned": "Reviewers are notified that the responses were returned and no feedback is due for now.",
  "delay-notified": "All parties are notified of a delay (paragraph 33).",
  "delay-reversed": "All parties are notified that a delay was recorded by mistake, or with a wrong date.",
  "clarification-asked": "The party under review is notified of a request for clarification.",
  "clarification-answered": "The reviewing party that made a request for clarification is notified of the response.",
  "decision-recorded":
    "All parties are notified of a decision that the review proceeds without the contribution of a silent party.",
  "feedback-complete": "All parties are notified that the feedback is complete (paragraph 35).",
  "list-to-agree": "Focal points are notified of each version to agree to (paragraph 35).",
  "erratum-published": "All parties are notified of an erratum to the published list.",
  "list-published": "All parties are notified of the publication (paragraph 35).",
  "mandate-ended":
    "A person who was replaced or removed is notified of the date; the mission, if the removal was recorded on a later day.",
  handover: "A new focal point gets a handover brief (paragraph 14).",
  "handover-moved": "A new focal point gets another handover brief when the day moves (paragraph 14).",
  "seat-redrawn": "The party drawn and the party whose seat it takes are notified (paragraph 6).",
  "instruments-added": "All parties are notified of instruments that were added to a review with their agreement.",
  "review-entered":
    "The missions of a party that takes part by a later decision and of its reviewers are notified of the review (paragraph 10).",
  "party-left":
    "Each mission concerned is notified by one letter that a party left the Convention, and of the effect on the reviews.",
  "mission-readdressed": "The former address of a mission is notified when another replaces it.",
  "person-corrected":
    "A person whose details were corrected is notified, at both addresses if the address was corrected.",
  "mandate-offer":
    "A person is invited to accept a mandate of another party, and the missions of both are notified of the answer [D].",
  "further-nomination":
    "A delegate nominated by a further party is notified of that party, the role and the first day (paragraph 14).",
  "phase-opened":
    "The mission of each party is notified of a phase that was opened, and invited to confirm or replace its people.",
  "access-changed":
    "The other users of the secretariat are notified when one is registered, closed, reopened or readdressed.",
} as const;
