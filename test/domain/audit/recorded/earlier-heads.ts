import { aggregateKey } from "../../../../domain/base/hash-chain.ts";
import type { Aggregate } from "../../../../domain/audit/aggregates.ts";
import type { JournalEntry } from "../../../../schemas/model/journal-entry.ts";
import type { AggregateKind } from "../../../../schemas/model/fact.ts";
import recorded from "./earlier-heads.json" with { type: "json" };

/**
 * A course of two reviews as the version 74749ad recorded and stored it, head by head with its journal: it knew no day on
 * which somebody was named, no count of invitations, and no reason of an exception in the state. Nothing was changed since.
 */
export const earlierHeads = recorded.heads.map((head) => ({
  head: head as unknown as Aggregate<AggregateKind>,
  entries: (recorded.journal as unknown as readonly JournalEntry[]).filter(
    ({ subject }) => subject === aggregateKey(head.kind as AggregateKind, head.id),
  ),
}));
