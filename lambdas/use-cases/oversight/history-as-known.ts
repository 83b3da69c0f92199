import { parseAggregateKey } from "../../../domain/base/hash-chain.ts";
import { addDays, startOfDay } from "../../../domain/base/time.ts";
import { type MechanismHistory, historyOf } from "../../../domain/statistics/mechanism-history.ts";
import type { AggregateKind } from "../../../schemas/model/aggregate-kind.ts";
import type { JournalEntry } from "../../../schemas/model/journal-entry.ts";
import type { CalendarDate, Instant } from "../../../schemas/base/values.ts";
import type { Store } from "../../io/ports/store.ts";
import { feedFrom, launch } from "../base/journal-feed.ts";

/** The kinds that a measure counts. Others are not kept in memory: they are most of a long journal. */
export const counted: ReadonlySet<AggregateKind> = new Set<AggregateKind>(["party", "group", "review", "user"]);

/**
 * Every entry about subjects of some kinds that was recorded before an instant, or by now, in an order in which those of
 * each subject follow one another. Reads the whole journal. Throws where an entry cannot be read: what is counted without
 * it is untrue.
 */
export const entriesAsKnown = async (
  store: Pick<Store, "feed">,
  kinds: ReadonlySet<AggregateKind>,
  end: Instant | undefined,
  now: Instant,
): Promise<readonly JournalEntry[]> => {
  const entries: JournalEntry[] = [];
  for await (const page of feedFrom(store, launch(), now))
    for (const entry of page)
      if (kinds.has(parseAggregateKey(entry.subject).kind) && (end === undefined || entry.recordedAt < end))
        entries.push(entry);
  // The feed is in the order of recording, in which two entries of one instant may have any order.
  return entries.toSorted((one, other) => one.version - other.version);
};

/** Everything that measures count, as it was known at the end of a day, or now. */
export const historyAsKnown = async (
  store: Pick<Store, "feed">,
  knownOn: CalendarDate | undefined,
  now: Instant,
): Promise<MechanismHistory> => {
  const end = knownOn === undefined ? undefined : startOfDay(addDays(knownOn, 1));
  return historyOf(await entriesAsKnown(store, counted, end, now));
};
