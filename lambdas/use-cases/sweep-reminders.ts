import pMap from "p-map";
import { dailyListOf } from "../../domain/letters/daily-list.ts";
import { type DueReminder, type DueTimer, dueReminders } from "../../domain/letters/reminder-letters.ts";
import { isOpened, openingTimer } from "../../domain/letters/start-letters.ts";
import { targetLettersOf, targetTimer } from "../../domain/letters/target-letters.ts";
import type { GroupId, ReviewId } from "../../schemas/base/ids.ts";
import type { Instant } from "../../schemas/base/values.ts";
import type { Group } from "../../schemas/model/group.ts";
import type { Letter } from "../../schemas/model/letter.ts";
import type { SweepDepth } from "../../schemas/model/messages.ts";
import type { Review } from "../../schemas/model/review.ts";
import { all, pagesOf } from "../io/pages.ts";
import { aggregatesById } from "./base/skip-unreadable.ts";
import { repairBulletins } from "./bulletins/repair.ts";
import type { JournalEntryIo } from "./on-journal-entry.ts";
import { planLetter } from "./planning/plan-letters.ts";
import type { EffectSweep } from "./sweep-effects.ts";
import type { SweepReport } from "./sweep-report.ts";
import { lettersAboutStart } from "./sweep-starts.ts";

const maxConcurrency = 8;

/** The number of index rows, and of reviews of a stage, in memory at a time. */
const rowsPerTransaction = 1_000;
const reviewsPerPage = 200;

/** A part of a sweep, with the data that all its parts share. */
interface TimerSweep extends EffectSweep {
  readonly io: JournalEntryIo;
  readonly now: Instant;
  readonly report: SweepReport;
  /** The names of the timers that were armed before anything was read, and of the required ones. */
  readonly armed: ReadonlySet<string>;
  readonly wanted: Set<string>;
}

/** Arms the timers that there should be and are not. */
const armMissing = async (
  { io, now, trying, report, armed, wanted }: TimerSweep,
  timers: readonly DueTimer[],
): Promise<void> => {
  for (const { name } of timers) wanted.add(name);
  const arm = ({ name, at, message }: DueTimer) =>
    trying(`timer ${name}`, async () => {
      await io.schedules.arm(name, at, message, now);
      report.alarmsArmed += 1;
    });
  const silent = timers.filter(({ name }) => !armed.has(name));
  await pMap(silent, arm, { concurrency: maxConcurrency });
};

const disarmUnwanted = async ({ io, trying, report, armed, wanted }: TimerSweep): Promise<void> => {
  for (const name of armed)
    if (!wanted.has(name))
      await trying(`timer ${name}`, async () => {
        await io.schedules.disarm(name);
        report.alarmsDisarmed += 1;
      });
};

/** Letters of which no row is there yet. */
const missingAmong = async ({ io }: TimerSweep, letters: readonly Letter[]): Promise<readonly Letter[]> => {
  const known = await io.ledger.known(letters.map(({ id }) => id));
  return letters.filter(({ id }) => !known.has(id));
};

/**
 * The reviews in which something is open, by their group, as ids: a group's letters list all its reviews, so that it is
 * worked on as a whole, and no other one is held meanwhile.
 */
const owingByGroup = async (
  { io, trying }: TimerSweep,
  groups: readonly Group[],
): Promise<ReadonlyMap<GroupId, readonly ReviewId[]>> => {
  const pending = new Set<ReviewId>();
  for await (const seats of pagesOf((paging) => io.store.due(paging), rowsPerTransaction))
    for (const { review } of seats) pending.add(review);
  const byGroup = new Map(groups.map(({ id, reviews }) => [id, reviews.filter((review) => pending.delete(review))]));
  // A review that joined its group later is in no list of it.
  const others = await aggregatesById(io.store, "review", [...pending], (id, work) => trying(`review ${id}`, work));
  for (const { state } of others) byGroup.get(state.group)?.push(state.id);
  return byGroup;
};

/** The current work for reviews with open obligations. */
interface DueWork {
  readonly reviews: readonly Review[];
  readonly reminders: readonly DueReminder[];
  /** The letter with the secretariat's list of the day, where any of them is on it. */
  readonly list: Letter | undefined;
}

const dueWorkOf = (reviews: readonly Review[], now: Instant): DueWork => ({
  reviews,
  reminders: dueReminders(reviews, now),
  list: dailyListOf(reviews, now),
});

/**
 * Returns the work for reviews whose obligations can be computed. A review with invalid data is reported, and does not
 * delay other letters.
 */
const soundDueWork = async (
  reviews: readonly Review[],
  { now, trying }: Pick<TimerSweep, "now" | "trying">,
): Promise<DueWork> => {
  try {
    return dueWorkOf(reviews, now);
  } catch {
    const sound: Review[] = [];
    for (const review of reviews)
      await trying(`obligations of ${review.id}`, async () => {
        dueWorkOf([review], now);
        sound.push(review);
      });
    return dueWorkOf(sound, now);
  }
};

/** The secretariat has the list of the day, if there is anything on it. */
const planDailyList = async ({ io, trying, report }: TimerSweep, list: Letter): Promise<void> =>
  trying(`letter ${list.id}`, async () => {
    if ((await io.ledger.known([list.id])).has(list.id)) return;
    if ((await planLetter(io, list)) === "new") report.listsPlanned += 1;
  });

/**
 * Everything that is open in a group has the reminder that is due in the ledger, or the letter about a late start, and its
 * next timer armed.
 */
const sweepGroup = async (
  sweeping: TimerSweep,
  group: Group,
  pending: readonly ReviewId[],
  depth: SweepDepth,
): Promise<void> => {
  const { io, now, trying, plan, report } = sweeping;
  // A group is opened when its start is complete and its time has come, not before: its letters list all its reviews.
  const ids = isOpened(group, now) ? pending : [];
  const aggregates = await aggregatesById(io.store, "review", ids, (id, work) => trying(`review ${id}`, work));
  const own = aggregates.map(({ state }) => state).filter((review) => review.group === group.id);
  const { reviews, reminders, list } = await soundDueWork(own, sweeping);
  if (list !== undefined && report.listsPlanned === 0) await planDailyList(sweeping, list);
  if (depth === "morning") return;
  const startLetters = await lettersAboutStart(io, group, reviews, now, trying);
  const letters = [...startLetters, ...reminders.flatMap(({ letters: due }) => due)];
  report.remindersPlanned += await plan(await missingAmong(sweeping, letters));
  await armMissing(
    sweeping,
    reminders.flatMap(({ timer }) => timer ?? []),
  );
};

/**
 * Notifies the parties of a missed consultation target if its timer was lost. Returns the timers of the other
 * consultations.
 */
const planTargetLetters = async (sweeping: TimerSweep): Promise<readonly DueTimer[]> => {
  const { io, now, trying, plan, report } = sweeping;
  const timers: DueTimer[] = [];
  await trying("consultations past their target", async () => {
    const inConsultation = pagesOf((paging) => io.store.reviewsInStage("consultation", paging), reviewsPerPage);
    for await (const aggregates of inConsultation) {
      const reviews = aggregates.map(({ state }) => state);
      timers.push(...reviews.flatMap((review) => targetTimer(review, now) ?? []));
      const missing = await missingAmong(sweeping, targetLettersOf(reviews, now));
      report.targetLettersPlanned += await plan(missing);
    }
  });
  return timers;
};

/**
 * Repairs the effects of the current state, group by group: reminders and their timers, the daily list, letters about
 * starts and missed consultation targets, and active bulletins. A sweep at night also disarms unneeded timers.
 */
export const sweepTimers = async (
  io: JournalEntryIo,
  { depth, now, report, ...how }: Pick<TimerSweep, "now" | "report"> & EffectSweep & { readonly depth: SweepDepth },
): Promise<void> => {
  const failedBefore = report.failed.length;
  // Listed first: what is armed while the reviews are read is not taken for unwanted.
  const armed = new Set(depth === "morning" ? [] : await all((paging) => io.schedules.armed(paging)));
  const sweeping: TimerSweep = { ...how, io, now, report, armed, wanted: new Set() };
  const groups = (await all((paging) => io.store.list("group", paging))).map(({ state }) => state);
  const pending = await owingByGroup(sweeping, groups);
  const targetTimers = await planTargetLetters(sweeping);
  if (depth !== "morning") {
    const openings = groups.flatMap((group) => openingTimer(group, now) ?? []);
    await armMissing(sweeping, [...openings, ...targetTimers]);
  }
  for (const group of groups)
    await how.trying(`group ${group.id}`, () => sweepGroup(sweeping, group, pending.get(group.id) ?? [], depth));
  if (depth === "morning") return;
  const { timers, broken } = await repairBulletins(io, depth, how.by, how.trying);
  report.broken.push(...broken);
  await armMissing(sweeping, timers);
  // Unneeded timers are only known if everything was readable.
  const isAllRead = report.failed.length === failedBefore && report.unreadable.length === 0;
  if (depth !== "hourly" && isAllRead) await disarmUnwanted(sweeping);
};
