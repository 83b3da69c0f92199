import { UserId } from "../../schemas/base/ids.ts";
import type { JournalEntry } from "../../schemas/model/journal-entry.ts";
import type { Letter, Recipient } from "../../schemas/model/letter.ts";
import type { User } from "../../schemas/model/user.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { plannedLetter } from "./lifecycle.ts";
import { notificationRules } from "./notification-rules.ts";
import { takesOver } from "./notifications.ts";

type CorrectionEntry = Pick<JournalEntry, "version" | "recordedAt" | "by" | "facts">;

/** Returns whether an entry lists the corrected details of a person. */
export const correctsPerson = ({ by, facts }: Pick<CorrectionEntry, "by" | "facts">): boolean =>
  !takesOver.has(by) && facts.some((fact) => fact.kind === "person-updated" && fact.details !== undefined);

/** Returns the present address, and the one that it replaced: the reader there may be the rightful owner. */
const addressesOf = ({ facts }: Pick<CorrectionEntry, "facts">, user: UserId): readonly Recipient[] => [
  { kind: "user", user },
  ...facts.flatMap((fact) =>
    fact.kind === "user-readdressed" && fact.number !== undefined
      ? [{ kind: "user", user, beforeChange: fact.number } as const]
      : [],
  ),
];

/**
 * Returns the letters that notify a person of a correction by an entry of their journal, as planned now. A user of the
 * secretariat gets none, because all other users are notified of changes to their access. The letters to a person with
 * mandates of several parties belong to no party.
 */
export const correctionLettersOn = (
  { id, role, party, otherParties }: Pick<User, "id" | "role" | "party" | "otherParties">,
  entry: CorrectionEntry,
  now: Instant,
): readonly Letter[] => {
  const { version, recordedAt, by, facts } = entry;
  if (role === "secretariat" || !correctsPerson(entry)) return [];
  const rule = notificationRules["person-corrected"];
  const ofParty = otherParties === undefined ? party : undefined;
  const author = UserId.safeParse(by);
  return facts.flatMap((fact) => {
    if (fact.kind !== "person-updated" || fact.details === undefined) return [];
    const whose = author.success ? { by: author.data } : {};
    const content = { kind: "person-corrected", user: id, version, details: fact.details, ...whose } as const;
    return addressesOf(entry, id).map((recipient) =>
      plannedLetter({ content, recipient, party: ofParty, plannedFor: recordedAt, rule }, now),
    );
  });
};
