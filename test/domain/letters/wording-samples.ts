import { dueAfter } from "../../../domain/base/time.ts";
import type { LetterInput } from "../../../domain/letters/content/letter-pages.ts";
import type { ReviewToNominate } from "../../../domain/letters/content/nomination-reminder.ts";
import { day } from "../../fixtures/changes.ts";
import { ReviewId } from "../../../schemas/base/ids.ts";
import { Instant } from "../../../schemas/base/values.ts";
import { invitationTo, party, samples } from "./letter-samples.ts";
import { officeSamples } from "./office-samples.ts";
import { reviewSamples } from "./review-samples.ts";

/** Returns a letter of a kind that other samples contain, with changed circumstances. */
const ofKind = <K extends LetterInput["kind"]>(
  letter: LetterInput | undefined,
  kind: K,
): Extract<LetterInput, { kind: K }> => {
  const isOfKind = (input: LetterInput | undefined): input is Extract<LetterInput, { kind: K }> => input?.kind === kind;
  if (!isOfKind(letter)) throw new Error(`No ${kind} is among the samples`);
  return letter;
};

const focalPoint = ofKind(samples["focal-point-opening"], "nomination-reminder");
const answers = ofKind(reviewSamples["questionnaire-opening"], "duty-reminder");
const feedback = ofKind(reviewSamples["feedback-opening"], "duty-reminder");
const agreement = ofKind(reviewSamples["agreement-upcoming"], "duty-reminder");
const clarification = ofKind(reviewSamples["clarification-opening"], "duty-reminder");
const lateStart = ofKind(samples["late-start"], "late-start");
const state = ofKind(samples["state-of-reviews"], "state-of-reviews");
const answersIn = ofKind(reviewSamples["answers-received"], "answers-received");
const ended = ofKind(reviewSamples["mandate-ended"], "mandate-ended");
const further = ofKind(officeSamples["further-nomination"], "further-nomination");

/** A woman who serves as an expert, as a letter to her names her. */
const experta = {
  kind: "person",
  name: "Marisol Huamán",
  gender: "female",
  party: party("PE", "Peru"),
  role: "expert",
} as const;

const reasons: readonly ReviewToNominate["grounds"][] = [
  { why: "start", since: day("2020-12-01") },
  { why: "added", since: day("2020-12-03") },
  { why: "other", since: day("2020-12-04") },
];

const obligations = [
  ["scheduled", "CI", "Côte d'Ivoire"],
  ["nomination", "IT", "Italy"],
  ["consultation", "KE", "Kenya"],
  ["observations", "PE", "Peru"],
  ["concluded", "SD", "Sudan"],
] as const;

/** Wordings that no other sample has: reopened obligations, dates that lie ahead or were moved, rarer reasons. */
export const wordingSamples: Readonly<Record<string, LetterInput>> = {
  "focal-point-for-several-reasons": {
    ...focalPoint,
    now: Instant.parse("2020-12-04T08:00:00.000Z"),
    reviews: focalPoint.reviews.map((review, place) => ({ ...review, grounds: reasons[place] ?? review.grounds })),
  },
  "questionnaire-again": { ...answers, reopened: true },
  "feedback-again": {
    ...feedback,
    reopened: true,
    originalDueAt: dueAfter(day("2021-03-30"), { months: 6 }),
  },
  "agreement-again": { ...agreement, reopened: true },
  "agreement-overdue": { ...agreement, now: Instant.parse("2023-01-12T08:00:00.000Z") },
  "clarification-of-several-requests": { ...clarification, questions: [1, 3] },
  "late-start-with-dates-ahead": { ...lateStart, now: Instant.parse("2020-12-08T08:00:00.000Z") },
  "state-of-reviews-in-every-stage": {
    ...state,
    reviews: state.reviews.slice(0, 1).flatMap((seat) =>
      obligations.map(([stage, id, name]) => ({
        ...seat,
        id: ReviewId.parse(`c1-${id}`),
        underReview: party(id, name),
        stage,
      })),
    ),
  },
  "answers-received-one-focal-point-missing": {
    ...answersIn,
    feedback: { withoutFocalPoint: [party("UZ", "Uzbekistan")] },
  },
  "answers-received-focal-points-missing": {
    ...answersIn,
    feedback: { withoutFocalPoint: [party("SD", "Sudan"), party("UZ", "Uzbekistan")] },
  },
  "answers-received-by-woman": { ...answersIn, reader: experta },
  "mandate-ended-of-woman": { ...ended, role: "expert", reader: experta },
  "invitation-of-woman": invitationTo({
    party: party("PE", "Peru"),
    person: { name: "Marisol Huamán", email: "marisol.huaman@pe.example.org", gender: "female" },
    mandates: [
      { role: "expert", review: ReviewId.parse("c1-FR"), underReview: party("FR", "France") },
      { role: "observer", review: ReviewId.parse("c1-PE"), underReview: party("PE", "Peru") },
    ],
  }),
  "further-nomination-of-woman": { ...further, gender: "female" },
  "further-nomination-of-observer": {
    ...further,
    mandates: further.mandates.slice(0, 1).map((mandate) => ({ ...mandate, role: "observer", instruments: undefined })),
  },
};
