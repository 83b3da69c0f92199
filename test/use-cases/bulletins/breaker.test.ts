import type { SQSEvent } from "aws-lambda";
import { describe, expect, test } from "vitest";
import { tallyOf } from "../../../domain/bulletins/bulletin.ts";
import { onMessagesAbout } from "../../../lambdas/shell/batch.ts";
import { timerAbout, handleTimer } from "../../../lambdas/use-cases/on-timer.ts";
import { TimerMessage } from "../../../schemas/model/messages.ts";
import { bulletinApp, type BulletinApp } from "./bulletin-app.ts";
import { mailEvent } from "../../fakes/mail-service.ts";
import { watchPort } from "../../harness/function-deaths.ts";
import type { Message } from "../../fakes/queues.ts";

/** Orders a bulletin whose first letter waits until the mail service takes more. */
const order = async (office: BulletinApp): Promise<string> => {
  const { app } = office;
  app.mail.next.push("throttles");
  const id = await office.order();
  await app.settle();
  app.mail.usually = "throttles";
  return id;
};

/** Returns a bulletin of which the given number of letters have arrived, and one waits: it is still being sent. */
const arrived = async (letters: number): Promise<{ office: BulletinApp; id: string }> => {
  const office = await bulletinApp({ parties: letters + 1 });
  const id = await order(office);
  expect([await office.states(id), (await office.bulletin(id)).state]).toEqual([
    { delivered: letters, planned: 1 },
    "sending",
  ]);
  return { office, id };
};

/** Bounces the letters from one number to the next after their delivery, and processes the reports. */
const bounce = async ({ app }: BulletinApp, from: number, to: number): Promise<void> => {
  for (const mail of app.mail.inbox.slice(from, to))
    app.queues.receipts.put(mailEvent("Bounce", mail, app.clock.now(), { bounce: { bounceType: "Permanent" } }));
  await app.settleQueue("receipts");
};

/** Returns the next message on the queue of timers and deletes it. */
const nextAlarm = ({ app: { queues } }: BulletinApp): Message | undefined => {
  const message = queues.timers.receive();
  if (message !== undefined) queues.timers.delete(message);
  return message;
};

/**
 * Runs the function on the timers queue with all waiting messages in batches. Returns the number of reads of the
 * letters.
 */
const inBatchesOf = async (office: BulletinApp, size: number): Promise<number> => {
  const { app } = office;
  let readings = 0;
  const ledger = watchPort("ledger", app.ledger, (call, go) => {
    if (call === "ledger.ofSubject") readings += 1;
    return go();
  });
  const io = { ...app.io, ledger };
  const handler = onMessagesAbout("timer", TimerMessage, timerAbout, (messages) => handleTimer(io, messages));
  for (;;) {
    const batch = Array.from({ length: size }, () => nextAlarm(office)).flatMap((message) => message ?? []);
    if (batch.length === 0) return readings;
    const Records = batch.map(({ id: messageId, body }) => ({ messageId, body }));
    expect(await handler({ Records } as unknown as SQSEvent)).toEqual({ batchItemFailures: [] });
  }
};

describe("the breaker", () => {
  test("counts a bulletin's letters once for all of its bounces that come in one batch", async () => {
    const { office, id } = await arrived(200);
    await bounce(office, 0, 9);
    expect(await inBatchesOf(office, 10)).toBe(1);
    expect((await office.bulletin(id)).state).toBe("sending");
    await bounce(office, 9, 19);
    expect(await inBatchesOf(office, 10)).toBe(1);
    expect((await office.bulletin(id)).state).toBe("stopped");
  });

  test("counts again only once the bounces reported since could be too many, and stops at the share", async () => {
    const { office, id } = await arrived(200);
    const readings: number[] = [];
    for (let bounces = 0; bounces < 10; bounces++) {
      expect((await office.bulletin(id)).state).toBe("sending");
      await bounce(office, bounces, bounces + 1);
      readings.push(await inBatchesOf(office, 10));
    }
    expect(await office.bulletin(id)).toMatchObject({ state: "stopped", stoppedFor: { results: 200, bounced: 10 } });
    expect(readings).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 1, 1]);
  });

  test("is notified of a bounce again whose report comes again: the first run may have ended before the notification", async () => {
    const { office, id } = await arrived(60);
    await bounce(office, 0, 1);
    expect(nextAlarm(office)?.body).toContain(id);
    expect(nextAlarm(office)).toBeUndefined();
    await bounce(office, 0, 1);
    expect(nextAlarm(office)?.body).toContain(id);
  });

  test("counts sooner where a bounce is reported more than once, and stops at the share all the same", async () => {
    const { office, id } = await arrived(200);
    office.app.queues.timers.duplicates = 20;
    await bounce(office, 0, 4);
    expect(await inBatchesOf(office, 1)).toBe(2);
    await bounce(office, 4, 9);
    await inBatchesOf(office, 1);
    expect((await office.bulletin(id)).state).toBe("sending");
    await bounce(office, 9, 10);
    await inBatchesOf(office, 1);
    expect((await office.bulletin(id)).state).toBe("stopped");
  });

  test("killed at any of its calls, stops a bulletin at the share and not below it", async () => {
    for (let call = 1; ; call++) {
      const { office, id } = await arrived(60);
      await bounce(office, 0, 2);
      await office.app.settleQueue("timers");
      const kill = office.app.kill("timer", call);
      await bounce(office, 2, 3);
      await office.app.settleQueue("timers");
      await office.app.rest();
      expect([call, (await office.bulletin(id)).stoppedFor]).toEqual([call, { results: 60, bounced: 3 }]);
      if (!kill.happened) break;
      expect(call).toBeLessThan(20);
    }
  });

  test.each(["before", "after"] as const)(
    "includes a bounce that is reported to another run at the same time, %s this one writes",
    async (when) => {
      const { office, id } = await arrived(100);
      await bounce(office, 0, 1);
      await office.app.settleQueue("timers");
      // Counted: one of a hundred; of four more the last stops it. Two are reported concurrently, and so are the next
      // two.
      for (const bounces of [1, 3]) {
        await bounce(office, bounces, bounces + 2);
        const other = nextAlarm(office);
        if (other === undefined) throw new Error("No alarm waits");
        const message = TimerMessage.parse(JSON.parse(other.body));
        office.app[when]("ledger.tally", () => handleTimer(office.app.io, [message]));
        await office.app.settleQueue("timers");
      }
      expect(await office.bulletin(id)).toMatchObject({ state: "stopped", stoppedFor: { results: 100, bounced: 5 } });
    },
  );

  test("includes a bounce although another run writes an older count of it meanwhile", async () => {
    const { office, id } = await arrived(100);
    const { app } = office;
    const aggregate = await app.store.load("bulletin", id);
    if (aggregate === undefined) throw new Error("No bulletin");
    await bounce(office, 0, 2);
    // The other run received the first bounce, and its count is from before that.
    nextAlarm(office);
    const older = tallyOf(aggregate, { results: 100, bounced: 0 }, 1, undefined);
    app.after("ledger.ofSubject", () => app.ledger.writeTally(older));
    await app.settleQueue("timers");
    expect(await app.ledger.tally(aggregate.state.id)).toEqual({ ...older, reported: 2, revision: 2 });
    await bounce(office, 2, 5);
    await app.settleQueue("timers");
    expect((await office.bulletin(id)).stoppedFor).toEqual({ results: 100, bounced: 5 });
  });

  test("counts once for each report, also where others count and write at the same time", async () => {
    const { office, id } = await arrived(100);
    const { app } = office;
    const aggregate = await app.store.load("bulletin", id);
    if (aggregate === undefined) throw new Error("No bulletin");
    await bounce(office, 0, 4);
    for (let others = 0; others < 3; others++) nextAlarm(office);
    const theirs = tallyOf(aggregate, { results: 100, bounced: 4 }, 1, undefined);
    app.after("ledger.ofSubject", () => app.ledger.writeTally(theirs));
    await app.settleQueue("timers");
    expect(app.callsOf("timer").filter((call) => call === "ledger.ofSubject")).toHaveLength(1);
    expect(await app.ledger.tally(aggregate.state.id)).toEqual({ ...theirs, reported: 2, revision: 2 });
    await bounce(office, 4, 5);
    await app.settleQueue("timers");
    expect((await office.bulletin(id)).stoppedFor).toEqual({ results: 100, bounced: 5 });
  });

  test("counts again once a bulletin is sent again: bounces while it counted as sent were not kept", async () => {
    const office = await bulletinApp({ parties: 100 });
    office.app.mail.next.push("refuses");
    const id = await office.order();
    await office.app.rest();
    await bounce(office, 0, 1);
    await office.app.settle();
    await office.app.sweep("hourly");
    expect((await office.bulletin(id)).state).toBe("sent");
    await bounce(office, 1, 4);
    await office.app.settle();
    office.app.mail.usually = "throttles";
    expect((await office.command(id, "resend")).status).toBe(202);
    await office.app.settle();
    expect((await office.bulletin(id)).state).toBe("sending");
    await bounce(office, 4, 5);
    await office.app.settle();
    expect((await office.bulletin(id)).stoppedFor).toEqual({ results: 99, bounced: 5 });
  });

  test("is notified of a bounce by the function that processes the report, which reads the letter once", async () => {
    const { office } = await arrived(3);
    await bounce(office, 0, 1);
    expect(office.app.callsOf("receipts").filter((call) => call === "ledger.letter")).toHaveLength(1);
    expect(office.app.callsOf("receipts").at(-1)).toBe("timers.fire");
  });

  test("reads the letters once when the sweep calls it", async () => {
    const { office, id } = await arrived(60);
    await bounce(office, 0, 2);
    await office.app.settle();
    await office.app.sweep("hourly");
    expect((await office.bulletin(id)).state).toBe("sending");
    expect(office.app.callsOf("sweep").filter((call) => call === "ledger.ofSubject")).toHaveLength(1);
  });
});
