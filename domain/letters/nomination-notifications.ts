import type { JournalEntry } from "../../schemas/model/journal-entry.ts";
import type { Letter } from "../../schemas/model/letter.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { plannedLetter } from "./lifecycle.ts";
import { notificationRules } from "./notification-rules.ts";
import { takesOver } from "./notifications.ts";

type NominationEntry = Pick<JournalEntry, "recordedAt" | "by" | "facts">;

/**
 * Returns the letters that notify a delegate of a nomination by a further party, by an entry of their journal, as
 * planned now. They belong to the nominating party: the mission of the party that registered the person is not
 * notified.
 */
export const furtherNominationsOn = (entry: NominationEntry, now: Instant): readonly Letter[] => {
  const { recordedAt, by, facts } = entry;
  if (takesOver.has(by)) return [];
  return facts.flatMap((fact) => {
    if (fact.kind !== "user-party-added") return [];
    const { user, party } = fact;
    const content = { kind: "further-nomination", user, party } as const;
    const recipient = { kind: "user", user } as const;
    return [
      plannedLetter(
        { content, recipient, party, plannedFor: recordedAt, rule: notificationRules["further-nomination"] },
        now,
      ),
    ];
  });
};
