import type { FactOf } from "../../../schemas/model/fact.ts";
import type { UserId } from "../../../schemas/base/ids.ts";
import { isOpen } from "../../../domain/parties/users.ts";
import { type AccountIo, ensureAccount } from "./accounts.ts";

/**
 * Aligns a user's account in the user pool with the user's access: a closed one is disabled and signed out everywhere.
 * It reads the current state, so that a repetition changes nothing.
 */
export const alignAccount = async ({ store, accounts }: AccountIo, id: UserId): Promise<void> => {
  const user = await store.load("user", id);
  if (user?.state.sub === undefined) return;
  await (isOpen(user.state) ? accounts.enable(user.state.sub) : accounts.disable(user.state.sub));
};

/**
 * Ends the account of an address that a user released, unless another user has it by now; the user gets another
 * account.
 */
export const replaceAccount = async (
  io: AccountIo,
  { user, formerSub }: FactOf<"user-readdressed">,
  by: string,
): Promise<void> => {
  if (formerSub !== undefined && (await io.store.userOfAccount(formerSub)) === undefined)
    await io.accounts.delete(formerSub);
  await ensureAccount(io, user, by);
};
