import { isNotifying, lettersOn } from "../../../domain/letters/notifications.ts";
import { isOpened } from "../../../domain/letters/start-letters.ts";
import {
  mergeReminderSubjects,
  reminderSubjectOf,
  planFor,
  planOnOpening,
} from "../../../domain/reminders/schedule.ts";
import { rowOf } from "../../../domain/review/fact-kinds.ts";
import { snapshotsOf } from "../../../domain/review/snapshots.ts";
import type { Fact } from "../../../schemas/model/fact.ts";
import type { JournalEntry } from "../../../schemas/model/journal-entry.ts";
import type { ObligationId } from "../../../schemas/base/ids.ts";
import type { ReminderSubject } from "../../../schemas/model/letter.ts";
import type { Review } from "../../../schemas/model/review.ts";
import { all } from "../../io/pages.ts";
import { workOnEach } from "../base/work-on-each.ts";
import { planLetters, maxConcurrentReminders, planDueReminder, type PlanningIo, reviewsOn } from "./plan-letters.ts";

/**
 * Returns the obligations whose date a fact sets: opened, delayed or recalculated. Omits a fact with its own letter,
 * which is planned with the reminders that follow it. A late removal has no such plan, so its later reminders are
 * planned here.
 */
const datedBy = (fact: Fact, isRemoval: boolean): readonly ObligationId[] => {
  const hasOwnLetter = fact.kind === "obligation-redated" && fact.datedAt !== undefined && !isRemoval;
  if (fact.kind === "obligation-voided" || hasOwnLetter) return [];
  return (
    rowOf(fact)
      ?.generations?.(fact)
      .map(({ obligation }) => obligation) ?? []
  );
};

/** Returns the reviews of a reminder subject: this one as just read, which lists may not show yet, and others. */
const concernedParties = async (
  { store }: PlanningIo,
  review: Review,
  reminderSubject: ReminderSubject,
): Promise<readonly Review[]> => {
  const others = reminderSubject.review === undefined ? await reviewsOn(store, reminderSubject) : [];
  return [review, ...others.filter(({ id }) => id !== review.id)];
};

/**
 * Plans reminders of the obligations that an entry dated. Obligations that start with the group have reminders once the
 * group has started; a review that joined later starts separately.
 */
export const planRemindersOf = async (io: PlanningIo, review: Review, facts: readonly Fact[]): Promise<void> => {
  if (review.entry === undefined && facts.some(({ kind }) => kind === "review-started")) return;
  const isRemoval = facts.some(({ kind }) => kind === "mandate-ended");
  const ids = new Set(facts.flatMap((fact) => datedBy(fact, isRemoval)));
  const obligations = Object.values(review.obligations).filter(({ id, state }) => ids.has(id) && state === "open");
  if (obligations.length === 0) return;
  const group = await io.store.load("group", review.group);
  if (group === undefined || !isOpened(group.state, io.clock.now())) return;
  // Their letter states the date, also a past one: the next step is enough.
  const isAnnounced = facts.some(({ kind }) => kind === "delay-reversed" || kind === "delay-corrected");
  const planner = isAnnounced ? planFor : planOnOpening;
  await workOnEach(
    mergeReminderSubjects(obligations.map((obligation) => reminderSubjectOf(review, obligation))),
    async (reminderSubject) =>
      planDueReminder(
        io,
        await concernedParties(io, review, reminderSubject),
        reminderSubject,
        io.clock.now(),
        planner,
      ),
    maxConcurrentReminders,
  );
};

/**
 * Plans the letters about an entry of a review. Their recipients come from the journal up to that entry, and not from
 * the current review, which may have changed. The sweep thus derives equal letters if it has to.
 */
export const planNotificationsOf = async (
  io: PlanningIo,
  id: string,
  { version, facts }: Pick<JournalEntry, "version" | "facts">,
): Promise<void> => {
  if (!facts.some(isNotifying)) return;
  const entries = await all((paging) => io.store.journalOf("review", id, paging));
  const current = snapshotsOf(entries.filter((entry) => entry.version <= version)).at(-1);
  if (current !== undefined) await planLetters(io, lettersOn(current, io.clock.now()));
};
