import pMap from "p-map";
import { parseAggregateKey, aggregateKey } from "../../domain/base/hash-chain.ts";
import { isNotifying, lettersSince } from "../../domain/letters/notifications.ts";
import { newsAge } from "../../domain/base/policy.ts";
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
import { departureCorrectionsOf, partyLettersOf } from "./planning/on-party-entry.ts";
import { phaseLettersOf } from "./planning/open-phase.ts";
import { userLettersOf } from "./planning/on-user-entry.ts";
import { releaseAddressOf, closeBounces } from "./reachability/bouncing-addresses.ts";
import type { SweepReport } from "./sweep-report.ts";

const maxConcurrency = 8;

/** How a round works on one thing of many, and writes down letters that it found missing, saying how many were new. */
export interface EffectSweep {
  readonly by: string;
  readonly trying: (what: string, work: () => Promise<void>) => Promise<void>;
  readonly plan: (letters: readonly Letter[]) => Promise<number>;
}

/** What a part of a round looks at: entries of some subjects, from an instant on. */
export interface RecordedFacts {
  readonly from: Instant;
  readonly entries: readonly JournalEntry[];
  /** Users who are looked at whatever the entries tell. */
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

/** A letter that there is to be, the subject that it tells of, and since when. */
interface CalledEffects {
  readonly letter: Letter;
  readonly about: string;
  readonly since: Instant;
}

/** How many missing letters were written down, and what the others tell of, which are too old for that. */
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
 * Each fact that letters tell of has its letters, whatever the stream did: those whose rows are missing are written down
 * now, to whom the fact concerned. What was superseded meanwhile their senders find out, and skip.
 */
const sweepNotices = async (
  io: EffectIo,
  { entries, from }: RecordedFacts,
  sweeping: EffectSweep,
): Promise<MissingEffects> => {
  const now = io.clock.now();
  const called = new Map<string, CalledEffects>();
  const look = ([subject, recorded]: readonly [string, readonly JournalEntry[]]): Promise<void> =>
    sweeping.trying(`letters about ${subject}`, async () => {
      const { kind, id } = parseAggregateKey(subject);
      const since = recorded.filter(({ recordedAt }) => recordedAt >= from);
      const call = (letters: readonly Letter[]): void => {
        for (const letter of letters) called.set(letter.id, { letter, about: subject, since: letter.plannedFor });
      };
      if (kind === "user") call(await userLettersOf(io, id, since));
      if (kind === "phase") call(await phaseLettersOf(io, id, since));
      if (kind === "party") call(await partyLettersOf(io, id, since, from));
      if (kind === "party") call(await departureCorrectionsOf(io, id, since));
      if (kind !== "review" || !recorded.some(({ facts }) => facts.some(isNotifying))) return;
      call(lettersSince(await journalOf(io, id, recorded), from, now));
    });
  await pMap(
    Map.groupBy(entries, ({ subject }) => subject),
    look,
    { concurrency: maxConcurrency },
  );
  return planMissing(io, [...called.values()], sweeping);
};

/** Users whom entries tell of: of themselves, or that they are to be invited again. */
const usersIn = (entries: readonly JournalEntry[]): readonly string[] => {
  const subjects = entries.map(({ subject }) => parseAggregateKey(subject)).filter(({ kind }) => kind === "user");
  const invited = factsOf(entries, "invitations-asked-again").flatMap(({ users }) => users);
  return [...new Set([...subjects.map(({ id }) => id), ...invited])];
};

/** The users that a part of a round looks at: those it is given, and whom the entries tell of besides. */
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

/** Everybody registered has an account. Gives those whose account was made now, as they stand then. */
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
 * Invitations that were asked for again, and that nobody brought about. Gives the users as they stand then, and those who
 * were to be invited too long ago.
 */
const askedAgain = async (
  io: EffectIo,
  users: readonly User[],
  entries: readonly JournalEntry[],
  { by, trying }: EffectSweep,
): Promise<{ readonly again: readonly User[]; readonly tooOld: readonly string[] }> => {
  const again: User[] = [];
  const tooOld = new Set<string>();
  for (const fact of factsOf(entries, "invitations-asked-again")) {
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
    await trying(`invitations asked for at ${fact.happenedAt}`, async () => {
      await inviteAllAgain(io, { ...fact, users: left }, by);
      again.push(...(await io.store.loadMany("user", left)).map(({ state }) => state));
    });
  }
  return { again, tooOld: [...tooOld] };
};

/** Accounts that ended are disabled or gone in the user pool too, and those that were opened again are enabled. */
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
 * Everybody registered whom a round looks at has an account, and if that was made here, the latest invitation that there
 * is to be. Says how many accounts were made, too.
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

/** Whoever can be reached again, or set other contacts, is not listed any more. Done again it changes nothing. */
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
 * Brings about what facts call for and the stream has not: the letters that tell of them, accounts and invitations,
 * addresses that are to be released. Reminders, starts and bulletins are derived from how things stand, not from facts, and
 * are looked after by other parts of a round. Letters about what is too old to be news are counted only. Counts what it put
 * right to the report, and gives what the letters that are too old tell of.
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
  report.erasuresEnded += await endErasures(io, erased, trying);
  for (const fact of factsOf(entries, "address-released"))
    await trying(`release of letter ${fact.letter}`, () => releaseAddressOf(io, fact));
  report.lettersTooOld += tooOld.length;
  return tooOld;
};
