import type { CalendarDate } from "../../../schemas/base/values.ts";
import type { NamedParty } from "../messages/letter-wording.ts";
import { frameStatement, type Statement } from "./frame-statement.ts";
import { type Page, paragraph } from "./layout.ts";
import type { Frame } from "./letter-frame.ts";
import type { LetterWriter } from "./letter-writer.ts";
import { type ReviewListed, reviewsConcerned } from "./nomination-blocks.ts";
import { day, missionOf, phrase, withClusters } from "./phrases.ts";

/** A corrected or withdrawn denunciation, to the recipients of the letters about the wrong one. */
export interface DepartureCorrected extends Frame {
  readonly kind: "departure-corrected";
  /** The party for which it is read. */
  readonly party: NamedParty;
  /** The party that earlier letters reported as leaving. */
  readonly left: NamedParty;
  /** The day that earlier letters stated. */
  readonly toldDay: CalendarDate;
  readonly correctedOn: CalendarDate;
  /** The reason in the words of the user who corrected it. */
  readonly reason: string;
  /** The day on which it left; undefined if it had not left. */
  readonly leftOn: CalendarDate | undefined;
  /** The reviews in which the reader's party takes part. At least one. */
  readonly reviews: readonly ReviewListed[];
}

const wordsOf = (letter: DepartureCorrected, { say }: LetterWriter) => {
  const { leftOn, left, party, toldDay, correctedOn, reader } = letter;
  const values = { left, told: day(toldDay), mission: missionOf(party) };
  if (leftOn === undefined)
    return {
      subject: phrase("departure-undone.subject"),
      that: say(`departure-undone.${reader.kind}`, { ...values, day: day(correctedOn) }),
      follows: say("departure-undone.follows", { left }),
    };
  return {
    subject: phrase("departure-corrected.subject"),
    that: say(`departure-corrected.${reader.kind}`, { ...values, day: day(leftOn), corrected: day(correctedOn) }),
    follows: say("departure-corrected.follows"),
  };
};

/** Returns the letter in the form for its reader. Throws if a value is missing or there is no review. */
export const departureCorrected = (letter: DepartureCorrected, reference: string, writer: LetterWriter): Page => {
  const { party, left, reason, reviews } = letter;
  if (reviews.length === 0) throw new TypeError("A letter about a departure speaks of no review");
  const { subject, that, follows } = wordsOf(letter, writer);
  const statement: Statement = {
    subject: withClusters(
      subject,
      reviews.map(({ id }) => id),
    ),
    that,
    blocks: [
      paragraph(follows),
      paragraph(writer.say("start-correction.reason", { reason })),
      paragraph(writer.say("correction.apology")),
      ...reviewsConcerned(writer, reviews, "start-correction.caption"),
    ],
    because: phrase("departure-corrected.because", { party, left, count: reviews.length }),
  };
  return frameStatement(writer, letter, statement, reference);
};
