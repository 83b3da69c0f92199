import type { PartyId } from "../../../schemas/base/ids.ts";
import type { CalendarDate, Instant } from "../../../schemas/base/values.ts";
import type { ObligationKind, Review, SeatRole, Stage } from "../../../schemas/model/review.ts";
import { addDays, dayOf } from "../../base/time.ts";
import { openObligations } from "../../review/obligations.ts";
import { type ContentOf, reviewCopied } from "../letter-kinds.ts";
import type { MessageKey, NamedParty } from "../messages/letter-wording.ts";
import { frameStatement, reviewPageBlocks, reviewPhrase, type Statement } from "./frame-statement.ts";
import { isolateLine, type Markup, sentences, strong } from "./html.ts";
import { heading, notice, type Page, paragraph, table } from "./layout.ts";
import type { ReviewNamed } from "./letter-frame.ts";
import { type AddressedData, gathered, type KindPage, surroundingsOf } from "./letter-page.ts";
import type { LetterWriter } from "./letter-writer.ts";
import {
  clusterNumberOf,
  codeOf,
  day,
  missionOf,
  phrase,
  representation,
  titleOfObligation,
  withClusters,
} from "./phrases.ts";
import { namedReview, ownAndUnderReview } from "./review-letter.ts";

/** A letter to focal points of which the mission's copy waited for the digest. */
export interface DigestCopy {
  readonly deferredAt: Instant;
  /**
   * The subject in the language of the digest; undefined if the letter was in another language and can no longer be
   * written.
   */
  readonly subject: string | undefined;
}

/** A review in which the party has a seat, with the information for the mission. */
export interface ReviewDigested {
  readonly review: ReviewNamed;
  readonly role: SeatRole;
  readonly stage: Stage;
  readonly copies: readonly DigestCopy[];
  /** The party's open obligations in the review, earliest due first. */
  readonly open: readonly { readonly kind: ObligationKind; readonly dueAt: Instant }[];
}

/** The letter of the week to a mission: copies of letters to its focal points, over its reviews in both roles. */
export interface Digest {
  readonly kind: "digest";
  readonly party: NamedParty;
  readonly on: CalendarDate;
  /** The reviews with content for the digest; at least one copy among them. */
  readonly reviews: readonly ReviewDigested[];
  readonly now: Instant;
  readonly frontEndUrl: string;
  readonly replyTo: string;
}

/** Copies of one review that a digest lists; the rest is counted. */
const mostCopies = 50;

/** Returns a subject line without its reference. */
const bare = (subject: string): string => subject.replace(/ \[[^\]]*\]$/u, "");

type DigestRow = readonly [what: Markup, of: Markup];

const rowsOf = ({ copies, open }: ReviewDigested, now: Instant, { say, write }: LetterWriter): readonly DigestRow[] => {
  const rest = copies.length - mostCopies;
  return [
    ...copies
      .slice(0, mostCopies)
      .map(({ deferredAt, subject }): DigestRow => [
        say("digest.letter", { day: day(dayOf(deferredAt)) }),
        subject === undefined
          ? say("digest.letter-elsewhere")
          : say("digest.letter-subject", { subject: isolateLine(bare(subject)) }),
      ]),
    ...(rest > 0 ? [[say("digest.further"), say("digest.further-count", { count: rest })] as const] : []),
    ...open.map(({ kind, dueAt }): DigestRow => [
      say(dueAt < now ? "digest.open-passed" : "digest.open", { day: day(dayOf(dueAt)) }),
      write(titleOfObligation(kind)),
    ]),
  ];
};

const isReviewed = ({ role }: ReviewDigested): boolean => role === "under-review";

/** Returns the blocks of one review: its stage, the letters about it and its open obligations. */
const blocksOf = (digested: ReviewDigested, now: Instant, writer: LetterWriter): readonly Markup[] => {
  const { review } = digested;
  const values = { cluster: clusterNumberOf(review.id), stage: phrase(`stage.${digested.stage}`) };
  return [
    paragraph(writer.say("digest.review", { ...values, review: reviewPhrase(review) })),
    ...reviewPageBlocks(writer, review),
    table(writer, {
      caption: writer.line("digest.caption", { ...values, party: review.underReview, code: codeOf(review.id) }),
      columns: [writer.line("digest.column-letter"), writer.line("digest.column-about")],
      rows: rowsOf(digested, now, writer),
    }),
  ];
};

const partOf = (
  title: MessageKey,
  reviews: readonly ReviewDigested[],
  now: Instant,
  writer: LetterWriter,
): readonly Markup[] =>
  reviews.length === 0
    ? []
    : [
        heading(writer.line(title)),
        ...writer
          .sorted(reviews, ({ review }) => review.underReview)
          .flatMap((digested) => blocksOf(digested, now, writer)),
      ];

/** Returns RM/digest/FR/2021-06-07, the reference of that party's digest of that week. */
const digestReference = ({ party, on }: Pick<Digest, "party" | "on">): string => `RM/digest/${party.id}/${on}`;

/** Returns the number of overdue obligations of the party, and the consequence. */
const pastDate = ({ reviews, now }: Digest, writer: LetterWriter): Markup => {
  const { say, line } = writer;
  const overdue = reviews.flatMap(({ open }) => open.filter(({ dueAt }) => dueAt < now)).length;
  return notice(
    writer,
    line("digest.past-date"),
    strong(overdue === 0 ? say("digest.nothing") : say("digest.overdue", { count: overdue })),
  );
};

const statementOf = (letter: Digest, writer: LetterWriter): Statement => {
  const { party, on, reviews, now } = letter;
  const { say } = writer;
  const count = reviews.reduce((sum, { copies }) => sum + copies.length, 0);
  if (count === 0) throw new TypeError("A digest contains no letter");
  const mission = { representation: representation(party) };
  const others = reviews.filter((one) => !isReviewed(one));
  return {
    subject: withClusters(
      phrase("digest.subject", { day: day(on), count }),
      reviews.map(({ review }) => review.id),
    ),
    that: sentences([
      // A digest that leaves late names the days of its letters: "the past week" would be another week.
      dayOf(now) > on
        ? say("digest.that-late", { count, party, from: day(addDays(on, -7)), until: day(on) })
        : say("digest.that", { count, party }),
      say("digest.copies", { ...mission, count }),
    ]),
    blocks: [
      pastDate(letter, writer),
      ...partOf("digest.own", reviews.filter(isReviewed), now, writer),
      ...partOf("digest.others", others, now, writer),
      paragraph(say("digest.online", { mission: missionOf(party) })),
    ],
    because: phrase("digest.because", mission),
  };
};

/** Returns the digest. Throws if a value is missing, or if the digest would be empty. */
const digest = (letter: Digest, reference: string, writer: LetterWriter): Page => {
  const { party, now, frontEndUrl, replyTo } = letter;
  const frame = { reader: { kind: "mission", party }, now, frontEndUrl, replyTo } as const;
  return frameStatement(writer, frame, statementOf(letter, writer), reference);
};

/** Returns a mission's digest of one review; nothing if no letter was sent and no obligation is open. */
const digestReview = (
  review: Review,
  party: PartyId,
  { copySubjects, named }: AddressedData,
): readonly ReviewDigested[] => {
  const seat = review.seats[party];
  const copies = [...copySubjects]
    .filter(([{ content }]) => reviewCopied(content) === review.id)
    .map(([{ changedAt }, subject]) => ({ deferredAt: changedAt, subject }));
  const open = openObligations(review).filter((obligation) => obligation.party === party);
  return copies.length === 0 && (open.length === 0 || review.stage === "scheduled")
    ? []
    : [
        {
          review: namedReview(review, { named }),
          role: seat?.role ?? "reviewing",
          stage: review.stage,
          copies,
          open: open.map(({ kind, dueAt }) => ({ kind, dueAt })),
        },
      ];
};

export const digestPage: KindPage<ContentOf<"digest">, Digest> = {
  needs: {
    copiesOf: (content) => content,
    reviewsOf: ({ party }, { copies }) => (copies.length === 0 ? [] : [party]),
    // A seat that moved to another party is in no list any more; its copies are still reported.
    reviews: (_content, { found, copies }) => [
      ...new Set([...found, ...copies.flatMap(({ content }) => reviewCopied(content) ?? [])]),
    ],
    parties: ownAndUnderReview,
  },
  whyObsolete: (_content, { copies }) => (copies.length === 0 ? "done" : undefined),
  gather: ({ party, on }, data) => {
    const reviews = data.reviews.flatMap((review) => digestReview(review, party, data));
    return gathered(
      { kind: "digest", party: data.named(party), on, reviews, ...surroundingsOf(data) },
      { names: reviews.map(({ review }) => review.id) },
    );
  },
  statesDateOf: (_content, { state }) => state === "open",
  reference: digestReference,
  page: digest,
};
