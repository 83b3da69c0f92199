import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isAtRest, lettersToSettle } from "../../../domain/bulletins/progress.ts";
import { mailEvent, type MailFate } from "../../fakes/mail-service.ts";
import { handleTimer } from "../../../lambdas/use-cases/on-timer.ts";
import type { BulletinId } from "../../../schemas/base/ids.ts";
import { apiOf } from "../../harness/app-requests.ts";
import { deliveredNow, settleLetter } from "../settlements.ts";
import { bulletinApp, type BulletinApp } from "./bulletin-app.ts";

/** Returns the author of each completion of a bulletin in the journal. */
const completions = async ({ app }: BulletinApp, id: string): Promise<readonly string[]> => {
  const { items } = await app.store.journalOf("bulletin", id, { limit: 50 });
  return items.flatMap(({ by, facts }) => facts.flatMap(({ kind }) => (kind === "bulletin-completed" ? [by] : [])));
};
const state = async (office: BulletinApp, id: string) => (await office.bulletin(id)).state;

describe("a bulletin", () => {
  test("is sent when the last of its letters has left, and no sweep has to come", async () => {
    const office = await bulletinApp({ parties: 120 });
    office.app.mail.next.push("throttles", "refuses");
    const id = await office.order();
    await office.app.settle();
    expect([await state(office, id), await office.states(id)]).toEqual([
      "sending",
      { delivered: 118, failed: 1, planned: 1 },
    ]);
    await office.app.rest();
    expect([await state(office, id), await office.states(id)]).toEqual(["sent", { delivered: 119, failed: 1 }]);
    expect(await completions(office, id)).toEqual(["alarm"]);
  });

  test("with a letter that waits for a person says so with the last report that does not come, and is sent when that settles it", async () => {
    for (const way of ["a person", "a late report"]) {
      const office = await bulletinApp({ parties: 3 });
      office.app.mail.next.push("times-out", "times-out");
      const id = await office.order();
      await office.app.rest();
      expect([way, await state(office, id)]).toEqual([way, "unsettled"]);
      for (const letter of await office.letters(id)) {
        if (letter.state !== "unknown") continue;
        expect([way, await state(office, id)]).toEqual([way, "unsettled"]);
        if (way === "a person") await settleLetter(apiOf(office.app), letter.id, "went-out");
        else deliveredNow(office.app, letter.id);
        await office.app.settle();
      }
      expect([way, await state(office, id)]).toEqual([way, "sent"]);
      expect(await completions(office, id)).toEqual(["alarm", "alarm"]);
    }
  });

  test("whose letters are sent again in one act is sent when the last of these has left", async () => {
    const office = await bulletinApp({ parties: 12 });
    office.app.mail.next.push(...Array.from({ length: 5 }, () => "times-out" as const));
    const id = await office.order();
    await office.app.rest();
    const { status } = await office.request("POST /v1/bulletins/{bulletinId}/settlement", {
      id,
      body: { outcome: "send-again" },
    });
    expect([status, await state(office, id)]).toEqual([202, "sending"]);
    await office.app.rest();
    expect([await state(office, id), office.app.mail.inbox.length]).toEqual(["sent", 12]);
  });

  test("stays sent when a letter bounces after that, and says how many did", async () => {
    const office = await bulletinApp({ parties: 60 });
    const id = await office.order();
    await office.app.rest();
    for (const mail of office.app.mail.inbox.slice(0, 10))
      office.app.queues.receipts.put(
        mailEvent("Bounce", mail, office.app.clock.now(), { bounce: { bounceType: "Permanent" } }),
      );
    await office.app.rest();
    expect([await state(office, id), await office.states(id)]).toEqual(["sent", { delivered: 50, bounced: 10 }]);
    expect(await completions(office, id)).toEqual(["alarm"]);
  });

  test("is sent once, where its last two letters end at once and both are reported", async () => {
    for (const order of ["one after the other", "at once"]) {
      const office = await bulletinApp({ parties: 4 });
      const { app } = office;
      app.mail.next.push("throttles", "throttles");
      const id = (await office.order()) as BulletinId;
      await app.settle();
      const awaitedLetter = await app.ledger.awaitedLetter(id);
      const plannedLetters = (await office.letters(id)).filter((letter) => letter.state === "planned");
      expect(plannedLetters.map((letter) => letter.id)).toContain(awaitedLetter);
      // Each of the two letters ends after the run has read the list, and before it reads the next awaited row.
      app.before("ledger.writeAwaitedLetter", () => app.rest());
      const runs = [1, 2].map(() => () => handleTimer(app.io, [{ settled: id }]));
      if (order === "at once") await Promise.all(runs.map((run) => run()));
      else for (const run of runs) await run();
      await app.rest();
      expect([order, await state(office, id)]).toEqual([order, "sent"]);
      expect(await completions(office, id)).toEqual(["alarm"]);
    }
  });

  test.each(["send", "timer", "receipts"] as const)(
    "is sent, or waits for a person, where %s is killed at any of its calls and tried again",
    async (name) => {
      for (let call = 1; ; call++) {
        const office = await bulletinApp({ parties: 2 });
        office.app.mail.next.push("throttles");
        const id = await office.order();
        await office.app.settle();
        const kill = office.app.kill(name, call);
        await office.app.rest();
        // Killed between the claim and the mail service's answer, the delivery of the letter is unknown.
        const isSettled = lettersToSettle(await office.letters(id)).length === 0;
        expect([call, await state(office, id)]).toEqual([call, isSettled ? "sent" : "unsettled"]);
        expect([call, await completions(office, id)]).toEqual([call, ["alarm"]]);
        if (!kill.happened) break;
        expect(call).toBeLessThan(30);
      }
    },
  );

  test("follows the state of its letters, whatever becomes of each and whichever function is killed, before any sweep", async () => {
    const fate = fc.constantFrom<MailFate>("accepts", "refuses", "throttles", "times-out", "accepts-and-times-out");
    const killed = fc.record({
      name: fc.constantFrom("send" as const, "timer" as const, "receipts" as const),
      call: fc.integer({ min: 1, max: 12 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fate, { maxLength: 10 }),
        fc.array(killed, { maxLength: 2 }),
        fc.integer({ min: 0, max: 3 }),
        async (fates, kills, unreported) => {
          const office = await bulletinApp({ parties: 6 });
          office.app.mail.next.push(...fates);
          office.app.mail.unreported = unreported;
          for (const { name, call } of kills) office.app.kill(name, call);
          const id = await office.order();
          await office.app.rest();
          const bulletin = await office.bulletin(id);
          const letters = await office.letters(id);
          expect(isAtRest(bulletin, letters)).toBe(true);
          expect(bulletin.state).toBe(lettersToSettle(letters).length === 0 ? "sent" : "unsettled");
          expect(await completions(office, id)).toEqual(["alarm"]);
          const mails = office.app.mail.inbox.map(({ letter }) => letter);
          expect(new Set(mails).size).toBe(mails.length);
        },
      ),
      { numRuns: 40 },
    );
  });
});
