import { accounts } from "./io/deps/accounts.ts";
import { schedules } from "./io/deps/timers.ts";
import { letterQueues } from "./io/deps/letters.ts";
import { suppression } from "./io/deps/suppression.ts";
import { clock, ledger, store } from "./io/deps/deps.ts";
import { readStreamed } from "./io/store/stream-entry.ts";
import { onStream } from "./shell/batch.ts";
import { onJournalEntry } from "./use-cases/on-journal-entry.ts";

const io = { store, ledger, schedules, letterQueues, accounts, suppression, clock };

/** The journal's stream: what follows from what happened. */
export const handler = onStream("react", async (record) => {
  const entry = readStreamed(record);
  if (entry !== undefined) await onJournalEntry(io, entry);
});
