import pMap from "p-map";
import { revokeCalendarLink } from "../../../domain/parties/calendar-links.ts";
import type { UserId } from "../../../schemas/base/ids.ts";
import type { User } from "../../../schemas/model/user.ts";
import { executeOnAggregate } from "../../commands/execute-command.ts";
import { all } from "../../io/pages.ts";
import type { Store } from "../../io/ports/store.ts";
import type { Clock } from "../../io/ports/time.ts";

export interface RevokeLinksIo {
  readonly store: Store;
  readonly clock: Clock;
}

/** The number of links revoked in parallel. */
const maxConcurrency = 4;

/** The users whose calendar has a link that is in force. */
export const usersWithLinks = async ({ store }: Pick<RevokeLinksIo, "store">): Promise<readonly UserId[]> =>
  (await all((paging) => store.list("user", paging))).flatMap(({ state }) =>
    state.calendarLink === undefined ? [] : state.id,
  );

/** Revokes the calendar links of some users, in the name of the operator. Repeated, it changes nothing. Throws where one fails. */
export const revokeCalendarLinks = async (
  { store, clock }: RevokeLinksIo,
  users: readonly UserId[],
  by: string,
): Promise<void> => {
  await pMap(
    users,
    async (id) => {
      const now = clock.now();
      const decide = (user: User) => revokeCalendarLink(user, now);
      const done = await executeOnAggregate(store)({ kind: "user", id, by, now, decide });
      if (!done.ok) throw new Error(`The link of ${id} could not be revoked: ${done.refusal}`);
    },
    { concurrency: maxConcurrency },
  );
};
