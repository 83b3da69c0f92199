import type { JournalEntry } from "../../schemas/model/journal-entry.ts";
import type { Letter } from "../../schemas/model/letter.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { dayOf } from "../base/time.ts";
import { plannedLetter } from "./lifecycle.ts";
import { type NotificationRules, notificationRules } from "./notification-rules.ts";

/**
 * The letters that entries of a phase's journal call for, as they are planned now: once all its reviews are set up, one to
 * the mission of each party that takes part in them.
 */
export const phaseLetters = (
  entries: readonly Pick<JournalEntry, "facts" | "recordedAt">[],
  now: Instant,
  { "phase-opened": rule }: NotificationRules = notificationRules,
): readonly Letter[] =>
  entries
    .filter(({ recordedAt }) => rule.since <= dayOf(recordedAt))
    .flatMap(({ facts, recordedAt }) =>
      facts.flatMap((fact) => {
        if (fact.kind !== "phase-opening-completed") return [];
        return fact.parties.map((party) => {
          const content = { kind: "phase-opened", phase: fact.phase, party } as const;
          const recipient = { kind: "mission", party } as const;
          return plannedLetter({ content, recipient, party, plannedFor: recordedAt, rule: rule.says }, now);
        });
      }),
    );
