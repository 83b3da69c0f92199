import { isOpen, linkAccount } from "../../../domain/parties/users.ts";
import type { UserId } from "../../../schemas/base/ids.ts";
import { executeOnAggregate } from "../../commands/execute-command.ts";
import type { AccountIo } from "./accounts.ts";

/** The result for the account of one user. */
type RemadeAccount =
  | "made"
  /** The user pool has it, under the subject that the user's row names. */
  | "there"
  /** Access is closed, or the address is unknown. */
  | "none";

/**
 * Creates the account of a user again in a user pool that has lost it, and links its subject. An invited user who never
 * signed in is invited again, because the link is a new account. The others use "Forgot password", because no copy has
 * passwords. A repetition or interruption creates no second account. Throws if the address has the account of another
 * user, or if the user changes meanwhile.
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
