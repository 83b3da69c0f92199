import type { PhaseId } from "../../../schemas/base/ids.ts";
import type { RecordedDecision } from "../../../schemas/model/review.ts";
import type { CalendarDate } from "../../../schemas/base/values.ts";
import type { NamedParty } from "../messages/letter-wording.ts";
import { frameStatement, type Statement } from "./frame-statement.ts";
import type { Markup } from "./html.ts";
import { type Page, paragraph } from "./layout.ts";
import type { Frame } from "./letter-frame.ts";
import type { LetterWriter } from "./letter-writer.ts";
import { type ReviewListed, reviewsConcerned } from "./nomination-blocks.ts";
import { byDecision, clusterNumberOf, clusterOfPhase, day, missionOf, phrase } from "./phrases.ts";

/** A corrected opening of a phase, to a mission that had a letter about it: the day or the decision was another. */
export interface PhaseCorrected extends Pick<Frame, "now" | "frontEndUrl" | "replyTo"> {
  readonly kind: "phase-corrected";
  readonly party: NamedParty;
  readonly phase: PhaseId;
  readonly openedOn: CalendarDate;
  /** The day that earlier letters stated; unchanged if only the decision differs. */
  readonly toldDay: CalendarDate;
  /** The decision that opened it before its gate was reached; undefined if that was reached. */
  readonly decision: RecordedDecision | undefined;
  /** The reason in the words of the user who corrected it. */
  readonly reason: string;
  /** The reviews in which the party takes part. At least one. */
  readonly reviews: readonly ReviewListed[];
}

const thatOf = ({ party, phase, openedOn, toldDay, decision }: PhaseCorrected, { say }: LetterWriter): Markup => {
  const values = { cluster: clusterOfPhase(phase), mission: missionOf(party), day: day(openedOn), told: day(toldDay) };
  const isAnotherDay = openedOn !== toldDay;
  if (decision === undefined) return say(isAnotherDay ? "phase-corrected.that-day" : "phase-corrected.that", values);
  const ofDecision = { ...values, decision: byDecision(decision) };
  return say(isAnotherDay ? "phase-corrected.that-day-by-decision" : "phase-corrected.that-by-decision", ofDecision);
};

/** Returns the letter, a note verbale. Throws if a value is missing or the party takes part in no review. */
export const phaseCorrected = (letter: PhaseCorrected, reference: string, writer: LetterWriter): Page => {
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
