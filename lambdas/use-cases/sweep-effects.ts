import pMap from "p-map";
import { parseAggregateKey, aggregateKey } from "../../domain/base/hash-chain.ts";
import { isNotifying, lettersSince } from "../../domain/letters/notifications.ts";
import { newsAge } from "../../domain/policy/letters.ts";
import { earlier } from "../../domain/base/time.ts";
import { inviteAgain, isOpen } from "../../domain/parties/users.ts";
import type { Fact, FactOf } from "../../schemas/model/fact.ts";
import type { JournalEntry } from "../../schemas/model/journal-entry.ts";
import type { Letter, PartyRecipient } from "../../schemas/model/letter.ts";
import type { User } from "../../schemas/model/user.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { all } from "../io/pages.ts";
import { ensureAccount, invitationOf, inviteAllAgain } from "./accounts/accounts.ts";
import { alignAccount, replaceAccount } from "./accounts/end-accounts.ts";
import { endErasures } from "./accounts/erase-person.ts";
import { aggregatesById } from "./base/skip-unreadable.ts";
import type { EffectIo } from "./on-journal-entry.ts";
import { denunciationCorrectionsOf, partyLettersOf } from "./planning/on-party-entry.ts";
import { phaseLettersOf } from "./planning/open-phase.ts";
import { userLettersOf } from "./planning/on-user-entry.ts";
import { unsuppressAddressOf, closeBounces } from "./reachability/bouncing-addresses.ts";
import type { SweepReport } from "./sweep-report.ts";

const maxConcurrency = 8;

/** The functions of a sweep that process one item of many, and write missing letters, returning how many were new. */
export interface EffectSweep {
  readonly by: string;
  readonly trying: (what: string, work: () => Promise<void>) => Promise<void>;
  readonly plan: (letters: readonly Letter[]) => Promise<number>;
}

/** The part of a journal that a sweep checks: entries of some aggregates, from a time on. */
export interface RecordedFacts {
  readonly from: Instant;
  readonly entries: readonly JournalEntry[];
  /** Users that are checked in any case. */
  readonly users: readonly User[];
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

/** A required letter, the aggregate that it is about, and the time since when. */
interface CalledEffects {
  readonly letter: Letter;
  readonly about: string;
  readonly since: Instant;
}

/** The number of missing letters that were written, and the aggregates of those that are too old for it. */
interface MissingEffects {
  readonly planned: number;
  readonly tooOld: readonly string[];
}

const isNews = (since: Instant, now: Instant): boolean => since >= earlier(now, newsAge);

const planMissing = async (
  io: EffectIo,
  called: readonly CalledEffects[],
  { plan }: EffectSweep,
): Promise<MissingEffects> => {
  const now = io.clock.now();
  const knownIds = await io.ledger.known(called.map(({ letter }) => letter.id));
  const missing = called.filter(({ letter }) => !knownIds.has(letter.id));
  const news = missing.filter(({ since }) => isNews(since, now));
  return {
    planned: await plan(news.map(({ letter }) => letter)),
    tooOld: missing.filter((one) => !news.includes(one)).map(({ about }) => about),
  };
};

/**
 * Repairs the letters about facts, independent of the stream: it writes missing letters now, to the recipients at the
 * time of the fact. Their senders detect and skip superseded ones.
 */
const sweepNotices = async (
  io: EffectIo,
  { entries, from }: RecordedFacts,
  sweeping: EffectSweep,
): Promise<MissingEffects> => {
  const now = io.clock.now();
  const called = new Map<string, CalledEffects>();
  const collect = ([subject, recorded]: readonly [string, readonly JournalEntry[]]): Promise<void> =>
    sweeping.trying(`letters about ${subject}`, async () => {
      const { kind, id } = parseAggregateKey(subject);
      const since = recorded.filter(({ recordedAt }) => recordedAt >= from);
      const call = (letters: readonly Letter[]): void => {
        for (const letter of letters) called.set(letter.id, { letter, about: subject, since: letter.plannedFor });
      };
      if (kind === "user") call(await userLettersOf(io, id, since));
      if (kind === "phase") call(await phaseLettersOf(io, id, since));
      if (kind === "party") call(await partyLettersOf(io, id, since, from));
      if (kind === "party") call(await denunciationCorrectionsOf(io, id, since));
      if (kind !== "review" || !recorded.some(({ facts }) => facts.some(isNotifying))) return;
      call(lettersSince(await journalOf(io, id, recorded), from, now));
    });
  await pMap(
    Map.groupBy(entries, ({ subject }) => subject),
    collect,
    { concurrency: maxConcurrency },
  );
  return planMissing(io, [...called.values()], sweeping);
};

/** Returns the users in entries: their own entries, or requests to invite them again. */
const usersIn = (entries: readonly JournalEntry[]): readonly string[] => {
  const subjects = entries.map(({ subject }) => parseAggregateKey(subject)).filter(({ kind }) => kind === "user");
  const invited = factsOf(entries, "invitations-requested-again").flatMap(({ users }) => users);
  return [...new Set([...subjects.map(({ id }) => id), ...invited])];
};

/** Returns the users that a part of a sweep checks: the given ones, and those in the entries. */
const usersOf = async (
  { store }: EffectIo,
  { users, entries }: RecordedFacts,
  { trying }: EffectSweep,
): Promise<readonly User[]> => {
  const given = new Set<string>(users.map(({ id }) => id));
  const others = usersIn(entries).filter((id) => !given.has(id));
  const aggregates = await aggregatesById(store, "user", others, (id, work) => trying(`user ${id}`, work));
  return [...users, ...aggregates.map(({ state }) => state)];
};

/** Creates missing accounts of registered users. Returns the current users whose account is new. */
const completeAccounts = async (
  io: EffectIo,
  users: readonly User[],
  { by, trying }: EffectSweep,
): Promise<readonly User[]> => {
  const made: User[] = [];
  for (const user of users.filter(({ sub }) => sub === undefined))
    await trying(`account of ${user.id}`, async () => {
      if ((await ensureAccount(io, user.id, by)) === "nothing") return;
      const aggregate = await io.store.load("user", user.id);
      if (aggregate !== undefined) made.push(aggregate.state);
    });
  return made;
};

/**
 * Repeats requested invitations that were not sent. Returns the current users, and those whose invitation is too old.
 */
const askedAgain = async (
  io: EffectIo,
  users: readonly User[],
  entries: readonly JournalEntry[],
  { by, trying }: EffectSweep,
): Promise<{ readonly again: readonly User[]; readonly tooOld: readonly string[] }> => {
  const again: User[] = [];
  const tooOld = new Set<string>();
  for (const fact of factsOf(entries, "invitations-requested-again")) {
    const recipients = fact.waiting === true ? "waiting" : "these";
    const left = users
      .filter(({ id }) => fact.users.includes(id))
      .filter((user) => {
        const decision = inviteAgain(user, fact.happenedAt, recipients);
        return decision.ok && decision.facts.length > 0;
      })
      .map(({ id }) => id);
    if (left.length === 0) continue;
    if (!isNews(fact.happenedAt, io.clock.now())) {
      for (const id of left) tooOld.add(aggregateKey("user", id));
      continue;
    }
    await trying(`invitations requested at ${fact.happenedAt}`, async () => {
      await inviteAllAgain(io, { ...fact, users: left }, by);
      again.push(...(await io.store.loadMany("user", left)).map(({ state }) => state));
    });
  }
  return { again, tooOld: [...tooOld] };
};

/** Aligns accounts: closed ones are disabled or deleted in the user pool, and reopened ones are enabled. */
const alignAccounts = async (
  io: EffectIo,
  entries: readonly JournalEntry[],
  { by, trying }: EffectSweep,
): Promise<void> => {
  for (const fact of factsOf(entries, "user-readdressed"))
    await trying(`former account of ${fact.user}`, () => replaceAccount(io, fact, by));
  const moved = [...factsOf(entries, "user-closed"), ...factsOf(entries, "user-reopened")].map(({ user }) => user);
  for (const user of new Set(moved)) await trying(`access of ${user}`, () => alignAccount(io, user));
};

/**
 * Repairs accounts of registered users in this part of a sweep, and the latest invitation to accounts created here.
 * Also returns the number of created accounts.
 */
const sweepAccess = async (
  io: EffectIo,
  recorded: RecordedFacts,
  sweeping: EffectSweep,
): Promise<MissingEffects & { readonly accountsMade: number }> => {
  const users = await usersOf(io, recorded, sweeping);
  const made = await completeAccounts(io, users, sweeping);
  const { again, tooOld } = await askedAgain(io, users, recorded.entries, sweeping);
  const asTheyStand = new Map([...users, ...made, ...again].map((user) => [user.id, user]));
  const now = io.clock.now();
  const invitations = [...asTheyStand.values()]
    .filter((user) => user.accountMade === true && isOpen(user))
    .map((user) => ({
      letter: invitationOf(user, now),
      about: aggregateKey("user", user.id),
      since: user.invitedAt ?? now,
    }));
  const missing = await planMissing(io, invitations, sweeping);
  return { accountsMade: made.length, planned: missing.planned, tooOld: [...tooOld, ...missing.tooOld] };
};

/**
 * Removes recipients from the list of unreachable ones if they are reachable again, or have other contacts. A
 * repetition changes nothing.
 */
export const sweepReach = async (io: EffectIo, trying: EffectSweep["trying"]): Promise<void> => {
  const rows = [
    ...(await all((paging) => io.ledger.unreachable(paging))),
    ...(await all((paging) => io.ledger.returned(paging))),
  ];
  const settle = ({ recipient }: { readonly recipient: PartyRecipient }) =>
    trying(`contacts of ${recipient.kind === "mission" ? recipient.party : recipient.user}`, () =>
      closeBounces(io, recipient),
    );
  await pMap(rows, settle, { concurrency: maxConcurrency });
};

/**
 * Applies the effects of facts that the stream has not: letters, accounts, invitations, and addresses to unsuppress.
 * Reminders, starts and bulletins follow from the current state, not from facts, and other parts of a sweep repair
 * them. Letters about facts that are too old are only counted. Adds the repairs to the report, and returns the
 * aggregates of letters that are too old.
 */
export const sweepEffects = async (
  io: EffectIo,
  recorded: RecordedFacts,
  report: SweepReport,
  sweeping: EffectSweep,
): Promise<readonly string[]> => {
  const { trying } = sweeping;
  const { entries } = recorded;
  const tooOld: string[] = [];
  await trying("journal", async () => {
    const notices = await sweepNotices(io, recorded, sweeping);
    report.noticesPlanned += notices.planned;
    tooOld.push(...notices.tooOld);
  });
  await trying("accounts", async () => {
    await alignAccounts(io, entries, sweeping);
    const access = await sweepAccess(io, recorded, sweeping);
    report.accountsMade += access.accountsMade;
    report.invitationsPlanned += access.planned;
    tooOld.push(...access.tooOld);
  });
  const erased = factsOf(entries, "user-erased").map(({ user }) => user);
  const { ended, waiting } = await endErasures(io, erased, trying);
  report.erasuresEnded += ended;
  report.erasuresWaiting.push(...waiting);
  for (const fact of factsOf(entries, "address-released"))
    await trying(`release of letter ${fact.letter}`, () => unsuppressAddressOf(io, fact));
  report.lettersTooOld += tooOld.length;
  return tooOld;
};
