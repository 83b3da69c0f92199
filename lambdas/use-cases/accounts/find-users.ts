import type { Aggregate } from "../../../domain/audit/aggregates.ts";
import { awaitsConfirmation } from "../../../domain/parties/second-person.ts";
import { accessOf, isOpen } from "../../../domain/parties/users.ts";
import type { PartyId, UserId } from "../../../schemas/base/ids.ts";
import type { User, UserAccess, UserRole } from "../../../schemas/model/user.ts";
import { all } from "../../io/pages.ts";
import type { Page, PageRequest, Store } from "../../io/ports/store.ts";

/** Which users are asked for; all where nothing is said. */
export interface UserQuery {
  readonly role?: UserRole | undefined;
  readonly party?: PartyId | undefined;
  readonly access?: UserAccess | undefined;
}

/** Users who are registered for a party, and those of others whom it named, in the order of their ids. */
const usersActingFor = async (store: Store, party: PartyId): Promise<readonly Aggregate<"user">[]> => {
  const [registered, ofReviews] = await Promise.all([store.usersOfParty(party), store.reviewsOfParty(party)]);
  const reviews = await store.loadMany("review", ofReviews);
  const named = reviews.flatMap(({ state }) =>
    Object.values(state.mandates).flatMap((mandate) => (mandate.party === party ? [mandate.user] : [])),
  );
  return store.loadMany("user", [...new Set([...registered, ...named])].toSorted());
};

/** A page of users before it is filtered: of one party all at once, else of a role or of all. */
const pageOfUsers = async (store: Store, query: UserQuery, paging: PageRequest): Promise<Page<Aggregate<"user">>> => {
  if (query.party !== undefined) return { items: await usersActingFor(store, query.party) };
  return query.role === undefined ? store.list("user", paging) : store.usersInRole(query.role, paging);
};

/** A page of the users who are asked for; it may hold fewer than asked for, and still go on. */
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

/** Whether somebody has used the access: an account that was made here may have been made for a mistyped address. */
const hasComeIn = ({ sub, accountMade, firstSeenAt }: User): boolean =>
  sub !== undefined && (accountMade !== true || firstSeenAt !== undefined);

/** The other users of the secretariat who are open, have used their access and wait for no confirmation. */
export const otherConfirmedOfficers = async (store: Store, id: UserId): Promise<readonly Aggregate<"user">[]> => {
  const listed = await all((paging) => store.usersInRole("secretariat", paging));
  const ids = listed.map((user) => user.id).filter((other) => other !== id);
  const others = await store.loadMany("user", ids);
  return others.filter(({ state }) => isOpen(state) && hasComeIn(state) && !awaitsConfirmation(state));
};
