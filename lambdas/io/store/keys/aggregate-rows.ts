import { inRecords, type RecordIndexKeys } from "./key.ts";
import { aggregateRowKey, aggregateSchema } from "./aggregates.ts";
import { kindPartition, partyPartition, stagePartition, usersInRolePrefix, usersOfPartyPrefix } from "./indexes.ts";
import { workEntries } from "./work.ts";
import type { AggregateKind } from "../../../../schemas/model/fact.ts";
import { bulletinWork, denunciationWork, groupWork, userWork } from "../../../../domain/oversight/work-items.ts";
import type { Aggregate, AggregateStates } from "../../../../domain/audit/aggregates.ts";

/** Aggregates of a kind by id; users by role first. */
const kindSort = <K extends AggregateKind>({ id, state }: Aggregate<K>): string =>
  "role" in state ? `${usersInRolePrefix(state.role)}${id}` : id;
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
