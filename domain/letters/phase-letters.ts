import type { JournalEntry } from "../../schemas/model/journal-entry.ts";
import type { Letter } from "../../schemas/model/letter.ts";
import type { Phase } from "../../schemas/model/phase.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { plannedLetter } from "./lifecycle.ts";
import { mayHaveLeft } from "./start-letters.ts";
import { isInForce, type NotificationRules, notificationRules } from "./notification-rules.ts";

/**
 * The letters that entries of a phase's journal call for, as they are planned now: once all its reviews are set up, one to
 * the mission of each party that takes part in them.
 */
export const phaseLetters = (
  entries: readonly Pick<JournalEntry, "facts" | "recordedAt" | "release">[],
  now: Instant,
  { "phase-opened": rule }: NotificationRules = notificationRules,
): readonly Letter[] =>
  entries
    .filter((entry) => isInForce(rule, entry))
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

const correctedRule =
  "An opening of a phase that is corrected after letters told of it is corrected to exactly those who had one.";

/** The letters about the last correction of the opening of a phase, over all letters about it: one to each who had one. */
export const phaseCorrections = (
  { id: phase, corrected }: Phase,
  letters: readonly Letter[],
  now: Instant,
): readonly Letter[] => {
  if (corrected === undefined) return [];
  const { at } = corrected;
  const parties = new Set(
    letters
      .filter(
        ({ content, state, plannedAt }) => content.kind === "phase-opened" && mayHaveLeft.has(state) && plannedAt <= at,
      )
      .flatMap(({ party }) => party ?? []),
  );
  return [...parties].map((party) => {
    const content = { kind: "phase-corrected", phase, party, at } as const;
    return plannedLetter(
      { content, recipient: { kind: "mission", party }, party, plannedFor: at, rule: correctedRule },
      now,
    );
  });
};
