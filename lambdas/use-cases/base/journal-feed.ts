import { earliestStart } from "../../../domain/base/settings.ts";
import { monthsFrom, startOfDay } from "../../../domain/base/time.ts";
import type { JournalEntry } from "../../../schemas/model/journal-entry.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { pagesOf } from "../../io/pages.ts";
import type { Store } from "../../io/ports/store.ts";

/** The number of items that one read returns. */
const perPage = 1_000;

/** Returns an instant before everything that was ever recorded. */
export const launch = (): Instant => startOfDay(earliestStart);

/**
 * Everything that was recorded from an instant on, of all subjects, in the order of recording and page by page; a moment
 * behind what was just written. Nothing earlier is read.
 */
export async function* feedFrom(
  store: Pick<Store, "feed">,
  from: Instant,
  now: Instant,
): AsyncGenerator<readonly JournalEntry[]> {
  for (const month of monthsFrom(from, now))
    yield* pagesOf((paging) => store.feed(month, { ...paging, from }), perPage);
}
