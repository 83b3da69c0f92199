import type { JournalEntry } from "../../schemas/model/journal-entry.ts";
import type { Letter } from "../../schemas/model/letter.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { plannedLetter } from "./lifecycle.ts";
import { notificationRules } from "./notification-rules.ts";

/**
 * Returns the letters that entries of a party's journal call for as it leaves, as planned now. One goes to the mission
 * of each party in any of its reviews, whatever their number.
 */
export const denunciationLetters = (
  entries: readonly Pick<JournalEntry, "facts" | "recordedAt">[],
  now: Instant,
): readonly Letter[] =>
  entries.flatMap(({ facts, recordedAt }) =>
    facts.flatMap((fact) => {
      if (fact.kind !== "party-left") return [];
      return fact.notified.map(({ party, reviews }) => {
        const content = { kind: "party-left", party: fact.party, recordedAt, reviews } as const;
        const recipient = { kind: "mission", party } as const;
        return plannedLetter(
          { content, recipient, party, plannedFor: recordedAt, rule: notificationRules["party-left"] },
          now,
        );
      });
    }),
  );
