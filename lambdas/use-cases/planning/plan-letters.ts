import { combinableIds, combineReminders, type LetterWithCovered } from "../../../domain/letters/combined-reminders.ts";
import { planningBatches } from "../../../domain/letters/digests.ts";
import { isInRange, type PartyRange } from "../../../domain/letters/opening-parts.ts";
import { queueOf } from "../../../domain/letters/letter-kinds.ts";
import { openReminderSubjects, planFor, planOnOpening } from "../../../domain/reminders/schedule.ts";
import { dueReminder, furtherNominationsDue } from "../../../domain/letters/reminder-letters.ts";
import type { LetterId } from "../../../schemas/base/ids.ts";
import type { Letter, ReminderSubject } from "../../../schemas/model/letter.ts";
import type { Review } from "../../../schemas/model/review.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { log } from "../../io/log.ts";
import type { Clock } from "../../io/ports/time.ts";
import type { Ledger, LetterQueues } from "../../io/ports/outbox.ts";
import type { Schedules } from "../../io/ports/schedules.ts";
import type { Store } from "../../io/ports/store.ts";
import { doEach, throwTogether, workOnEach } from "../base/work-on-each.ts";

export interface PlanningIo {
  readonly store: Store;
  readonly ledger: Ledger;
  readonly schedules: Schedules;
  readonly letterQueues: LetterQueues;
  readonly clock: Clock;
}

/** The number of reminders that are processed, and letters that are written, in parallel. */
export const maxConcurrentReminders = 8;

type PlanIo = Pick<PlanningIo, "ledger" | "letterQueues">;

/** The result of writing a planned letter, and the letter to order, if one waits. */
interface InsertedLetter {
  readonly found: "new" | "waiting" | "past";
  readonly toOrder?: Letter;
}

/** Returns the unsent letter of an existing row: its own, or the one that covers it. */
const readLetterToOrder = async (
  { ledger }: Pick<PlanIo, "ledger">,
  row: Letter | undefined,
): Promise<Letter | undefined> => {
  const letter = row?.coveredBy === undefined ? row : await ledger.letter(row.coveredBy);
  return letter?.state === "planned" ? letter : undefined;
};

/**
 * Writes a letter unless its row exists, with the rows of the letters that it covers. `waiting`: the row exists and is
 * unsent, so it must be ordered in any case. Throws if another letter covers some of its steps since they were read:
 * the next attempt reads them again.
 */
export const insertLetter = async (
  io: Pick<PlanIo, "ledger">,
  { letter, covered }: LetterWithCovered,
): Promise<InsertedLetter> => {
  if (!(await io.ledger.plan(letter, covered))) {
    const row = await io.ledger.letter(letter.id);
    if (row === undefined) throw new Error(`Letter ${letter.id} covers what another letter covers`);
    const toOrder = await readLetterToOrder(io, row);
    return toOrder === undefined ? { found: "past" } : { found: "waiting", toOrder };
  }
  log("LETTER_PLANNED", { letter: letter.id, kind: letter.content.kind, party: letter.party });
  return { found: "new", toOrder: letter };
};

/** Returns letters as they are written down: the reminders that one mission reads as one letter are combined. */
export const combineDue = async (
  { ledger }: Pick<PlanIo, "ledger">,
  letters: readonly Letter[],
): Promise<readonly LetterWithCovered[]> => {
  const ids = combinableIds(letters);
  return combineReminders(letters, ids.length === 0 ? new Set() : await ledger.known(ids));
};

/** Orders letters, those of a queue together. */
export const enqueueLetters = async (
  { letterQueues }: Pick<PlanIo, "letterQueues">,
  letters: readonly Letter[],
): Promise<void> => {
  for (const [queue, those] of Map.groupBy(letters, queueOf))
    await letterQueues.order(
      those.map(({ id }) => id),
      0,
      { queue },
    );
};

/**
 * Writes letters before anything is sent, and orders them all. Both may be repeated: a row is written once, and the
 * sender drops an order for a sent letter. A letter that cannot be written does not prevent the others; its error is
 * thrown after the others are ordered. Returns the letters with new rows.
 */
export const planLetters = async (io: PlanIo, letters: readonly Letter[]): Promise<readonly Letter[]> => {
  const inserted: InsertedLetter[] = [];
  const failures: unknown[] = [];
  for (const batch of planningBatches(await combineDue(io, letters)))
    try {
      await workOnEach(batch, async (one) => inserted.push(await insertLetter(io, one)), maxConcurrentReminders);
    } catch (error) {
      failures.push(error);
    }
  const toOrder = new Map(inserted.flatMap(({ toOrder: one }) => (one === undefined ? [] : [[one.id, one] as const])));
  await enqueueLetters(io, [...toOrder.values()]);
  throwTogether(failures);
  return inserted.flatMap(({ found, toOrder: one }) => (found === "new" && one !== undefined ? [one] : []));
};

/** Plans one letter. */
export const planLetter = async (io: PlanIo, letter: Letter): Promise<"new" | "known"> =>
  (await planLetters(io, [letter])).length > 0 ? "new" : "known";

/**
 * Plans the reminder that a reminder subject now needs, and arms the next. Returns the due letter if its row is new;
 * undefined if no given review has an open obligation of the reminder subject.
 */
export const planDueReminder = async (
  io: PlanningIo,
  reviews: readonly Review[],
  reminderSubject: ReminderSubject,
  now: Instant,
  planner: typeof planFor | typeof planOnOpening = planFor,
): Promise<{ readonly planned?: LetterId } | undefined> => {
  const reminder = dueReminder(reviews, reminderSubject, now, planner);
  if (reminder === undefined) return undefined;
  const { timer } = reminder;
  const letters =
    reminder.letters.length === 0 ? [] : [...reminder.letters, ...furtherNominationsDue(reviews, reminderSubject, now)];
  let planned: readonly Letter[] = [];
  await doEach([
    async () => void (planned = await planLetters(io, letters)),
    async () => timer === undefined || (await io.schedules.arm(timer.name, timer.at, timer.message, now)),
  ]);
  const [first] = planned;
  return first === undefined ? {} : { planned: first.id };
};

/** Returns the party's current reviews in the reminder subject's group. */
export const reviewsOn = async (store: Store, { party, group }: ReminderSubject): Promise<readonly Review[]> => {
  const aggregates = await store.loadMany("review", await store.reviewsOfParty(party));
  return aggregates.map(({ state }) => state).filter((review) => review.group === group);
};

/** Plans the reminders of every open obligation of the given reviews and parties: those of a party together, as its mission reads them. */
export const planRemindersOfAll = async (
  io: PlanningIo,
  reviews: readonly Review[],
  planner: typeof planFor | typeof planOnOpening,
  range: PartyRange,
): Promise<void> => {
  const inRange = openReminderSubjects(reviews).filter(({ reminderSubject }) =>
    isInRange(range, reminderSubject.party),
  );
  const byParty = Map.groupBy(inRange, ({ reminderSubject }) => reminderSubject.party);
  await workOnEach(
    byParty.values(),
    async (pending) => {
      const now = io.clock.now();
      const reminders = pending.flatMap(
        ({ reminderSubject, reviews: own }) => dueReminder(own, reminderSubject, now, planner) ?? [],
      );
      const timers = reminders.flatMap(({ timer }) => timer ?? []);
      await doEach([
        async () =>
          void (await planLetters(
            io,
            reminders.flatMap(({ letters }) => letters),
          )),
        ...timers.map(
          ({ name, at, message }) =>
            () =>
              io.schedules.arm(name, at, message, now),
        ),
      ]);
    },
    maxConcurrentReminders,
  );
};
