import {
  isOpened,
  lateStartLetters,
  openingName,
  openingTimer,
  startCorrectedLetters,
  startUndoneLetters,
} from "../../../domain/letters/start-letters.ts";
import { isInRange, partOfOpening, type PartyRange } from "../../../domain/letters/opening-parts.ts";
import { stateOfReviewsLetters } from "../../../domain/letters/release-letters.ts";
import { planFor, planOnOpening } from "../../../domain/reminders/schedule.ts";
import { aggregateKey } from "../../../domain/base/hash-chain.ts";
import type { GroupId, PartyId } from "../../../schemas/base/ids.ts";
import type { Group } from "../../../schemas/model/group.ts";
import type { Letter } from "../../../schemas/model/letter.ts";
import type { Review } from "../../../schemas/model/review.ts";
import { all } from "../../io/pages.ts";
import { doEach } from "../base/work-on-each.ts";
import { planLetters, type PlanningIo, planRemindersOfAll } from "./plan-letters.ts";

/** Plans the letters to the missions of the parties in a range about the start of a group. */
const planOpening = async (io: PlanningIo, group: Group, reviews: readonly Review[], range: PartyRange) => {
  if (isReportedByReminders(group)) return planRemindersOfAll(io, reviews, planOnOpening, range);
  const now = io.clock.now();
  const letters = [
    ...lateStartLetters(group, reviews, now),
    ...startCorrectedLetters(group, reviews, now),
    ...stateOfReviewsLetters(group, reviews, now),
  ].filter(({ party }) => party !== undefined && isInRange(range, party));
  await doEach([
    async () => void (await planLetters(io, letters)),
    () => planRemindersOfAll(io, reviews, planFor, range),
  ]);
};

/**
 * Notifies the missions of a group of its start, or of a start on another day, or arms the timer for a later time.
 * One letter to each party announces a start recorded long after its day, a correction after letters, and imported
 * reviews; reminders continue after it. The reminders themselves announce other starts.
 * If a group has more parties than one message plans for, the next message continues with the next ones (`from`). It is
 * sent first, so that a failure of one part does not prevent the others, and the call that processes this part does not
 * get it. Returns the result; a repetition changes nothing.
 */
export const openGroup = async (
  io: PlanningIo,
  id: GroupId,
  from?: PartyId,
): Promise<"waiting" | "opened" | "nothing"> => {
  const aggregate = await io.store.load("group", id);
  const now = io.clock.now();
  if (aggregate === undefined) return "nothing";
  const timer = openingTimer(aggregate.state, now);
  if (timer !== undefined) await io.schedules.arm(timer.name, timer.at, timer.message, now);
  if (!isOpened(aggregate.state, now)) return timer === undefined ? "nothing" : "waiting";
  const reviews = (await io.store.loadMany("review", aggregate.state.reviews)).map(({ state }) => state);
  const part = partOfOpening(reviews, from);
  if (part.before !== undefined)
    await io.schedules.arm(`opening-${id}-${part.before}`, now, { opening: id, from: part.before }, now);
  await planOpening(io, aggregate.state, reviews, part);
  return "opened";
};

/** Returns true if the reminders of a group report its start, and no earlier letter does. */
const isReportedByReminders = ({ late, corrected, resumed }: Group): boolean =>
  late !== true && corrected?.reportedDay === undefined && resumed === undefined;

/** Returns all letters about a group that were or will be sent. */
export const lettersAboutGroup = (ledger: PlanningIo["ledger"], id: GroupId): Promise<readonly Letter[]> =>
  all((paging) => ledger.ofSubject(aggregateKey("group", id), paging));

/** Plans the letters of correction about the last start of a group that was undone. Done again it changes nothing. */
export const correctUndoneStart = async (io: PlanningIo, id: GroupId): Promise<void> => {
  const aggregate = await io.store.load("group", id);
  if (aggregate?.state.undone === undefined) return;
  await planLetters(io, startUndoneLetters(aggregate.state, await lettersAboutGroup(io.ledger, id), io.clock.now()));
};

/** Disarms the timers for the letters about a start that is undone before they leave, and about its corrected day. */
export const closeGroup = async (io: PlanningIo, id: GroupId): Promise<void> => {
  const { undone, corrected } = (await io.store.load("group", id))?.state ?? {};
  for (const at of [undone?.lettersAt, corrected?.lettersAt])
    if (at !== undefined) await io.schedules.disarm(openingName(id, at));
};
