import { firstUse } from "../../domain/parties/users.ts";
import type { User } from "../../schemas/model/user.ts";
import type { Instant } from "../../schemas/base/values.ts";
import type { Store } from "../io/ports/store.ts";

/**
 * Records that an invitation was used: once for each account that was created here, with the first request of its
 * owner, also if that request fails. The system records it, so it is no act of the user.
 */
export const recordFirstUse = async (store: Store, user: User, now: Instant): Promise<void> => {
  const first = firstUse(user, now);
  if (!first.ok || first.facts.length === 0) return;
  const { executeOnAggregate } = await import("./execute-command.ts");
  await executeOnAggregate(store)({
    kind: "user",
    id: user.id,
    by: "api",
    now,
    decide: (state) => firstUse(state, now),
  });
};
