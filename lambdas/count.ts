import { clock, counts, store } from "./io/deps/projection.ts";
import { readStreamed } from "./io/store/stream-entry.ts";
import { onStreamTogether } from "./shell/batch.ts";
import { recountSubjects } from "./use-cases/counting/recount-subjects.ts";

/** Reads the journal's stream and counts the aggregates of its entries. */
export const handler = onStreamTogether("count", readStreamed, (entries) =>
  recountSubjects({ store, counts, clock }, [...new Set(entries.map(({ subject }) => subject))]),
);
