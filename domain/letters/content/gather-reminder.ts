import type { ReminderSubject } from "../../../schemas/model/letter.ts";
import type { Review } from "../../../schemas/model/review.ts";
import { isOvertaken, obligationsOf, openedOnOf } from "../../reminders/schedule.ts";
import { dividedWork } from "../../review/division.ts";
import { decisionWithout } from "../../review/decisions.ts";
import { clarificationIdOf } from "../../review/obligations.ts";
import type { ContentOf } from "../letter-kinds.ts";
import { nameDecision } from "./named-decision.ts";
import { type GatheredContent, isWork, type ReviewSeen, say, skip } from "./gather-content.ts";

/**
 * Returns whether an obligation ended or has another date, and was not simply met in the generation of the reminder.
 */
const isSuperseded = ({ obligations }: Review, { kind, party, generation }: ReminderSubject): boolean =>
  !Object.values(obligations).some(
    (obligation) =>
      obligation.kind === kind &&
      obligation.party === party &&
      obligation.generation === generation &&
      obligation.state === "met",
  );

export const gatherReminder = (
  { reminderSubject, stepName }: ContentOf<"duty-reminder">,
  { review, about, named }: ReviewSeen,
): GatheredContent => {
  const openedOn = openedOnOf([review], reminderSubject);
  if (openedOn === undefined) return skip(isSuperseded(review, reminderSubject) ? "replaced" : "done");
  if (isOvertaken(reminderSubject, stepName, openedOn, about.now)) return skip("replaced");
  if (!isWork(reminderSubject)) throw new TypeError(`A reminder of work cannot speak of ${reminderSubject.kind}`);
  const obligations = obligationsOf(review, reminderSubject);
  const pending = new Set<string>(obligations.map(({ id }) => id));
  const questions = (review.clarifications ?? [])
    .map(({ number }) => number)
    .filter((number) => pending.has(clarificationIdOf(number, review.party)));
  const [first] = obligations;
  const withoutAnswers =
    reminderSubject.kind === "feedback" && review.answers === undefined
      ? decisionWithout(review, "questionnaire")
      : undefined;
  return say({
    ...about,
    kind: "duty-reminder",
    party: named(reminderSubject.party),
    reminderSubject,
    stepName,
    openedOn,
    stage: review.stage,
    originalDueAt: first?.originalDueAt ?? reminderSubject.dueAt,
    reopened: first?.reopened === true,
    questions,
    ...(withoutAnswers === undefined ? {} : { withoutAnswers: nameDecision(withoutAnswers, named) }),
    ...(reminderSubject.kind === "feedback" ? { divided: dividedWork(review, reminderSubject.party) } : {}),
  });
};
