import type { Instrument } from "../../../schemas/base/values.ts";
import { enumerate, markup, sentences } from "./html.ts";
import { paragraph } from "./layout.ts";
import { type About, because, noticePage } from "./review-notifications.ts";
import { type LetterStatement, reviewOf, underCluster } from "./salutation.ts";
import { inSentence, instrumentWords, type NamedParty, startingWith, withClusters } from "./wording.ts";

/** To all parties: the review covers more instruments than before. */
export interface InstrumentsAdded extends About {
  readonly kind: "instruments-added";
  readonly instruments: readonly Instrument[];
  /** Who reviews some of them. */
  readonly reviewers: readonly NamedParty[];
  /** Those who were drawn for them. */
  readonly drawn: readonly NamedParty[];
  /** All that the reader's party reviews, or is reviewed for, where some of it is new to it. */
  readonly ownInstruments: readonly Instrument[];
  /** The review had not started, so that nobody had to agree and nothing is owed yet. */
  readonly beforeStart: boolean;
}

const instrumentsAdded = (letter: InstrumentsAdded): LetterStatement => {
  const { review, reader, instruments, reviewers, drawn, ownInstruments, beforeStart } = letter;
  const isUnderReview = reader.party.id === review.underReview.id;
  const isDrawn = drawn.some(({ id }) => id === reader.party.id);
  const own = instrumentWords(ownInstruments);
  return {
    subject: withClusters("A country review covers more instruments", [review.id]),
    that: markup`that ${reviewOf(review)} ${underCluster(review)} covers ${instrumentWords(instruments)} as well, which ${inSentence(review.underReview)} joined after the other instruments were set. ${beforeStart ? "The review had not started, and a party is reviewed for what it has joined by its start." : "Every party of the review has agreed to it."}`,
    blocks: [
      paragraph(
        sentences([
          markup`What is added is reviewed by ${enumerate(reviewers.map(inSentence))}.`,
          drawn.length === 0
            ? markup``
            : markup`An additional draw of lots brought ${enumerate(drawn.map(inSentence))} into the review; the record of the lots is public.`,
        ]),
      ),
      ...(ownInstruments.length === 0
        ? []
        : [
            paragraph(
              isUnderReview
                ? markup`The answers to the questionnaire are ${beforeStart ? "to cover" : "now to cover"} ${own}; no date moves by that.`
                : markup`${startingWith(reader.party)} is now to review the implementation of ${own}.`,
            ),
          ]),
      ...(isDrawn
        ? [
            paragraph(
              beforeStart
                ? markup`Nothing is owed until the review starts; a letter of its own tells of that.`
                : markup`A letter of its own tells by when a focal point and governmental experts are to be named. Languages and the division of work, where they are agreed, are to be confirmed with the other parties.`,
            ),
          ]
        : []),
    ],
    because: because(letter),
  };
};
export const instrumentsPage = noticePage(instrumentsAdded, ({ instruments }) => instruments.join("-"));
