import { earliestStart } from "../../../domain/base/policy.ts";
import { monthsFrom, startOfDay } from "../../../domain/base/time.ts";
import type { JournalEntry } from "../../../schemas/model/journal-entry.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { all } from "../../io/pages.ts";
import type { Store } from "../../io/ports/store.ts";

/** A page is as much as one read gives. */
const perPage = 1_000;

/**
 * Everything that was recorded from an instant on, of all subjects, in the order of recording; a moment behind what was
 * just written. Nothing earlier is read.
 */
export const feedFrom = async (
  store: Pick<Store, "feed">,
  from: Instant,
  now: Instant,
): Promise<readonly JournalEntry[]> => {
  const entries: JournalEntry[] = [];
  for (const month of monthsFrom(from, now))
    entries.push(...(await all((paging) => store.feed(month, { ...paging, from }), perPage)));
  return entries;
};

/** The same from the launch on. */
export const wholeFeed = (store: Pick<Store, "feed">, now: Instant): Promise<readonly JournalEntry[]> =>
  feedFrom(store, startOfDay(earliestStart), now);
