import type { RecordKey } from "./key.ts";
import type { AggregateKind } from "../../../../schemas/model/fact.ts";
import { aggregateKey } from "../../../../domain/base/hash-chain.ts";

/** The sort key of an aggregate's state. */
export const aggregateSort = "aggregate";
export const aggregateRowKey = (kind: AggregateKind, id: string): RecordKey => ({
  pk: aggregateKey(kind, id),
  sk: aggregateSort,
});
export const recordsOf = aggregateKey;
/**
 * The number of the shapes in which the states of aggregates are stored. A row with this number is read by its id
 * without parsing its state, so a change of a state's schema raises it; a test compares them.
 */
export const aggregateSchema = 1;
