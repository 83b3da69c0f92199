import type { RecordedDecision, SeatRole } from "../../../schemas/model/review.ts";
import type { CalendarDate, Instrument } from "../../../schemas/base/values.ts";
import { byDecision } from "./decision-wording.ts";
import { enumerate, markup } from "./html.ts";
import { paragraph } from "./layout.ts";
import { type About, because, noticePage } from "./review-notifications.ts";
import { type LetterStatement, reviewOf, underCluster } from "./salutation.ts";
import { day, inSentence, instrumentWords, type NamedParty, startingWith, withClusters } from "./wording.ts";

/** To the missions of a party that takes part by a later decision, and of its reviewers. */
export interface ReviewEntered extends About {
  readonly kind: "review-entered";
  readonly decision: RecordedDecision;
  readonly reviewers: readonly NamedParty[];
  /** What the reader's party reviews, or is reviewed for. */
  readonly instruments: readonly Instrument[];
  readonly role: SeatRole;
  readonly startedOn?: CalendarDate | undefined;
}

const reviewEntered = (letter: ReviewEntered): LetterStatement => {
  const { review, reader, decision, reviewers, instruments, role, startedOn } = letter;
  const own = instrumentWords(instruments);
  return {
    subject: withClusters(
      role === "under-review" ? "Your country review has been drawn" : "A country review in which you are to take part",
      [review.id],
    ),
    that: markup`that ${inSentence(review.underReview)} takes part in the Mechanism ${byDecision(decision)}, and that reviewers have been drawn for ${reviewOf(review)} ${underCluster(review)}: ${enumerate(reviewers.map(inSentence))}.`,
    blocks: [
      paragraph(
        role === "under-review"
          ? markup`${startingWith(reader.party)} is reviewed for the implementation of ${own}.`
          : markup`${startingWith(reader.party)} is to review the implementation of ${own} by ${inSentence(review.underReview)}.`,
      ),
      paragraph(
        startedOn === undefined
          ? markup`The review starts with its group. Nothing is owed until then; the start is told by a letter.`
          : markup`The review began on ${day(startedOn)}. A letter of its own tells by when a focal point and governmental experts are to be named.`,
      ),
    ],
    because: because(letter),
  };
};
export const entryPage = noticePage(reviewEntered, () => "entry");
