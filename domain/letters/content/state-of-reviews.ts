import type { GroupId } from "../../../schemas/base/ids.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { ObligationKind, Review, Stage } from "../../../schemas/model/review.ts";
import { openObligations } from "../../review/obligations.ts";
import type { ContentOf } from "../letter-kinds.ts";
import type { NamedParty } from "../messages/letter-wording.ts";
import { reviewsToReport } from "../release-letters.ts";
import { frameStatement, reviewPhrase } from "./frame-statement.ts";
import { isolateDirection, link, mailTo, type Markup, sentences } from "./html.ts";
import { heading, type Page, paragraph, table } from "./layout.ts";
import type { Frame } from "./letter-frame.ts";
import { type AddressedData, gathered, type KindPage, type LetterData, skip, surroundingsOf } from "./letter-page.ts";
import type { LetterWriter } from "./letter-writer.ts";
import { nameInRow, ofGroup, ownFirst, partOf, reviewColumns, type ReviewListed } from "./nomination-blocks.ts";
import { clusterNumberOf, phrase, titleOfObligation } from "./phrases.ts";
import { readerServing, seatsNamedIn } from "./review-letter.ts";
import { dateInRow, hasPassedAny } from "./start-dates.ts";

/** A review that was taken over, with the party's part in it and the stage that it is in. */
interface ReviewStatusRow extends ReviewListed {
  readonly stage: Stage;
}

/** An open obligation in a review. */
interface ObligationStatusRow {
  readonly kind: ObligationKind;
  readonly by: NamedParty;
  readonly review: Pick<ReviewListed, "id" | "underReview">;
  readonly dueAt: Instant;
}

/**
 * The status of the reviews of a group that were taken over, with their open obligations, to a mission or a focal
 * point.
 */
export interface StateOfReviews extends Frame {
  readonly kind: "state-of-reviews";
  readonly party: NamedParty;
  readonly group: GroupId;
  /** The reviews of the group in which the party takes part. At least one. */
  readonly reviews: readonly ReviewStatusRow[];
  /** The party's open obligations, the earliest date first. */
  readonly pending: readonly ObligationStatusRow[];
  /** The open obligations of other parties in these reviews. */
  readonly awaited: readonly ObligationStatusRow[];
}

/** Returns the reviews, with the party's part in each and its stage. */
const statusBlocks = (writer: LetterWriter, reviews: readonly ReviewStatusRow[]): readonly Markup[] => {
  const count = reviews.length;
  return [
    heading(writer.line("reviews-concerned", { count })),
    table(writer, {
      caption: writer.line("state-of-reviews.caption", { count }),
      columns: reviewColumns(writer),
      rows: ownFirst(writer, reviews).map((review) => [
        nameInRow(writer, review),
        writer.say("state-of-reviews.row", { ...partOf(review), stage: phrase(`stage.${review.stage}`) }),
      ]),
    }),
  ];
};

const ownBlocks = (writer: LetterWriter, letter: StateOfReviews, reference: string): readonly Markup[] => {
  const { party, pending, now, frontEndUrl, replyTo } = letter;
  if (pending.length === 0) return [paragraph(writer.say("state-of-reviews.nothing-awaited", { party }))];
  return [
    heading(writer.line("state-of-reviews.awaited")),
    table(writer, {
      caption: writer.line("state-of-reviews.awaited-caption"),
      columns: [writer.line("state-of-reviews.awaited"), writer.line("state-of-reviews.date")],
      rows: pending.map(({ kind, review, dueAt }) => [
        writer.say("state-of-reviews.awaited-row", { title: titleOfObligation(kind), review: reviewPhrase(review) }),
        writer.write(dateInRow(kind, dueAt, now)),
      ]),
    }),
    ...(hasPassedAny(letter) ? [paragraph(writer.say("state-of-reviews.passed", { party }))] : []),
    paragraph(
      writer.say("state-of-reviews.ways", {
        link: link(frontEndUrl),
        mail: mailTo(replyTo),
        reference: isolateDirection(reference),
      }),
    ),
  ];
};

const otherBlocks = (writer: LetterWriter, { awaited, now }: StateOfReviews): readonly Markup[] =>
  awaited.length === 0
    ? []
    : [
        heading(writer.line("state-of-reviews.others")),
        table(writer, {
          caption: writer.line("state-of-reviews.others-caption"),
          columns: [writer.line("state-of-reviews.awaited"), writer.line("state-of-reviews.date")],
          rows: awaited.map(({ by: party, kind, review, dueAt }) => [
            writer.say("state-of-reviews.others-row", {
              party,
              title: titleOfObligation(kind),
              review: reviewPhrase(review),
            }),
            writer.write(dateInRow(kind, dueAt, now)),
          ]),
        }),
      ];

/** Returns the letter in the form for its reader. Throws if a value is missing or there is no review. */
const stateOfReviews = (letter: StateOfReviews, reference: string, writer: LetterWriter): Page => {
  const { party, group, pending, reviews, replyTo } = letter;
  if (reviews.length === 0) throw new TypeError("A letter about the state of reviews speaks of no review");
  const about = ofGroup(group, reviews);
  const inSubject = { ...about, cluster: clusterNumberOf(group) };
  const statement = {
    subject: phrase("state-of-reviews.subject", {
      ...inSubject,
      reviews: phrase("group-reviews.in-subject", inSubject),
    }),
    that: writer.say("state-of-reviews.that", { ...about, reviews: phrase("listed-reviews", about) }),
    blocks: [
      ...statusBlocks(writer, reviews),
      ...ownBlocks(writer, letter, reference),
      ...otherBlocks(writer, letter),
      paragraph(
        sentences([
          writer.say("state-of-reviews.differs", { party, mail: mailTo(replyTo) }),
          ...(pending.length === 0 ? [] : [writer.say("state-of-reviews.reminders")]),
        ]),
      ),
    ],
    because: phrase("because.listed", { party, count: reviews.length }),
  };
  return frameStatement(writer, letter, statement, reference);
};

const reviewsStated = ({ party }: ContentOf<"state-of-reviews">, { group, reviews }: LetterData): readonly Review[] =>
  group?.resumed === undefined ? [] : reviewsToReport(reviews, party, group.resumed.at);

/** Returns the open obligations of some reviews, the earliest date first, as the letter lists them. */
const obligationsStated = (reviews: readonly Review[], named: AddressedData["named"]) =>
  reviews
    .flatMap((review) =>
      openObligations(review).map((obligation) => ({
        obligation,
        listed: {
          kind: obligation.kind,
          by: named(obligation.party),
          review: { id: review.id, underReview: named(review.party) },
          dueAt: obligation.dueAt,
        } satisfies ObligationStatusRow,
      })),
    )
    .toSorted((one, other) => one.obligation.dueAt.localeCompare(other.obligation.dueAt));

export const stateOfReviewsPage: KindPage<ContentOf<"state-of-reviews">, StateOfReviews> = {
  needs: {
    group: ({ group }) => group,
    reviews: (_content, { group }) => group?.reviews ?? [],
    parties: (content, data) => [
      content.party,
      ...reviewsStated(content, data).flatMap(({ seats }) => Object.values(seats).map((seat) => seat.party)),
    ],
  },
  whyObsolete: (_content, { group }) => (group?.resumed === undefined ? "replaced" : undefined),
  gather: (content, data) => {
    const { group, party } = content;
    const { named } = data;
    const reviews = reviewsStated(content, data);
    const reader = readerServing(party, reviews, data);
    // The seat was redrawn since, or the party has replaced the nominee: other letters report that.
    if (reviews.length === 0 || reader === undefined) return skip("replaced");
    const byDate = obligationsStated(reviews, named);
    const own = byDate.filter(({ obligation }) => obligation.party === party);
    const stages = reviews.flatMap((review) =>
      seatsNamedIn([review], party, named).map((listed) => ({ ...listed, stage: review.stage })),
    );
    return gathered(
      {
        kind: "state-of-reviews",
        reader,
        party: named(party),
        group,
        reviews: stages,
        pending: own.map((one) => one.listed),
        awaited: byDate.filter(({ obligation }) => obligation.party !== party).map((one) => one.listed),
        ...surroundingsOf(data),
      },
      {
        obligationRefs: own.map(({ obligation: { id, generation }, listed: { review } }) => ({
          review: review.id,
          obligation: id,
          generation,
        })),
        about: reviews,
      },
    );
  },
  statesDateOf: (_content, { state }) => state === "open",
  reference: ({ group, party }) => `RM/${group}/${party.id}/state`,
  page: stateOfReviews,
};
