import { earliestStart } from "../../domain/policy.ts";
import { monthsFrom, startOfDay } from "../../domain/time.ts";
import type { JournalEntry } from "../../schemas/fact.ts";
import type { Instant } from "../../schemas/values.ts";
import { all } from "../io/pages.ts";
import type { Store } from "../io/ports.ts";

/** A page is as much as one read gives. */
const perPage = 1_000;

const months = async (store: Pick<Store, "feed">, from: Instant, now: Instant): Promise<JournalEntry[]> => {
  const entries: JournalEntry[] = [];
  for (const month of monthsFrom(from, now))
    entries.push(...(await all((paging) => store.feed(month, paging), perPage)));
  return entries;
};

/** Everything that was recorded from an instant on, of all subjects, in the order of recording; a moment behind what was just written. */
export const feedFrom = async (
  store: Pick<Store, "feed">,
  from: Instant,
  now: Instant,
): Promise<readonly JournalEntry[]> => (await months(store, from, now)).filter(({ recordedAt }) => recordedAt >= from);

/** The same from the launch on. */
export const wholeFeed = (store: Pick<Store, "feed">, now: Instant): Promise<readonly JournalEntry[]> =>
  months(store, startOfDay(earliestStart), now);
