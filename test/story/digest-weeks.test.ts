import fc from "fast-check";
import { expect, test } from "vitest";
import { copiesInDigest } from "../../domain/letters/digests.ts";
import { settledStates } from "../../domain/letters/lifecycle.ts";
import { addDays, dayOf, endOfTime, firstWeekday, later } from "../../domain/base/time.ts";
import { brokenAtRest, brokenNow } from "../harness/invariants.ts";
import { conclude, delay, openDigestWeek, morningSweep, setContacts } from "../fixtures/digest-week.ts";
import type { TestApp } from "../harness/test-app.ts";
import type { MailFate } from "../fakes/mail-service.ts";
import { findingsOf } from "../harness/verification.ts";

/** Weeks of a mission with a digest, with any events, and the guarantees that must hold afterwards. */
interface Weeks {
  readonly app: TestApp;
  /** The number of notified delays, each to a later day. */
  delays: number;
}
type Step = (weeks: Weeks) => Promise<unknown>;
interface Named {
  readonly step: Step;
  readonly toString: () => string;
}
const named = (text: string, step: Step): Named => ({ step, toString: () => text });

const passing = (minutes: number): Named =>
  named(`${minutes} minutes pass`, ({ app }) => app.moveTo(later(app.clock.now(), { minutes })));
const delaying = (code: string): Named =>
  named(`${code} notifies a delay`, async (weeks) => {
    weeks.delays += 1;
    await delay(weeks.app, code, addDays(dayOf(weeks.app.clock.now()), 300 + weeks.delays));
  });
const wishing = (digest: "weekly" | "none"): Named =>
  named(`France wishes ${digest}`, ({ app }) => setContacts(app, "FR", { digest }));
const sweeping = (depth: "morning" | "hourly" | "full"): Named =>
  named(`sweep ${depth}`, ({ app }) => app.sweep(depth).catch(() => undefined));
const killing = (call: number): Named =>
  named(`the sender will be killed at call ${call}`, async ({ app }) => app.kill("send", call));
const fated = (fate: MailFate): Named => named(`the next mail ${fate}`, async ({ app }) => app.mail.next.push(fate));
const repeated = (count: number): Named =>
  named(`the next ${count} orders come twice`, async ({ app }) => {
    app.queues.letters.duplicates = count;
  });

const steps: fc.Arbitrary<Named> = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 4 * 24 * 60 }).map(passing) },
  { weight: 3, arbitrary: fc.constantFrom("JP", "FR").map(delaying) },
  { weight: 1, arbitrary: fc.constantFrom<"weekly" | "none">("weekly", "weekly", "none").map(wishing) },
  { weight: 2, arbitrary: fc.constantFrom<"morning" | "hourly" | "full">("morning", "hourly", "full").map(sweeping) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 20 }).map(killing) },
  { weight: 1, arbitrary: fc.constantFrom<MailFate>("throttles", "accepts-and-times-out").map(fated) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 6 }).map(repeated) },
);

const comeToRest = async (app: TestApp): Promise<void> => {
  app.forgetKills();
  app.mail.next.splice(0);
  for (const _ of ["this week's digest", "the next one's"]) {
    await app.rest();
    await app.moveTo(later(app.clock.now(), { hours: 1 }));
    await app.sweep("hourly");
    await app.rest();
    await morningSweep(app, firstWeekday(1, dayOf(app.clock.now()), "after"));
  }
  await app.rest();
  await app.sweep("full");
  await app.rest();
};

test("whatever happens in some weeks: each copy is sent, or is in one digest that was sent, and never both", async () => {
  let reportedCopies = 0;
  let courses = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { minLength: 5, maxLength: 25 }), async (sequence) => {
      const app = await openDigestWeek();
      const weeks: Weeks = { app, delays: 0 };
      await conclude(app, "FR");
      await conclude(app, "JP");
      for (const { step } of sequence) await step(weeks);
      await comeToRest(app);
      expect(await brokenNow(app)).toEqual([]);
      expect(await brokenAtRest(app)).toEqual([]);
      // The checker reads every course; a status paper for it, in six languages, is written in every sixth.
      courses += 1;
      const writesPaper = courses % 6 === 0;
      expect(await findingsOf(app, { disturbed: true, writesPaper })).toEqual([]);

      const letters = await app.letters();
      // A claim that came to nothing, and its one repetition too: only a person can say whether that letter left.
      const open = letters.filter(({ state, attentionAt }) => !settledStates.has(state) && attentionAt !== endOfTime);
      expect(open).toEqual([]);
      const held = letters.filter(({ digest }) => digest !== undefined);
      const mailed = new Set<string>(app.mail.inbox.map(({ letter }) => letter));
      expect(held.filter(({ id }) => mailed.has(id))).toEqual([]);
      const digests = letters.flatMap(({ content, id, state }) =>
        content.kind === "digest" ? [{ content, id, state }] : [],
      );
      for (const { content, id, state } of digests) {
        const copies = copiesInDigest(content, letters);
        if (state === "unknown") continue;
        expect(state).toBe(copies.length === 0 ? "skipped" : "delivered");
        const mail = app.mail.inbox.find(({ letter }) => letter === id);
        if (copies.length > 0) expect(mail?.subject).toContain(`: ${copies.length} letter`);
        reportedCopies += copies.length;
      }
      expect(held).toHaveLength(digests.flatMap(({ content }) => copiesInDigest(content, letters)).length);
    }),
    { seed: 20210111, numRuns: 60, endOnFailure: true },
  );
  expect(reportedCopies).toBeGreaterThan(60);
});
