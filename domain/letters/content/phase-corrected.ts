import type { PhaseId } from "../../../schemas/base/ids.ts";
import type { RecordedDecision } from "../../../schemas/model/review.ts";
import type { CalendarDate } from "../../../schemas/base/values.ts";
import { byDecision } from "./decision-wording.ts";
import { heading, type Page, paragraph, table } from "./layout.ts";
import { markup } from "./html.ts";
import { reviewRows, type ReviewListed } from "./nomination-blocks.ts";
import { type Frame, frameLetter } from "./salutation.ts";
import { clusterNumberWords, day, inSentence, missionWord, type NamedParty, phaseWords } from "./wording.ts";

/** To a mission that had a letter about the opening of a phase: it was opened on another day, or by another decision. */
export interface PhaseCorrected extends Pick<Frame, "now" | "frontEndUrl" | "replyTo"> {
  readonly kind: "phase-corrected";
  readonly party: NamedParty;
  readonly phase: PhaseId;
  readonly openedOn: CalendarDate;
  /** The day that letters told; the same where only the decision was another. */
  readonly toldDay: CalendarDate;
  /** The decision that opened it before its gate was reached; undefined where that was reached. */
  readonly decision: RecordedDecision | undefined;
  /** In the words of whoever corrected it. */
  readonly reason: string;
  /** At least one. */
  readonly reviews: readonly ReviewListed[];
}

/** The letter in English, as a note verbale. Throws where a value is missing or the party takes part in no review. */
export const phaseCorrected = (letter: PhaseCorrected, reference: string): Page => {
  const { party, phase, openedOn, toldDay, decision, reason, reviews } = letter;
  if (reviews.length === 0) throw new TypeError("A letter about a phase speaks of no review");
  const several = reviews.length > 1;
  const notOn = openedOn === toldDay ? markup`` : markup`, and not on ${day(toldDay)}`;
  const ground =
    decision === undefined
      ? markup`since 70 per cent of the country reviews of the first group under the cluster before were concluded`
      : byDecision(decision);
  const statement = {
    subject: `Correction: the opening of the next phase of the country reviews, ${clusterNumberWords(phase)}`,
    that: markup`that the phase of the country reviews under ${phaseWords(phase)}, of whose opening the secretariat had written to the ${missionWord(party)}, was opened on ${day(openedOn)}${notOn}, ${ground}.`,
    blocks: [
      paragraph(
        markup`Nothing else of that letter changes: the pairings hold as they were told, the groups are planned for the days that were told, and whoever serves ${inSentence(party)} goes on serving.`,
      ),
      paragraph(markup`The reason that was recorded: ${reason}`),
      paragraph(markup`The secretariat apologizes for the inconvenience.`),
      heading(several ? "Country reviews under this cluster" : "Country review under this cluster"),
      table({
        caption: `The part of ${inSentence(party).text}:`,
        heads: ["Country review", "Participation"],
        rows: reviewRows(reviews),
      }),
    ],
    because: markup`${inSentence(party)} takes part in the ${several ? "reviews" : "review"} listed above and had a letter about the opening of the phase`,
  };
  return frameLetter({ ...letter, reader: { kind: "mission", party } }, statement, reference);
};
