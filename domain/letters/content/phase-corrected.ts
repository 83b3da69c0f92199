import type { PhaseId } from "../../../schemas/base/ids.ts";
import type { CalendarDate } from "../../../schemas/base/values.ts";
import type { RecordedDecision } from "../../../schemas/model/review.ts";
import { openedOn } from "../../parties/phases.ts";
import type { ContentOf } from "../letter-kinds.ts";
import type { NamedParty } from "../messages/letter-wording.ts";
import { frameStatement, type Statement } from "./frame-statement.ts";
import type { Markup } from "./html.ts";
import { type Page, paragraph } from "./layout.ts";
import type { Frame } from "./letter-frame.ts";
import { gathered, type KindPage, type LetterData, skip, surroundingsOf } from "./letter-page.ts";
import type { LetterWriter } from "./letter-writer.ts";
import { type ReviewListed, reviewsConcerned } from "./nomination-blocks.ts";
import { byDecision, clusterNumberOf, clusterOfPhase, day, missionOf, phrase } from "./phrases.ts";
import { foundInPhase, ownAndUnderReview, seatsNamedIn } from "./review-letter.ts";

/** A corrected opening of a phase, to a mission that had a letter about it: the day or the decision was another. */
export interface PhaseCorrected extends Pick<Frame, "now" | "frontEndUrl" | "replyTo"> {
  readonly kind: "phase-corrected";
  readonly party: NamedParty;
  readonly phase: PhaseId;
  readonly openedOn: CalendarDate;
  /** The day that earlier letters stated; unchanged if only the decision differs. */
  readonly reportedDay: CalendarDate;
  /** The decision that opened it before its gate was reached; undefined if that was reached. */
  readonly decision: RecordedDecision | undefined;
  /** The reason in the words of the user who corrected it. */
  readonly reason: string;
  /** The reviews in which the party takes part. At least one. */
  readonly reviews: readonly ReviewListed[];
}

const thatOf = (
  { party, phase, openedOn: opened, reportedDay, decision }: PhaseCorrected,
  { say }: LetterWriter,
): Markup => {
  const values = {
    cluster: clusterOfPhase(phase),
    mission: missionOf(party),
    day: day(opened),
    reported: day(reportedDay),
  };
  const isAnotherDay = opened !== reportedDay;
  if (decision === undefined) return say(isAnotherDay ? "phase-corrected.that-day" : "phase-corrected.that", values);
  const ofDecision = { ...values, decision: byDecision(decision) };
  return say(isAnotherDay ? "phase-corrected.that-day-by-decision" : "phase-corrected.that-by-decision", ofDecision);
};

/** Returns the letter, a note verbale. Throws if a value is missing or the party takes part in no review. */
const phaseCorrected = (letter: PhaseCorrected, reference: string, writer: LetterWriter): Page => {
  const { party, phase, reason, reviews } = letter;
  if (reviews.length === 0) throw new TypeError("A letter about a phase speaks of no review");
  const statement: Statement = {
    subject: phrase("phase-corrected.subject", { cluster: clusterNumberOf(phase) }),
    that: thatOf(letter, writer),
    blocks: [
      paragraph(writer.say("phase-corrected.stays", { party })),
      paragraph(writer.say("start-correction.reason", { reason })),
      paragraph(writer.say("correction.apology")),
      ...reviewsConcerned(writer, reviews, "start-correction.caption"),
    ],
    because: phrase("phase-corrected.because", { party, count: reviews.length }),
  };
  return frameStatement(writer, { ...letter, reader: { kind: "mission", party } }, statement, reference);
};

/** Returns the phase, if this correction of its opening is the current one. */
const correctedPhase = ({ at }: ContentOf<"phase-corrected">, { phase }: LetterData) =>
  phase?.corrected?.at === at ? { ...phase, corrected: phase.corrected } : undefined;

export const phaseCorrectedPage: KindPage<ContentOf<"phase-corrected">, PhaseCorrected> = {
  needs: {
    phase: ({ phase }) => phase,
    reviewsOf: (content, data) => (correctedPhase(content, data) === undefined ? [] : [content.party]),
    reviews: (_content, data) => foundInPhase(data),
    parties: ownAndUnderReview,
  },
  whyObsolete: (_content, { reviews }) => (reviews.length === 0 ? "replaced" : undefined),
  gather: (content, data) => {
    const phase = correctedPhase(content, data);
    if (phase === undefined) return skip("replaced");
    return gathered({
      kind: "phase-corrected",
      party: data.named(content.party),
      phase: content.phase,
      openedOn: openedOn(phase),
      reportedDay: phase.corrected.from,
      decision: phase.decision,
      reason: phase.corrected.reason,
      reviews: seatsNamedIn(data.reviews, content.party, data.named),
      ...surroundingsOf(data),
    });
  },
  reference: ({ phase, party }) => `RM/${phase}/${party.id}/opening`,
  page: phaseCorrected,
};
