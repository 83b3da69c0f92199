import type { CalendarDate } from "../../../schemas/base/values.ts";
import { dayOf } from "../../base/time.ts";
import type { ContentOf } from "../letter-kinds.ts";
import type { NamedParty } from "../messages/letter-wording.ts";
import { frameStatement, type Statement } from "./frame-statement.ts";
import { type Page, paragraph } from "./layout.ts";
import type { Frame } from "./letter-frame.ts";
import { gathered, type KindPage, type LetterData, skip, surroundingsOf } from "./letter-page.ts";
import type { LetterWriter } from "./letter-writer.ts";
import { type ReviewListed, reviewsConcerned } from "./nomination-blocks.ts";
import { day, missionOf, phrase, withClusters } from "./phrases.ts";
import { ownAndUnderReview, readerServing, seatedIn, seatsNamedIn } from "./review-letter.ts";

/** A corrected or withdrawn denunciation, to the recipients of the letters about the wrong one. */
export interface DenunciationCorrected extends Frame {
  readonly kind: "departure-corrected";
  /** The party for which it is read. */
  readonly party: NamedParty;
  /** The party that earlier letters reported as leaving. */
  readonly left: NamedParty;
  /** The day that earlier letters stated. */
  readonly reportedDay: CalendarDate;
  readonly correctedOn: CalendarDate;
  /** The reason in the words of the user who corrected it. */
  readonly reason: string;
  /** The day on which it left; undefined if it had not left. */
  readonly leftOn: CalendarDate | undefined;
  /** The reviews in which the reader's party takes part. At least one. */
  readonly reviews: readonly ReviewListed[];
}

const wordsOf = (letter: DenunciationCorrected, { say }: LetterWriter) => {
  const { leftOn, left, party, reportedDay, correctedOn, reader } = letter;
  const values = { left, reported: day(reportedDay), mission: missionOf(party) };
  if (leftOn === undefined)
    return {
      subject: phrase("denunciation-undone.subject"),
      that: say(`denunciation-undone.${reader.kind}`, { ...values, day: day(correctedOn) }),
      follows: say("denunciation-undone.follows", { left }),
    };
  return {
    subject: phrase("denunciation-corrected.subject"),
    that: say(`denunciation-corrected.${reader.kind}`, { ...values, day: day(leftOn), corrected: day(correctedOn) }),
    follows: say("denunciation-corrected.follows"),
  };
};

/** Returns the letter in the form for its reader. Throws if a value is missing or there is no review. */
const denunciationCorrected = (letter: DenunciationCorrected, reference: string, writer: LetterWriter): Page => {
  const { party, left, reason, reviews } = letter;
  if (reviews.length === 0) throw new TypeError("A letter about a denunciation speaks of no review");
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
    because: phrase("denunciation-corrected.because", { party, left, count: reviews.length }),
  };
  return frameStatement(writer, letter, statement, reference);
};

/** Returns the correction and the day of the denunciation, if there is one; undefined if it was corrected again. */
const correctedDenunciation = ({ at }: ContentOf<"departure-corrected">, { party }: LetterData) => {
  const corrected = party?.denunciationCorrected;
  if (corrected?.at !== at) return undefined;
  const leftOn = corrected.undone === true ? undefined : party?.left?.leftOn;
  return leftOn === undefined && corrected.undone !== true ? undefined : { ...corrected, leftOn };
};

export const denunciationCorrectedPage: KindPage<ContentOf<"departure-corrected">, DenunciationCorrected> = {
  needs: {
    party: ({ left }) => left,
    reviews: (content, data) => (correctedDenunciation(content, data) === undefined ? [] : content.reviews),
    parties: (content, { reviews }) => [
      content.left,
      ...ownAndUnderReview(content, { reviews: seatedIn(content, reviews) }),
    ],
  },
  whyObsolete: (content, data) =>
    correctedDenunciation(content, data) === undefined || seatedIn(content, data.reviews).length === 0
      ? "replaced"
      : undefined,
  gather: (content, data) => {
    const { left, party, at } = content;
    const corrected = correctedDenunciation(content, data);
    const reviews = seatedIn(content, data.reviews);
    const reader = readerServing(party, reviews, data);
    if (corrected === undefined || reader === undefined) return skip("replaced");
    return gathered({
      kind: "departure-corrected",
      reader,
      party: data.named(party),
      left: data.named(left),
      reportedDay: corrected.from,
      correctedOn: dayOf(at),
      reason: corrected.reason,
      leftOn: corrected.leftOn,
      reviews: seatsNamedIn(reviews, party, data.named),
      ...surroundingsOf(data),
    });
  },
  reference: ({ left, party }) => `RM/${left.id}/${party.id}/denunciation`,
  page: denunciationCorrected,
};
