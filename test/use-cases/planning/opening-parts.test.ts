import { expect, test } from "vitest";
import { later } from "../../../domain/base/time.ts";
import { handleTimer } from "../../../lambdas/use-cases/on-timer.ts";
import { TimerMessage } from "../../../schemas/model/messages.ts";
import { Instant } from "../../../schemas/base/values.ts";
import { given, startOf } from "../../fixtures/group.ts";
import type { TestApp } from "../../harness/test-app.ts";

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");
const codes = letters.flatMap((first) => letters.map((second) => `${first}${second}`)).slice(0, 120);
const reviews = Object.fromEntries(codes.map((code, place) => [code, [codes[(place + 1) % codes.length] ?? code]]));

/** The opening of a group of 120 parties whose time has come, as one message on the timers queue. */
const atOpening = async (): Promise<TestApp> => {
  const app = await given.group({ reviews });
  await app.moveTo("2020-12-01T07:30:00.000Z");
  await startOf(app, "2020-12-01");
  await app.settle();
  app.sleepUntil("2020-12-01T08:00:00.000Z");
  app.schedules.fire(app.clock.now());
  return app;
};

/** Works on the next message of the timers queue; returns when it was visible, and the parties that it planned letters for. */
const workOnNext = async (app: TestApp) => {
  const message = app.queues.timers.receive();
  if (message === undefined) return undefined;
  const planned: string[] = [];
  const plan: typeof app.ledger.plan = (letter, covered) => {
    planned.push(letter.party ?? "");
    return app.ledger.plan(letter, covered);
  };
  const outcome = await handleTimer({ ...app.io, ledger: { ...app.ledger, plan } }, [
    TimerMessage.parse(JSON.parse(message.body)),
  ]);
  app.queues.timers.delete(message);
  return { outcome, at: app.clock.now(), parties: [...new Set(planned)] };
};

test("one message plans the letters of a group's start for at most 50 parties, and each party has them from one", async () => {
  const app = await atOpening();
  const done = [await workOnNext(app)];
  expect(done[0]).toMatchObject({ outcome: "split", parties: [] });
  for (let next = app.queues.timers.nextAt(); next !== undefined; next = app.queues.timers.nextAt()) {
    if (next > app.clock.now()) app.sleepUntil(next);
    done.push(await workOnNext(app));
  }
  const parts = done.slice(1);
  expect(parts.map((part) => [part?.outcome, part?.parties.length])).toEqual([
    ["opened", 50],
    ["opened", 50],
    ["opened", 20],
  ]);
  expect(parts.flatMap((part) => part?.parties ?? []).toSorted()).toEqual(codes.toSorted());
  // One call of the function gathers messages for a second: it is never given two parts.
  expect(parts.map((part) => part?.at)).toEqual(
    [0, 5, 10].map((seconds) => later(Instant.parse("2020-12-01T08:00:00.000Z"), { seconds })),
  );
});

test("a party that joins a review while a start is worked on is in one of the parts", async () => {
  const app = await atOpening();
  await workOnNext(app);
  const bounds = app.queues.timers.messages.map(({ body }) => {
    const { from, before } = JSON.parse(body);
    return [from, before];
  });
  expect(bounds).toEqual([
    [undefined, codes[50]],
    [codes[50], codes[100]],
    [codes[100], undefined],
  ]);
});
