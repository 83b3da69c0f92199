import { inRecords, type RecordIndexKeys, type RecordKey } from "./key.ts";
import {
  kindPartition,
  partyPartition,
  stagePartition,
  usersInRolePrefix,
  usersOfPartyPrefix,
  workEntries,
} from "./indexes.ts";
import type { AggregateKind } from "../../../../schemas/model/fact.ts";
import { bulletinWork, denunciationWork, groupWork, userWork } from "../../../../domain/oversight/work-items.ts";
import { aggregateKey } from "../../../../domain/base/hash-chain.ts";
import type { Aggregate, AggregateStates } from "../../../../domain/audit/aggregates.ts";

/** The sort key of an aggregate's state. */
export const aggregateSort = "aggregate";
export const aggregateRowKey = (kind: AggregateKind, id: string): RecordKey => ({
  pk: aggregateKey(kind, id),
  sk: aggregateSort,
});
/** Aggregates of a kind by id; users by role first. */
const kindSort = <K extends AggregateKind>({ id, state }: Aggregate<K>): string =>
  "role" in state ? `${usersInRolePrefix(state.role)}${id}` : id;
export const recordsOf = aggregateKey;
/** Further index entries of aggregates, apart from those of their kind. */
const aggregateIndexes: { readonly [K in AggregateKind]?: (state: AggregateStates[K]) => RecordIndexKeys } = {
  group: (group) => workEntries(groupWork(group)),
  party: (party) => workEntries(denunciationWork(party)),
  bulletin: (bulletin) => workEntries(bulletinWork(bulletin)),
  review: ({ id, stage }) => inRecords({ stageKey: stagePartition(stage), stageSort: id }),
  user: (user) => ({
    ...(user.party === undefined
      ? {}
      : inRecords({ partyKey: partyPartition(user.party), partySort: `${usersOfPartyPrefix}${user.id}` })),
    ...workEntries(userWork(user)),
  }),
};
/**
 * The number of the shapes in which the states of aggregates are stored. A row with this number is read by its id
 * without parsing its state, so a change of a state's schema raises it; a test compares them.
 */
export const aggregateSchema = 1;
/** The aggregate item of a subject: its state, its version, the hash of its last journal entry, and its index entries. */
export const aggregateRow = <K extends AggregateKind>(aggregate: Aggregate<K>) => ({
  ...aggregateRowKey(aggregate.kind, aggregate.id),
  schema: aggregateSchema,
  kind: aggregate.kind,
  id: aggregate.id,
  version: aggregate.version,
  hash: aggregate.hash,
  foldVersion: aggregate.foldVersion,
  state: aggregate.state,
  ...inRecords({ kindKey: kindPartition(aggregate.kind), kindSort: kindSort(aggregate) }),
  ...aggregateIndexes[aggregate.kind]?.(aggregate.state),
});
