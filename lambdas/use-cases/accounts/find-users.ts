import type { Aggregate } from "../../../domain/audit/aggregates.ts";
import { awaitsConfirmation } from "../../../domain/parties/second-person.ts";
import { accessOf, isOpen } from "../../../domain/parties/users.ts";
import type { PartyId, UserId } from "../../../schemas/base/ids.ts";
import type { User, UserAccess, UserRole } from "../../../schemas/model/user.ts";
import { all } from "../../io/pages.ts";
import type { Page, PageRequest } from "../../io/ports/paging.ts";
import type { Store } from "../../io/ports/store.ts";

/** The filter for users; all users if it is empty. */
export interface UserQuery {
  readonly role?: UserRole | undefined;
  readonly party?: PartyId | undefined;
  readonly access?: UserAccess | undefined;
}

/**
 * Returns the users registered for a party, and the users of other parties that it nominated, in the order of their
 * ids.
 */
const usersActingFor = async (store: Store, party: PartyId): Promise<readonly Aggregate<"user">[]> => {
  const [registered, ofReviews] = await Promise.all([store.usersOfParty(party), store.reviewsOfParty(party)]);
  const reviews = await store.loadMany("review", ofReviews);
  const named = reviews.flatMap(({ state }) =>
    Object.values(state.mandates).flatMap((mandate) => (mandate.party === party ? [mandate.user] : [])),
  );
  return store.loadMany("user", [...new Set([...registered, ...named])].toSorted());
};

/** Returns a page of users before the filter: all users of one party, otherwise a page of a role or of all. */
const pageOfUsers = async (store: Store, query: UserQuery, paging: PageRequest): Promise<Page<Aggregate<"user">>> => {
  if (query.party !== undefined) return { items: await usersActingFor(store, query.party) };
  return query.role === undefined ? store.list("user", paging) : store.usersInRole(query.role, paging);
};

/** Returns a page of the matching users; it may have fewer than requested, and still have a next position. */
export const findUsers = async (
  store: Store,
  query: UserQuery,
  paging: PageRequest,
): Promise<Page<Aggregate<"user">>> => {
  const page = await pageOfUsers(store, query, paging);
  const { role, access } = query;
  const items = page.items.filter(
    ({ state }) => (role === undefined || state.role === role) && (access === undefined || accessOf(state) === access),
  );
  return { ...page, items };
};

/** Returns true if the user has signed in: an account created here may have been created for a mistyped address. */
const hasComeIn = ({ sub, accountMade, firstSeenAt }: User): boolean =>
  sub !== undefined && (accountMade !== true || firstSeenAt !== undefined);

/** The other users of the secretariat who are open, have used their access and wait for no confirmation. */
export const otherConfirmedOfficers = async (store: Store, id: UserId): Promise<readonly Aggregate<"user">[]> => {
  const listed = await all((paging) => store.usersInRole("secretariat", paging));
  const ids = listed.map((user) => user.id).filter((other) => other !== id);
  const others = await store.loadMany("user", ids);
  return others.filter(({ state }) => isOpen(state) && hasComeIn(state) && !awaitsConfirmation(state));
};
