import * as z from "zod";
import type { Aggregate, AggregateStates } from "../../../../domain/audit/aggregates.ts";
import type { AggregateKind } from "../../../../schemas/model/fact.ts";
import { Group } from "../../../../schemas/model/group.ts";
import { Party } from "../../../../schemas/model/party.ts";
import { Review } from "../../../../schemas/model/review.ts";
import { User } from "../../../../schemas/model/user.ts";
import { recordsTable } from "../../../../schemas/model/tables.ts";
import { readNamed } from "../../unreadable-row.ts";
import { keyOf } from "../tables.ts";
import { fromItem, type WireItem } from "../attributes.ts";
import { assertRow } from "./row.ts";

/**
 * The schema of the stored state of each kind. Schemas of kinds that few requests need are loaded with the first row.
 */
const stateSchemas: { readonly [K in AggregateKind]: () => Promise<z.ZodType<AggregateStates[K]>> } = {
  party: () => Promise.resolve(Party),
  group: () => Promise.resolve(Group),
  review: () => Promise.resolve(Review),
  user: () => Promise.resolve(User),
  bulletin: async () => (await import("../../../../schemas/model/bulletin.ts")).Bulletin,
  "contact-log": async () => (await import("../../../../schemas/model/follow-up.ts")).ContactLog,
  phase: async () => (await import("../../../../schemas/model/phase.ts")).Phase,
  import: async () => (await import("../../../../schemas/model/import.ts")).Import,
  "register-entry": async () => (await import("../../../../schemas/model/register.ts")).RegisterEntry,
  "status-paper": async () => (await import("../../../../schemas/model/status-paper.ts")).StatusPaper,
  text: async () => (await import("../../../../schemas/model/stored-text.ts")).StoredText,
};

const AggregateRow = z.object({
  id: z.string(),
  version: z.int().min(1),
  hash: z.string(),
  foldVersion: z.int().min(0),
  state: z.unknown(),
});

/** Returns the reader of aggregates of this kind, which throws an UnreadableRow on a row of another kind. */
export const aggregateReader = async <K extends AggregateKind>(kind: K): Promise<(item: WireItem) => Aggregate<K>> => {
  const schema: z.ZodType<AggregateStates[K]> = await stateSchemas[kind]();
  const read = (item: WireItem): Aggregate<K> => {
    const row = fromItem(item);
    assertRow(AggregateRow, row, `aggregate of a ${kind}`);
    const { id, version, hash, foldVersion, state } = row;
    assertRow(schema, state, kind);
    return { kind, id, version, hash, foldVersion, state };
  };
  // Named here, because aggregates are parsed once their schema is loaded, which may be after they were read.
  return (item) => readNamed(keyOf(item, { name: "records", description: recordsTable }), () => read(item));
};
