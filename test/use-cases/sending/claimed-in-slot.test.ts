import { describe, expect, test } from "vitest";
import type { RateLimiter } from "../../../lambdas/io/ports/mail.ts";
import { sendLetter } from "../../../lambdas/use-cases/sending/send-letter.ts";
import { newPartyCache } from "../../../lambdas/use-cases/base/party-cache.ts";
import { given, nameDelegate, startOf } from "../../fixtures/group.ts";
import { settings } from "../../harness/test-app.ts";
import { planMany } from "./campaign/letters.ts";
import { openPostQueues } from "./campaign/queues.ts";
import { muteLog } from "./campaign/muted-log.ts";
import { senders } from "./campaign/senders.ts";
import { openMailService } from "./campaign/service.ts";
import { movedTime, withDelay } from "./campaign/time.ts";
import { memoryLedger } from "../../fakes/memory/ledger.ts";
import { memorySlots } from "../../fakes/memory/slots.ts";
import { memoryStore } from "../../fakes/memory/store.ts";
import type { Letter } from "../../../schemas/model/letter.ts";

const kills = 20;

/** Runs five senders of fourteen mails a second, of which some are killed at their n-th wait. */
const killedWhileWaiting = async (everyNth: number) => {
  muteLog();
  const time = movedTime("2020-12-01T10:00:00.000Z");
  const store = memoryStore();
  const ledger = memoryLedger(store);
  const letters = await planMany({ store, ledger }, { people: 200, missions: 0, lists: 0 }, time.clock().now());
  const queues = openPostQueues(time);
  const handed = new Set<string>();
  const service = openMailService({
    time,
    permit: { perSecond: 14, perDay: Infinity, sentLastDay: 0 },
    there: () => 2,
    back: () => 30,
    fault: () => undefined,
    taken: ({ letter }) => void handed.add(letter),
  });
  let deaths = 0;
  let waits = 0;
  const dies = (call: string) => {
    if (call !== "timer.until" || deaths === kills) return undefined;
    waits += 1;
    if (waits % everyNth !== 0) return undefined;
    deaths += 1;
    return "before" as const;
  };
  const dependencies = {
    store: withDelay(store, time, () => 5),
    ledger: withDelay(ledger, time, () => 5),
    slots: withDelay(memorySlots(), time, () => 5),
    letterQueues: { order: async () => undefined },
    mail: service,
    permits: service,
  };
  for (const { id } of letters) queues.send("letters", { letter: id }, 0);
  queues.read("letters", senders({ time, dependencies, dies }), 5);
  await time.rest();
  queues.close();
  return { deaths, rows: ledger.letters(), handed, aboveRate: service.aboveRate() };
};

test.each([7, 11, 13])(
  "of the letters that wait for a slot when their sender is killed at every %i. moment, none is taken for one that may have left, but for one that was being claimed",
  async (everyNth) => {
    const { deaths, rows, handed, aboveRate } = await killedWhileWaiting(everyNth);
    expect([deaths, aboveRate]).toEqual([kills, 0]);
    const isDoubted = ({ history }: Letter) => history.some(({ state }) => state === "unknown");
    const doubtedForNothing = rows.filter((row) => isDoubted(row) && !handed.has(row.id));
    // Between its claim and its slot a letter has some milliseconds, of the seventy that slots are apart.
    expect(doubtedForNothing.length).toBeLessThanOrEqual(kills / 10);
    expect(rows.filter(({ id, state }) => !handed.has(id) && state === "planned")).toEqual([]);
  },
);

/** Plans one letter, and returns a sender of it with the given slots. */
const withSlots = async (rateLimiter: Omit<RateLimiter, "invalidateQuota">) => {
  muteLog();
  const app = await given.group({ reviews: { FR: [] } });
  await nameDelegate(app, "expert", "FR");
  await app.moveTo("2020-12-01T10:00:00.000Z");
  await startOf(app, "2020-12-01");
  await app.settleStream();
  const letter = async (): Promise<Letter> => {
    const [only, ...others] = await app.letters();
    if (only === undefined || others.length > 0) throw new Error("There is not exactly one letter");
    return only;
  };
  const paced = { ...rateLimiter, invalidateQuota: () => undefined };
  const io = { ...app.io, ...settings, parties: newPartyCache(app.io), rateLimiter: paced, mail: app.mail };
  return { app, letter, send: async () => sendLetter(io, (await letter()).id) };
};
const states = ({ history }: Letter) => history.map(({ state }) => state);

describe("a letter whose slot passes", () => {
  test("before it is claimed takes another, and is claimed for that one only", async () => {
    let passed = 3;
    const { letter, send } = await withSlots({
      takeSlot: async () => ({ kind: "slot", at: 0 }),
      takeNextSlot: async () => ({ kind: "slot", at: 0 }),
      waitToClaim: async () => passed-- <= 0,
      waitForSlot: async () => true,
      giveBack: () => undefined,
    });
    expect(await send()).toBe("accepted");
    expect(states(await letter())).toEqual(["planned", "claimed", "accepted"]);
  });

  test("once it is claimed takes the next one of its sender, and is not claimed again", async () => {
    let passed = 5;
    let next = 0;
    const { app, letter, send } = await withSlots({
      takeSlot: async () => ({ kind: "slot", at: 0 }),
      takeNextSlot: async () => {
        next += 1;
        return { kind: "slot", at: 0 };
      },
      waitToClaim: async () => true,
      waitForSlot: async () => passed-- <= 0,
      giveBack: () => undefined,
    });
    expect(await send()).toBe("accepted");
    expect([next, app.mail.inbox.length]).toEqual([5, 1]);
    expect(states(await letter())).toEqual(["planned", "claimed", "accepted"]);
    expect((await letter()).revision).toBe(3);
  });

  test("for which no other can be taken did not leave: its order comes again, and it leaves later, once", async () => {
    const { app, letter, send } = await withSlots({
      takeSlot: async () => ({ kind: "slot", at: 0 }),
      takeNextSlot: () => Promise.reject(new Error("The line of slots is busy")),
      waitToClaim: async () => true,
      waitForSlot: async () => false,
      giveBack: () => undefined,
    });
    expect(await send()).toBe("postponed");
    expect((await letter()).state).toBe("planned");
    await app.moveTo("2020-12-01T20:00:00.000Z");
    expect(app.mail.inbox).toHaveLength(1);
    expect((await letter()).state).toBe("delivered");
  });
});
