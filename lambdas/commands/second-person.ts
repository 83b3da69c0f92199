import type { Aggregate } from "../../domain/audit/aggregates.ts";
import type { UserId } from "../../schemas/base/ids.ts";
import type { AnyChange, Store } from "../io/ports/store.ts";
import { changeOf } from "./execute-command.ts";

/** Returns a user who acts or acted, as it stands: whoever was registered once stays so. Throws where there is none. */
export const loadedUser = async (store: Pick<Store, "load">, id: UserId): Promise<Aggregate<"user">> => {
  const aggregate = await store.load("user", id);
  if (aggregate === undefined) throw new Error(`There is no user ${id}`);
  return aggregate;
};

/** Returns the check that a user's row is still as it was read. */
export const asItStands = (aggregate: Aggregate<"user">): AnyChange => changeOf("user", aggregate.id, aggregate, []);

/** Whoever approves, and whoever ordered; readdressed, or closed, at the same moment, either would be another person. */
export const secondPersonAsRead = async (store: Pick<Store, "load">, approverId: UserId, ordererId: UserId) => {
  const [approver, orderer] = await Promise.all([loadedUser(store, approverId), loadedUser(store, ordererId)]);
  const aggregates = [approver, ...(orderer.id === approver.id ? [] : [orderer])];
  return { people: { approver: approver.state, orderer: orderer.state }, unchanged: aggregates.map(asItStands) };
};
