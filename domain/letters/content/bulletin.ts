import type { BulletinId, ReviewId } from "../../../schemas/base/ids.ts";
import type { AddresseeReason } from "../../../schemas/model/audience.ts";
import type { BulletinText, Placeholder } from "../../../schemas/model/bulletin-text.ts";
import { dayOf } from "../../base/time.ts";
import type { NamedParty } from "../messages/letter-wording.ts";
import { becauseOf } from "./audience-wording.ts";
import {
  addressedTo,
  linkedInList,
  marksOf,
  reviewsByName,
  reviewsWithClusters,
  subjectLine,
} from "./frame-statement.ts";
import { isolateDirection, link, mailTo, type Markup } from "./html.ts";
import { choices, lines, type Page } from "./layout.ts";
import type { Frame } from "./letter-frame.ts";
import type { LetterPage } from "./letter-page.ts";
import type { LetterWriter, Value } from "./letter-writer.ts";
import { day, phrase, representation, withClusters } from "./phrases.ts";
import { filledLine, filledParagraphs, placeholdersIn, type PlaceholderValues } from "./placeholders.ts";

/** A text of the secretariat to one recipient of an audience, with its placeholders filled in. */
export interface Bulletin extends Frame {
  readonly kind: "bulletin";
  readonly bulletin: BulletinId;
  readonly text: BulletinText;
  readonly reason: AddresseeReason;
  /** The reviews of the reason. */
  readonly reviews: readonly { readonly id: ReviewId; readonly underReview: NamedParty }[];
}

/** Returns the reference that a reply quotes: RM/b-01jd8m3v9tq4w7x2c5e6r8y0ab. */
type Reviews = Bulletin["reviews"];

/** Returns the reviews for a foot, or their number if they are too many to name. */
const reviewsInShort = (writer: LetterWriter, reviews: Reviews): Value =>
  reviews.length > 4
    ? withClusters(
        phrase("bulletin.reviews-counted", { count: reviews.length }),
        reviews.map(({ id }) => id),
      )
    : reviewsWithClusters(writer, reviews);

const valuesFor = (
  { reader, reviews, reason, frontEndUrl }: Bulletin,
  writer: LetterWriter,
): Required<PlaceholderValues> => {
  const { write } = writer;
  const dueAt = reason.code === "listed" ? reason.dueAt : undefined;
  return {
    party: write(reader.party),
    recipientName: reader.kind === "mission" ? write(representation(reader.party)) : isolateDirection(reader.name),
    reviews: reviews.length === 0 ? undefined : write(reviewsWithClusters(writer, reviews)),
    dueDate: dueAt === undefined ? undefined : write(day(dayOf(dueAt))),
    link: link(frontEndUrl),
  };
};

/** Returns the placeholders of the text without a value for this reader; with one of them the letter is not written. */
export const placeholdersWithoutValue = (letter: Bulletin, writer: LetterWriter): readonly Placeholder[] => {
  const values = valuesFor(letter, writer);
  return placeholdersIn(letter.text).filter((name) => values[name] === undefined);
};

/** Returns links to the pages of the reviews that the text names, below the text. The text itself is not changed. */
const pagesOfReviews = ({ text, reviews }: Bulletin, writer: LetterWriter): readonly Markup[] =>
  writer.reviewPage === undefined || reviews.length === 0 || !placeholdersIn(text).includes("reviews")
    ? []
    : [choices(reviewsByName(writer, reviews).map((review) => linkedInList(writer, review)))];

/**
 * Returns the page of a bulletin for its reader, with the secretariat's text unchanged. Throws a TypeError if a value
 * is missing.
 */
const page = (letter: Bulletin, reference: string, writer: LetterWriter): Page => {
  const { reader, replyTo, frontEndUrl, text, reason } = letter;
  const values = valuesFor(letter, writer);
  const because = becauseOf(reason, reader, reviewsInShort(writer, letter.reviews));
  return {
    lang: writer.language,
    dir: writer.direction,
    subject: subjectLine(writer, filledLine(text.subject, values), reference),
    preheader: writer.line("preheader", { words: because }),
    sender: writer.line("sender"),
    marks: marksOf(writer, letter, reference),
    blocks: [...filledParagraphs(text.body, values).map(lines), ...pagesOfReviews(letter, writer)],
    foot: [
      addressedTo(writer, reader, because),
      writer.say("bulletin.where-to", { link: link(frontEndUrl), mail: mailTo(replyTo) }),
    ],
  };
};

export const bulletinPage: LetterPage<Bulletin> = { reference: ({ bulletin }) => `RM/${bulletin}`, page };
