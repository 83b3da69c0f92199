import { later } from "../base/time.ts";
import { blockingIn } from "./blocking.ts";
import type { Definition } from "./measure.ts";
import { byStage, obligationsOf, type Occurrence, ofReview } from "./occurrences.ts";
import type { ReviewHistory } from "./review-history.ts";
import { inTurn, within } from "./spans.ts";
import type { MechanismHistory } from "./mechanism-history.ts";

const byPlace = [["cluster"], ["group"], ["regionalGroup"], ["instrument"]] as const;
const byKind = [...byPlace, ["kind"], ["cluster", "kind"], ["group", "kind"]] as const;
const byKindAndParty = [...byKind, ["party"]] as const;
const overlapping = ["instrument"] as const;

const ofEach =
  (of: (review: ReviewHistory) => readonly Occurrence[]) =>
  ({ reviews }: MechanismHistory): readonly Occurrence[] =>
    reviews.flatMap(of);

/** Returns obligations past a date of theirs, as long as they were open. */
const obligationsPast = (limit: "current" | "original") =>
  ofEach((review) =>
    obligationsOf(review).flatMap(({ span: obligation, ...one }) => {
      const dues =
        limit === "original" ? [{ from: obligation.from, dueAt: obligation.originalDueAt }] : obligation.dues;
      return inTurn(dues).flatMap(({ dueAt, from, to }) =>
        within({ from: later(dueAt, { milliseconds: 1 }), to }, { from }).flatMap((span) =>
          within({ ...one, ...span, to: span.to }, one),
        ),
      );
    }),
  );

/** Obligations as long as they had a date later than the first one, because their party notified a delay. */
const obligationsDelayed = ofEach((review) =>
  obligationsOf(review).flatMap(({ span: obligation, ...one }) =>
    inTurn(obligation.dues)
      .filter(({ isDelay, dueAt }) => isDelay === true && dueAt > obligation.originalDueAt)
      .flatMap(({ from, to }) => within(one, { from, to })),
  ),
);

/**
 * Answers and feedback that were submitted and are due again; a list that changes is agreed to again, and was not
 * returned.
 */
const obligationsReturned = ofEach((review) =>
  obligationsOf(review).flatMap(({ span: { kind, isAgain }, ...one }) =>
    isAgain && (kind === "questionnaire" || kind === "feedback") ? [one] : [],
  ),
);

/** Returns the blockers of reviews, one by one. */
const blockersIn = (review: ReviewHistory): readonly Occurrence[] =>
  blockingIn(review).map(({ blocker: kind, dues: _dues, ...one }) => ({ ...one, kind }));

/** The measures of obligations, and of the blockers of reviews (paragraphs 15, 26 and 31 to 35). */
export const obligationMeasures = {
  "reviews-blocked": {
    counts: "reviews",
    sources: ["S15", "S26", "S31", "S34", "S35"],
    of: ofEach((review) =>
      blockersIn(review).flatMap((one) => byStage(review, ofReview(review, one, { kind: one.kind }))),
    ),
    shareOf: "reviews",
    parts: [...byKind, ["stage"]],
    overlapping: ["instrument", "kind"],
  },
  blockers: {
    counts: "blockers",
    sources: ["S15", "S26", "S31", "S34", "S35", "D"],
    of: ofEach(blockersIn),
    // What waits for the secretariat is of no regional group.
    parts: byKind.filter(([name]) => name !== "regionalGroup"),
    overlapping,
  },
  "duties-open": {
    counts: "duties",
    sources: ["S31", "S33"],
    of: ofEach((review) => obligationsOf(review).map(({ span: _span, ...one }) => one)),
    parts: byKind,
    overlapping,
  },
  "duties-overdue": {
    counts: "duties",
    sources: ["S31", "S33"],
    of: obligationsPast("current"),
    shareOf: "duties-open",
    parts: byKindAndParty,
    overlapping,
  },
  "duties-late": {
    counts: "duties",
    sources: ["S31", "S33"],
    of: obligationsPast("original"),
    shareOf: "duties-open",
    parts: byKindAndParty,
    overlapping,
  },
  "duties-delayed": {
    counts: "duties",
    sources: ["S33"],
    of: obligationsDelayed,
    shareOf: "duties-open",
    parts: byKindAndParty,
    overlapping,
  },
  "duties-returned": {
    counts: "duties",
    sources: ["D"],
    of: obligationsReturned,
    shareOf: "duties-open",
    parts: byKindAndParty,
    overlapping,
  },
} as const satisfies Record<string, Definition>;
