import type { LetterInput } from "../../../domain/letters/content/letter-pages.ts";
import { CalendarDate, Instant } from "../../../schemas/base/values.ts";
import { PhaseId, reviewIdOf } from "../../../schemas/base/ids.ts";
import { party, reminder } from "./letter-samples.ts";

const where = { frontEndUrl: "https://reviews.example.org/", replyTo: "secretariat@reviews.example.org" };
const today = "2021-08-20T10:00:00.000Z";

/** Returns the letter about a denunciation of Peru that was on another day, or did not happen. */
const denunciationCorrected = (reader: "mission" | "focal-point", leftOn?: string): LetterInput => {
  const { party: mission, reviews } = reminder("focal-point", "start", today);
  return {
    kind: "departure-corrected",
    reader:
      reader === "mission"
        ? { kind: "mission", party: mission }
        : { kind: "person", name: "Claire Martin", party: mission, role: "focal-point" },
    party: mission,
    left: party("PE", "Peru"),
    reportedDay: CalendarDate.parse("2021-08-02"),
    correctedOn: CalendarDate.parse("2021-08-20"),
    reason: "The depositary notified it anew.",
    leftOn: leftOn === undefined ? undefined : CalendarDate.parse(leftOn),
    reviews,
    now: Instant.parse(today),
    ...where,
  };
};

/** Returns the letter about a phase of the fourth cluster that was opened on another day, or by another decision. */
const phaseCorrected = (reportedDay: string, isDecided: boolean): LetterInput => {
  const { party: mission, reviews } = reminder("focal-point", "start", today);
  return {
    kind: "phase-corrected",
    party: mission,
    phase: PhaseId.parse("c4"),
    openedOn: CalendarDate.parse("2021-08-10"),
    reportedDay: CalendarDate.parse(reportedDay),
    decision: isDecided
      ? { body: "conference", document: "CTOC/COP/2021/9", decidedOn: CalendarDate.parse("2021-08-09") }
      : undefined,
    reason: "The plenary closed a day earlier.",
    reviews: reviews.map((review) => ({ ...review, id: reviewIdOf(4, review.underReview.id) })),
    now: Instant.parse(today),
    ...where,
  };
};

/** Letters about what was recorded wrongly and is corrected, or undone, for parties and phases. */
export const correctionSamples: Readonly<Record<string, LetterInput>> = {
  "departure-corrected": denunciationCorrected("mission", "2021-07-30"),
  "phase-corrected": phaseCorrected("2021-08-12", true),
  "phase-corrected-over-its-gate": phaseCorrected("2021-08-10", false),
  "departure-undone": denunciationCorrected("mission"),
  "departure-undone-to-a-person": denunciationCorrected("focal-point"),
};
