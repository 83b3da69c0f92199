import type { Fact } from "../../schemas/model/fact.ts";
import type { JournalEntry } from "../../schemas/model/journal-entry.ts";
import { UserId } from "../../schemas/base/ids.ts";
import type { AccessChange, Letter, Recipient } from "../../schemas/model/letter.ts";
import type { User } from "../../schemas/model/user.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { evolveUser, isOpen } from "../parties/users.ts";
import { plannedLetter } from "./lifecycle.ts";
import { notificationRules } from "./notification-rules.ts";
import { takesOver } from "./notifications.ts";

/**
 * Returns the change to the access of a user that a fact records, as the letter states it; undefined for all other
 * facts.
 */
const accessChangeIn = (fact: Fact): AccessChange | undefined => {
  switch (fact.kind) {
    case "user-registered":
      return fact.role === "secretariat" ? "registered" : undefined;
    case "user-closed":
      return "closed";
    case "user-reopened":
      return "reopened";
    case "user-readdressed":
      return "readdressed";
    default:
      return undefined;
  }
};

/**
 * Returns whether letters report an entry if its user belongs to the secretariat. Entries that an import or a load took
 * over are not reported.
 */
export const changesAccess = ({ by, facts }: Pick<JournalEntry, "by" | "facts">): boolean =>
  !takesOver.has(by) && facts.some((fact) => accessChangeIn(fact) !== undefined);

/** Returns a user after the first entries of the journal; undefined if none of them creates the user. */
const userAfter = (entries: readonly JournalEntry[]): User | undefined =>
  entries.flatMap(({ facts }) => facts).reduce<User | undefined>(evolveUser, undefined);

/** Journals of users of the secretariat, each from its first entry on. */
export type SecretariatJournals = ReadonlyMap<UserId, readonly JournalEntry[]>;

/** Journals by user, with "open" in place of a journal that cannot be read, of a user who is open now. */
export type ReadableJournals = ReadonlyMap<UserId, readonly JournalEntry[] | "open">;

/** Returns the other users of the secretariat who were open at an instant. */
const othersOpenAt = (journals: ReadableJournals, id: UserId, at: Instant): readonly UserId[] =>
  [...journals].flatMap(([other, entries]) => {
    if (other === id) return [];
    if (entries === "open") return [other];
    const user = userAfter(entries.filter(({ recordedAt }) => recordedAt <= at));
    return user !== undefined && user.role === "secretariat" && isOpen(user) ? [other] : [];
  });

/**
 * Returns the recipients of the letters about a change: all other users who were open then. The author is one of them,
 * because another person may have used the account. The closed user is notified too. A former address is notified
 * because its reader may be the rightful owner.
 */
const recipientsOf = (fact: Fact, id: UserId, at: Instant, journals: ReadableJournals): readonly Recipient[] => [
  ...othersOpenAt(journals, id, at).map((user) => ({ kind: "user", user }) as const),
  ...(fact.kind === "user-closed" ? [{ kind: "user", user: id } as const] : []),
  ...(fact.kind === "user-readdressed" && fact.number !== undefined
    ? [{ kind: "user", user: id, beforeChange: fact.number } as const]
    : []),
];

/**
 * Returns the letters that an entry of the journal of a user of the secretariat calls for, as planned now. The
 * recipients come from the journals at the time of the entry, so every planner plans the same letters.
 */
export const accessLettersOn = (
  id: UserId,
  entry: Pick<JournalEntry, "version" | "recordedAt" | "by" | "facts">,
  journals: ReadableJournals,
  now: Instant,
): readonly Letter[] => {
  const { version, recordedAt, by, facts } = entry;
  if (!changesAccess(entry)) return [];
  const author = UserId.safeParse(by);
  return facts.flatMap((fact) => {
    const change = accessChangeIn(fact);
    if (change === undefined) return [];
    const whose = author.success ? { by: author.data } : {};
    const content = { kind: "access-changed", user: id, change, version, ...whose } as const;
    return recipientsOf(fact, id, recordedAt, journals).map((recipient) =>
      plannedLetter({ content, recipient, plannedFor: recordedAt, rule: notificationRules["access-changed"] }, now),
    );
  });
};
