import type { Actor } from "../../domain/base/actor.ts";
import { notifyDelay } from "../../domain/review/commands/delays.ts";
import { earliestStart, type Setting } from "../../domain/base/policy.ts";
import type { Store } from "../../lambdas/io/ports/store.ts";
import { executeOnAggregate } from "../../lambdas/commands/execute-command.ts";
import { ObligationId, ReviewId } from "../../schemas/base/ids.ts";
import { CalendarDate, type Instant } from "../../schemas/base/values.ts";

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
  const told = await executeOnAggregate(store)({
    kind: "review",
    id: ReviewId.parse(review),
    by: by.id,
    now,
    decide: (standing) => notifyDelay(standing, by, what, now, needsApproval),
  });
  if (!told.ok) throw new Error(told.refusal);
};
