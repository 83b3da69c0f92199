import { expect, test } from "vitest";
import { Language } from "../../../schemas/base/values.ts";
import { letterWriterIn } from "../../../lambdas/io/letter-writers.ts";
import type { Ledger } from "../../../lambdas/io/ports/outbox.ts";
import { memoryLedger } from "../../fakes/memory/ledger.ts";
import { memorySlots } from "../../fakes/memory/slots.ts";
import { memoryStore } from "../../fakes/memory/store.ts";
import { seededChance } from "./campaign/chance.ts";
import { planMany } from "./campaign/letters.ts";
import { muteLog } from "./campaign/muted-log.ts";
import { openPostQueues } from "./campaign/queues.ts";
import { senders } from "./campaign/senders.ts";
import { openMailService } from "./campaign/service.ts";
import { movedTime, withDelay } from "./campaign/time.ts";

// Words are loaded from files, and the clock that is moved here does not wait for files.
await Promise.all(Language.options.map((language) => letterWriterIn(language)));

const letters = 300;

/**
 * Runs five senders with so little processor time that every call takes a tenth to a third of a second. Counts the
 * claims that they write.
 */
const sendStarved = async (perSecond: number) => {
  muteLog();
  const time = movedTime("2020-12-01T10:00:00.000Z");
  const chance = seededChance(perSecond);
  const store = memoryStore();
  const kept = memoryLedger(store);
  const planned = await planMany(
    { store, ledger: kept },
    { people: letters, missions: 0, lists: 0 },
    time.clock().now(),
  );
  let claims = 0;
  const ledger: Ledger = {
    ...kept,
    claim: (...given) => {
      claims += 1;
      return kept.claim(...given);
    },
  };
  const queues = openPostQueues(time);
  const service = openMailService({
    time,
    permit: { perSecond, perDay: Infinity, sentLastDay: 0 },
    there: () => 2,
    back: () => 30,
    fault: () => undefined,
    taken: () => undefined,
  });
  const slowly = () => chance.between(100, 300);
  const dependencies = {
    store: withDelay(store, time, slowly),
    ledger: withDelay(ledger, time, slowly),
    slots: withDelay(memorySlots(), time, () => chance.between(2, 9)),
    letterQueues: { order: async () => undefined },
    mail: service,
    permits: service,
  };
  for (const { id } of planned) queues.send("letters", { letter: id }, 0);
  queues.read("letters", senders({ time, dependencies, dies: () => undefined }), 5);
  await time.rest();
  queues.close();
  return { claims, mails: service.mails.length, aboveRate: service.aboveRate() };
};

test.each([14, 50])(
  "senders that are short of processor time claim 300 letters at most 330 times, at %i mails a second",
  async (perSecond) => {
    const { claims, ...sent } = await sendStarved(perSecond);
    expect(sent).toEqual({ mails: letters, aboveRate: 0 });
    expect(claims).toBeLessThanOrEqual(330);
  },
);
