import { scopeKeyOf } from "../../../domain/statistics/scope-keys.ts";
import type { Totals } from "../../../domain/statistics/counts-as-kept.ts";
import type { GroupId } from "../../../schemas/base/ids.ts";
import type { CalendarDate } from "../../../schemas/base/values.ts";
import type { StatisticsScope } from "../../../schemas/model/statistics.ts";
import type { Store } from "../../io/ports/store.ts";

/** The known groups, and the counts of a part of the Mechanism, which are read on demand. */
interface Kept {
  readonly groups: readonly GroupId[];
  readonly totals: (scope: StatisticsScope, day: CalendarDate) => Promise<Totals>;
}

/**
 * Returns the stored counts next to the journal; undefined if they are incomplete, so that the caller counts the
 * journal itself.
 */
export const keptCounts = async (store: Pick<Store, "countsState" | "countsAt">): Promise<Kept | undefined> => {
  const state = await store.countsState();
  if (state?.isComplete !== true) return undefined;
  return {
    groups: state.groups,
    totals: async (scope, day) => {
      const key = scopeKeyOf(scope);
      // A group of a cluster other than the requested one has no reviews in it.
      return key === undefined ? new Map<string, number>() : store.countsAt(key, day);
    },
  };
};
