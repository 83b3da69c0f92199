import { dayOf } from "../../base/time.ts";
import type { NamedParty } from "../messages/letter-wording.ts";
import {
  colonIn,
  isolateDirection,
  joinMarkup,
  leadingTo,
  link,
  mailTo,
  type Markup,
  sentences,
  strong,
} from "./html.ts";
import { lines, notice, type Page, paragraph } from "./layout.ts";
import type { LetterWriter, Phrase, Value, Values } from "./letter-writer.ts";
import type { MessageKey } from "../messages/letter-wording.ts";
import {
  clusterNumberOf,
  clusterOfGroup,
  codeOf,
  day,
  endOf,
  mandatePhrase,
  phrase,
  representation,
} from "./phrases.ts";
import type { Frame, ReviewNamed } from "./letter-frame.ts";
import type { Instant } from "../../../schemas/base/values.ts";

/** The content of a letter before it gets the form for its reader. */
export interface Statement {
  /** The subject in one line, without the reference. */
  readonly subject: Value;
  /** The information from the secretariat: "that ...", to the full stop. */
  readonly that: Markup;
  readonly blocks: readonly Markup[];
  /** The reason for the letter, after "because, according to the records of the secretariat,". */
  readonly because: Value;
  /** A sentence that the foot adds, such as the end of the reminders. */
  readonly until?: Markup;
  /**
   * The text that a list of mails shows after the subject, without a full stop; the reason for the letter if left out.
   */
  readonly preheader?: Value;
}

type ListedReview = Pick<ReviewNamed, "id" | "underReview">;

/** Returns "the country review of Peru (c1-PE)". */
export const reviewPhrase = ({ id, underReview }: ListedReview): Phrase =>
  phrase("review", { party: underReview, code: codeOf(id) });

/** Returns "Peru (c1-PE), cluster 1": a row of a list that may contain reviews of several clusters. */
const reviewInList = ({ id, underReview }: ListedReview): Phrase =>
  phrase("review.in-list", { party: underReview, code: codeOf(id), cluster: clusterNumberOf(id) });

/** Returns the address of the page of a review in this language; undefined if the stage names none. */
const pageAddress = ({ reviewPage, language }: LetterWriter, { id, underReview }: ListedReview): string | undefined =>
  reviewPage
    ?.replaceAll("{review}", encodeURIComponent(id))
    .replaceAll("{party}", encodeURIComponent(underReview.id))
    .replaceAll("{language}", language);

/** Returns words that name a review, with a link to its page if the stage names one. */
export const leadingToReview = (writer: LetterWriter, review: ListedReview, words: Markup): Markup => {
  const address = pageAddress(writer, review);
  return address === undefined ? words : leadingTo(address, words);
};

/** Returns a row of a list that names a review, with a link to its page. */
export const linkedInList = (writer: LetterWriter, review: ListedReview): Markup =>
  leadingToReview(writer, review, writer.write(reviewInList(review)));

/** Returns the page of the review of a letter: its name and, on a separate line, the address. */
export const reviewPageBlocks = (writer: LetterWriter, review: ListedReview | undefined): readonly Markup[] => {
  const address = review && pageAddress(writer, review);
  if (review === undefined || address === undefined) return [];
  const name = writer.write(reviewPhrase(review), "start");
  const colon = colonIn(writer.language).trimEnd();
  return [lines([joinMarkup([name, { text: colon, html: colon }]), link(address)])];
};

/** Returns reviews by the names of the parties under review, several of one party by their ids. */
export const reviewsByName = <Listed extends ListedReview>(
  writer: LetterWriter,
  reviews: readonly Listed[],
): readonly Listed[] =>
  writer.sorted(
    reviews.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    ({ underReview }) => underReview,
  );

const several = (items: readonly Phrase[]): Phrase => phrase("reviews", { count: items.length, items });

/** Returns "the country review of Peru (c1-PE)", "the country reviews of France (c1-FR) and Peru (c1-PE)". */
export const reviewsPhrase = (writer: LetterWriter, reviews: readonly ListedReview[]): Phrase =>
  several(
    reviewsByName(writer, reviews).map(({ id, underReview }) =>
      phrase("review.item", { party: underReview, code: codeOf(id) }),
    ),
  );

/** Returns "the country reviews of France (c1-FR, cluster 1) and France (c4-FR, cluster 4)". */
export const reviewsWithClusters = (writer: LetterWriter, reviews: readonly ListedReview[]): Phrase =>
  several(
    reviewsByName(writer, reviews).map(({ id, underReview }) =>
      phrase("review.item-with-cluster", {
        party: underReview,
        code: codeOf(id),
        cluster: clusterNumberOf(id),
      }),
    ),
  );

/** Returns the review of a letter, its cluster and the party under review, as values for nearly every message. */
export const aboutReview = (review: ReviewNamed): Values => ({
  review: reviewPhrase(review),
  cluster: clusterOfGroup(review.group),
  under: review.underReview,
});

/** Returns the page for the action, and the contact. */
const whereTo = (writer: LetterWriter, { frontEndUrl, replyTo }: Frame, reference: string): Markup =>
  paragraph(
    writer.say("where-to", {
      link: link(frontEndUrl),
      mail: mailTo(replyTo),
      reference: isolateDirection(reference),
    }),
  );

/** Returns the closing of a note verbale. */
export const assurances = (writer: LetterWriter, party: NamedParty): Markup =>
  paragraph(writer.say("note-verbale.closing", { representation: representation(party) }));

/** Returns the place and the day of the letter. */
const placeAndDay = ({ sender, language, say, write }: LetterWriter, now: Instant): Markup => {
  const today = day(dayOf(now));
  if (sender === undefined) return write(today);
  const { city } = sender;
  return say("mark.place-and-day", { city: city[language] ?? city.en, day: today });
};

/** Returns reference and date, for the top of every letter. */
export const marksOf = (writer: LetterWriter, { now }: Pick<Frame, "now">, reference: string): Page["marks"] => [
  [writer.line("mark.reference"), writer.write(isolateDirection(reference))],
  [writer.line("mark.date"), placeAndDay(writer, now)],
];

/** Returns the reason why the recipient gets the letter. */
export const addressedTo = (writer: LetterWriter, reader: Frame["reader"], because: Value): Markup =>
  reader.kind === "mission"
    ? writer.say("foot.mission", { representation: representation(reader.party), because })
    : writer.say("foot.person", { because });

/** Returns the foot: the reason why the recipient gets the letter, and the handling of replies. */
export const footOf = (writer: LetterWriter, { reader, replyTo }: Frame, because: Value): Page["foot"] => [
  addressedTo(writer, reader, because),
  writer.say("foot.replies", { mail: mailTo(replyTo) }),
];

/** Returns the foot of a letter with one more sentence after the reason for the letter. */
export const footUntil = ([why, ...rest]: Page["foot"], until: Markup | undefined): Page["foot"] => [
  ...(why === undefined ? [] : [until === undefined ? why : sentences([why, until])]),
  ...rest,
];

/** Returns a subject line with the reference that a reply quotes. */
export const subjectLine = (writer: LetterWriter, words: Value, reference: string): string =>
  writer.line("with-reference", { words, reference });

/** The parts of a letter in reading order, for a letter that gets no other form. */
interface OwnWords extends Pick<Page, "blocks" | "foot" | "preheader"> {
  readonly subject: Value;
}

/**
 * Returns a letter that words its own opening and foot. The sender, reference and date are above it, as in every
 * letter.
 */
export const pageOf = (
  writer: LetterWriter,
  dated: Pick<Frame, "now">,
  reference: string,
  { subject, ...words }: OwnWords,
): Page => ({
  lang: writer.language,
  dir: writer.direction,
  subject: subjectLine(writer, subject, reference),
  sender: writer.line("sender"),
  marks: marksOf(writer, dated, reference),
  ...words,
});

/**
 * Returns a letter in the form for its reader: a note verbale, or a letter to a person. Throws if a value is missing.
 */
export const frameStatement = (
  writer: LetterWriter,
  frame: Frame & { readonly review?: ListedReview },
  { subject, preheader, that, blocks, because, until }: Statement,
  reference: string,
): Page => {
  const { reader } = frame;
  const [opening, closing] =
    reader.kind === "mission"
      ? [
          [paragraph(writer.say("note-verbale.opening", { representation: representation(reader.party), that }))],
          [assurances(writer, reader.party)],
        ]
      : [
          [
            paragraph(writer.say("letter.salutation", { name: isolateDirection(reader.name) })),
            paragraph(writer.say("letter.opening", { that })),
          ],
          [paragraph(writer.say("letter.closing")), paragraph(writer.say("letter.signature"))],
        ];
  return pageOf(writer, frame, reference, {
    subject,
    preheader: writer.line("preheader", { words: preheader ?? because }),
    blocks: [
      ...opening,
      ...blocks,
      ...reviewPageBlocks(writer, frame.review),
      whereTo(writer, frame, reference),
      ...closing,
    ],
    foot: footUntil(footOf(writer, frame, because), until),
  });
};

/** Returns the reason for a letter about a review: the part of the party, or of the person, in it. */
export const becauseOfPart = ({ reader, review }: Frame & { readonly review: ReviewNamed }): Phrase =>
  reader.kind === "mission"
    ? phrase("because.party", { party: reader.party, review: reviewPhrase(review) })
    : phrase("because.person", {
        mandate: mandatePhrase(reader.role, reader.gender),
        party: reader.party,
        review: reviewPhrase(review),
      });

/**
 * The messages for a date: its name while it is ahead and, once it has passed, its purpose and that it was due then.
 */
export interface DateMessages {
  readonly ahead: MessageKey;
  readonly passed: readonly [what: MessageKey, was: MessageKey];
}

/** Returns the notice of a date that the reader must not miss, in the past tense if the letter leaves after it. */
export const dateNoticeOf = (
  writer: LetterWriter,
  { now }: Pick<Frame, "now">,
  dueAt: Instant,
  { ahead, passed: [what, was] }: DateMessages,
): Markup => {
  const end = endOf(dueAt);
  return now > dueAt
    ? notice(writer, writer.line(what), strong(writer.say(was, { end })))
    : notice(writer, writer.line(ahead), strong(writer.write(end)));
};
