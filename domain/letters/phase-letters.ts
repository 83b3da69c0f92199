import type { JournalEntry } from "../../schemas/model/journal-entry.ts";
import type { Letter } from "../../schemas/model/letter.ts";
import type { Phase } from "../../schemas/model/phase.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { plannedLetter } from "./lifecycle.ts";
import { byRecipient, isConcerned } from "./stated-version.ts";
import { notificationRules } from "./notification-rules.ts";

/**
 * Returns the letters that entries of a phase's journal call for, as planned now. Once all its reviews are set up, one
 * goes to the mission of each party in them.
 */
export const phaseLetters = (
  entries: readonly Pick<JournalEntry, "facts" | "recordedAt">[],
  now: Instant,
): readonly Letter[] =>
  entries.flatMap(({ facts, recordedAt }) =>
    facts.flatMap((fact) => {
      if (fact.kind !== "phase-opening-completed") return [];
      return fact.parties.map((party) => {
        const content = { kind: "phase-opened", phase: fact.phase, party } as const;
        const recipient = { kind: "mission", party } as const;
        return plannedLetter(
          { content, recipient, party, plannedFor: recordedAt, rule: notificationRules["phase-opened"] },
          now,
        );
      });
    }),
  );

const correctedRule =
  "The correction of a phase's opening that letters reported goes to exactly the recipients of those letters.";

/**
 * Returns the letters about the last correction of the opening of a phase, over all letters about the phase. One goes
 * to each mission with a letter that states an earlier version of the phase. `version` is that of the correction.
 */
export const phaseCorrections = (
  { id: phase, corrected }: Phase,
  version: number,
  letters: readonly Letter[],
  now: Instant,
): readonly Letter[] => {
  if (corrected === undefined) return [];
  const { at } = corrected;
  const concerned = letters.filter(
    (letter) => letter.content.kind === "phase-opened" && isConcerned(letter, { at, version }),
  );
  return byRecipient(concerned).map(({ party, letters: earlier }) => {
    const content = { kind: "phase-corrected", phase, party, at } as const;
    const recipient = { kind: "mission", party } as const;
    const corrects = { letters: earlier, version };
    return plannedLetter({ content, recipient, party, plannedFor: at, rule: correctedRule, corrects }, now);
  });
};
