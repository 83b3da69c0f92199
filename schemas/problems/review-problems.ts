/** Problems of records that conflict with earlier records of a review, or with the rules of the lots. */
export const reviewProblems = {
  "nothing-to-correct": {
    status: 409,
    title: "Nothing of this is on record",
    advice: "Only what is on record is corrected: record what happened, or see the review for what is there.",
  },
  "not-a-reviewer": {
    status: 422,
    title: "A party does not review here",
    advice: "Leave the parties in `parties` out: only reviewing parties of this review take instruments; see `seats`.",
  },
  "instruments-unassigned": {
    status: 422,
    title: "An instrument would be left without a reviewer",
    advice: "Give each of `instruments` to at least one reviewing party that reviews it.",
  },
  "reviewer-without-instruments": {
    status: 422,
    title: "A reviewing party would be left without an instrument",
    advice: "Give each of `parties` at least one instrument of its seat; a party that cannot review requests a redraw.",
  },
  "work-cleared": {
    status: 409,
    title: "A party has cleared its feedback on what would move",
    advice: "Leave the instruments of each of `parties` as they are; `instruments` names those that would move.",
  },
  "first-meeting-missing": {
    status: 409,
    title: "No first meeting is recorded",
    advice: "Record the day on which the parties first met; further meetings are logged after it.",
  },
  "meeting-recorded": {
    status: 409,
    title: "A meeting is recorded",
    advice:
      "Leave `withoutMeeting` out: `heldOn` gives the day on which the parties met, and another day may take its place.",
  },
  "already-cleared": {
    status: 409,
    title: "Another text has been cleared here",
    advice:
      "Read what was cleared at `clearedAt`: it remains valid. The secretariat returns answers or feedback at their party's request; an answer to a request for clarification stays as it is.",
  },
  "source-missing": {
    status: 403,
    title: "The secretariat does this for no party on its own initiative",
    advice:
      "Say in `onBehalfOf` which party did it outside the system, on which day, and from which note verbale, letter, e-mail, call or meeting that is known. Answers and feedback are recorded by `recordAnswers` and `recordFeedback`.",
  },
  "source-in-the-future": {
    status: 422,
    title: "The source is of a day that lies ahead",
    advice: "Give the day of the note verbale, letter, e-mail, call or meeting in `source`, up to today in Vienna.",
  },
  "nothing-to-withdraw": {
    status: 409,
    title: "Nothing that can be taken back waits here",
    advice:
      "Read it again: it was taken back before, another party requested it, or it was decided, answered or drawn meanwhile, and remains valid.",
  },
  "waiver-used": {
    status: 409,
    title: "The waiver is used: more parties review than the limit allows",
    advice: "Take it back when lots drawn again have left `most` reviewing parties or fewer.",
  },
  "instruments-not-covered": {
    status: 409,
    title: "Reviews would start without something that their parties have joined",
    advice:
      "Let each of `reviews` take it in (`addInstruments`), or say among `uncovered` why it starts without: `joinedSince` of the preview gives the instruments.",
  },
  "instruments-reviewed": {
    status: 409,
    title: "The review covers these instruments already",
    advice: "Leave `instruments` out: the party is reviewed for them; see `seats` of the review.",
  },
  "instruments-not-joined": {
    status: 422,
    title: "The party has not joined these instruments",
    advice:
      "Leave `instruments` out: the party under review had not joined them by `latest`. If it had, correct its joining dates by `correctParty` first.",
  },
  "parties-disagree": {
    status: 409,
    title: "Not every party of the review has agreed to this",
    advice:
      "Record in `agreements` that each of `parties` agreed, with the day and the source; otherwise the instruments enter with the next cluster.",
  },
  "party-has-review": {
    status: 409,
    title: "The party has a review of this cluster or of a later one already",
    advice:
      "No other draw is held for it: see `review`. A seat that is held is drawn again by `askRedraw` and `carryOutRedraw`.",
  },
  "convention-not-joined": {
    status: 422,
    title: "The party has not joined the Convention",
    advice:
      "Only who has joined the Convention takes part; `party` had not by `latest`. If it had, correct its joining dates by `correctParty` first.",
  },
  "group-not-planned": {
    status: 422,
    title: "No such group is planned",
    advice:
      "See /v1/groups, and choose `group` among those that are planned. While a phase is being opened (`state` of /v1/phases), its groups are planned one by one: try again once it is open.",
  },
  "not-taking-part": {
    status: 409,
    title: "The party does not take part in the Mechanism",
    advice: "Only who takes part leaves; see `participation` of the party.",
  },
  "phase-has-started": {
    status: 409,
    title: "A group of the phase has started",
    advice:
      "See `group` and `startedOn`: while it has, the opening remains valid. Undo its start (`reverseGroupStart`) first.",
  },
  "denunciation-preview-changed": {
    status: 409,
    title: "A preview of the denunciation has another result by now",
    advice: "Preview the denunciation again, check what has changed, and order it with the new hash.",
  },
  "denunciation-not-ordered": {
    status: 409,
    title: "No denunciation by this party waits for approval",
    advice: "Read the party: `participation` and `denunciationOrdered` show whether it was approved or withdrawn.",
  },
  "no-denunciation": {
    status: 409,
    title: "No denunciation of the party is on record",
    advice: "Read the party: `participation` says whether it takes part. What was undone before is none any more.",
  },
  "denunciation-overtaken": {
    status: 409,
    title: "Something took the place of what ended with the denunciation",
    advice:
      "See `what`. Where lots were drawn for seats, name the reviews of `seats` in `seatsGivenUp`: the party comes back without these seats, which stay with the parties drawn. Where a group started without its review, undo the start of `group` (`reverseGroupStart`) first; where that cannot be, or a phase was opened without it, the denunciation remains valid.",
  },
  "deferral-not-allowed": {
    status: 409,
    title: "The rules allow no deferral of serving at present",
    advice:
      "The party may request by `askRedraw` that lots be drawn again for its seat; a deferral is recorded only while the setting allows it.",
  },
  "seat-held": {
    status: 422,
    title: "The party drawn holds a seat in this review",
    advice: "Name a party that holds none; see `seats` of the review. `party` says which one is meant.",
  },
  "breaks-lots-rules": {
    status: 422,
    title: "The drawing would break rules of the lots",
    advice:
      "Draw again: `violations` names the rules and the parties. A drawing held outside may be recorded if `deviations` give the reason for each rule and party. Where the rule is `most-reviewers`, the party under review may waive it by `waiveReviewerLimit`, or the secretariat record there that it did; then draw again.",
  },
} as const;
