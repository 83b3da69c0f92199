/** Problems of mandates that have ended, will end, or continue: part of `problems`. */
export const mandateProblems = {
  "mandate-ended": {
    status: 409,
    title: "This mandate has ended",
    advice: "See the party's mandates for those in force.",
  },
  "ends-earlier": {
    status: 409,
    title: "This mandate ends earlier than that already",
    advice:
      "It is over from `until` on; an earlier day may be set, no later one. Name again the person who is to continue.",
  },
  "successor-named": {
    status: 409,
    title: "Another person is named to follow from that day on",
    advice: "Replace that successor's own `mandate` first; then, if need be, bring the day forward with the new one.",
  },
  "serves-other-party": {
    status: 409,
    title: "This person serves another party of the same review",
    advice: "Name another person in the `reviews` that are listed, or name the person for other reviews alone.",
  },
  "instrument-not-of-seat": {
    status: 422,
    title: "The party's seat does not have all of these instruments",
    advice: "Name the person for instruments of the seat; see `seats` of the `reviews` that are listed.",
  },
  "named-otherwise": {
    status: 409,
    title: "This person is named for other instruments already",
    advice: "Remove the mandate in the `reviews` that are listed, then name the person for these instruments.",
  },
  "serves-two-parties": {
    status: 409,
    title: "Another party registered this person",
    advice: "The mission of that party corrects the details of the person, and so can the person and the secretariat.",
  },
  "already-serves": {
    status: 409,
    title: "This person holds the mandate already",
    advice: "Name another person as the successor; to end a service without one, remove the mandate.",
  },
} as const satisfies Record<string, { status: number; title: string; advice: string }>;
