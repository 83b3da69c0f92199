import { outlasts } from "../../../domain/review/mandates.ts";
import { isInvited, isOpen, partiesOfUser } from "../../../domain/parties/users.ts";
import type { WorkPlace } from "../../../domain/oversight/work-order.ts";
import type { PartyId, ReviewId, UserId } from "../../../schemas/base/ids.ts";
import type { Review } from "../../../schemas/model/review.ts";
import type { User } from "../../../schemas/model/user.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { WorkItem } from "../../../schemas/model/work-item.ts";
import { logUnreadable } from "../../io/log-failure.ts";
import { all } from "../../io/pages.ts";
import type { Store } from "../../io/ports/store.ts";
import type { WorkPage } from "../../io/store/work.ts";
import { reviewOfRow } from "../base/review-of-row.ts";
import { reviewsOfParties } from "./reviews-of-parties.ts";

/** Returns true if a user serves in one of the reviews, now or later. */
const serves = (user: UserId, reviews: readonly Review[], now: Instant): boolean =>
  reviews.some(({ mandates }) =>
    Object.values(mandates).some((mandate) => mandate.user === user && outlasts(mandate, now)),
  );

/** The number of parties that take a query each. For more, one list of the seats in all reviews is shorter. */
const maxQueries = 3;

/**
 * Returns the reviews in which any of the parties has a seat, from the rows of lists. A row that cannot be read is
 * reported, and its review is among them: without it, a delegate would seem to have no mandate.
 */
const listedWithSeats = async (store: Store, parties: readonly PartyId[]): Promise<readonly ReviewId[]> => {
  const unread: ReviewId[] = [];
  const onUnreadable = (row: string): void => {
    logUnreadable(row);
    unread.push(...reviewOfRow(row));
  };
  const listed = await all((paging) => store.listedReviews({ ...paging, onUnreadable }), 1_000);
  const found = listed.filter(({ seats }) => seats.some(({ party }) => parties.includes(party)));
  return [...found.map(({ id }) => id), ...unread];
};

/** Returns the reviews in which any of the parties has a seat. */
const reviewsWithSeats = async (store: Store, parties: readonly PartyId[]): Promise<readonly Review[]> => {
  const ids =
    parties.length <= maxQueries ? await reviewsOfParties(store, parties) : await listedWithSeats(store, parties);
  return (await store.loadMany("review", ids)).map(({ state }) => state);
};

/**
 * Returns the users whose invitation is still unused: any registered user, but a delegate only while they have a
 * mandate.
 */
export const stillInvited = async (store: Store, ids: readonly UserId[], now: Instant): Promise<readonly User[]> => {
  const aggregates = await store.loadMany("user", [...new Set(ids)]);
  const invited = aggregates.map(({ state }) => state).filter((user) => isInvited(user) && isOpen(user));
  const delegates = invited.filter(({ role }) => role === "delegate");
  const parties = [...new Set(delegates.flatMap(partiesOfUser))];
  const reviews = await reviewsWithSeats(store, parties);
  const reviewsOf = new Map(
    parties.map((party) => [
      party,
      reviews.filter(({ seats }) => Object.values(seats).some((seat) => seat.party === party)),
    ]),
  );
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
