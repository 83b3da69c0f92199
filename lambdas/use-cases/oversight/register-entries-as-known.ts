import { fold } from "../../../domain/audit/aggregates.ts";
import { parseAggregateKey } from "../../../domain/base/hash-chain.ts";
import { addDays, startOfDay } from "../../../domain/base/time.ts";
import type { JournalEntry } from "../../../schemas/model/journal-entry.ts";
import type { RegisterEntry } from "../../../schemas/model/register.ts";
import type { CalendarDate, Instant } from "../../../schemas/base/values.ts";
import { all } from "../../io/pages.ts";
import type { Store } from "../../io/ports/store.ts";
import { feedFrom, launch } from "../base/journal-feed.ts";

/** An entry with its version then. */
export interface KnownEntry {
  readonly state: RegisterEntry;
  readonly version: number;
}

/** Entries folded from what was recorded before an instant. Reads the whole journal. */
const entriesBefore = async (store: Pick<Store, "feed">, end: Instant, now: Instant): Promise<KnownEntry[]> => {
  const entries: JournalEntry[] = [];
  for await (const page of feedFrom(store, launch, now))
    for (const entry of page)
      if (parseAggregateKey(entry.subject).kind === "register-entry" && entry.recordedAt < end) entries.push(entry);
  const bySubject = Map.groupBy(
    entries.toSorted((one, other) => one.version - other.version),
    ({ subject }) => subject,
  );
  return [...bySubject.values()].flatMap((own) => {
    const facts = own.flatMap((entry) => entry.facts);
    const state = fold("register-entry", undefined, facts);
    return state === undefined ? [] : [{ state, version: own.at(-1)?.version ?? 0 }];
  });
};

/** Every entry of the registers, as it was known at the end of a day, or is now. */
export const registerEntriesAsKnown = async (
  store: Pick<Store, "feed" | "list">,
  knownOn: CalendarDate | undefined,
  now: Instant,
): Promise<readonly KnownEntry[]> =>
  knownOn === undefined
    ? all((paging) => store.list("register-entry", paging))
    : entriesBefore(store, startOfDay(addDays(knownOn, 1)), now);
