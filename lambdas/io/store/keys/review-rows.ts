import { inRecords, type RecordKey, sort } from "./key.ts";
import { duePartition, obligationPartition, partyPartition, reviewsOfPartyPrefix } from "./indexes.ts";
import { workEntries } from "./work.ts";
import type { Aggregate } from "../../../../domain/audit/aggregates.ts";
import { listedObligations, listedReview } from "../../../../domain/views/listed-reviews.ts";
import { listedObligationsPartition, listedReviewsPartition } from "../../../../schemas/model/tables.ts";
import type { WorkItem } from "../../../../schemas/model/work-item.ts";
import { ObligationKind, type Review } from "../../../../schemas/model/review.ts";
import type { PartyId } from "../../../../schemas/base/ids.ts";
import { openObligations } from "../../../../domain/review/obligations.ts";
import { blockedWork, nominationsToCheck, overdueWork } from "../../../../domain/oversight/work-items.ts";
import { listedText } from "../listed-text.ts";
import { obligationsText } from "../obligations-text.ts";
import { aggregateKey } from "../../../../domain/base/hash-chain.ts";

const seatKey = (review: string, party: PartyId): RecordKey => ({
  pk: aggregateKey("review", review),
  sk: `seat#${party}`,
});
const obligationPrefix = "obligation#";
const obligationKey = (review: string, party: PartyId, kind: ObligationKind): RecordKey => ({
  pk: aggregateKey("review", review),
  sk: `${obligationPrefix}${kind}#${party}`,
});
/** The parts of a review's aggregate from which its rows follow. */
type ListedFrom = Pick<Aggregate<"review">, "state" | "version">;
/** A row in an index; its other attributes are for the readers of the index. */
interface IndexedRow extends RecordKey {
  readonly dueAt?: string | undefined;
  readonly work?: WorkItem;
}
/** The attributes that only index readers need. */
export const indexedAlong: readonly (keyof IndexedRow)[] = ["dueAt", "work"];
/** Returns one party's seat in a review for the indexes by party and by due date: its earliest open obligation. */
const seatRow = (review: Review, party: PartyId) => {
  const due = openObligations(review).find((obligation) => obligation.party === party);
  return {
    ...seatKey(review.id, party),
    schema: 1,
    review: review.id,
    party,
    dueAt: due?.dueAt,
    ...inRecords({ partyKey: partyPartition(party), partySort: `${reviewsOfPartyPrefix}${review.id}` }),
    ...(due === undefined ? {} : inRecords({ dueKey: duePartition, dueSort: sort(due.dueAt, review.id, party) })),
  };
};
/** Returns one party's open obligation of one kind in a review; without index entries if there is none. */
const obligationRow = (review: Review, party: PartyId, kind: ObligationKind) => {
  const pending = openObligations(review).find((one) => one.party === party && one.kind === kind);
  return {
    ...obligationKey(review.id, party, kind),
    schema: 1,
    review: review.id,
    party,
    dueAt: pending?.dueAt,
    ...(pending === undefined
      ? {}
      : inRecords({ obligationKey: obligationPartition(kind), obligationSort: sort(pending.dueAt, party, review.id) })),
    ...workEntries(overdueWork(review, party, kind)),
  };
};
/** Something to be done about a review; without index entries where it is nothing. */
const workRow = (review: Review, sk: string, work: WorkItem | undefined) => ({
  pk: aggregateKey("review", review.id),
  sk,
  schema: 1,
  review: review.id,
  ...workEntries(work),
});
/** The obligations of a review for lists; nothing for a review that never had any. */
const obligationsOf = ({ state: review }: ListedFrom) => {
  const obligations = listedObligations(review);
  return obligations.length === 0
    ? {}
    : {
        obligations: obligationsText(obligations),
        ...inRecords({ obligationsKey: listedObligationsPartition, obligationsSort: review.id }),
      };
};
/** Returns a review for lists: what they show of it and of its obligations, and its task if it is blocked. */
const listedRow = (aggregate: ListedFrom) => ({
  ...workRow(aggregate.state, "listed", blockedWork(aggregate.state)),
  listed: listedText(listedReview(aggregate)),
  ...inRecords({ listKey: listedReviewsPartition, listSort: aggregate.state.id }),
  ...obligationsOf(aggregate),
});
/** Returns true if an item next to a review follows from its aggregate, by the item's sort key. */
export const followsFromReview = (sk: string): boolean => /^(?:(?:seat|obligation|check)#|listed$)/u.test(sk);
export const indexedRows = (aggregate: ListedFrom): readonly IndexedRow[] => {
  const { state: review } = aggregate;
  return [
    listedRow(aggregate),
    ...nominationsToCheck(review).map((work) => workRow(review, `check#${work.mandate}`, work)),
    ...Object.values(review.seats).flatMap(({ party }) => [
      seatRow(review, party),
      ...ObligationKind.options.map((kind) => obligationRow(review, party, kind)),
    ]),
  ];
};
/** Returns true for a row of an obligation that is not open at present. */
export const isIdle = ({ sk, work }: IndexedRow): boolean => sk.startsWith(obligationPrefix) && work === undefined;
/** Returns the rest of an item next to a review that is no longer needed: no index shows it. */
export const endedRow = ({ pk, sk }: RecordKey, review: string) => ({ pk, sk, schema: 1, review, ended: true });
/**
 * Returns the items next to a review's aggregate that a change writes: those whose row differs from before. A removed
 * seat keeps its items without index entries, because nothing is ever deleted. An obligation that never existed has no
 * item.
 */
export const changedSeatRows = (before: ListedFrom | undefined, state: Review): readonly RecordKey[] => {
  const after = { state, version: (before?.version ?? 0) + 1 };
  const rowsBefore = new Map((before === undefined ? [] : indexedRows(before)).map((row) => [row.sk, row]));
  const rows = indexedRows(after);
  const changed = rows.filter((row) => {
    const rowBefore = rowsBefore.get(row.sk);
    if (rowBefore === undefined) return !isIdle(row);
    return JSON.stringify(row) !== JSON.stringify(rowBefore);
  });
  const sortKeys = new Set(rows.map(({ sk }) => sk));
  const gone = [...rowsBefore.values()]
    .filter((row) => !sortKeys.has(row.sk) && !isIdle(row))
    .map((row) => endedRow(row, after.state.id));
  return [...changed, ...gone];
};
