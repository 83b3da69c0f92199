import type { AddresseeReason } from "../../../schemas/model/audience.ts";
import type { BulletinText, Placeholder } from "../../../schemas/model/bulletin-text.ts";
import type { BulletinId, ReviewId } from "../../../schemas/base/ids.ts";
import { dayOf } from "../../base/time.ts";
import { becauseOf } from "./audience-wording.ts";
import { day, inSentence, mechanism, type NamedParty, representation, withClusters } from "./wording.ts";
import { type Frame, reviewsInClusters } from "./salutation.ts";
import { isolateDirection, link, mailTo, type Markup, markup } from "./html.ts";
import { lines, type Page } from "./layout.ts";
import { filledLine, filledParagraphs, placeholdersIn, type PlaceholderValues } from "./placeholders.ts";

/** To whoever is in an audience: what the secretariat wrote, filled in for its reader. */
export interface Bulletin extends Frame {
  readonly kind: "bulletin";
  readonly bulletin: BulletinId;
  readonly text: BulletinText;
  readonly reason: AddresseeReason;
  /** The reviews of the reason. */
  readonly reviews: readonly { readonly id: ReviewId; readonly underReview: NamedParty }[];
}

/** What whoever answers quotes: RM/b-01jd8m3v9tq4w7x2c5e6r8y0ab. */
export const bulletinReference = (bulletin: BulletinId): string => `RM/${bulletin}`;

type Reviews = Bulletin["reviews"];

/** Reviews that a foot can name, or how many there are. */
const reviewsInShort = (reviews: Reviews): Markup =>
  reviews.length > 4
    ? markup`${withClusters(
        `${reviews.length} country reviews`,
        reviews.map(({ id }) => id),
      )}`
    : reviewsInClusters(reviews);

const valuesFor = ({ reader, reviews, reason, frontEndUrl }: Bulletin): PlaceholderValues => ({
  party: inSentence(reader.party),
  recipientName: reader.kind === "mission" ? representation(reader.party) : isolateDirection(reader.name),
  reviews: reviews.length === 0 ? undefined : reviewsInClusters(reviews),
  dueDate: reason.code === "listed" && reason.dueAt !== undefined ? day(dayOf(reason.dueAt)) : undefined,
  link: link(frontEndUrl),
});

/** The placeholders of the text for which nothing is known of this reader; with one of them it is not written. */
export const placeholdersWithoutValue = (letter: Bulletin): readonly Placeholder[] => {
  const values = valuesFor(letter);
  return placeholdersIn(letter.text).filter((name) => values[name] === undefined);
};

/** A bulletin in the form that its reader gets. Throws a TypeError where a value is missing. */
export const bulletinPage = (letter: Bulletin, reference: string): Page => {
  const { reader, now, replyTo, frontEndUrl, text, reason } = letter;
  const values = valuesFor(letter);
  const to = reader.kind === "mission" ? markup`to the ${representation(reader.party)}` : markup`to you`;
  return {
    lang: "en",
    dir: "ltr",
    subject: `${filledLine(text.subject, values).text} [${reference}]`,
    sender: `Secretariat of the ${mechanism}`,
    marks: [
      ["Reference", isolateDirection(reference)],
      ["Date", day(dayOf(now))],
    ],
    blocks: filledParagraphs(text.body, values).map(lines),
    foot: [
      markup`This letter is addressed ${to} because, according to the records of the secretariat, ${becauseOf(reason, reader.party, reviewsInShort(letter.reviews))}.`,
      markup`Reviews are conducted online, at ${link(frontEndUrl)}. Replies are read by the secretariat at ${mailTo(replyTo)}; kindly quote the reference.`,
    ],
  };
};
