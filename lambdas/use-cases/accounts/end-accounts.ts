import type { FactOf } from "../../../schemas/model/fact.ts";
import type { UserId } from "../../../schemas/base/ids.ts";
import { isOpen } from "../../../domain/parties/users.ts";
import { type AccountIo, ensureAccount } from "./accounts.ts";

/**
 * The account of a user is as open in the user pool as the user is: a closed one is disabled and signed out everywhere.
 * It reads how things stand now, so that done again it changes nothing.
 */
export const alignAccount = async ({ store, accounts }: AccountIo, id: UserId): Promise<void> => {
  const user = await store.load("user", id);
  if (user?.state.sub === undefined) return;
  await (isOpen(user.state) ? accounts.enable(user.state.sub) : accounts.disable(user.state.sub));
};

/** The account of an address that a user gave up ends, unless it is somebody's by now; the user gets another. */
export const replaceAccount = async (
  io: AccountIo,
  { user, formerSub }: FactOf<"user-readdressed">,
  by: string,
): Promise<void> => {
  if (formerSub !== undefined && (await io.store.userOfAccount(formerSub)) === undefined)
    await io.accounts.delete(formerSub);
  await ensureAccount(io, user, by);
};
