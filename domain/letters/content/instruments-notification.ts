import type { Instrument } from "../../../schemas/base/values.ts";
import type { ContentOf } from "../letter-kinds.ts";
import type { NamedParty } from "../messages/letter-wording.ts";
import { aboutReview, becauseOfPart, type Statement } from "./frame-statement.ts";
import { type Markup, sentences } from "./html.ts";
import { paragraph } from "./layout.ts";
import { type Gathered, gathered, type KindPage, skip } from "./letter-page.ts";
import type { LetterWriter } from "./letter-writer.ts";
import { instrumentPhrases, phrase, withClusters } from "./phrases.ts";
import { type About, reviewPage, type ReviewSeen } from "./review-letter.ts";

/** Added instruments, to all parties of the review. */
export interface InstrumentsAdded extends About {
  readonly kind: "instruments-added";
  readonly instruments: readonly Instrument[];
  /** The parties that review some of them. */
  readonly reviewers: readonly NamedParty[];
  /** The parties that were drawn for them. */
  readonly drawn: readonly NamedParty[];
  /** All that the reader's party reviews, or is reviewed for, if some of it is new. */
  readonly ownInstruments: readonly Instrument[];
  /** True if the review had not started: no agreement was needed and no obligation is open. */
  readonly beforeStart: boolean;
}

/** Returns the actions for the reader's party, if any. */
const ownPart = (letter: InstrumentsAdded, { say }: LetterWriter): readonly Markup[] => {
  const { review, reader, ownInstruments, beforeStart } = letter;
  if (ownInstruments.length === 0) return [];
  const values = { party: reader.party, instruments: instrumentPhrases(ownInstruments) };
  if (reader.party.id !== review.underReview.id) return [paragraph(say("instruments-added.reviews", values))];
  return [paragraph(say(beforeStart ? "instruments-added.answers-before-start" : "instruments-added.answers", values))];
};

const instrumentsAdded = (letter: InstrumentsAdded, writer: LetterWriter): Statement => {
  const { review, reader, instruments, reviewers, drawn, beforeStart } = letter;
  const { say } = writer;
  const isDrawn = drawn.some(({ id }) => id === reader.party.id);
  return {
    subject: withClusters(phrase("instruments-added.subject"), [review.id]),
    that: sentences([
      say("instruments-added.that", { ...aboutReview(review), instruments: instrumentPhrases(instruments) }),
      say(beforeStart ? "instruments-added.joined-by-start" : "instruments-added.agreed"),
    ]),
    blocks: [
      paragraph(
        sentences([
          say("instruments-added.reviewers", { reviewers }),
          ...(drawn.length === 0 ? [] : [say("instruments-added.drawn", { drawn })]),
        ]),
      ),
      ...ownPart(letter, writer),
      ...(isDrawn
        ? [paragraph(say(beforeStart ? "instruments-added.newcomer-before-start" : "instruments-added.newcomer"))]
        : []),
    ],
    because: becauseOfPart(letter),
  };
};

/** Returns the current content of the letter; obsolete if the review no longer covers the added instruments. */
const gatherInstrumentsAdded = (
  { addedAt }: ContentOf<"instruments-added">,
  { review, about, named }: ReviewSeen,
): Gathered<InstrumentsAdded> => {
  const addition = review.additions?.find(({ at }) => at === addedAt);
  if (addition === undefined) return skip("replaced");
  const isAdded = (instrument: Instrument): boolean => addition.instruments.includes(instrument);
  const seats = Object.values(review.seats).filter((seat) => seat.instruments.some(isAdded));
  const seated = addition.drawn.filter((party) => review.seats[party] !== undefined);
  return gathered({
    ...about,
    kind: "instruments-added",
    instruments: addition.instruments,
    reviewers: seats.filter(({ role }) => role !== "under-review").map(({ party }) => named(party)),
    drawn: seated.map(named),
    ownInstruments: seats.find(({ party }) => party === about.reader.party.id)?.instruments ?? [],
    beforeStart: addition.beforeStart === true,
  });
};

export const instrumentsPage: KindPage<ContentOf<"instruments-added">, InstrumentsAdded> = reviewPage(
  gatherInstrumentsAdded,
  instrumentsAdded,
  { detail: ({ instruments }) => instruments.join("-") },
);
