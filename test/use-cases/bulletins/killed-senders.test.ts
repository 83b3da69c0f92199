import { describe, expect, test } from "vitest";
import { bulletinApp, type BulletinApp } from "./bulletin-app.ts";
import { triesOf } from "../../harness/search-runs.ts";

/** Runs everything to its end, with the sweep. */
const atRest = async ({ app }: BulletinApp): Promise<void> => {
  await app.rest();
  await app.sweep();
  await app.rest();
};

describe("killed between two steps, a bulletin is sent once to every recipient", () => {
  test.each([
    ["react", "order"],
    ["timer", "order"],
    ["react", "cancellation"],
    ["timer", "cancellation"],
  ] as const)("%s, after the %s", async (victim, what) => {
    for (let call = 1; ; call++) {
      const office = await bulletinApp({ parties: 130 });
      const id = await office.order(what === "order" ? {} : { sendAt: "2020-12-20T08:00:00.000Z" });
      if (what === "cancellation") {
        await office.app.rest();
        await office.command(id, "cancellation");
      }
      const kill = office.app.kill(victim, call);
      if (victim === "timer") await office.app.settleStream();
      await office.app.settleQueue("timers");
      await office.app.settle();
      // The repeated message is lost as well: only the sweep remains.
      for (const queue of Object.values(office.app.queues)) queue.clear();
      office.app.stream.pending.length = 0;
      office.app.forgetKills();
      await office.app.moveTo("2020-12-02T12:00:00.000Z");
      await atRest(office);
      await atRest(office);
      expect([call, await office.broken(id)]).toEqual([call, []]);
      const mails = office.app.mail.inbox.map(({ letter }) => letter);
      expect(new Set(mails).size).toBe(mails.length);
      expect(await office.states(id)).toEqual(what === "order" ? { delivered: 130 } : { skipped: 130 });
      if (!kill.happened) break;
      // Letter after letter of a page is alike: every seventeenth step from the twentieth on.
      if (call > 20) call += triesOf(16, 50);
    }
  });
});

describe("killed while a letter is sent or a report is taken in", () => {
  test.each(["send", "receipts"] as const)(
    "%s, at any step and with every message twice, no recipient gets two mails, and those without one are known",
    async (victim) => {
      for (let call = 1; ; call++) {
        const office = await bulletinApp({ parties: 6 });
        office.app.queues.bulletins.duplicates = 6;
        office.app.queues.receipts.duplicates = 12;
        const id = await office.order();
        await office.app.settleStream();
        await office.app.settleQueue("timers");
        if (victim === "receipts") await office.app.settleQueue("bulletins");
        const kill = office.app.kill(victim, call);
        await office.app.settle();
        office.app.forgetKills();
        await office.app.moveTo("2020-12-02T12:00:00.000Z");
        await atRest(office);
        const mails = office.app.mail.inbox.map(({ letter }) => letter);
        expect(new Set(mails).size).toBe(mails.length);
        const left = new Set<string>(mails);
        const letters = await office.letters(id);
        // A function that dies between the claim and the delivery leaves a letter that a person settles.
        expect(letters.map((one) => [one.state, left.has(one.id)])).toEqual(
          letters.map((one) => (left.has(one.id) ? ["delivered", true] : ["unknown", false])),
        );
        expect([call, letters.length, 6 - left.size <= 1]).toEqual([call, 6, true]);
        expect([(await office.bulletin(id)).state, await office.broken(id)]).toEqual([
          left.size === 6 ? "sent" : "unsettled",
          [],
        ]);
        if (!kill.happened) break;
      }
    },
  );
});

test("pages that come twice and in any order plan one letter for each recipient", async () => {
  const office = await bulletinApp({ parties: 130 });
  office.app.queues.timers.duplicates = 2;
  office.app.queues.bulletins.duplicates = 130;
  const id = await office.order();
  await atRest(office);
  expect(await office.states(id)).toEqual({ delivered: 130 });
  expect(office.app.mail.inbox).toHaveLength(130);
  expect(office.app.queues.timers.deadLetters).toEqual([]);
});
