import { noChange } from "../../../domain/base/decision.ts";
import { plannedLetter } from "../../../domain/letters/lifecycle.ts";
import { inviteAgain, isOpen, linkAccount } from "../../../domain/parties/users.ts";
import type { FactOf } from "../../../schemas/model/fact.ts";
import type { UserId } from "../../../schemas/base/ids.ts";
import type { Letter } from "../../../schemas/model/letter.ts";
import type { User } from "../../../schemas/model/user.ts";
import type { EmailAddress, Instant } from "../../../schemas/base/values.ts";
import type { Accounts } from "../../io/ports/accounts.ts";
import type { Clock } from "../../io/ports/time.ts";
import type { Ledger, LetterQueues } from "../../io/ports/outbox.ts";
import type { Store } from "../../io/ports/store.ts";
import { executeOnAggregate } from "../../commands/execute-command.ts";
import { workOnEach } from "../base/work-on-each.ts";
import { planLetter } from "../planning/plan-letters.ts";

export interface AccountIo {
  readonly store: Store;
  readonly accounts: Accounts;
  readonly clock: Clock;
}

/**
 * Creates the account of a registered user and stores its subject; returns true if it did. Does nothing if there is
 * one, if the user's data are unknown, if access is closed, or if the invitation is paused since an import.
 */
export const ensureAccount = async (
  { store, accounts, clock }: AccountIo,
  id: UserId,
  by: string,
): Promise<"made" | "nothing"> => {
  const user = await store.load("user", id);
  const person = await store.person(id);
  if (user === undefined || person === undefined || user.state.sub !== undefined || !isOpen(user.state))
    return "nothing";
  if (user.state.invitationPaused === true) return "nothing";
  await endGivenUpAccount({ store, accounts }, person.email);
  const sub = await accounts.create(person.email);
  const now = clock.now();
  const linked = await executeOnAggregate(store)({
    kind: "user",
    id,
    by,
    now,
    // Corrected meanwhile, the user may have another address: then this account is not theirs.
    decide: (state, version) => (version === user.version ? linkAccount(state, sub, now) : noChange),
  });
  if (!linked.ok || linked.outcome.sub !== sub) throw new Error(`User ${id} changed while the account was being made`);
  return "made";
};

/**
 * Ends an account of the address that was released: its former user still knows the password and holds tokens. An
 * account that never had a user remains, because another registration may be about to link it.
 */
const endGivenUpAccount = async (
  { store, accounts }: Pick<AccountIo, "store" | "accounts">,
  address: EmailAddress,
): Promise<void> => {
  const sub = await accounts.find(address);
  if (sub !== undefined && (await store.isGivenUp(sub))) await accounts.delete(sub);
};

export interface InvitationIo {
  readonly store: Store;
  readonly ledger: Ledger;
  readonly letterQueues: LetterQueues;
  readonly clock: Clock;
}

/** Returns the letter that informs a user of the account, the latest one; equal at each call. */
export const invitationOf = ({ id, party, invitedAt, invitations: attempt = 1 }: User, now: Instant): Letter =>
  plannedLetter(
    {
      content: { kind: "invitation", user: id },
      recipient: { kind: "user", user: id },
      party,
      plannedFor: invitedAt ?? now,
      rule:
        attempt === 1
          ? "Every person who is nominated or registered is invited once the account exists."
          : "The secretariat sends invitations again that were not used.",
      attempt,
    },
    now,
  );

/** The number of invitations processed in parallel. */
const maxConcurrency = 8;

/** Sends the invitations that an officer requested, each once, also if this is repeated. */
export const inviteAllAgain = async (
  { store, clock }: Pick<AccountIo, "store" | "clock">,
  { users, happenedAt, waiting }: FactOf<"invitations-requested-again">,
  by: string,
): Promise<void> => {
  const now = clock.now();
  const recipients = waiting === true ? "waiting" : "these";
  const again = (id: UserId) =>
    executeOnAggregate(store)({
      kind: "user",
      id,
      by,
      now,
      decide: (state) => inviteAgain(state, happenedAt, recipients),
    });
  await workOnEach(users, again, maxConcurrency);
};

/** Invites a user, once for each attempt. */
export const invite = async (io: InvitationIo, id: UserId): Promise<void> => {
  const user = await io.store.load("user", id);
  if (user !== undefined && isOpen(user.state) && user.state.invitedAt !== undefined)
    await planLetter(io, invitationOf(user.state, io.clock.now()));
};
