import { noMetrics } from "../../fakes/metrics.ts";
import { describe, expect, test } from "vitest";
import { Language } from "../../../schemas/base/values.ts";
import { letterWriterIn } from "../../../lambdas/io/letter-writers.ts";
import { onMessagesAbout } from "../../../lambdas/shell/batch.ts";
import { letterOf, applyMailEvents } from "../../../lambdas/use-cases/reachability/on-mail-events.ts";
import type { LetterQueues } from "../../../lambdas/io/ports/outbox.ts";
import { MailEvent } from "../../../schemas/model/messages.ts";
import { mailEvent } from "../../fakes/mail-service.ts";
import { seededChance } from "./campaign/chance.ts";
import { planMany } from "./campaign/letters.ts";
import { openPostQueues } from "./campaign/queues.ts";
import { muteLog } from "./campaign/muted-log.ts";
import { senders } from "./campaign/senders.ts";
import { openMailService } from "./campaign/service.ts";
import { onceInEvery, shareOf } from "./campaign/tally.ts";
import { movedTime, withDelay } from "./campaign/time.ts";
import { memoryLedger } from "../../fakes/memory/ledger.ts";
import { memorySlots } from "../../fakes/memory/slots.ts";
import { memoryStore } from "../../fakes/memory/store.ts";

// Words are loaded from files, and the clock that is moved here does not wait for files.
await Promise.all(Language.options.map((language) => letterWriterIn(language)));

const beginning = "2020-12-01T10:00:00.000Z";

interface Play {
  readonly perSecond: number;
  readonly letters: number;
  readonly skew?: (sender: number) => number;
}

/**
 * Lets five senders that start together send many letters at a permitted rate. One order in a hundred is delivered
 * twice. One sender dies after the acceptance of every two hundredth letter, and as many answers are lost. Calls take
 * as long as in a cloud, on a clock that is moved.
 */
const play = async ({ perSecond, letters, skew = () => 0 }: Play) => {
  muteLog();
  const time = movedTime(beginning);
  const chance = seededChance(perSecond);
  const store = memoryStore();
  const ledger = memoryLedger(store);
  const many = { people: letters, missions: 0, lists: 0 };
  const planned = await planMany({ store, ledger }, many, time.clock().now());
  const queues = openPostQueues(time);
  const happened = { deaths: 0, answersLost: 0, ordersTwice: 0 };
  const [isTwice, isLost, isDeath] = [onceInEvery(100), onceInEvery(200), onceInEvery(200)];
  const letterQueues: LetterQueues = {
    order: async (ids, seconds = 0) => {
      for (const letter of ids) {
        const copies = isTwice() ? 2 : 1;
        happened.ordersTwice += copies - 1;
        for (let copy = 0; copy < copies; copy++) queues.send("letters", { letter }, seconds);
      }
    },
  };
  /** Moments of mails that were taken while unclaimed letters waited. */
  const steadily: number[] = [];
  const service = openMailService({
    time,
    permit: { perSecond, perDay: Infinity, sentLastDay: 0 },
    there: () => chance.between(1, 8),
    back: () => chance.between(20, 110),
    fault: () => {
      if (!isLost()) return undefined;
      happened.answersLost += 1;
      return "lost-reply";
    },
    taken: ({ letter, messageId, at }) => {
      if (queues.visible("letters") > 0) steadily.push(at);
      for (const kind of ["Send", "Delivery"])
        queues.send("receipts", mailEvent(kind, { letter, messageId }, time.clock().now()), 1);
    },
  });
  const database = () => chance.between(2, 9);
  const dependencies = {
    store: withDelay(store, time, database),
    ledger: withDelay(ledger, time, database),
    slots: withDelay(memorySlots(), time, database),
    letterQueues,
    mail: service,
    permits: service,
  };
  const dies = (call: string) => {
    if (call !== "mail.send" || !isDeath()) return undefined;
    happened.deaths += 1;
    return "after" as const;
  };
  await letterQueues.order(planned.map(({ id }) => id));
  queues.read("letters", senders({ time, dependencies, dies, skew }), 5);
  const io = { store, ledger, letterQueues, metrics: noMetrics, clock: time.clock() };
  queues.read(
    "receipts",
    onMessagesAbout("receipts", MailEvent, letterOf, async (events) => (await applyMailEvents(io, events)).outcome),
    2,
  );
  await time.rest();
  queues.close();
  const mailed = new Set(service.mails.map(({ letter }) => letter));
  return {
    happened,
    steadily,
    ending: {
      refused: service.aboveRate(),
      mails: service.mails.length,
      mailed: mailed.size,
      delivered: ledger.letters().filter(({ state }) => state === "delivered").length,
    },
  };
};

const rates = [
  [14, 400],
  [50, 700],
  [200, 1200],
] as const;

describe("senders together, some of which die, while orders come twice and answers are lost,", () => {
  test.each(rates)(
    "use at least 96 per cent of %i mails a second, are never refused, and mail no recipient twice",
    async (perSecond, letters) => {
      const { happened, steadily, ending } = await play({ perSecond, letters });
      expect(shareOf(steadily, perSecond)).toBeGreaterThanOrEqual(0.96);
      expect(ending).toEqual({ refused: 0, mails: letters, mailed: letters, delivered: letters });
      expect(Math.min(...Object.values(happened))).toBeGreaterThan(0);
    },
  );

  test.each(rates)(
    "are not refused at %i a second either, where their clocks are wrong by some milliseconds",
    async (perSecond) => {
      const letters = 50 + perSecond * 3;
      const { ending } = await play({ perSecond, letters, skew: (sender) => ((sender * 7) % 11) - 5 });
      expect(ending).toEqual({ refused: 0, mails: letters, mailed: letters, delivered: letters });
    },
  );
});
