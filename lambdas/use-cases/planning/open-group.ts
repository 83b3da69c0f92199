import {
  isOpened,
  lateStartLetters,
  openingName,
  openingTimer,
  startCorrectedLetters,
  startUndoneLetters,
} from "../../../domain/letters/start-letters.ts";
import { stateOfReviewsLetters } from "../../../domain/letters/release-letters.ts";
import { planFor, planOnOpening } from "../../../domain/reminders/schedule.ts";
import { aggregateKey } from "../../../domain/base/hash-chain.ts";
import type { GroupId } from "../../../schemas/base/ids.ts";
import type { Group } from "../../../schemas/model/group.ts";
import type { Letter } from "../../../schemas/model/letter.ts";
import { all } from "../../io/pages.ts";
import { doEach } from "../base/work-on-each.ts";
import { planLetters, type PlanningIo, planRemindersOfAll } from "./plan-letters.ts";

/**
 * Tells the missions of a group that it has started, or that its start was on another day, or arms the timer for that where
 * its time is still to come. A start that was recorded long after its day, and a correction after letters had left, are told
 * of by one letter to each concerned, as is where reviews stand that were taken over, and reminders go on after it; of others the reminders themselves tell. Says what was
 * done; done again it changes nothing.
 */
export const openGroup = async (io: PlanningIo, id: GroupId): Promise<"waiting" | "opened" | "nothing"> => {
  const head = await io.store.load("group", id);
  const now = io.clock.now();
  if (head === undefined) return "nothing";
  const timer = openingTimer(head.state, now);
  if (timer !== undefined) await io.schedules.arm(timer.name, timer.at, timer.message, now);
  if (!isOpened(head.state, now)) return timer === undefined ? "nothing" : "waiting";
  const reviews = (await io.store.loadMany("review", head.state.reviews)).map(({ state }) => state);
  if (isToldByReminders(head.state)) await planRemindersOfAll(io, reviews, planOnOpening);
  else
    await doEach([
      async () =>
        void (await planLetters(io, [
          ...lateStartLetters(head.state, reviews, now),
          ...startCorrectedLetters(head.state, reviews, now),
          ...stateOfReviewsLetters(head.state, reviews, now),
        ])),
      () => planRemindersOfAll(io, reviews, planFor),
    ]);
  return "opened";
};

/** Whether the reminders of a group tell that it has started, and no letter before them. */
const isToldByReminders = ({ late, corrected, released }: Group): boolean =>
  late !== true && corrected?.toldDay === undefined && released === undefined;

/** Everything that letters told of a group, or were to tell. */
export const lettersAboutGroup = (ledger: PlanningIo["ledger"], id: GroupId): Promise<readonly Letter[]> =>
  all((paging) => ledger.ofSubject(aggregateKey("group", id), paging));

/** Plans the letters of correction about the last start of a group that was undone. Done again it changes nothing. */
export const correctUndoneStart = async (io: PlanningIo, id: GroupId): Promise<void> => {
  const head = await io.store.load("group", id);
  if (head?.state.undone === undefined) return;
  await planLetters(io, startUndoneLetters(head.state, await lettersAboutGroup(io.ledger, id), io.clock.now()));
};

/** Disarms the timers for the letters about a start that is undone before they leave, and about its corrected day. */
export const closeGroup = async (io: PlanningIo, id: GroupId): Promise<void> => {
  const { undone, corrected } = (await io.store.load("group", id))?.state ?? {};
  for (const at of [undone?.lettersAt, corrected?.lettersAt])
    if (at !== undefined) await io.schedules.disarm(openingName(id, at));
};
