import { defined } from "../../schemas/base/defined.ts";
import type { Aggregate } from "../audit/aggregates.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { ImportView } from "../../schemas/views/import.ts";
import { importWork } from "./work.ts";

/** Returns an import with the number of its reviews that exist by now. */
export const importView = (
  { state, version }: Pick<Aggregate<"import">, "state" | "version">,
  reviews: readonly Review[],
): ImportView => {
  const { id, orderedBy, orderedAt, appliedAt, groups, people, refused } = state;
  return {
    id,
    state: state.state,
    orderedBy,
    orderedAt,
    ...defined({ appliedAt }),
    ...importWork(state, reviews.filter((review) => review.import === id).length),
    groups,
    people,
    ...defined({ refused }),
    version,
  };
};
