import { defined } from "../../schemas/base/defined.ts";
import type * as z from "zod";
import type { Review } from "../../schemas/model/review.ts";
import type { Instant } from "../../schemas/base/values.ts";
import type { BlockerView } from "../../schemas/views/core.ts";
import { dueDate } from "../base/time.ts";
import { type Blocking, blockingIn, dueOf } from "../statistics/blocking.ts";
import { presentHistory } from "../statistics/present-history.ts";
import { holdsAt } from "../statistics/spans.ts";

type Blocker = z.infer<typeof BlockerView>;

/** Returns what blocks a review at a moment, from the times in which something does. */
export const blockersAt = (
  blocking: readonly Pick<Blocking, "party" | "blocker" | "from" | "to" | "dues">[],
  now: Instant,
): Blocker[] =>
  blocking
    .filter((one) => holdsAt(one, now))
    .map((one) => {
      const { party, blocker: kind } = one;
      const dueAt = dueOf(one, now);
      return {
        ...defined({ party }),
        kind,
        ...(dueAt === undefined ? {} : dueDate(dueAt)),
        overdue: dueAt !== undefined && dueAt < now,
      };
    });

/**
 * Returns what blocks a review at a moment, in its present state: by the rule by which that is counted as at any day.
 */
export const blockersOf = (review: Review, now: Instant): Blocker[] =>
  blockersAt(blockingIn(presentHistory(review)), now);
