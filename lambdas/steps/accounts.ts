import { plannedLetter } from "../../domain/letter-states.ts";
import { linkAccount } from "../../domain/users.ts";
import type { UserId } from "../../schemas/ids.ts";
import type { Letter } from "../../schemas/letter.ts";
import type { User } from "../../schemas/user.ts";
import type { Instant } from "../../schemas/values.ts";
import type { Accounts, Clock, Ledger, LetterQueues, Store } from "../io/ports.ts";
import { acting } from "../shell/door.ts";
import { planLetter } from "./remind.ts";

export interface AccountIo {
  readonly store: Store;
  readonly accounts: Accounts;
  readonly clock: Clock;
}

/** Makes the account of a registered user and remembers its subject. Nothing where there is one already. */
export const ensureAccount = async ({ store, accounts, clock }: AccountIo, id: UserId, by: string): Promise<void> => {
  const user = await store.load("user", id);
  const person = await store.person(id);
  if (user === undefined || person === undefined || user.state.sub !== undefined) return;
  const sub = await accounts.create(person.email);
  const now = clock.now();
  await acting(store)({ kind: "user", id, by, now, decide: (state) => linkAccount(state, sub, now) });
};

export interface InvitationIo {
  readonly store: Store;
  readonly ledger: Ledger;
  readonly letterQueues: LetterQueues;
  readonly clock: Clock;
}

/** The letter that tells a user of the account; the same letter however often it is asked for. */
export const invitationOf = ({ id, party }: User, now: Instant): Letter =>
  plannedLetter(
    {
      content: { kind: "invitation", user: id },
      recipient: { kind: "user", user: id },
      party,
      plannedFor: now,
      rule: "Everybody who is named or registered is invited once the account exists.",
    },
    now,
  );

/** Invites a user, once. */
export const invite = async (io: InvitationIo, id: UserId): Promise<void> => {
  const user = await io.store.load("user", id);
  if (user !== undefined) await planLetter(io, invitationOf(user.state, io.clock.now()));
};
