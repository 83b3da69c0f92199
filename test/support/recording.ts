import type { Actor } from "../../domain/actor.ts";
import { notifyDelay } from "../../domain/delays.ts";
import { earliestStart, type Setting } from "../../domain/policy.ts";
import type { Store } from "../../lambdas/io/ports.ts";
import { acting } from "../../lambdas/shell/door.ts";
import { ObligationId, ReviewId } from "../../schemas/ids.ts";
import { CalendarDate, type Instant } from "../../schemas/values.ts";

/** The setting as it would stand with the secretariat's approval from the launch on. */
export const needsApproval: Setting<boolean> = [{ effectiveFrom: earliestStart, sources: ["D"], value: true }];

interface Telling {
  readonly store: Store;
  readonly review: string;
  readonly by: Actor;
  readonly now: Instant;
}

/** Tells of a delay behind the API, as it is told of where the policy wants the secretariat's approval: it waits. */
export const delayWaits = async ({ store, review, by, now }: Telling, duty: string, dueOn: string): Promise<void> => {
  const what = { obligation: ObligationId.parse(duty), dueOn: CalendarDate.parse(dueOn), reason: "clearance" } as const;
  const told = await acting(store)({
    kind: "review",
    id: ReviewId.parse(review),
    by: by.id,
    now,
    decide: (standing) => notifyDelay(standing, by, what, now, needsApproval),
  });
  if (!told.ok) throw new Error(told.refusal);
};
