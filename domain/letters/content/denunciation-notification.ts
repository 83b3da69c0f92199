import type { CalendarDate } from "../../../schemas/base/values.ts";
import type { ContentOf } from "../letter-kinds.ts";
import type { NamedParty } from "../messages/letter-wording.ts";
import {
  aboutReview,
  frameStatement,
  linkedInList,
  reviewPhrase,
  reviewsByName,
  type Statement,
} from "./frame-statement.ts";
import type { Markup } from "./html.ts";
import { heading, paragraph, table } from "./layout.ts";
import type { Frame, ReviewNamed } from "./letter-frame.ts";
import { type AddressedData, type Gathered, gathered, type KindPage, skip, surroundingsOf } from "./letter-page.ts";
import type { LetterWriter, Phrase, Values } from "./letter-writer.ts";
import { day, phrase, withClusters } from "./phrases.ts";
import { hasLeft, namedReview, partiesAbout, readerOf } from "./review-letter.ts";

/** A review in which a party took part that left. */
export interface ReviewLeft extends ReviewNamed {
  /** True if the party under review left, so that the review is discontinued. */
  readonly isDiscontinued: boolean;
}

/** A denunciation, to the mission of the party itself or of a party that takes part in its reviews. */
export interface PartyLeft extends Frame {
  readonly kind: "party-left";
  readonly party: NamedParty;
  readonly leftOn: CalendarDate;
  /** The reviews of the party that left. At least one. */
  readonly reviews: readonly ReviewLeft[];
}

const denunciationOf = ({ party, leftOn }: PartyLeft): Values => ({ left: party, day: day(leftOn) });

// The party that left takes no further part.
const isToWhoLeft = ({ reader, party }: PartyLeft): boolean => reader.party.id === party.id;

const aboutOne = (letter: PartyLeft, review: ReviewLeft, { say }: LetterWriter): Statement => {
  const values = { ...denunciationOf(letter), ...aboutReview(review) };
  const party = letter.reader.party;
  const because = phrase(isToWhoLeft(letter) ? "party-left.one.because-left" : "because.party", {
    party,
    review: reviewPhrase(review),
  });
  return review.isDiscontinued
    ? {
        subject: withClusters(phrase("party-left.one.subject-discontinued"), [review.id]),
        that: say("party-left.one.discontinued", values),
        blocks: [paragraph(say("party-left.one.nothing-pending"))],
        because,
      }
    : {
        subject: withClusters(phrase("party-left.subject-redraw"), [review.id]),
        that: say("party-left.one.redraw", values),
        blocks: [paragraph(say("party-left.one.fallen-away", values))],
        because,
      };
};

const subjectOfSeveral = (reviews: readonly ReviewLeft[]): Phrase => {
  const discontinued = reviews.filter(({ isDiscontinued }) => isDiscontinued).length;
  if (discontinued === reviews.length) return phrase("party-left.several.subject-discontinued");
  return phrase(discontinued === 0 ? "party-left.subject-redraw" : "party-left.several.subject");
};

/** Returns the reviews in order: discontinued ones first, each kind by the names of the parties under review. */
const inOrder = (writer: LetterWriter, reviews: readonly ReviewLeft[]): readonly ReviewLeft[] =>
  reviewsByName(writer, reviews).toSorted((one, other) => Number(other.isDiscontinued) - Number(one.isDiscontinued));

const tableOfSeveral = (letter: PartyLeft, writer: LetterWriter): Markup => {
  const { line, say } = writer;
  const values = denunciationOf(letter);
  return table(writer, {
    caption: line("party-left.several.caption"),
    columns: [line("party-left.several.column-review"), line("party-left.several.column-outcome")],
    rows: inOrder(writer, letter.reviews).map((review) => [
      linkedInList(writer, review),
      review.isDiscontinued ? say("party-left.several.discontinued") : say("party-left.several.redraw", values),
    ]),
  });
};

const aboutSeveral = (letter: PartyLeft, writer: LetterWriter): Statement => {
  const { reviews, reader } = letter;
  const { line, say } = writer;
  const values = denunciationOf(letter);
  return {
    subject: withClusters(
      subjectOfSeveral(reviews),
      reviews.map(({ id }) => id),
    ),
    preheader: phrase("party-left.several.preheader", values),
    that: say("party-left.several.that", values),
    blocks: [
      heading(line("party-left.several.heading")),
      tableOfSeveral(letter, writer),
      ...(reviews.some(({ isDiscontinued }) => isDiscontinued)
        ? [paragraph(say("party-left.several.nothing-pending"))]
        : []),
      ...(reviews.some(({ isDiscontinued }) => !isDiscontinued)
        ? [paragraph(say("party-left.several.fallen-away", values))]
        : []),
    ],
    because: phrase(isToWhoLeft(letter) ? "party-left.several.because-left" : "party-left.several.because", {
      party: reader.party,
    }),
  };
};

const partyLeft = (letter: PartyLeft, writer: LetterWriter): Statement => {
  const [first, ...others] = letter.reviews;
  if (first === undefined) throw new TypeError("A letter about a denunciation speaks of no review");
  return others.length === 0 ? aboutOne(letter, first, writer) : aboutSeveral(letter, writer);
};

/** Returns the current content of the letter; no seat for which lots have been drawn meanwhile. */
const gatherPartyLeft = ({ party }: ContentOf<"party-left">, data: AddressedData): Gathered<PartyLeft> => {
  const { recipient } = data.letter;
  const concerned = data.reviews.flatMap((review) => {
    const isDiscontinued = party === review.party;
    const left = isDiscontinued ? review.discontinued : review.vacated?.find((seat) => seat.party === party);
    if (left === undefined || hasLeft(recipient, review)) return [];
    return [{ ...namedReview(review, data), isDiscontinued, leftOn: left.leftOn }];
  });
  const [first] = concerned;
  const reader = readerOf(recipient, undefined, data);
  if (first === undefined || reader === undefined) return skip("replaced");
  const { leftOn } = first;
  return gathered(
    { kind: "party-left", reader, ...surroundingsOf(data), party: data.named(party), leftOn, reviews: concerned },
    { names: concerned.map(({ id }) => id) },
  );
};

export const denunciationPage: KindPage<ContentOf<"party-left">, PartyLeft> = {
  needs: {
    reviews: ({ reviews }) => reviews,
    parties: ({ party }, data) => [...partiesAbout(data), party],
  },
  gather: gatherPartyLeft,
  /** RM/PE/party-left/2021-08-02. */
  reference: ({ party, leftOn }) => `RM/${party.id}/party-left/${leftOn}`,
  page: (letter, reference, writer) => {
    const [first, ...others] = letter.reviews;
    const frame = first !== undefined && others.length === 0 ? { ...letter, review: first } : letter;
    return frameStatement(writer, frame, partyLeft(letter, writer), reference);
  },
};
