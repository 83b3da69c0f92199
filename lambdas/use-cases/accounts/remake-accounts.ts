import { isOpen, linkAccount } from "../../../domain/parties/users.ts";
import type { UserId } from "../../../schemas/base/ids.ts";
import { executeOnAggregate } from "../../commands/execute-command.ts";
import type { AccountIo } from "./accounts.ts";

/** What became of the account of one user. */
type RemadeAccount =
  | "made"
  /** The user pool has it, under the subject that the user's row names. */
  | "there"
  /** Access is closed, or nobody knows the address. */
  | "none";

/**
 * Makes the account of a user anew in a user pool that has lost it, and links its subject. Whoever was invited and never came
 * in is invited again, because the link is a new account; the others find their way by "Forgot password", because a password is
 * in no copy. Repeated, or killed in between, it makes no second account. Throws where the address has the account of another
 * user, or the user changes meanwhile.
 */
export const remakeAccount = async (
  { store, accounts, clock }: AccountIo,
  id: UserId,
  by: string,
): Promise<RemadeAccount> => {
  const [user, person] = await Promise.all([store.load("user", id), store.person(id)]);
  if (user === undefined || person === undefined || !isOpen(user.state)) return "none";
  const found = await accounts.find(person.email);
  if (found !== undefined && found === user.state.sub) return "there";
  if (found !== undefined) {
    const owner = await store.userOfAccount(found);
    if (owner !== undefined && owner !== id) throw new Error(`The address of user ${id} has the account of ${owner}`);
    if (await store.isGivenUp(found)) await accounts.delete(found);
  }
  const sub = await accounts.create(person.email);
  const now = clock.now();
  const decide = (state: typeof user.state) => linkAccount(state, sub, now);
  const linked = await executeOnAggregate(store)({ kind: "user", id, by, now, decide });
  if (!linked.ok) throw new Error(`The account of user ${id} could not be linked: ${linked.refusal}`);
  return "made";
};
