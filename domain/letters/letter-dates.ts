import type { Letter, LetterKind } from "../../schemas/model/letter.ts";
import type { Obligation, Review } from "../../schemas/model/review.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { type OwedObligation, ownObligations } from "../calendar/own-obligations.ts";
import { numberOfClarification } from "../review/obligations.ts";
import { isNomination } from "../reminders/schedule.ts";
import { type ContentOf, stepsOfReminder } from "./letter-kinds.ts";

/**
 * The type of a method, because TypeScript compares only methods bivariantly: the row of a letter's own kind can then
 * take any letter.
 */
type ChoiceOf<Content> = { chooses(content: Content, obligation: Obligation): boolean }["chooses"];

const isOpen = ({ state }: Obligation): boolean => state === "open";
const ofKind =
  (kind: Obligation["kind"]) =>
  (_content: unknown, obligation: Obligation): boolean =>
    obligation.kind === kind;
const everyOpen = (_content: unknown, obligation: Obligation): boolean => isOpen(obligation);
const every = (): boolean => true;
const namesObligation = ({ obligation }: { readonly obligation: Obligation["id"] }, { id }: Obligation): boolean =>
  id === obligation;
const remindsOf = (content: ContentOf<"duty-reminder" | "nomination-reminder">, obligation: Obligation): boolean =>
  isOpen(obligation) &&
  stepsOfReminder(content).some(
    ({ reminderSubject }) => obligation.kind === reminderSubject.kind && obligation.dueAt === reminderSubject.dueAt,
  );

/** The choice, for each kind of letter, of its reader's obligations in its reviews whose dates it states. */
const datesByKind: { readonly [K in LetterKind]?: ChoiceOf<ContentOf<K>> } = {
  "nomination-reminder": remindsOf,
  "duty-reminder": remindsOf,
  "late-start": (_content, obligation) => isOpen(obligation) && isNomination(obligation.kind),
  "start-corrected": every,
  "start-undone": every,
  "state-of-reviews": everyOpen,
  "consultation-agreed": ofKind("questionnaire"),
  "answers-received": ofKind("feedback"),
  "answers-returned": ofKind("feedback"),
  "feedback-complete": ofKind("feedback"),
  "clarification-asked": ({ number }, { id }) => numberOfClarification(id) === number,
  "delay-notified": namesObligation,
  "delay-reversed": namesObligation,
  "decision-recorded": namesObligation,
  "list-to-agree": ofKind("agreement"),
  "list-published": ofKind("agreement"),
  handover: everyOpen,
  digest: everyOpen,
};

/**
 * Returns the reader's obligations whose dates a letter about some reviews states, at present; none for most letters.
 */
export const datesOfLetter = (
  { content, recipient }: Pick<Letter, "content" | "recipient">,
  reviews: readonly Review[],
  now: Instant,
): readonly OwedObligation[] => {
  const chooses: ChoiceOf<Letter["content"]> | undefined = datesByKind[content.kind];
  if (chooses === undefined || recipient.kind === "office") return [];
  return ownObligations(recipient, reviews, now).filter(({ obligation }) => chooses(content, obligation));
};
