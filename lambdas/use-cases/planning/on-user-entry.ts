import { aggregateKey } from "../../../domain/base/hash-chain.ts";
import { accessLettersOn, changesAccess, type ReadableJournals } from "../../../domain/letters/access-notifications.ts";
import { correctionLettersOn, correctsPerson } from "../../../domain/letters/correction-notifications.ts";
import { furtherNominationsOn } from "../../../domain/letters/nomination-notifications.ts";
import { offerLettersOn } from "../../../domain/letters/offer-notifications.ts";
import { UserId } from "../../../schemas/base/ids.ts";
import type { JournalEntry } from "../../../schemas/model/journal-entry.ts";
import type { Letter } from "../../../schemas/model/letter.ts";
import { all } from "../../io/pages.ts";
import { isOpen } from "../../../domain/parties/users.ts";
import { logUnreadable } from "../../io/log-failure.ts";
import { UnreadableRow } from "../../io/unreadable-row.ts";
import type { Clock } from "../../io/ports/time.ts";
import type { Store } from "../../io/ports/store.ts";
import { planLetters, type PlanningIo } from "./plan-letters.ts";

type UserEntry = Pick<JournalEntry, "version" | "recordedAt" | "by" | "facts">;

interface JournalsIo {
  readonly store: Pick<Store, "usersInRole" | "journalOf">;
}

/**
 * Returns the journals of all users of the secretariat, including closed ones, who were open earlier. One unreadable
 * row must not prevent letters about all others: a member with an unreadable journal counts as open if they are open
 * now, and an unreadable aggregate is skipped. Throws if it is the journal of the user that the letters are about.
 */
const secretariatJournals = async ({ store }: JournalsIo, subject: UserId): Promise<ReadableJournals> => {
  const users = await all((paging) =>
    store.usersInRole("secretariat", { ...paging, onUnreadable: (row) => logUnreadable(row) }),
  );
  const journals = await Promise.all(
    users.map(async ({ state }): Promise<readonly [UserId, readonly JournalEntry[] | "open"]> => {
      const { id } = state;
      try {
        return [id, await all((paging) => store.journalOf("user", id, paging))];
      } catch (error) {
        if (id === subject || !(error instanceof UnreadableRow)) throw error;
        logUnreadable(error.row ?? aggregateKey("user", id));
        return [id, isOpen(state) ? "open" : []];
      }
    }),
  );
  return new Map(journals);
};

/**
 * Returns the letters that notify the secretariat of entries in one user's journal, as they are planned now; none if
 * the user is not of the secretariat.
 */
export const accessLettersOf = async (
  io: JournalsIo & { readonly store: Pick<Store, "load">; readonly clock: Clock },
  user: string,
  entries: readonly UserEntry[],
): Promise<readonly Letter[]> => {
  const changes = entries.filter(changesAccess);
  if (changes.length === 0) return [];
  const aggregate = await io.store.load("user", user);
  if (aggregate?.state.role !== "secretariat") return [];
  const id = UserId.parse(user);
  const journals = await secretariatJournals(io, id);
  return changes.flatMap((entry) => accessLettersOn(id, entry, journals, io.clock.now()));
};

/** Returns the letters that notify a person of corrections in their journal, as they are planned now. */
const correctionLettersOf = async (
  { store, clock }: { readonly store: Pick<Store, "load">; readonly clock: Clock },
  user: string,
  entries: readonly UserEntry[],
): Promise<readonly Letter[]> => {
  const corrections = entries.filter(correctsPerson);
  const aggregate = corrections.length === 0 ? undefined : await store.load("user", user);
  if (aggregate === undefined) return [];
  return corrections.flatMap((entry) => correctionLettersOn(aggregate.state, entry, clock.now()));
};

/** The letters that entries of one user's journal call for, as they are planned now: to the person, and to the secretariat. */
export const userLettersOf = async (
  io: JournalsIo & { readonly store: Pick<Store, "load">; readonly clock: Clock },
  user: string,
  entries: readonly UserEntry[],
): Promise<readonly Letter[]> => [
  ...(await correctionLettersOf(io, user, entries)),
  ...entries.flatMap((entry) => furtherNominationsOn(entry, io.clock.now())),
  ...entries.flatMap((entry) => offerLettersOn(entry, io.clock.now())),
  ...(await accessLettersOf(io, user, entries)),
];

/** Plans the letters that an entry of a user's journal calls for. */
export const planUserNotificationsOf = async (io: PlanningIo, user: string, entry: JournalEntry): Promise<void> => {
  const letters = await userLettersOf(io, user, [entry]);
  if (letters.length > 0) await planLetters(io, letters);
};
