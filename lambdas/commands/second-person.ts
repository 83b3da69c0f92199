import type { Aggregate } from "../../domain/audit/aggregates.ts";
import type { UserId } from "../../schemas/base/ids.ts";
import type { AnyChange } from "../io/ports/commit.ts";
import type { Store } from "../io/ports/store.ts";
import { changeOf } from "./execute-command.ts";

/** Returns the current row of a user who acts or acted: a registered user remains stored. Throws if there is none. */
export const loadedUser = async (store: Pick<Store, "load">, id: UserId): Promise<Aggregate<"user">> => {
  const aggregate = await store.load("user", id);
  if (aggregate === undefined) throw new Error(`There is no user ${id}`);
  return aggregate;
};

/** Returns the check that a user's row is still as it was read. */
export const asItStands = (aggregate: Aggregate<"user">): AnyChange => changeOf("user", aggregate.id, aggregate, []);

/**
 * Returns the users who approve and who ordered, as conditions: a user readdressed or closed meanwhile would be another
 * person.
 */
export const secondPersonAsRead = async (store: Pick<Store, "load">, approverId: UserId, ordererId: UserId) => {
  const [approver, orderer] = await Promise.all([loadedUser(store, approverId), loadedUser(store, ordererId)]);
  const aggregates = [approver, ...(orderer.id === approver.id ? [] : [orderer])];
  return { people: { approver: approver.state, orderer: orderer.state }, unchanged: aggregates.map(asItStands) };
};
