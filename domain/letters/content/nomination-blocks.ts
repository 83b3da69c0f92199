import { choices, heading, paragraph, table } from "./layout.ts";
import { isolateDirection, link, mailTo, type Markup } from "./html.ts";
import type { GroupId, ReviewId } from "../../../schemas/base/ids.ts";
import type { SeatRole, Stage } from "../../../schemas/model/review.ts";
import type { Instrument } from "../../../schemas/base/values.ts";
import type { MessageKey, NamedParty } from "../messages/letter-wording.ts";
import type { LetterWriter, Values } from "./letter-writer.ts";
import { leadingToReview, reviewsByName } from "./frame-statement.ts";
import { clusterOfGroup, codeOf, groupPhrase, instrumentPhrases, phrase } from "./phrases.ts";

/** A review that a letter speaks of, and the party's place in it. */
export interface ReviewListed {
  readonly id: ReviewId;
  readonly underReview: NamedParty;
  readonly role: SeatRole;
  readonly instruments: readonly Instrument[];
}

/** Returns the reviews of a party: its own first, the others by the name of the party under review. */
export const ownFirst = <Review extends ReviewListed>(
  writer: LetterWriter,
  reviews: readonly Review[],
): readonly Review[] =>
  reviewsByName(writer, reviews).toSorted(
    (one, other) => Number(other.role === "under-review") - Number(one.role === "under-review"),
  );

/** Returns "Peru (c1-PE)" with a link to its page: a review in a table whose column heading says "review". */
export const nameInRow = (writer: LetterWriter, review: Pick<ReviewListed, "id" | "underReview">): Markup =>
  leadingToReview(writer, review, writer.say("review-row", { party: review.underReview, code: codeOf(review.id) }));

/** Returns the party's seat in a review, with its instruments. */
export const partOf = ({ role, instruments }: ReviewListed): Values => ({
  seat: phrase(`seat.${role}`),
  instruments: instrumentPhrases(instruments),
});

/** Returns the rows of the reviews of a party with its part in them. */
const reviewRows = (writer: LetterWriter, reviews: readonly ReviewListed[]): readonly (readonly [Markup, Markup])[] =>
  ownFirst(writer, reviews).map((review) => [nameInRow(writer, review), writer.say("review-row.part", partOf(review))]);

/** Returns the reviews as rows, with the stage of each review that waits for the party. */
const waitingRows = (
  writer: LetterWriter,
  reviews: readonly (ReviewListed & { readonly stage: Stage })[],
): readonly (readonly [Markup, Markup])[] =>
  ownFirst(writer, reviews).map((review) => [
    nameInRow(writer, review),
    writer.say("review-row.waiting", {
      part: phrase("review-row.part", partOf(review)),
      stage: phrase(`stage.${review.stage}`),
    }),
  ]);

/** Returns the columns of a table of reviews and of the party's part in them. */
export const reviewColumns = (writer: LetterWriter): readonly [string, string] => [
  writer.line("reviews-concerned.review"),
  writer.line("reviews-concerned.part"),
];

/** Returns the reviews that a letter is about, under a heading, with the party's part in them. */
export const reviewsConcerned = (
  writer: LetterWriter,
  reviews: readonly ReviewListed[],
  caption: MessageKey,
): readonly Markup[] => [
  heading(writer.line("reviews-concerned", { count: reviews.length })),
  table(writer, { caption: writer.line(caption), columns: reviewColumns(writer), rows: reviewRows(writer, reviews) }),
];

/** Returns the reviews that wait for the party, with its part in them and the stage of each. */
export const reviewsWaiting = (
  writer: LetterWriter,
  reviews: readonly (ReviewListed & { readonly stage: Stage })[],
  caption: MessageKey,
): readonly Markup[] => [
  heading(writer.line("reviews-concerned", { count: reviews.length })),
  table(writer, { caption: writer.line(caption), columns: reviewColumns(writer), rows: waitingRows(writer, reviews) }),
];

/** Returns the group of some reviews and their number, as values for every phrase about them. */
export const ofGroup = (group: GroupId, { length: count }: readonly ReviewListed[]): Values => ({
  count,
  group: groupPhrase(group),
  cluster: clusterOfGroup(group),
});

/** Returns the two ways in which a mission can respond, after the sentence that announces them. */
export const waysToAnswer = (
  writer: LetterWriter,
  { frontEndUrl, replyTo }: { readonly frontEndUrl: string; readonly replyTo: string },
  reference: string,
): Markup =>
  choices([
    writer.say("ways.online", { link: link(frontEndUrl) }),
    writer.say("ways.note-verbale", { mail: mailTo(replyTo), reference: isolateDirection(reference) }),
  ]);

/** Returns the way to nominate, with identical words in every letter that requests a nomination. */
export const howToNominate = (
  writer: LetterWriter,
  letter: { readonly frontEndUrl: string; readonly replyTo: string },
  reference: string,
): readonly Markup[] => [
  heading(writer.line("how-to-nominate")),
  paragraph(writer.say("how-to-nominate.ways")),
  waysToAnswer(writer, letter, reference),
  paragraph(writer.say("how-to-nominate.details")),
];
