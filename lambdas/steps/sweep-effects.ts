import pMap from "p-map";
import { parseSubject } from "../../domain/journal.ts";
import { isNotifying, lettersSince } from "../../domain/notices.ts";
import { earliestStart, effectsLookback } from "../../domain/policy.ts";
import { earlier, latest, startOfDay } from "../../domain/time.ts";
import { inviteAgain } from "../../domain/users.ts";
import type { Fact, FactOf, JournalEntry } from "../../schemas/fact.ts";
import type { Letter, PartyRecipient } from "../../schemas/letter.ts";
import type { User } from "../../schemas/user.ts";
import type { Instant } from "../../schemas/values.ts";
import { all } from "../io/pages.ts";
import { ensureAccount, invitationOf, inviteAllAgain } from "./accounts.ts";
import { feedFrom, wholeFeed } from "./feed.ts";
import type { EffectIo } from "./react-to.ts";
import { releaseAddressOf, settleContacts } from "./returning.ts";

const atOnce = 8;

/** How a round works on one thing of many, and writes down letters that it found missing, saying how many were new. */
export interface Sweeping {
  readonly by: string;
  readonly trying: (what: string, work: () => Promise<void>) => Promise<void>;
  readonly plan: (letters: readonly Letter[]) => Promise<number>;
}

/** What a round looks at: entries of all subjects, from an instant on. */
interface Recorded {
  readonly from: Instant;
  readonly entries: readonly JournalEntry[];
}

const factsOf = <Kind extends Fact["kind"]>(entries: readonly JournalEntry[], kind: Kind): readonly FactOf<Kind>[] =>
  entries.flatMap(({ facts }) => facts.filter((fact): fact is FactOf<Kind> => fact.kind === kind));

/** A review's journal: as it was read, where that is all of it from its first entry on; else from the store. */
const journalOf = (
  { store }: Pick<EffectIo, "store">,
  id: string,
  read: readonly JournalEntry[],
): Promise<readonly JournalEntry[]> | readonly JournalEntry[] => {
  const inOrder = read.toSorted((one, other) => one.version - other.version);
  return inOrder.every(({ version }, place) => version === place + 1)
    ? inOrder
    : all((paging) => store.journalOf("review", id, paging));
};

/**
 * Each fact that letters tell of has its letters, whatever the stream did: those whose rows are missing are written down
 * now, to whom the fact concerned. What was superseded meanwhile their senders find out, and skip. Says how many were
 * missing.
 */
const sweepNotices = async (io: EffectIo, { entries, from }: Recorded, { trying, plan }: Sweeping): Promise<number> => {
  const now = io.clock.now();
  const called = new Map<string, Letter>();
  const look = ([subject, recorded]: readonly [string, readonly JournalEntry[]]): Promise<void> =>
    trying(`letters about ${subject}`, async () => {
      const { kind, id } = parseSubject(subject);
      if (kind !== "review" || !recorded.some(({ facts }) => facts.some(isNotifying))) return;
      for (const letter of lettersSince(await journalOf(io, id, recorded), from, now)) called.set(letter.id, letter);
    });
  await pMap(
    Map.groupBy(entries, ({ subject }) => subject),
    look,
    { concurrency: atOnce },
  );
  const letters = [...called.values()];
  const known = await io.ledger.known(letters.map(({ id }) => id));
  return plan(letters.filter(({ id }) => !known.has(id)));
};

const everyUser = async ({ store }: EffectIo): Promise<readonly User[]> =>
  (await all((paging) => store.list("user", paging), 1_000)).map(({ state }) => state);

/** Everybody registered has an account. Gives those whose account was made now, as they stand then. */
const completeAccounts = async (
  io: EffectIo,
  users: readonly User[],
  { by, trying }: Sweeping,
): Promise<readonly User[]> => {
  const made: User[] = [];
  for (const user of users.filter(({ sub }) => sub === undefined))
    await trying(`account of ${user.id}`, async () => {
      await ensureAccount(io, user.id, by);
      const head = await io.store.load("user", user.id);
      if (head !== undefined) made.push(head.state);
    });
  return made;
};

/** Invitations that were asked for again, and that nobody brought about. Gives the users as they stand then. */
const askedAgain = async (
  io: EffectIo,
  users: readonly User[],
  entries: readonly JournalEntry[],
  { by, trying }: Sweeping,
): Promise<readonly User[]> => {
  const again: User[] = [];
  for (const fact of factsOf(entries, "invitations-asked-again")) {
    const whom = fact.waiting === true ? "waiting" : "these";
    const left = users
      .filter(({ id }) => fact.users.includes(id))
      .filter((user) => {
        const decision = inviteAgain(user, fact.happenedAt, whom);
        return decision.ok && decision.facts.length > 0;
      })
      .map(({ id }) => id);
    if (left.length === 0) continue;
    await trying(`invitations asked for at ${fact.happenedAt}`, async () => {
      await inviteAllAgain(io, { ...fact, users: left }, by);
      again.push(...(await io.store.loadMany("user", left)).map(({ state }) => state));
    });
  }
  return again;
};

/**
 * Everybody registered has an account, and everybody whose account was made here the latest invitation that there is to
 * be. Says how many accounts were made and invitations were missing.
 */
const sweepAccess = async (
  io: EffectIo,
  entries: readonly JournalEntry[],
  sweeping: Sweeping,
): Promise<{ readonly accountsMade: number; readonly invitationsPlanned: number }> => {
  const users = await everyUser(io);
  const made = await completeAccounts(io, users, sweeping);
  const again = await askedAgain(io, users, entries, sweeping);
  const asTheyStand = new Map([...users, ...made, ...again].map((user) => [user.id, user]));
  const now = io.clock.now();
  const invitations = [...asTheyStand.values()]
    .filter(({ accountMade }) => accountMade === true)
    .map((user) => invitationOf(user, now));
  const known = await io.ledger.known(invitations.map(({ id }) => id));
  const invitationsPlanned = await sweeping.plan(invitations.filter(({ id }) => !known.has(id)));
  return { accountsMade: made.length, invitationsPlanned };
};

/**
 * Addresses that were released are so at the mail service too, and whoever can be reached again, or set other contacts,
 * is not listed any more. Done again it changes nothing.
 */
const sweepReach = async (io: EffectIo, entries: readonly JournalEntry[], { trying }: Sweeping): Promise<void> => {
  for (const fact of factsOf(entries, "address-released"))
    await trying(`release of letter ${fact.letter}`, () => releaseAddressOf(io, fact));
  const rows = [
    ...(await all((paging) => io.ledger.unreachable(paging))),
    ...(await all((paging) => io.ledger.returned(paging))),
  ];
  const settle = ({ recipient }: { readonly recipient: PartyRecipient }) =>
    trying(`contacts of ${recipient.kind === "mission" ? recipient.party : recipient.user}`, () =>
      settleContacts(io, recipient),
    );
  await pMap(rows, settle, { concurrency: atOnce });
};

/** What an hourly round looks at of the journal; a full one looks at all of it. */
const recordedSince = async (io: EffectIo, depth: "hourly" | "full"): Promise<Recorded> => {
  const now = io.clock.now();
  const launch = startOfDay(earliestStart);
  if (depth === "full") return { from: launch, entries: await wholeFeed(io.store, now) };
  const from = latest(launch, earlier(now, effectsLookback));
  return { from, entries: await feedFrom(io.store, from, now) };
};

/** What was found missing, with the entries that were looked at, where they could be read. */
interface Swept {
  readonly entries?: readonly JournalEntry[];
  readonly noticesPlanned: number;
  readonly accountsMade: number;
  readonly invitationsPlanned: number;
}

/**
 * Brings about what facts call for and the stream has not: the letters that tell of them, accounts and invitations,
 * addresses and contacts that are to be settled. Reminders, starts and bulletins are derived from how things stand, not
 * from facts, and are looked after by other parts of a round.
 */
export const sweepEffects = async (io: EffectIo, depth: "hourly" | "full", sweeping: Sweeping): Promise<Swept> => {
  const { trying } = sweeping;
  let recorded: Recorded | undefined;
  let noticesPlanned = 0;
  let access = { accountsMade: 0, invitationsPlanned: 0 };
  await trying("journal", async () => {
    recorded = await recordedSince(io, depth);
    noticesPlanned = await sweepNotices(io, recorded, sweeping);
  });
  const entries = recorded?.entries ?? [];
  await trying("accounts", async () => {
    access = await sweepAccess(io, entries, sweeping);
  });
  await trying("addresses", () => sweepReach(io, entries, sweeping));
  return { ...(recorded === undefined ? {} : { entries }), noticesPlanned, ...access };
};
