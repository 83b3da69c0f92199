import { MandateEndReason } from "../../schemas/model/mandate-end-reason.ts";
import type { MandateRole } from "../../schemas/model/review.ts";
import { dayOf } from "../base/time.ts";
import type { Definition } from "./measure.ts";
import { type Occurrence, ofParty, seatsHeld, seatsWithout, servicesIn } from "./occurrences.ts";
import type { MandateSpan, ReviewHistory } from "./review-history.ts";
import type { MechanismHistory } from "./mechanism-history.ts";

const byPlace = [["cluster"], ["group"], ["regionalGroup"]] as const;

const serving =
  (role: MandateRole, counted: "user" | "party") =>
  ({ reviews }: MechanismHistory): readonly Occurrence[] =>
    reviews.flatMap((review) => servicesIn(review, role, (mandate) => mandate[counted]));

/** Returns the focal points who began to serve a seat when, or after, another one had ended. */
const changesIn = (review: ReviewHistory): readonly Occurrence[] => {
  const focalPoints = review.mandates
    .filter(({ role }) => role === "focal-point")
    .toSorted((one, other) => one.from.localeCompare(other.from));
  const before = ({ party, from }: MandateSpan): MandateSpan | undefined =>
    focalPoints.findLast((other) => other.party === party && other.to !== undefined && other.to <= from);
  return focalPoints.flatMap((mandate) => {
    const predecessor = before(mandate);
    if (predecessor === undefined || predecessor.user === mandate.user) return [];
    const { party, user, from } = mandate;
    const key = `${party} ${predecessor.user} ${user} ${dayOf(from)}`;
    return [{ ...ofParty(review, party, key, { from }), user, endReason: predecessor.endReason ?? "not-recorded" }];
  });
};

const changes = ({ reviews }: MechanismHistory): readonly Occurrence[] => reviews.flatMap(changesIn);

/**
 * The measures of focal points, experts and observers (paragraphs 11 to 19). People are counted, not their mandates.
 */
export const peopleMeasures = {
  "focal-points": {
    counts: "people",
    sources: ["S12"],
    of: serving("focal-point", "user"),
    parts: [...byPlace, ["gender"], ["institutionKind"]],
    overlapping: ["cluster", "group"],
  },
  "parties-with-focal-point": {
    counts: "parties",
    sources: ["S12"],
    of: serving("focal-point", "party"),
    shareOf: "parties-in-reviews",
    parts: byPlace,
    overlapping: ["cluster", "group"],
  },
  "parties-with-several-focal-points": {
    counts: "parties",
    sources: ["S13"],
    of: serving("focal-point", "party"),
    least: 2,
    shareOf: "parties-with-focal-point",
    parts: [["regionalGroup"]],
    overlapping: [],
  },
  "parties-that-changed-focal-point": {
    counts: "parties",
    sources: ["S14"],
    of: (mechanism) => changes(mechanism).map((one) => ({ ...one, key: one.party ?? one.key })),
    among: "parties-with-focal-point",
    shareOf: "parties-with-focal-point",
    parts: byPlace,
    overlapping: ["cluster", "group"],
  },
  "changes-of-focal-point": {
    counts: "changes",
    sources: ["S14"],
    of: changes,
    cumulative: true,
    parts: [...byPlace, ["endReason"]],
    underOne: [...MandateEndReason.options, "not-recorded"],
    overlapping: ["cluster", "group"],
  },
  "parties-without-focal-point": {
    counts: "parties",
    sources: ["S15"],
    of: seatsHeld,
    without: "parties-with-focal-point",
    shareOf: "parties-in-reviews",
    ofNominations: true,
    parts: byPlace,
    overlapping: ["cluster", "group"],
  },
  "seats-without-focal-point": {
    counts: "seats",
    sources: ["S15", "S16"],
    of: seatsWithout("focal-point"),
    ofNominations: true,
    parts: [...byPlace, ["party"]],
    overlapping: [],
  },
  experts: {
    counts: "people",
    sources: ["S18"],
    of: serving("expert", "user"),
    parts: [...byPlace, ["gender"], ["institutionKind"]],
    overlapping: ["cluster", "group"],
  },
  "parties-with-expert": {
    counts: "parties",
    sources: ["S18"],
    of: serving("expert", "party"),
    shareOf: "parties-in-reviews",
    parts: byPlace,
    overlapping: ["cluster", "group"],
  },
  "seats-without-expert": {
    counts: "seats",
    sources: ["S18"],
    of: seatsWithout("expert"),
    ofNominations: true,
    parts: [...byPlace, ["party"]],
    overlapping: [],
  },
  observers: {
    counts: "people",
    sources: ["S19"],
    of: serving("observer", "user"),
    parts: [...byPlace, ["gender"]],
    overlapping: ["cluster", "group"],
  },
  "parties-with-observer": {
    counts: "parties",
    sources: ["S19"],
    of: serving("observer", "party"),
    shareOf: "parties-in-reviews",
    parts: byPlace,
    overlapping: ["cluster", "group"],
  },
} as const satisfies Record<string, Definition>;
