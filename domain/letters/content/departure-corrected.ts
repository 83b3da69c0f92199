import type { CalendarDate } from "../../../schemas/base/values.ts";
import { markup } from "./html.ts";
import { heading, type Page, paragraph, table } from "./layout.ts";
import { type ReviewListed, reviewRows } from "./nomination-blocks.ts";
import { type Frame, frameLetter, type LetterStatement } from "./salutation.ts";
import { day, inSentence, missionWord, type NamedParty, withClusters } from "./wording.ts";

/** To whoever had a letter about the departure of a party that was recorded wrongly: on another day, or in error. */
export interface DepartureCorrected extends Frame {
  readonly kind: "departure-corrected";
  /** The party for which it is read. */
  readonly party: NamedParty;
  /** The party of whose departure letters told. */
  readonly left: NamedParty;
  /** The day that letters told. */
  readonly toldDay: CalendarDate;
  readonly correctedOn: CalendarDate;
  /** In the words of whoever corrected it. */
  readonly reason: string;
  /** The day on which it left; undefined where it had not left. */
  readonly leftOn: CalendarDate | undefined;
  /** The reviews in which the reader's party takes part. At least one. */
  readonly reviews: readonly ReviewListed[];
}

const saidOf = ({ leftOn, left, party, toldDay, correctedOn, reader }: DepartureCorrected) => {
  const written = markup`of which the secretariat had written to ${reader.kind === "mission" ? markup`the ${missionWord(party)}` : "you"}`;
  if (leftOn === undefined)
    return {
      subject: "Correction: a party has not left the Convention",
      that: markup`that the departure of ${inSentence(left)} from the Convention as of ${day(toldDay)}, ${written}, was recorded in error and was undone on ${day(correctedOn)}.`,
      follows: markup`${inSentence(left)} takes part as before: a country review of its own goes on where it stood, and its place in others is its own again, but for one that went to another party by lot. What was owed is owed again, by the dates that it had, and whoever served goes on serving.`,
    };
  return {
    subject: "Correction: the day on which a party left the Convention",
    that: markup`that ${inSentence(left)} is no longer a party to the Convention as of ${day(leftOn)}, and not as of ${day(toldDay)}, ${written}; this was corrected on ${day(correctedOn)}.`,
    follows: markup`Whatever else followed from it stands as it was told.`,
  };
};

/** The letter in English, as a note verbale. Throws where a value is missing or there is no review. */
export const departureCorrected = (letter: DepartureCorrected, reference: string): Page => {
  const { party, left, reason, reviews } = letter;
  if (reviews.length === 0) throw new TypeError("A letter about a departure speaks of no review");
  const several = reviews.length > 1;
  const { subject, that, follows } = saidOf(letter);
  const statement: LetterStatement = {
    subject: withClusters(
      subject,
      reviews.map(({ id }) => id),
    ),
    that,
    blocks: [
      paragraph(follows),
      paragraph(markup`The reason that was recorded: ${reason}`),
      paragraph(markup`The secretariat apologizes for the inconvenience.`),
      heading(several ? "Country reviews concerned" : "Country review concerned"),
      table({
        caption: "The correction is about:",
        heads: ["Country review", "Participation"],
        rows: reviewRows(reviews),
      }),
    ],
    because: markup`${inSentence(party)} takes part in the ${several ? "reviews" : "review"} listed above and had a letter about the departure of ${inSentence(left)}`,
  };
  return frameLetter(letter, statement, reference);
};
