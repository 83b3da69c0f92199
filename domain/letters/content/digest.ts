import type { ObligationKind, SeatRole, Stage } from "../../../schemas/model/review.ts";
import type { CalendarDate, Instant } from "../../../schemas/base/values.ts";
import en from "../../labels/en.json" with { type: "json" };
import { dayOf, longDate } from "../../base/time.ts";
import {
  clusterNumberWords,
  day,
  inSentence,
  missionWord,
  type NamedParty,
  representation,
  withClusters,
} from "./wording.ts";
import { frameLetter, type ReviewNamed, type LetterStatement } from "./salutation.ts";
import { type Markup, markup, strong, keepOnOneLine } from "./html.ts";
import { heading, notice, type Page, paragraph, table } from "./layout.ts";

/** A letter that went to focal points and of which the mission's copy was held. */
export interface DigestCopy {
  readonly heldAt: Instant;
  /** As the focal points read it. */
  readonly subject: string;
}

/** A review in which the party has a seat, with what the mission is told of it. */
export interface ReviewDigested {
  readonly review: ReviewNamed;
  readonly role: SeatRole;
  readonly stage: Stage;
  readonly copies: readonly DigestCopy[];
  /** What the party owes in it, earliest due first. */
  readonly open: readonly { readonly kind: ObligationKind; readonly dueAt: Instant }[];
}

/** The letter of the week to a mission: copies of letters to its focal points, over its reviews in both roles. */
export interface Digest {
  readonly kind: "digest";
  readonly party: NamedParty;
  readonly on: CalendarDate;
  /** Those with something to tell; at least one copy among them. */
  readonly reviews: readonly ReviewDigested[];
  readonly now: Instant;
  readonly frontEndUrl: string;
  readonly replyTo: string;
}

const letters = (count: number): string => (count === 1 ? "1 letter" : `${count} letters`);
const duties = (count: number): string => (count === 1 ? "1 duty" : `${count} duties`);

/** So many copies a digest lists of a review; the rest is counted. */
const mostCopies = 50;

/** A subject line without the reference behind it. */
const bare = (subject: string): string => subject.replace(/ \[[^\]]*\]$/u, "");

const rowsOf = ({ copies, open }: ReviewDigested, now: Instant): (readonly [Markup, Markup])[] => {
  const rest = copies.length - mostCopies;
  return [
    ...copies
      .slice(0, mostCopies)
      .map(({ heldAt, subject }) => [markup`Letter of ${day(dayOf(heldAt))}`, markup`${bare(subject)}`] as const),
    ...(rest > 0 ? [[markup`Further letters`, markup`${letters(rest)}, listed online`] as const] : []),
    ...open.map(({ kind, dueAt }) => {
      const until =
        dueAt < now ? markup`Open, was due by ${day(dayOf(dueAt))}` : markup`Open, due by ${day(dayOf(dueAt))}`;
      return [until, markup`${en.obligations[kind]}`] as const;
    }),
  ];
};

const isReviewed = ({ role }: ReviewDigested): boolean => role === "under-review";

const blockOf = (digested: ReviewDigested, now: Instant): Markup => {
  const { review, stage } = digested;
  return table({
    caption: `Country review of ${inSentence(review.underReview).text} (${review.id}), ${clusterNumberWords(review.id)}, stage: ${en.stages[stage]}`,
    heads: ["Letter or date", "About"],
    rows: rowsOf(digested, now),
  });
};

const partOf = (title: string, reviews: readonly ReviewDigested[], now: Instant): readonly Markup[] =>
  reviews.length === 0
    ? []
    : [
        heading(title),
        ...reviews.flatMap((digested) => [
          paragraph(
            markup`The country review of ${inSentence(digested.review.underReview)} (${keepOnOneLine(digested.review.id)}) under ${clusterNumberWords(digested.review.id)} is at this stage: ${en.stages[digested.stage]}.`,
          ),
          blockOf(digested, now),
        ]),
      ];

/** RM/digest/FR/2021-06-07: that party's letter of that week. */
export const digestReference = ({ party, on }: Pick<Digest, "party" | "on">): string => `RM/digest/${party.id}/${on}`;

const statementOf = ({ party, on, reviews, now }: Digest): LetterStatement => {
  const copyCount = reviews.reduce((sum, { copies }) => sum + copies.length, 0);
  if (copyCount === 0) throw new TypeError("A digest tells of no letter");
  const overdue = reviews.flatMap(({ open }) => open.filter(({ dueAt }) => dueAt < now)).length;
  return {
    subject: withClusters(
      `Weekly digest of ${longDate(on, "en")}: ${letters(copyCount)} to focal points`,
      reviews.map(({ review }) => review.id),
    ),
    that: markup`that ${letters(copyCount)} about country reviews in which ${inSentence(party)} takes part ${copyCount === 1 ? "was" : "were"} addressed to its focal points in the past week. As the ${representation(party)} asked, ${copyCount === 1 ? "the copy for its attention is told of" : "the copies for its attention are brought together"} in this letter.`,
    blocks: [
      overdue === 0
        ? notice("Past the date", strong("nothing"))
        : notice("Past the date", strong(`${duties(overdue)}; letters are sent at once until that is settled`)),
      ...partOf("Own country review", reviews.filter(isReviewed), now),
      ...partOf(
        "Country reviews of other parties",
        reviews.filter((one) => !isReviewed(one)),
        now,
      ),
      paragraph(
        markup`All letters are listed online, with what became of each. Letters to the ${missionWord(party)} itself, on nominations and on lots drawn again, are not held for the digest.`,
      ),
    ],
    because: markup`the ${representation(party)} asked for copies of letters to its focal points in one letter a week; it may change that online at any time`,
  };
};

/** The digest in English. Throws where a value is missing, or where it would tell of nothing. */
export const digest = (letter: Digest, reference: string): Page => {
  const { party, now, frontEndUrl, replyTo } = letter;
  return frameLetter({ reader: { kind: "mission", party }, now, frontEndUrl, replyTo }, statementOf(letter), reference);
};
