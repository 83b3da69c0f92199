import { defined } from "../../../schemas/base/defined.ts";
import pMap from "p-map";
import { outlasts } from "../../../domain/review/mandates.ts";
import { isInvited, isOpen, partiesOfUser } from "../../../domain/parties/users.ts";
import type { PartyId, UserId } from "../../../schemas/base/ids.ts";
import type { Review } from "../../../schemas/model/review.ts";
import type { User } from "../../../schemas/model/user.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { WorkItem } from "../../../schemas/model/work-item.ts";
import type { Page, PageRequest } from "../../io/ports/paging.ts";
import type { Store } from "../../io/ports/store.ts";

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

/** Returns a page of invitations unused for some days, the longest waiting first; it may have fewer than requested. */
export const unusedInvitations = async (store: Store, now: Instant, paging: PageRequest): Promise<Page<WorkItem>> => {
  const page = await store.work("invitation-unused", { ...paging, until: now });
  const invitedUsers = await stillInvited(
    store,
    page.items.flatMap(({ user }) => user ?? []),
    now,
  );
  const ids = new Set(invitedUsers.map(({ id }) => id));
  return { ...page, items: page.items.filter(({ user }) => user !== undefined && ids.has(user)) };
};

/** Most invitations that one call sends again. */
const maxPerCall = 1000;

/** Returns all of these users, up to the number that one call can invite again. */
export const everyUnused = async (
  store: Store,
  now: Instant,
): Promise<{ readonly users: readonly UserId[]; readonly more: boolean }> => {
  const users: UserId[] = [];
  let after: string | undefined;
  do {
    const page = await unusedInvitations(store, now, { limit: 100, ...defined({ after }) });
    users.push(...page.items.flatMap(({ user }) => user ?? []));
    after = page.next;
  } while (after !== undefined && users.length < maxPerCall);
  return { users: users.slice(0, maxPerCall), more: after !== undefined || users.length > maxPerCall };
};
