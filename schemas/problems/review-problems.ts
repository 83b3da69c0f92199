/** Problems of records that conflict with earlier records of a review, or with the rules of the lots. */
export const reviewProblems = {
  "nothing-to-correct": {
    status: 409,
    title: "Nothing of this is on record",
    detail: "Only what is on record is corrected: record what happened, or see the review for what is there.",
  },
  "not-a-reviewer": {
    status: 422,
    title: "A party does not review here",
    detail: "Only reviewing parties of this review take instruments. Leave the others out[: {parties}].",
  },
  "instruments-unassigned": {
    status: 422,
    title: "An instrument would be left without a reviewer",
    detail: "Give each instrument to at least one reviewing party that reviews it.[ Without one: {instruments}.]",
  },
  "reviewer-without-instruments": {
    status: 422,
    title: "A reviewing party would be left without an instrument",
    detail:
      "Give each reviewing party at least one instrument of its seat.[ Without one: {parties}.] A party that cannot review requests that lots be drawn again.",
  },
  "work-cleared": {
    status: 409,
    title: "A party has cleared its feedback on what would move",
    detail: "Leave its instruments as they are[: {instruments} ({parties})].",
  },
  "first-meeting-missing": {
    status: 409,
    title: "No first meeting is recorded",
    detail: "Record the day on which the parties first met; further meetings are logged after it.",
  },
  "meeting-recorded": {
    status: 409,
    title: "A meeting is recorded",
    detail: "[The parties met on {heldOn}. ]Conclude with that meeting; another day may take its place.",
  },
  "already-cleared": {
    status: 409,
    title: "Another text has been cleared here",
    detail:
      "[It was cleared on {clearedAt}. ]What was cleared remains valid. The secretariat returns answers or feedback at their party's request; an answer to a request for clarification stays as it is.",
  },
  "source-missing": {
    status: 403,
    title: "The secretariat does this for no party on its own initiative",
    detail:
      "Say which party did it outside the system, on which day, and from which note verbale, letter, e-mail, call or meeting that is known.",
  },
  "source-in-the-future": {
    status: 422,
    title: "The source is of a day that lies ahead",
    detail: "Give the day of the note verbale, letter, e-mail, call or meeting, up to today in Vienna[, {latest}].",
  },
  "nothing-to-withdraw": {
    status: 409,
    title: "Nothing that can be taken back waits here",
    detail:
      "Read it again: it was taken back before, another party requested it, or it was decided, answered or drawn meanwhile, and remains valid.",
  },
  "waiver-used": {
    status: 409,
    title: "The waiver is used: more parties review than the limit allows",
    detail: "Take it back when lots drawn again have left fewer reviewing parties[: at most {most}].",
  },
  "instruments-not-covered": {
    status: 409,
    title: "Reviews would start without something that their parties have joined",
    detail: "Let each review take in what its party has joined, or say why it starts without.[ Reviews: {reviews}.]",
  },
  "instruments-reviewed": {
    status: 409,
    title: "The review covers these instruments already",
    detail: "Leave them out: the party is reviewed for them[ ({instruments})].",
  },
  "instruments-not-joined": {
    status: 422,
    title: "The party has not joined these instruments",
    detail:
      "Leave them out.[ The party under review had not joined by {latest}: {instruments}.] If it had, correct its joining dates first.",
  },
  "parties-disagree": {
    status: 409,
    title: "Not every party of the review has agreed to this",
    detail:
      "Record that each party agreed, with the day and the source.[ Awaited: {parties}.] Otherwise the instruments enter with the next cluster.",
  },
  "party-has-review": {
    status: 409,
    title: "The party has a review of this cluster or of a later one already",
    detail:
      "No other draw is held for it[: its review is {review}]. Where it holds a seat, request that lots be drawn again.",
  },
  "convention-not-joined": {
    status: 422,
    title: "The party has not joined the Convention",
    detail:
      "Only who has joined the Convention takes part.[ Not a party by {latest}: {party}.] If it was, correct its joining dates first.",
  },
  "group-not-planned": {
    status: 422,
    title: "No such group is planned",
    detail:
      "Choose a group that is planned[: {group} is not]. While a phase is being opened, its groups are planned one by one: try again once it is open.",
  },
  "not-taking-part": {
    status: 409,
    title: "The party does not take part in the Mechanism",
    detail: "Only who takes part leaves[: {party} does not take part].",
  },
  "phase-has-started": {
    status: 409,
    title: "A group of the phase has started",
    detail:
      "[Group {group} started on {startedOn}. ]While it has, the opening remains valid. Reverse the start of the group first.",
  },
  "denunciation-preview-changed": {
    status: 409,
    title: "A preview of the denunciation has another result by now",
    detail: "Preview the denunciation again, check what has changed, and order it with the new hash.",
  },
  "denunciation-not-ordered": {
    status: 409,
    title: "No denunciation by this party waits for approval",
    detail: "Read the party again: the denunciation was approved or withdrawn, or none was ordered.",
  },
  "no-denunciation": {
    status: 409,
    title: "No denunciation of the party is on record",
    detail: "Read the party again to see whether it takes part. What was reversed before is on record no more.",
  },
  "denunciation-overtaken": {
    status: 409,
    title: "Something took the place of what ended with the denunciation",
    detail:
      "Where lots were drawn for seats, say which seats are given up: they stay with the parties drawn. Where a group started without the party's review, reverse the start of that group first. Where that cannot be, or a phase was opened without it, the denunciation remains valid.",
  },
  "deferral-not-allowed": {
    status: 409,
    title: "The rules allow no deferral of serving at present",
    detail:
      "The party may request that lots be drawn again for its seat. A deferral is recorded only while the rules allow it.",
  },
  "seat-held": {
    status: 422,
    title: "The party drawn holds a seat in this review",
    detail: "Name a party that holds none[: {party} does].",
  },
  "breaks-lots-rules": {
    status: 422,
    title: "The drawing would break rules of the lots",
    detail:
      "Draw again. A drawing held outside is recorded if a reason is given for each rule and party. Where too many parties would review, the party under review may waive the limit; then draw again.",
  },
} as const;
