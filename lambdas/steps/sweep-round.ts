import pMap from "p-map";
import { mergeOccasions, occasionsOf } from "../../domain/reminders.ts";
import { askedFor } from "../../domain/reminding.ts";
import type { GroupId } from "../../schemas/ids.ts";
import type { LetterState, Occasion } from "../../schemas/letter.ts";
import type { Review } from "../../schemas/review.ts";
import type { Instant } from "../../schemas/values.ts";
import { log } from "../io/log.ts";
import { all } from "../io/pages.ts";
import { ensureAccount, invite } from "./accounts.ts";
import { auditAll } from "./audit-journal.ts";
import type { ReactIo } from "./react-to.ts";
import { planLetter } from "./remind.ts";
import { startReviewsOf } from "./start-reviews.ts";

const by = "sweep";
const atOnce = 8;

/** What a round found missing or stuck, and put right. */
export interface SweepReport {
  startsResumed: number;
  lettersOrdered: number;
  remindersPlanned: number;
  alarmsArmed: number;
  alarmsDisarmed: number;
  accountsMade: number;
  /** Subjects whose journal is broken or does not replay to what is stored: for a person to look into. */
  broken: string[];
}

/** Groups whose start was interrupted go on. */
const resumeStarts = async (io: ReactIo, report: SweepReport): Promise<void> => {
  for (const group of await all((paging) => io.store.list("group", paging))) {
    if (group.state.state !== "starting") continue;
    await startReviewsOf(io, group.state.id, by);
    report.startsResumed += 1;
  }
};

/** Letters that have waited too long in a state that should pass: ordered again, and the sender sees to the rest. */
const orderStuckLetters = async (io: ReactIo, now: Instant, report: SweepReport): Promise<void> => {
  const passing: readonly LetterState[] = ["planned", "claimed", "unknown"];
  for (const state of passing) {
    const stuck = await all((paging) => io.ledger.needingAttention(state, now, paging));
    await io.letterQueues.order(stuck.map(({ id }) => id));
    report.lettersOrdered += stuck.length;
  }
};

/** Everything that is open has the reminder that is due in the ledger, and its next alarm armed. */
const remindOfAll = async (
  io: ReactIo,
  now: Instant,
  armed: ReadonlySet<string>,
  report: SweepReport,
): Promise<ReadonlySet<string>> => {
  const seats = await all((paging) => io.store.due(paging));
  const heads = await io.store.loadMany("review", [...new Set(seats.map(({ review }) => review))]);
  const started = await startedGroups(io);
  const reviews = heads.map(({ state }) => state).filter(({ group }) => started.has(group));
  const asked = mergeOccasions(reviews.flatMap(occasionsOf)).flatMap(
    (occasion) => askedFor(ofGroup(reviews, occasion), occasion, now) ?? [],
  );
  const letters = asked.flatMap(({ letter }) => letter ?? []);
  const alarms = asked.flatMap(({ alarm }) => alarm ?? []);
  const known = await io.ledger.known(letters.map(({ id }) => id));
  const missing = letters.filter(({ id }) => !known.has(id));
  const silent = alarms.filter(({ name }) => !armed.has(name));
  await pMap(missing, (letter) => planLetter(io, letter), { concurrency: atOnce });
  await pMap(silent, ({ name, at, message }) => io.schedules.arm(name, at, message, now), { concurrency: atOnce });
  report.remindersPlanned += missing.length;
  report.alarmsArmed += silent.length;
  return new Set(alarms.map(({ name }) => name));
};

/** A starting group is opened when its start is complete, not before: its letters list all its reviews. */
const startedGroups = async (io: ReactIo): Promise<ReadonlySet<GroupId>> => {
  const groups = await all((paging) => io.store.list("group", paging));
  return new Set(groups.filter(({ state }) => state.state === "started").map(({ state }) => state.id));
};

const ofGroup = (reviews: readonly Review[], { group, party }: Occasion): readonly Review[] =>
  reviews.filter((review) => review.group === group && review.seats[party] !== undefined);

const disarmUnwanted = async (
  io: ReactIo,
  armed: ReadonlySet<string>,
  wanted: ReadonlySet<string>,
  report: SweepReport,
): Promise<void> => {
  for (const name of armed) {
    if (wanted.has(name)) continue;
    await io.schedules.disarm(name);
    report.alarmsDisarmed += 1;
  }
};

/** Everybody registered has an account, and everybody whose account was made here an invitation. */
const completeAccounts = async (io: ReactIo, report: SweepReport): Promise<void> => {
  for (const { state: user } of await all((paging) => io.store.list("user", paging))) {
    if (user.sub === undefined) {
      await ensureAccount(io, user.id, by);
      report.accountsMade += 1;
    } else if (user.accountMade === true) await invite(io, user.id);
  }
};

const audit = async (io: ReactIo, now: Instant, report: SweepReport): Promise<void> => {
  for (const { subject, fault } of await auditAll(io.store, now)) {
    report.broken.push(subject);
    log("JOURNAL_BROKEN", { subject, fault });
  }
};

/**
 * Makes schedules, queues and ledger equal what the tables say. Hourly: interrupted starts, letters that are stuck,
 * reminders and alarms of all that is open. In full, once a night, also what is armed for nothing, accounts that
 * were never made, and every journal against its chain and against what is stored.
 */
export const sweepRound = async (io: ReactIo, depth: "hourly" | "full"): Promise<SweepReport> => {
  const report: SweepReport = {
    startsResumed: 0,
    lettersOrdered: 0,
    remindersPlanned: 0,
    alarmsArmed: 0,
    alarmsDisarmed: 0,
    accountsMade: 0,
    broken: [],
  };
  const now = io.clock.now();
  await resumeStarts(io, report);
  await orderStuckLetters(io, now, report);
  const armed = new Set(await all((paging) => io.schedules.armed(paging)));
  const wanted = await remindOfAll(io, now, armed, report);
  if (depth === "full") {
    await disarmUnwanted(io, armed, wanted, report);
    await completeAccounts(io, report);
    await audit(io, now, report);
  }
  log("SWEEP_REPORT", { depth, ...report });
  return report;
};
