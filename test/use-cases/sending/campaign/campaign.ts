import { endOfTime } from "../../../../domain/base/time.ts";
import { onMessagesAbout } from "../../../../lambdas/shell/batch.ts";
import { sweep } from "../../../../lambdas/use-cases/sweep.ts";
import { letterOf, applyMailEvents } from "../../../../lambdas/use-cases/reachability/on-mail-events.ts";
import type { Ledger, LetterQueues } from "../../../../lambdas/io/ports/outbox.ts";
import type { LetterId } from "../../../../schemas/base/ids.ts";
import type { Letter } from "../../../../schemas/model/letter.ts";
import { MailEvent } from "../../../../schemas/model/messages.ts";
import { fakeAccounts } from "../../../fakes/accounts.ts";
import { accountOf } from "../../../fakes/mail-refusals.ts";
import { memoryLedger } from "../../../fakes/memory/ledger.ts";
import { memorySlots } from "../../../fakes/memory/slots.ts";
import { memoryStore } from "../../../fakes/memory/store.ts";
import { fakeSuppression } from "../../../fakes/mail-service.ts";
import { fakeSchedules, makeQueue } from "../../../fakes/queues.ts";
import { noMetrics } from "../../../fakes/metrics.ts";
import { seededChance } from "./chance.ts";
import { type LetterCount, planMany } from "./letters.ts";
import { openPostQueues } from "./queues.ts";
import { type Report, reportsOn } from "./reports.ts";
import { senders } from "./senders.ts";
import { type CallFault, openMailService, type TakenMail } from "./service.ts";
import { movedTime, withDelay } from "./time.ts";
import { countTrouble, type Tally, withTrouble } from "./trouble.ts";

const beginning = "2020-12-01T10:00:00.000Z";

/** The approximate number of calls for a letter, at each of which its sender may die. */
const callsOfALetter = 13;
/** The number of sweeps, an hour apart, that process the rest. */
const rounds = 24;

export interface Campaign {
  readonly letters: readonly Letter[];
  readonly mails: readonly TakenMail[];
  readonly reports: readonly Report[];
  /** Letters that the mail service refused for good. */
  readonly refused: ReadonlySet<LetterId>;
  /** The moment at which a row first said that its letter had left, in milliseconds since 1970. */
  readonly knownToHaveLeft: ReadonlyMap<LetterId, number>;
  /** Calls above the permitted rate. */
  readonly aboveRate: number;
  readonly tally: Tally;
}

export interface CampaignPlan extends LetterCount {
  readonly seed: number;
  /** The share of letters, calls or reports at which each kind of trouble happens. */
  readonly trouble: number;
  readonly perSecond: number;
}

const hasLeft: ReadonlySet<Letter["state"]> = new Set(["accepted", "delivered", "bounced", "complained"]);
const isPassing = ({ state, attentionAt }: Letter): boolean =>
  state === "planned" || state === "claimed" || (state === "unknown" && attentionAt !== endOfTime);

/** Plans letters, and sends them while everything goes wrong that can, until nothing moves any more; on a clock that is moved. */
export const runCampaign = async ({ seed, trouble, perSecond, ...many }: CampaignPlan): Promise<Campaign> => {
  const time = movedTime(beginning);
  const clock = time.clock();
  const chance = seededChance(seed);
  const tally: Tally = new Map();
  const happens = (what: string, share = trouble): boolean => {
    const does = chance.share(share);
    if (does) countTrouble(tally, what);
    return does;
  };

  const store = memoryStore();
  const kept = memoryLedger(store);
  const knownToHaveLeft = new Map<LetterId, number>();
  const ledger: Ledger = {
    ...kept,
    move: async (next) => {
      const moved = await kept.move(next);
      if (moved && hasLeft.has(next.state) && !knownToHaveLeft.has(next.id)) knownToHaveLeft.set(next.id, time.now());
      return moved;
    },
  };
  const planned = await planMany({ store, ledger }, many, clock.now());

  const queues = openPostQueues(time);
  const letterQueues: LetterQueues = {
    order: async (ids, seconds = 0) => {
      for (const letter of ids) {
        const delay = happens("an order comes late") ? chance.between(1, 120) : 0;
        queues.send("letters", { letter }, Math.min(900, seconds + delay));
        if (happens("an order comes twice")) queues.send("letters", { letter }, chance.between(0, 60));
      }
    },
  };
  const reports: Report[] = [];
  const refused = new Set<LetterId>();
  const service = openMailService({
    time,
    permit: { perSecond, perDay: Infinity, sentLastDay: 0 },
    there: () => chance.between(1, 8),
    back: () => chance.between(20, 110),
    fault: ({ letter }) => {
      const fault = chance.oneOf<CallFault>([
        [trouble, "throttled"],
        [trouble, "refused"],
        [trouble, "lost-call"],
        [trouble, "timeout-after-acceptance"],
        [trouble, "lost-reply"],
      ]);
      if (fault !== undefined) countTrouble(tally, fault);
      if (fault === "refused") refused.add(letter);
      return fault;
    },
    taken: (mail) => {
      const fates = [
        "bounces",
        "bounces-for-now",
        "out-of-office",
        "complaint",
        "delay",
        "reject",
        "unreported",
      ] as const;
      const shares = fates.map((fate) => [trouble, fate] as const);
      const late = () => happens("a report comes late");
      const twice = () => happens("a report comes twice");
      const { fate, reports: newReports } = reportsOn(mail, chance, { fates: shares, late, twice });
      countTrouble(tally, fate);
      reports.push(...newReports);
      for (const { event, after } of newReports) queues.send("receipts", event, after);
    },
  });
  const database = () => chance.between(2, 9);
  const reached = <Port extends object>(port: Port): Port =>
    withTrouble(withDelay(port, time, database), chance, trouble / callsOfALetter, tally);
  const dependencies = {
    store: reached(store),
    ledger: reached(ledger),
    slots: reached(memorySlots()),
    letterQueues: reached(letterQueues),
    mail: service,
    permits: service,
  };
  const dies = () =>
    happens("a sender dies", trouble / callsOfALetter) ? (chance.share(0.5) ? "before" : "after") : undefined;

  await letterQueues.order(planned.map(({ id }) => id));
  queues.read("letters", senders({ time, dependencies, dies }), 5);
  const io = { store, ledger, letterQueues, metrics: noMetrics, clock };
  queues.read(
    "receipts",
    onMessagesAbout("receipts", MailEvent, letterOf, async (events) => (await applyMailEvents(io, events)).outcome),
    2,
  );
  const schedules = fakeSchedules(makeQueue("timers", { now: clock.now, visibility: 180, attempts: 5 }));
  const watching = {
    mailAccount: { read: () => accountOf(undefined) },
    sleeper: { until: () => Promise.resolve() },
    newSecret: () => "another secret",
  };
  const sweeping = { ...io, schedules, accounts: fakeAccounts(), suppression: fakeSuppression(), ...watching };
  for (let round = 1; round <= rounds; round++) {
    await time.rest(Date.parse(beginning) + round * 3_600_000);
    await sweep(sweeping, "hourly");
    if (!kept.letters().some(isPassing)) break;
  }
  await time.rest();
  queues.close();
  return {
    letters: kept.letters(),
    mails: service.mails,
    reports,
    refused,
    knownToHaveLeft,
    aboveRate: service.aboveRate(),
    tally,
  };
};
