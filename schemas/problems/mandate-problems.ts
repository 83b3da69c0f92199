/** Problems of mandates that have ended, will end, or continue: part of `problems`. */
export const mandateProblems = {
  "mandate-ended": {
    status: 409,
    title: "This mandate has ended",
    detail: "See the party's mandates for those in force.",
  },
  "ends-earlier": {
    status: 409,
    title: "This mandate ends earlier than that already",
    detail:
      "[It is over from {until} on. ]An earlier day may be set, no later one. Name again the person who is to continue.",
  },
  "successor-named": {
    status: 409,
    title: "Another person is named to follow from that day on",
    detail: "Replace that successor first; then, if need be, bring the day forward with the new one.",
  },
  "serves-other-party": {
    status: 409,
    title: "This person serves another party of the same review",
    detail: "Name another person here[ ({reviews})], or name this person for other reviews alone.",
  },
  "instrument-not-of-seat": {
    status: 422,
    title: "The party's seat does not have all of these instruments",
    detail: "Name the person for instruments of the party's seat alone[ ({reviews})].",
  },
  "named-otherwise": {
    status: 409,
    title: "This person is named for other instruments already",
    detail: "Remove the mandate first[ ({reviews})], then name the person for these instruments.",
  },
  "serves-two-parties": {
    status: 409,
    title: "Another party registered this person",
    detail: "The mission of that party corrects the details of the person, and so can the person and the secretariat.",
  },
  "already-serves": {
    status: 409,
    title: "This person holds the mandate already",
    detail: "Name another person as the successor; to end a service without one, remove the mandate.",
  },
} as const satisfies Record<string, { status: number; title: string; detail: string }>;
