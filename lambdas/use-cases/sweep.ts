import pMap from "p-map";
import { dailyListOf } from "../../domain/letters/daily-list.ts";
import { planningLots } from "../../domain/letters/digests.ts";
import { needsSettlement } from "../../domain/letters/lifecycle.ts";
import { type DueTimer, dueReminders } from "../../domain/letters/reminder-letters.ts";
import { isOpened, openingTimer } from "../../domain/letters/start-letters.ts";
import { targetLettersOf, targetTimer } from "../../domain/letters/target-letters.ts";
import { isHeld } from "../../domain/letters/restoration.ts";
import { endOfTime } from "../../domain/base/time.ts";
import type { JournalEntry } from "../../schemas/model/journal-entry.ts";
import type { Letter } from "../../schemas/model/letter.ts";
import { sweepRepairs } from "../../schemas/model/metrics.ts";
import type { SweepDepth } from "../../schemas/model/messages.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { describeError, log } from "../io/log.ts";
import { logUnreadable } from "../io/log-failure.ts";
import { unreadableRows } from "../io/unreadable-row.ts";
import { all } from "../io/pages.ts";
import type { Metrics } from "../io/ports/metrics.ts";
import { erasePast } from "./erase-past.ts";
import { type CanaryIo, runCanary } from "./oversight/run-canary.ts";
import { rotateCursorSecrets, type SecretsIo } from "./oversight/rotate-cursor-secrets.ts";
import { auditAll } from "./oversight/audit-journal.ts";
import type { EffectIo, JournalEntryIo } from "./on-journal-entry.ts";
import { headsById, skipUnreadable } from "./base/skip-unreadable.ts";
import { enqueueLetters, planLetter, insertLetter } from "./planning/plan-letters.ts";
import { orderUnsettledLetters } from "./sending/settle-letters.ts";
import { heldLetters } from "./sending/held-letters.ts";
import { emptyReport, type SweepReport } from "./sweep-report.ts";
import { sweepEffects } from "./sweep-effects.ts";
import { lettersAboutStarts, resumeStarts } from "./sweep-starts.ts";
import { stoppedBulletins, repairBulletins } from "./bulletins/repair.ts";
import { checkAccount, measureWaiting, unsentStates, type WatchMailIo } from "./sending/watch-mail.ts";

export type SweepIo = EffectIo & WatchMailIo & SecretsIo & CanaryIo;

const by = "sweep";
const atOnce = 8;

/** Writes down, once, that a row cannot be read. */
const passOver = (report: SweepReport, row: string): void => {
  if (report.unreadable.includes(row)) return;
  report.unreadable.push(row);
  logUnreadable(row);
};

/**
 * Works on one thing of many. What fails is told and passed over: it must not hold up the repair of all else. Where a row
 * could not be read, making the round again would not help, and is not asked for.
 */
const tryStep = async (report: SweepReport, what: string, work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    const rows = unreadableRows(error);
    if (rows !== undefined) return rows.forEach((row) => passOver(report, row));
    report.failed.push(what);
    log("FAILED", { function: by, what, ...describeError(error) });
  }
};

const isOf = ({ content }: Letter, bulletins: ReadonlySet<string>): boolean =>
  content.kind === "bulletin" && bulletins.has(content.bulletin);

/** Letters that have waited too long in a state that should pass: ordered again, and the sender sees to the rest. */
const orderStuckLetters = async (io: JournalEntryIo, now: Instant, report: SweepReport): Promise<void> => {
  let stoppedIds: ReadonlySet<string> = new Set();
  const restoration = await io.ledger.restoration();
  await tryStep(report, "stopped bulletins", async () => {
    stoppedIds = await stoppedBulletins(io);
  });
  for (const state of unsentStates)
    await tryStep(report, `orders of ${state} letters`, async () => {
      const unsentLetters = await all((paging) => io.ledger.needingAttention(state, now, paging));
      const stuck = unsentLetters
        .filter((letter) => !isHeld(letter, restoration))
        .filter((letter) => state !== "planned" || !isOf(letter, stoppedIds));
      await enqueueLetters(io, stuck);
      report.lettersOrdered += stuck.length;
    });
};

/**
 * Writes down letters that were missing, one that cannot be written holding up no other, and orders those that were
 * together. Says how many are new. What is not ordered in the end the next round finds waiting.
 */
const planTogether = async (io: JournalEntryIo, letters: readonly Letter[], report: SweepReport): Promise<number> => {
  let written = 0;
  for (const lot of planningLots(letters)) {
    const lettersToEnqueue: Letter[] = [];
    const write = (letter: Letter) =>
      tryStep(report, `letter ${letter.id}`, async () => {
        const found = await insertLetter(io, letter);
        if (found === "new") written += 1;
        if (found !== "past") lettersToEnqueue.push(letter);
      });
    await pMap(lot, write, { concurrency: atOnce });
    await tryStep(report, `orders of ${lettersToEnqueue.length} letters`, () => enqueueLetters(io, lettersToEnqueue));
  }
  return written;
};

/**
 * Everything that is open has the reminder that is due in the ledger, or the letter about a late start, and its next timer armed. Answers the names of
 * the timers that there should be.
 */
const remindOfAll = async (
  io: JournalEntryIo,
  { reviews, startLetters }: { readonly reviews: readonly Review[]; readonly startLetters: readonly Letter[] },
  now: Instant,
  armed: ReadonlySet<string>,
  report: SweepReport,
): Promise<ReadonlySet<string>> => {
  const reminders = dueReminders(reviews, now);
  const letters = [...startLetters, ...reminders.flatMap(({ letters: due }) => due)];
  const timers = reminders.flatMap(({ timer }) => timer ?? []);
  const knownIds = await io.ledger.known(letters.map(({ id }) => id));
  const missing = letters.filter(({ id }) => !knownIds.has(id));
  report.remindersPlanned += await planTogether(io, missing, report);
  await armMissing(io, now, armed, timers, report);
  return new Set(timers.map(({ name }) => name));
};

const armMissing = async (
  io: JournalEntryIo,
  now: Instant,
  armed: ReadonlySet<string>,
  timers: readonly DueTimer[],
  report: SweepReport,
): Promise<void> => {
  const arm = ({ name, at, message }: DueTimer) =>
    tryStep(report, `timer ${name}`, async () => {
      await io.schedules.arm(name, at, message, now);
      report.alarmsArmed += 1;
    });
  const silent = timers.filter(({ name }) => !armed.has(name));
  await pMap(silent, arm, { concurrency: atOnce });
};

/**
 * Those of some reviews whose duties can be reckoned with now. One of which they cannot is told: nobody else's letters
 * wait for it.
 */
const recomputeReviews = async (
  reviews: readonly Review[],
  now: Instant,
  report: SweepReport,
): Promise<readonly Review[]> => {
  const sound: Review[] = [];
  for (const review of reviews)
    await tryStep(report, `duties of ${review.id}`, async () => {
      dueReminders([review], now);
      dailyListOf([review], now);
      sound.push(review);
    });
  return sound;
};

/** Reviews in which something is open. */
const owingReviews = async (io: JournalEntryIo, report: SweepReport): Promise<readonly Review[]> => {
  const seats = await all((paging) => io.store.due(paging));
  const ids = [...new Set(seats.map(({ review }) => review))];
  const owing = await headsById(io.store, "review", ids, (id, work) => tryStep(report, `review ${id}`, work));
  return owing.map(({ state }) => state);
};

/** The secretariat has the list of the day, if there is anything on it. */
const listForTheDay = async (io: JournalEntryIo, reviews: readonly Review[], now: Instant, report: SweepReport) => {
  const list = dailyListOf(reviews, now);
  if (list === undefined) return;
  await tryStep(report, `letter ${list.id}`, async () => {
    if ((await io.ledger.known([list.id])).has(list.id)) return;
    if ((await planLetter(io, list)) === "new") report.listsPlanned += 1;
  });
};

/** Of a consultation past its target the parties are told, should its timer be lost. Answers the timers of the others. */
const planTargetLetters = async (
  io: JournalEntryIo,
  now: Instant,
  report: SweepReport,
): Promise<readonly DueTimer[]> => {
  const timers: DueTimer[] = [];
  await tryStep(report, "consultations past their target", async () => {
    const heads = await all((paging) => io.store.reviewsInStage("consultation", paging));
    const reviews = heads.map(({ state }) => state);
    timers.push(...reviews.flatMap((review) => targetTimer(review, now) ?? []));
    const letters = targetLettersOf(reviews, now);
    const known = await io.ledger.known(letters.map(({ id }) => id));
    const missing = letters.filter(({ id }) => !known.has(id));
    report.targetLettersPlanned += await planTogether(io, missing, report);
  });
  return timers;
};

const disarmUnwanted = async (
  io: JournalEntryIo,
  armed: ReadonlySet<string>,
  wanted: ReadonlySet<string>,
  report: SweepReport,
): Promise<void> => {
  for (const name of armed)
    if (!wanted.has(name))
      await tryStep(report, `timer ${name}`, async () => {
        await io.schedules.disarm(name);
        report.alarmsDisarmed += 1;
      });
};

const countHeld = async (io: JournalEntryIo, report: SweepReport): Promise<void> => {
  report.lettersHeld = (await heldLetters(io.ledger)).length;
  if (report.lettersHeld > 0) log("LETTERS_HELD", { letters: report.lettersHeld });
};

const countForAPerson = async (io: JournalEntryIo, report: SweepReport): Promise<void> => {
  const unknown = await all((paging) => io.ledger.needingAttention("unknown", endOfTime, paging));
  report.lettersForAPerson = unknown.filter(needsSettlement).length;
};

const audit = async (
  io: JournalEntryIo,
  now: Instant,
  report: SweepReport,
  read: readonly JournalEntry[] | undefined,
): Promise<void> => {
  const { broken, earlierHeads } = await auditAll(io.store, now, read);
  report.earlierHeads = earlierHeads;
  for (const { subject, fault } of broken) {
    report.broken.push(subject);
    log("JOURNAL_BROKEN", { subject, fault });
  }
};

/** Measures what a round put right: in all, and each kind of which there was any. */
const measureRepairs = (metrics: Metrics, report: SweepReport): void => {
  const repaired = sweepRepairs.map((repair) => [repair, report[repair]] as const);
  metrics.record(
    "sweepRepairs",
    repaired.reduce((sum, [, count]) => sum + count, 0),
  );
  for (const [repair, count] of repaired) if (count > 0) metrics.record("sweepRepaired", count, repair);
};

/**
 * Makes schedules, queues and ledger equal what the tables say. At 09:00 in Vienna: letters whose moment has come,
 * the secretariat's list of the day, and what is told of consultations past their target. Hourly the same, with interrupted starts, reminders and timers of all that is open,
 * bulletins under way, and what the facts of the last four days call for: letters, accounts, invitations, releases.
 * Always it measures first how long letters wait, and checks, once all is repaired, that the mail service sends for the
 * account.
 * In full, once a night, the facts of all years, also what is armed for nothing, letters that wait for a person, the age of
 * the secret that signs cursors, and every journal against its chain and against what is stored.
 * The nightly round erases what has been kept long enough, too.
 * A row that cannot be read is passed over and told of by its key. What fails is passed over, too; throws at the end when something did, so that the round is made again and is noticed.
 */
export const sweep = async (reachable: SweepIo, depth: SweepDepth): Promise<SweepReport> => {
  const report = emptyReport();
  const io = skipUnreadable(reachable, (row) => passOver(report, row));
  const now = io.clock.now();
  const part = (what: string, work: () => Promise<void>) => tryStep(report, what, work);
  await part("age of waiting letters", () => measureWaiting(io, now));
  if (depth !== "morning")
    await part("starts", async () => {
      report.startsResumed = await resumeStarts(io, by, part);
    });
  await part("letters that wait", () => orderStuckLetters(io, now, report));
  if (depth !== "morning") await part("letters to settle", () => orderUnsettledLetters(io));
  await part("reminders and bulletins", () => sweepTimers(io, now, depth, report));
  let read: readonly JournalEntry[] | undefined;
  if (depth !== "morning") {
    const plan = (letters: readonly Letter[]) => planTogether(io, letters, report);
    const { entries, ...found } = await sweepEffects(io, depth, { by, trying: part, plan });
    Object.assign(report, found);
    read = entries;
  }
  await part("letters held", () => countHeld(io, report));
  // After every repair: a mail service that hangs holds up none of them.
  await checkAccount(io);
  if (depth === "full") {
    await part("letters for a person", () => countForAPerson(io, report));
    await part("rows that are past", async () => {
      report.rowsErased = await erasePast(io);
    });
    await part("secrets of cursors", async () => void (await rotateCursorSecrets(reachable)));
    await part("journals", () => audit(io, now, report, read));
  }
  if (depth === "hourly") await runCanary(reachable);
  log("SWEEP_REPORT", { depth, ...report });
  measureRepairs(io.metrics, report);
  if (report.failed.length > 0) throw new Error(`The sweep could not work on ${report.failed.length} things`);
  return report;
};

const sweepTimers = async (io: JournalEntryIo, now: Instant, depth: SweepDepth, report: SweepReport): Promise<void> => {
  const failedBefore = report.failed.length;
  // Listed first: what is armed while the reviews are read is not taken for unwanted.
  const armed = new Set(depth === "morning" ? [] : await all((paging) => io.schedules.armed(paging)));
  const groups = (await all((paging) => io.store.list("group", paging))).map(({ state }) => state);
  // A group is opened when its start is complete and its time has come, not before: its letters list all its reviews.
  const opened = groups.filter((group) => isOpened(group, now));
  const ids = new Set(opened.map(({ id }) => id));
  const owing = (await owingReviews(io, report)).filter(({ group }) => ids.has(group));
  const reviews = await recomputeReviews(owing, now, report);
  await listForTheDay(io, reviews, now, report);
  const targetTimers = await planTargetLetters(io, now, report);
  if (depth === "morning") return;
  const ownTimers = [...groups.flatMap((group) => openingTimer(group, now) ?? []), ...targetTimers];
  await armMissing(io, now, armed, ownTimers, report);
  const aboutStarts = await lettersAboutStarts(io, groups, reviews, now, (what, work) => tryStep(report, what, work));
  const reminding = await remindOfAll(io, { reviews, startLetters: aboutStarts }, now, armed, report);
  const { timers, broken } = await repairBulletins(io, depth, by, (what, work) => tryStep(report, what, work));
  report.broken.push(...broken);
  await armMissing(io, now, armed, timers, report);
  const wanted = reminding.union(new Set([...ownTimers, ...timers].map(({ name }) => name)));
  // What is not wanted is only known when everything could be read.
  const isAllRead = report.failed.length === failedBefore && report.unreadable.length === 0;
  if (depth === "full" && isAllRead) await disarmUnwanted(io, armed, wanted, report);
};
