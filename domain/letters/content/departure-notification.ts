import type { ReviewId } from "../../../schemas/base/ids.ts";
import type { CalendarDate } from "../../../schemas/base/values.ts";
import { type Markup, markup } from "./html.ts";
import { heading, paragraph, table } from "./layout.ts";
import type { LetterPage } from "./letter-page.ts";
import {
  type Frame,
  frameLetter,
  type LetterStatement,
  reviewInCluster,
  type ReviewNamed,
  reviewOf,
  underCluster,
} from "./salutation.ts";
import { day, inSentence, type NamedParty, withClusters } from "./wording.ts";

/** A review in which a party took part that left. */
export interface ReviewLeft extends ReviewNamed {
  /** Whether that is the party under review, so that the review goes no further. */
  readonly isDiscontinued: boolean;
}

/** To a mission: a party left the Convention with which its own takes part in reviews; or its own did. */
export interface PartyLeft extends Frame {
  readonly kind: "party-left";
  readonly party: NamedParty;
  readonly leftOn: CalendarDate;
  /** At least one. */
  readonly reviews: readonly ReviewLeft[];
  /** The review that the letter was planned for, by an earlier version that wrote one for each. */
  readonly only?: ReviewId;
}

const leftSentence = ({ party, leftOn }: PartyLeft): Markup =>
  markup`${inSentence(party)} is no longer a party to the Convention as of ${day(leftOn)}`;

const aboutOne = (letter: PartyLeft, review: ReviewLeft): Pick<LetterStatement, "subject" | "that" | "blocks"> => {
  const party = inSentence(letter.party);
  return review.isDiscontinued
    ? {
        subject: withClusters("A country review goes no further", [review.id]),
        that: markup`that ${leftSentence(letter)}, and that ${reviewOf(review)} ${underCluster(review)} therefore goes no further.`,
        blocks: [
          paragraph(markup`Nothing is owed in it any more. What was submitted stays on record and is not published.`),
        ],
      }
    : {
        subject: withClusters("A reviewing party has left: lots are to be drawn again", [review.id]),
        that: markup`that ${leftSentence(letter)}, and that lots are to be drawn again for its place in ${reviewOf(review)} ${underCluster(review)}.`,
        blocks: [
          paragraph(
            markup`The obligations of ${party} in the review have fallen away, and the access of its people has ended. What it contributed stays part of the review. The drawing is counted among the redraws of no party; a letter tells whoever is drawn.`,
          ),
        ],
      };
};

const subjectOfSeveral = (reviews: readonly ReviewLeft[]): string => {
  const discontinued = reviews.filter(({ isDiscontinued }) => isDiscontinued).length;
  const words =
    discontinued === reviews.length
      ? "Country reviews go no further"
      : discontinued === 0
        ? "A reviewing party has left: lots are to be drawn again"
        : "A party has left: what becomes of country reviews";
  return withClusters(
    words,
    reviews.map(({ id }) => id),
  );
};

const aboutSeveral = (letter: PartyLeft): Pick<LetterStatement, "subject" | "that" | "blocks"> => {
  const { reviews } = letter;
  const party = inSentence(letter.party);
  const ordered = reviews.toSorted(
    (one, other) =>
      Number(other.isDiscontinued) - Number(one.isDiscontinued) ||
      one.underReview.name.localeCompare(other.underReview.name, "en") ||
      (one.id < other.id ? -1 : 1),
  );
  return {
    subject: subjectOfSeveral(reviews),
    that: markup`that ${leftSentence(letter)}. The country reviews listed below are concerned.`,
    blocks: [
      heading("Country reviews concerned"),
      table({
        caption: "What becomes of the country reviews:",
        heads: ["Country review", "What becomes of it"],
        rows: ordered.map((review) => [
          reviewInCluster(review),
          review.isDiscontinued
            ? markup`The review goes no further.`
            : markup`Lots are to be drawn again for the place of ${party}.`,
        ]),
      }),
      ...(reviews.some(({ isDiscontinued }) => isDiscontinued)
        ? [
            paragraph(
              markup`Nothing is owed any more in a review that goes no further. What was submitted in it stays on record and is not published.`,
            ),
          ]
        : []),
      ...(reviews.some(({ isDiscontinued }) => !isDiscontinued)
        ? [
            paragraph(
              markup`Where lots are to be drawn, the obligations of ${party} have fallen away, and the access of its people has ended. What it contributed stays part of the review. No drawing is counted among the redraws of a party; a letter tells whoever is drawn.`,
            ),
          ]
        : []),
    ],
  };
};

const partyLeft = (letter: PartyLeft): LetterStatement => {
  const { reader, party, reviews } = letter;
  const [first, ...others] = reviews;
  if (first === undefined) throw new TypeError("A letter about a departure speaks of no review");
  // Whoever has left takes part no more.
  const takesPart = reader.party.id === party.id ? "took part" : "takes part";
  const where = others.length === 0 ? reviewOf(first) : markup`the country reviews listed above`;
  return {
    ...(others.length === 0 ? aboutOne(letter, first) : aboutSeveral(letter)),
    because: markup`${inSentence(reader.party)} ${takesPart} in ${where}`,
  };
};

export const departurePage: LetterPage<PartyLeft> = {
  /** RM/PE/party-left/2021-08-02; by an earlier version RM/c1-FR/party-left/PE. */
  reference: ({ party, leftOn, only }) =>
    only === undefined ? `RM/${party.id}/party-left/${leftOn}` : `RM/${only}/party-left/${party.id}`,
  page: (letter, reference) => frameLetter(letter, partyLeft(letter), reference),
};
