import type { Letter } from "../../schemas/model/letter.ts";
import { logicalRecipient } from "./letter-id.ts";
import { stepsOfReminder } from "./letter-kinds.ts";
import { moveLetter, plannedLetter } from "./lifecycle.ts";

/** A letter to write down, with the rows of the letters that it covers. */
export interface LetterWithCovered {
  readonly letter: Letter;
  readonly covered: readonly Letter[];
}

const alone = (letter: Letter): LetterWithCovered => ({ letter, covered: [] });

/** Returns what letters share that one mission reads as one letter; undefined for a letter that is always its own. */
const combinationOf = ({ content, recipient, attempt }: Letter): string | undefined =>
  content.kind === "nomination-reminder" && content.further === undefined && attempt === 1
    ? `${logicalRecipient(recipient)} ${content.reminderSubject.group}`
    : undefined;

/** Compares letters: the reminders of focal points precede those of experts; then the earlier date comes first. */
const inOrder = (one: Letter, other: Letter): number => orderOf(one.content).localeCompare(orderOf(other.content));
const orderOf = (content: Letter["content"]): string => {
  if (content.kind !== "nomination-reminder") return "";
  const { kind, dueAt, generation } = content.reminderSubject;
  return [kind === "focal-point" ? 0 : 1, dueAt, generation].join(" ");
};

/** Returns one letter in the place of several reminders, and their rows as skipped for it. Undefined for fewer than two. */
const combine = (together: readonly Letter[]): LetterWithCovered | undefined => {
  const steps = together.toSorted(inOrder);
  const [first, ...others] = steps;
  if (first?.content.kind !== "nomination-reminder" || others.length === 0) return undefined;
  const further = others.flatMap(({ content }) =>
    content.kind === "nomination-reminder" ? stepsOfReminder(content) : [],
  );
  const { recipient, party, plannedAt } = first;
  const letter = plannedLetter(
    {
      content: { ...first.content, further },
      recipient,
      party,
      plannedFor:
        steps
          .map(({ plannedFor }) => plannedFor)
          .toSorted()
          .at(-1) ?? first.plannedFor,
      rule: steps.map(({ rule }) => rule).join(" "),
      onOpening: steps.some(({ onOpening }) => onOpening === true),
      obligationRefs: steps.flatMap(({ obligationRefs = [] }) => obligationRefs),
    },
    plannedAt,
  );
  const covered = steps.map((step) =>
    moveLetter(step, "skipped", { at: plannedAt, reason: "duplicate", coveredBy: letter.id }),
  );
  return { letter, covered };
};

/** Returns the ids by which it is known whether reminders that may be combined were written down before. */
export const combinableIds = (letters: readonly Letter[]): readonly Letter["id"][] => {
  const groups = Map.groupBy(uniqueById(letters), combinationOf);
  return [...groups].flatMap(([place, together]) =>
    place === undefined || together.length < 2 ? [] : together.map(({ id }) => id),
  );
};

const uniqueById = (letters: readonly Letter[]): readonly Letter[] => [
  ...new Map(letters.map((letter) => [letter.id, letter])).values(),
];

/**
 * Returns letters as missions read them: the reminders of nominations in one group that are due to one mission at one
 * time become one letter. Each step keeps the row of its own id, which names that letter, so two letters never cover
 * one step. Steps whose ids are known were covered before.
 */
export const combineReminders = (
  letters: readonly Letter[],
  known: ReadonlySet<string> = new Set(),
): readonly LetterWithCovered[] =>
  [...Map.groupBy(uniqueById(letters), combinationOf)].flatMap(([place, together]) => {
    if (place === undefined) return together.map(alone);
    const fresh = together.filter(({ id }) => !known.has(id));
    const combined = combine(fresh);
    const rest = together.filter(({ id }) => known.has(id)).map(alone);
    return combined === undefined ? [...rest, ...fresh.map(alone)] : [...rest, combined];
  });
