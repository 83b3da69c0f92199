import * as z from "zod";
import { ReviewId, PartyId } from "../../../schemas/base/ids.ts";
import { Instant } from "../../../schemas/base/values.ts";
import { ReviewPlace } from "../../../schemas/model/review-place.ts";
import { type WireItem, fromItem } from "./attributes.ts";
import { assertRow } from "./row.ts";
import { UnreadableRow } from "../unreadable-row.ts";
import type { Stage, ObligationKind } from "../../../schemas/model/review.ts";
import type { IdPageRequest, Page, PageRequest } from "../ports/paging.ts";
import type { Aggregate } from "../../../domain/audit/aggregates.ts";
import { type Question, page } from "./pages.ts";
import { earlierThan } from "./keys/key.ts";
import type { Access } from "./tables.ts";
import { records } from "./questions.ts";
import {
  stagePartition,
  partyPartition,
  reviewsOfPartyPrefix,
  duePartition,
  obligationPartition,
} from "./keys/indexes.ts";
import { sortedIn, aggregateReader } from "./aggregates.ts";
import { placePaths } from "./keys/reviews.ts";
import { all } from "./pages.ts";

/** An obligation as the due index lists it. */
export interface DueRow {
  readonly review: ReviewId;
  readonly party: PartyId;
  /** The earliest open due date of this party in this review. */
  readonly dueAt: Instant;
}

const PlaceRow = z.object({ state: ReviewPlace });

/**
 * Returns the position of a review from the requested attributes of its aggregate. Throws a TypeError on a row of
 * another kind.
 */
const readReviewPlace = (item: WireItem): ReviewPlace => {
  const row = fromItem(item);
  assertRow(PlaceRow, row, "place of a review");
  return row.state;
};

const SeatRow = z.object({ review: ReviewId, party: PartyId, dueAt: Instant.optional() });

/**
 * Returns an open obligation of a party, as the indexes by due date and by kind list it. Throws a TypeError on a row of
 * another kind.
 */
const readDueRow = (item: WireItem): DueRow => {
  const row = fromItem(item);
  assertRow(SeatRow, row, "seat");
  const { dueAt } = row;
  if (dueAt === undefined) throw new UnreadableRow(`The seat of ${row.party} in ${row.review} has no due date`);
  return { review: row.review, party: row.party, dueAt };
};

const readReviewOfSeat = (item: WireItem): ReviewId => {
  const row = fromItem(item);
  assertRow(SeatRow, row, "seat");
  return row.review;
};

/** Reviews by what they have in common, and their seats. Lists are eventually consistent. */
export interface ReviewStore {
  reviewsInStage(stage: Stage, paging: IdPageRequest): Promise<Page<Aggregate<"review">>>;
  /** Returns reviews in a stage with their position only, because there are many ended ones with long aggregates. */
  placesInStage(stage: Stage, paging: PageRequest): Promise<Page<ReviewPlace>>;
  /** Reviews in which the party holds a seat, eventually consistent, in the order of ids. */
  reviewsOfParty(party: PartyId): Promise<readonly ReviewId[]>;
  /** Seats with an open obligation, earliest due first; `before` limits to those due earlier. */
  due(paging: PageRequest & { readonly before?: Instant }): Promise<Page<DueRow>>;
  /** Returns seats with an open obligation of one kind, earliest due first; `before` limits to those due earlier. */
  pending(kind: ObligationKind, paging: PageRequest & { readonly before?: Instant }): Promise<Page<DueRow>>;
}

/** The range of an index by date. */
const dueBefore = (before: Instant | undefined): Pick<Question, "sort"> =>
  before === undefined ? {} : { sort: { below: earlierThan(before) } };

/** Lists of reviews on DynamoDB. */
export const dynamoReviews = (access: Access): ReviewStore => ({
  reviewsInStage: async (stage, { ids, ...paging }) => {
    const question = records(access, { index: "byStage", partition: stagePartition(stage), ...sortedIn(ids) });
    return page(access.client, question, paging, await aggregateReader("review"));
  },
  placesInStage: (stage, paging) => {
    const question = records(access, {
      index: "byStage",
      partition: stagePartition(stage),
      only: placePaths(),
    });
    return page(access.client, question, paging, readReviewPlace);
  },
  reviewsOfParty: (party) =>
    all(
      access.client,
      records(access, {
        index: "byParty",
        partition: partyPartition(party),
        sort: { beginsWith: reviewsOfPartyPrefix },
      }),
      readReviewOfSeat,
    ),
  due: ({ before, ...paging }) =>
    page(
      access.client,
      records(access, {
        index: "byDue",
        partition: duePartition,
        ...dueBefore(before),
      }),
      paging,
      readDueRow,
    ),
  pending: (kind, { before, ...paging }) =>
    page(
      access.client,
      records(access, { index: "byObligation", partition: obligationPartition(kind), ...dueBefore(before) }),
      paging,
      readDueRow,
    ),
});
