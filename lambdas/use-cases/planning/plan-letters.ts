import { planningLots } from "../../../domain/letters/digests.ts";
import { queueOf } from "../../../domain/letters/letter-kinds.ts";
import { owedOccasions, planFor, planOnOpening } from "../../../domain/reminders/schedule.ts";
import { dueReminder } from "../../../domain/letters/reminder-letters.ts";
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

/** How many reminders are worked on, and letters written down, at once. */
export const mostRemindedAtOnce = 8;

type PlanIo = Pick<PlanningIo, "ledger" | "letterQueues">;

/** Writes a letter down unless it was. `waiting`: it was, and was not sent yet, so that it is to be ordered all the same. */
export const insertLetter = async (
  { ledger }: Pick<PlanIo, "ledger">,
  letter: Letter,
): Promise<"new" | "waiting" | "past"> => {
  if (!(await ledger.plan(letter))) return (await ledger.letter(letter.id))?.state === "planned" ? "waiting" : "past";
  log("LETTER_PLANNED", { letter: letter.id, kind: letter.content.kind, party: letter.party });
  return "new";
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
 * Writes letters down before anything is sent, and orders them all. Both may be repeated: a row is written once, and an
 * order for a letter that has left is dropped by the sender. One that cannot be written keeps no other one away; that is
 * thrown once the others are ordered. Gives those whose rows were not there before.
 */
export const planLetters = async (io: PlanIo, letters: readonly Letter[]): Promise<readonly Letter[]> => {
  const found = new Map<LetterId, "new" | "waiting" | "past">();
  const failures: unknown[] = [];
  for (const lot of planningLots(letters))
    try {
      await workOnEach(lot, async (letter) => found.set(letter.id, await insertLetter(io, letter)), mostRemindedAtOnce);
    } catch (error) {
      failures.push(error);
    }
  const those = (...as: readonly ("new" | "waiting")[]) =>
    letters.filter(({ id }) => as.some((one) => one === found.get(id)));
  await enqueueLetters(io, those("new", "waiting"));
  throwTogether(failures);
  return those("new");
};

/** The same for one letter. */
export const planLetter = async (io: PlanIo, letter: Letter): Promise<"new" | "known"> =>
  (await planLetters(io, [letter])).length > 0 ? "new" : "known";

/**
 * Plans the reminder that an occasion asks for now and arms the next. Says which letter is due, if its row was not
 * there before; undefined for an occasion of which no given review owes anything any more.
 */
export const planDueReminder = async (
  io: PlanningIo,
  reviews: readonly Review[],
  occasion: ReminderSubject,
  now: Instant,
  planner: typeof planFor | typeof planOnOpening = planFor,
): Promise<{ readonly planned?: LetterId } | undefined> => {
  const reminder = dueReminder(reviews, occasion, now, planner);
  if (reminder === undefined) return undefined;
  const { letters, timer } = reminder;
  let planned: readonly Letter[] = [];
  await doEach([
    async () => void (planned = await planLetters(io, letters)),
    async () => timer === undefined || (await io.schedules.arm(timer.name, timer.at, timer.message, now)),
  ]);
  const [first] = planned;
  return first === undefined ? {} : { planned: first.id };
};

/** The party's reviews in the occasion's group, as they stand now. */
export const reviewsOn = async (store: Store, { party, group }: ReminderSubject): Promise<readonly Review[]> => {
  const heads = await store.loadMany("review", await store.reviewsOfParty(party));
  return heads.map(({ state }) => state).filter((review) => review.group === group);
};

/** Opens the reminding of everything that the given reviews owe: once a group, or one of its reviews, has started. */
export const planOpeningReminder = async (io: PlanningIo, reviews: readonly Review[]): Promise<void> => {
  await workOnEach(
    owedOccasions(reviews),
    ({ occasion, reviews: owing }) => planDueReminder(io, owing, occasion, io.clock.now(), planOnOpening),
    mostRemindedAtOnce,
  );
};
