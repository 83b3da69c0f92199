import { scopeKeyOf } from "../../../domain/statistics/scope-keys.ts";
import type { Totals } from "../../../domain/statistics/projection-totals.ts";
import type { GroupId } from "../../../schemas/base/ids.ts";
import type { CalendarDate } from "../../../schemas/base/values.ts";
import type { StatisticsScope } from "../../../schemas/model/statistics.ts";
import type { Store } from "../../io/ports/store.ts";

/** The known groups, and the counts of a part of the Mechanism, which are read on demand. */
interface ReadProjection {
  readonly groups: readonly GroupId[];
  readonly totals: (scope: StatisticsScope, day: CalendarDate) => Promise<Totals>;
}

/**
 * Returns the projection; undefined if they are incomplete, so that the caller counts the
 * journal itself.
 */
export const readProjection = async (
  store: Pick<Store, "projectionState" | "totalsOn">,
): Promise<ReadProjection | undefined> => {
  const state = await store.projectionState();
  if (state?.isComplete !== true) return undefined;
  return {
    groups: state.groups,
    totals: async (scope, day) => {
      const key = scopeKeyOf(scope);
      // A group of a cluster other than the requested one has no reviews in it.
      return key === undefined ? new Map<string, number>() : store.totalsOn(key, day);
    },
  };
};
