import { expect, test } from "vitest";
import { handleTimer } from "../../../lambdas/use-cases/on-timer.ts";
import { TimerMessage } from "../../../schemas/model/messages.ts";
import { GroupId } from "../../../schemas/base/ids.ts";
import { given, startOf } from "../../fixtures/group.ts";
import type { TestApp } from "../../harness/test-app.ts";

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");
const codes = letters.flatMap((first) => letters.map((second) => `${first}${second}`)).slice(0, 120);
const reviews = Object.fromEntries(codes.map((code, place) => [code, [codes[(place + 1) % codes.length] ?? code]]));

/** Returns an app with the due opening of a group of 120 parties, as one message on the timers queue. */
const atOpening = async (): Promise<TestApp> => {
  const app = await given.group({ reviews });
  await app.moveTo("2020-12-01T07:30:00.000Z");
  await startOf(app, "2020-12-01");
  await app.settle();
  app.sleepUntil("2020-12-01T08:00:00.000Z");
  app.schedules.fire(app.clock.now());
  return app;
};

/** Works on the next message of the timers queue; returns the parties that it planned letters for. */
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
  return { outcome, parties: [...new Set(planned)] };
};

test("one message plans the letters of a group's start for at most 50 parties, and each party has them from one", async () => {
  const app = await atOpening();
  const parts = [];
  for (let part = await workOnNext(app); part !== undefined; part = await workOnNext(app)) parts.push(part);
  expect(parts.map(({ outcome, parties }) => [outcome, parties.length])).toEqual([
    ["opened", 50],
    ["opened", 50],
    ["opened", 20],
  ]);
  expect(parts.flatMap(({ parties }) => parties).toSorted()).toEqual(codes.toSorted());
});

test("the message for the next parties is sent first: a part that fails keeps no other one from its letters", async () => {
  const app = await atOpening();
  const plan = () => Promise.reject(new Error("The table does not answer"));
  const opening = { opening: GroupId.parse("c1-g1") };
  await expect(handleTimer({ ...app.io, ledger: { ...app.ledger, plan } }, [opening])).rejects.toThrow();
  expect(app.queues.timers.messages.map(({ body }) => JSON.parse(body))).toContainEqual({
    opening: "c1-g1",
    from: codes[50],
  });
});
