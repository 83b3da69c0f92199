import type { Instant } from "../../schemas/base/values.ts";
import { Stage } from "../../schemas/model/review.ts";
import { addDays, startOfDay } from "../base/time.ts";
import type { Definition } from "./measure.ts";
import { byStage, inStages, type Occurrence, ofReview, reached, stagesOf, vacanciesIn } from "./occurrences.ts";
import type { ReviewHistory } from "./review-history.ts";
import { within } from "./spans.ts";
import { expectedSteps } from "./timeline-steps.ts";
import type { MechanismHistory } from "./mechanism-history.ts";

const byPlace = [["cluster"], ["group"], ["regionalGroup"], ["instrument"]] as const;
const overlapping = ["instrument"] as const;

const ofEach =
  (of: (review: ReviewHistory) => readonly Occurrence[]) =>
  ({ reviews }: MechanismHistory): readonly Occurrence[] =>
    reviews.flatMap(of);

/** Returns a span from an instant of a review on, without an end; none where there is no instant. */
const onceAt = (at: (review: ReviewHistory) => Instant | undefined) =>
  ofEach((review) => {
    const from = at(review);
    return from === undefined ? [] : [ofReview(review, { from })];
  });

const stagesIn = (...stages: readonly Stage[]) => ofEach((review) => inStages(review, stages));

/** Languages that the parties agreed on, as long as they did, by how many they are. */
const agreedLanguages = (count?: number) =>
  ofEach((review) =>
    review.languages
      .filter(({ languages }) => languages !== undefined && (count === undefined || languages.length === count))
      .map(({ languages, from, to }) => ofReview(review, { from, to }, { languages: languages?.toSorted().join("+") })),
  );

/** Steps of the indicative timeline whose day was over while a review had not passed them. */
const behindTimeline = ({ reviews, planned }: MechanismHistory): readonly Occurrence[] =>
  reviews.flatMap((review) => {
    const plannedFor = planned.get(review.group);
    if (plannedFor === undefined) return [];
    return expectedSteps(plannedFor).flatMap(({ step, expectedOn }) => {
      const passed = Stage.options.slice(Stage.options.indexOf(step) + 1);
      const to = review.stages.find(({ stage }) => passed.includes(stage))?.from;
      const from = startOfDay(addDays(expectedOn, 1));
      return within({ from, to }, { from: review.drawnAt, to: review.discontinuedAt }).map((span) =>
        ofReview(review, span, { step }),
      );
    });
  });

/** The measures of reviews and their steps (paragraphs 15, 16 and 22 to 36). */
export const reviewMeasures = {
  reviews: {
    counts: "reviews",
    sources: ["S7", "S23"],
    of: onceAt(({ drawnAt }) => drawnAt),
    cumulative: true,
    parts: byPlace,
    overlapping,
  },
  "reviews-started": {
    counts: "reviews",
    sources: ["S22"],
    of: onceAt(({ startedAt }) => startedAt),
    cumulative: true,
    shareOf: "reviews",
    parts: byPlace,
    overlapping,
  },
  "reviews-by-stage": {
    counts: "reviews",
    sources: ["S23", "D"],
    of: ofEach(stagesOf),
    parts: [...byPlace, ["stage"], ["cluster", "stage"], ["group", "stage"]],
    overlapping,
  },
  "reviews-not-commenced": {
    counts: "reviews",
    sources: ["S15"],
    of: stagesIn("nomination"),
    shareOf: "reviews",
    parts: byPlace,
    overlapping,
  },
  "reviews-before-questionnaire": {
    counts: "reviews",
    sources: ["S15", "S23", "D"],
    of: stagesIn("nomination", "consultation"),
    shareOf: "reviews",
    parts: byPlace,
    overlapping,
  },
  "reviews-missing-focal-point": {
    counts: "reviews",
    sources: ["S16"],
    of: ofEach((review) => vacanciesIn(review, "focal-point").flatMap((one) => byStage(review, ofReview(review, one)))),
    shareOf: "reviews",
    ofNominations: true,
    parts: [...byPlace, ["stage"], ["cluster", "stage"], ["group", "stage"]],
    overlapping,
  },
  "reviews-awaiting-consultation": {
    counts: "reviews",
    sources: ["S26", "D"],
    of: ofEach((review) =>
      inStages(review, ["consultation"]).flatMap((span) => within(span, { from: span.from, to: review.concludedAt })),
    ),
    shareOf: "reviews",
    parts: byPlace,
    overlapping,
  },
  "reviews-advancing": {
    counts: "reviews",
    sources: ["S23"],
    of: stagesIn("questionnaire", "feedback", "observations"),
    shareOf: "reviews",
    parts: [...byPlace, ["stage"], ["group", "stage"]],
    overlapping,
  },
  "reviews-concluded": {
    counts: "reviews",
    sources: ["S24", "S25"],
    of: ofEach((review) => reached(review, "concluded")),
    cumulative: true,
    shareOf: "reviews",
    parts: byPlace,
    overlapping,
  },
  "reviews-behind-timeline": {
    counts: "reviews",
    sources: ["S24", "S31"],
    of: behindTimeline,
    shareOf: "reviews",
    parts: [...byPlace, ["step"], ["group", "step"]],
    overlapping: ["instrument", "step"],
  },
  "consultations-held": {
    counts: "reviews",
    sources: ["S26"],
    of: onceAt(({ metAt }) => metAt),
    cumulative: true,
    shareOf: "reviews",
    parts: byPlace,
    overlapping,
  },
  "consultations-without-meeting": {
    counts: "reviews",
    sources: ["S26"],
    of: onceAt(({ concludedWithoutMeetingAt }) => concludedWithoutMeetingAt),
    cumulative: true,
    shareOf: "reviews",
    parts: byPlace,
    overlapping,
  },
  "consultation-rounds": {
    counts: "rounds",
    sources: ["S26", "D"],
    of: ofEach((review) =>
      (review.rounds ?? []).map(({ at, number }) => ofReview(review, { from: at }, { key: `${review.id} ${number}` })),
    ),
    cumulative: true,
    parts: byPlace,
    overlapping,
  },
  "languages-agreed": {
    counts: "reviews",
    sources: ["S28"],
    of: agreedLanguages(),
    shareOf: "reviews",
    parts: [...byPlace, ["languages"]],
    overlapping,
  },
  "reviews-in-one-language": {
    counts: "reviews",
    sources: ["S28"],
    of: agreedLanguages(1),
    shareOf: "languages-agreed",
    parts: [["languages"]],
    overlapping: [],
  },
  "reviews-in-two-languages": {
    counts: "reviews",
    sources: ["S28"],
    of: agreedLanguages(2),
    shareOf: "languages-agreed",
    parts: [["languages"]],
    overlapping: [],
  },
  "reviews-in-three-languages": {
    counts: "reviews",
    sources: ["S28"],
    of: agreedLanguages(3),
    shareOf: "languages-agreed",
    parts: [["languages"]],
    overlapping: [],
  },
  "languages-open": {
    counts: "reviews",
    sources: ["S29"],
    of: ofEach((review) =>
      review.languages
        .filter(({ open }) => open !== undefined)
        .map(({ open, from, to }) => ofReview(review, { from, to }, { languagesOpen: open })),
    ),
    parts: [...byPlace, ["languagesOpen"]],
    overlapping,
  },
  "questionnaires-submitted": {
    counts: "reviews",
    sources: ["S31"],
    of: ofEach((review) => review.answers.map((span) => ofReview(review, span))),
    shareOf: "reviews",
    parts: byPlace,
    overlapping,
  },
  "answers-opened": {
    counts: "reviews",
    sources: ["S32"],
    of: onceAt(({ answersOpenedAt }) => answersOpenedAt),
    cumulative: true,
    shareOf: "reviews",
    parts: byPlace,
    overlapping,
  },
  "delays-notified": {
    counts: "delays",
    sources: ["S31", "S33"],
    of: ofEach((review) =>
      review.delays.map(({ at, party, kind, obligation, generation, reason }) =>
        ofReview(
          review,
          { from: at },
          { key: `${review.id} ${obligation} ${generation}`, party, obligation, kind, reason },
        ),
      ),
    ),
    cumulative: true,
    parts: [...byPlace, ["kind"], ["reason"]],
    overlapping,
  },
  "feedback-reached": {
    counts: "reviews",
    sources: ["S34"],
    of: ofEach((review) => reached(review, "feedback")),
    cumulative: true,
    shareOf: "reviews",
    parts: byPlace,
    overlapping,
  },
  "feedback-concluded": {
    counts: "reviews",
    sources: ["S34"],
    of: ofEach((review) => reached(review, "observations")),
    cumulative: true,
    shareOf: "feedback-reached",
    parts: byPlace,
    overlapping,
  },
  "lists-agreed": {
    counts: "reviews",
    sources: ["S36"],
    of: onceAt(({ agreedAt }) => agreedAt),
    shareOf: "reviews",
    parts: byPlace,
    overlapping,
  },
  "lists-published": {
    counts: "reviews",
    sources: ["S36"],
    of: onceAt(({ publishedAt }) => publishedAt),
    cumulative: true,
    shareOf: "reviews",
    parts: byPlace,
    overlapping,
  },
} as const satisfies Record<string, Definition>;
