import pMap from "p-map";
import { outlasts } from "../../../domain/review/mandates.ts";
import { isInvited, isOpen, partiesOfUser } from "../../../domain/parties/users.ts";
import type { WorkPlace } from "../../../domain/oversight/work-order.ts";
import type { PartyId, UserId } from "../../../schemas/base/ids.ts";
import type { Review } from "../../../schemas/model/review.ts";
import type { User } from "../../../schemas/model/user.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { WorkItem } from "../../../schemas/model/work-item.ts";
import type { Store } from "../../io/ports/store.ts";
import type { WorkPage } from "../../io/store/work.ts";

/** Returns true if a user serves in one of the reviews, now or later. */
const serves = (user: UserId, reviews: readonly Review[], now: Instant): boolean =>
  reviews.some(({ mandates }) =>
    Object.values(mandates).some((mandate) => mandate.user === user && outlasts(mandate, now)),
  );

/** The number of parties whose reviews are read in parallel. */
const maxConcurrency = 16;

/**
 * Returns the users whose invitation is still unused: any registered user, but a delegate only while they have a
 * mandate.
 */
export const stillInvited = async (store: Store, ids: readonly UserId[], now: Instant): Promise<readonly User[]> => {
  const aggregates = await store.loadMany("user", [...new Set(ids)]);
  const invited = aggregates.map(({ state }) => state).filter((user) => isInvited(user) && isOpen(user));
  const delegates = invited.filter(({ role }) => role === "delegate");
  const parties = [...new Set(delegates.flatMap(partiesOfUser))];
  const read = await pMap(
    parties,
    async (party): Promise<readonly [PartyId, readonly Review[]]> => {
      const reviews = await store.loadMany("review", await store.reviewsOfParty(party));
      return [party, reviews.map(({ state }) => state)];
    },
    { concurrency: maxConcurrency },
  );
  const reviewsOf = new Map(read);
  return invited.filter(
    (user) =>
      user.role !== "delegate" || partiesOfUser(user).some((party) => serves(user.id, reviewsOf.get(party) ?? [], now)),
  );
};

/** Selects the tasks about an invitation that is still unused. */
export const stillUnused = async (
  store: Store,
  tasks: readonly WorkItem[],
  now: Instant,
): Promise<readonly WorkItem[]> => {
  const invitedUsers = await stillInvited(
    store,
    tasks.flatMap(({ user }) => user ?? []),
    now,
  );
  const ids = new Set(invitedUsers.map(({ id }) => id));
  return tasks.filter(({ user }) => user !== undefined && ids.has(user));
};

/** Most invitations that one call sends again. */
const maxPerCall = 1000;

/** Returns all users with an unused invitation, up to the number that one call can invite again. */
export const everyUnused = async (
  store: Store,
  now: Instant,
): Promise<{ readonly users: readonly UserId[]; readonly more: boolean }> => {
  const users: UserId[] = [];
  let from: WorkPlace | undefined = { kind: "invitation-unused" };
  do {
    const page: WorkPage = await store.work(from, { limit: 100, until: now, isAlone: true });
    users.push(...(await stillUnused(store, page.items, now)).flatMap(({ user }) => user ?? []));
    from = page.next;
  } while (from !== undefined && users.length < maxPerCall);
  return { users: users.slice(0, maxPerCall), more: from !== undefined || users.length > maxPerCall };
};
