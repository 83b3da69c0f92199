import { scopeKeyOf } from "../../../domain/statistics/scope-keys.ts";
import type { Totals } from "../../../domain/statistics/counts-as-kept.ts";
import type { GroupId } from "../../../schemas/base/ids.ts";
import type { CalendarDate } from "../../../schemas/base/values.ts";
import type { StatisticsScope } from "../../../schemas/model/statistics.ts";
import type { Store } from "../../io/ports/store.ts";

/** The groups that are known, and what is counted of a part of the Mechanism; the counts are read when they are asked for. */
interface Kept {
  readonly groups: readonly GroupId[];
  readonly totals: (scope: StatisticsScope, day: CalendarDate) => Promise<Totals>;
}

/** What is counted beside the journal; undefined where that is not all of it, so that the journal itself is to be counted. */
export const keptCounts = async (store: Pick<Store, "countsState" | "countsAt">): Promise<Kept | undefined> => {
  const state = await store.countsState();
  if (state?.isComplete !== true) return undefined;
  return {
    groups: state.groups,
    totals: async (scope, day) => {
      const key = scopeKeyOf(scope);
      // A group of another cluster than the one asked for has no reviews in it.
      return key === undefined ? new Map<string, number>() : store.countsAt(key, day);
    },
  };
};
