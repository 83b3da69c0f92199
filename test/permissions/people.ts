import { addressOf, missionOf, president, secretariat } from "../harness/test-api.ts";

/** The review that the grid is about, and its parties. */
export const review = "c1-DE";
export const under = "DE";
export const reviewer = "CA";
export const additional = "BF";
/** Drawn for the review, and drawn away before it began. */
export const formerReviewer = "SG";
/** Drawn in its place. */
export const newcomer = "UZ";
/** Reviews Greece, and has nothing to do with the review. */
export const outsider = "FR";
export const outsiderReview = "c1-GR";
/** A review in which the party under review reviews. */
export const otherReview = "c1-SE";

/** Returns the address of a person who has no entry in `addressOf`. */
const named = (what: string, party: string): string => `${what}@${party.toLowerCase()}.example.org`;

export interface One {
  /** Address of the account; absent for a caller without one. */
  readonly as?: string;
  readonly party?: string;
  /** The party whose acts outside the system the secretariat records. */
  readonly records?: string;
}

/** The callers of the grid: a role with its relation to the review. */
export const people = {
  secretariat: { as: secretariat },
  president: { as: president },
  "mission-under": { as: missionOf(under), party: under },
  "mission-reviewing": { as: missionOf(reviewer), party: reviewer },
  "mission-additional": { as: missionOf(additional), party: additional },
  "mission-drawn-away": { as: missionOf(formerReviewer), party: formerReviewer },
  "mission-uninvolved": { as: missionOf(outsider), party: outsider },
  "fp-under": { as: addressOf(under, "focal-point"), party: under },
  "fp-reviewing": { as: addressOf(reviewer, "focal-point"), party: reviewer },
  "fp-additional": { as: addressOf(additional, "focal-point"), party: additional },
  "fp-uninvolved": { as: addressOf(outsider, "focal-point"), party: outsider },
  "fp-drawn-away": { as: addressOf(formerReviewer, "focal-point"), party: formerReviewer },
  "fp-ended": { as: named("former", under), party: under },
  "expert-under": { as: addressOf(under, "expert"), party: under },
  "expert-reviewing": { as: addressOf(reviewer, "expert"), party: reviewer },
  "expert-additional": { as: addressOf(additional, "expert"), party: additional },
  "expert-uninvolved": { as: addressOf(outsider, "expert"), party: outsider },
  "expert-elsewhere": { as: named("elsewhere", under), party: under },
  "observer-under": { as: addressOf(under, "observer"), party: under },
  "observer-reviewing": { as: addressOf(reviewer, "observer"), party: reviewer },
  "observer-uninvolved": { as: addressOf(outsider, "observer"), party: outsider },
  "successor-under": { as: named("successor", under), party: under },
  "successor-reviewing": { as: named("successor", reviewer), party: reviewer },
  nobody: {},
  "recorder-under": { as: secretariat, records: under },
  "recorder-reviewing": { as: secretariat, records: reviewer },
  "recorder-uninvolved": { as: secretariat, records: outsider },
} as const satisfies Record<string, One>;
export type Who = keyof typeof people;
const all = Object.keys(people) as readonly Who[];
const isRecorder = (who: Who): boolean => "records" in people[who];
/** All callers who act for themselves. */
export const everyone = all.filter((who) => !isRecorder(who));
/** The secretariat as recorder for parties that acted outside the system: uses only operations that record such acts. */
export const recorders = all.filter(isRecorder);

/** Sets of callers that a row of the grid may name. */
export const sets: Readonly<Record<string, readonly Who[]>> = {
  /** All callers with an account. */
  registered: everyone.filter((who) => who !== "nobody"),
  /** All callers with an account, except delegates whose last mandate has ended. */
  "in-service": everyone.filter((who) => !["nobody", "fp-ended", "fp-drawn-away"].includes(who)),
  /** Delegates whose last mandate has ended. */
  ended: ["fp-ended", "fp-drawn-away"],
  /** The callers with a present or future mandate in the review. */
  inside: [
    "fp-under",
    "fp-reviewing",
    "fp-additional",
    "expert-under",
    "expert-reviewing",
    "expert-additional",
    "observer-under",
    "observer-reviewing",
    "successor-under",
    "successor-reviewing",
  ],
  /** Missions of parties of the review. */
  missions: ["mission-under", "mission-reviewing", "mission-additional"],
  /** Every mission, of the review or not. */
  "all-missions": everyone.filter((who) => who.startsWith("mission-")),
  /** Delegates who serve as focal point or expert now, in the review or elsewhere. */
  participants: everyone.filter((who) => /^(?:fp|expert)-/u.test(who) && who !== "fp-ended" && who !== "fp-drawn-away"),
  /** The secretariat with a source, for whichever party. */
  recorders,
  /** Has an account and nothing to do with the review, or no longer. */
  outside: [
    "president",
    "mission-drawn-away",
    "mission-uninvolved",
    "fp-uninvolved",
    "fp-drawn-away",
    "fp-ended",
    "expert-uninvolved",
    "expert-elsewhere",
    "observer-uninvolved",
  ],
};

/** The scenes: the review at each of its stages, and in the special situations of a stage. */
export const scenes = [
  "scheduled",
  "nomination",
  "consultation",
  "questionnaire",
  "feedback",
  /** Stage feedback: the answers were returned to the party under review. */
  "returned",
  "observations",
  /** Stage observations: the additional reviewer's feedback was returned to it. */
  "reopened",
  /** Stage observations: all have agreed, the secretariat has not published. */
  "agreed",
  "concluded",
  /** Stage concluded: the answers are opened, and the party under review has consented to publishing them. */
  "opened",
] as const;
export type Scene = (typeof scenes)[number];
