import { afterAll, beforeAll, expect, test } from "vitest";
import type { LocalStack } from "../stack-options.ts";
import { newFruitlessStops, newMessageStops } from "../runtime/message-stops.ts";
import { queueOf, sampleStack } from "./support.ts";

let app: LocalStack;
beforeAll(async () => {
  app = await sampleStack({ threads: 4 });
  await (await fetch(`${app.url}/open/x`)).text();
});
afterAll(() => app.close());

/** Twelve clients that send one request after the other until they are ended. */
const steadyClients = () => {
  let ending = false;
  let answered = 0;
  const others = new Set<number>();
  const client = async (): Promise<void> => {
    while (!ending) {
      const answer = await fetch(`${app.url}/open/x?wait=10`);
      await answer.text();
      if (answer.status === 200) answered += 1;
      else others.add(answer.status);
    }
  };
  const running = Promise.all(Array.from({ length: 12 }, client));
  return {
    answered: () => answered,
    end: async () => {
      ending = true;
      await running;
      return [...others];
    },
  };
};

test("the clock moves while clients send without a pause, stops at each due time, and they continue meanwhile", async () => {
  const stopsEvery = 12 * 60 * 60 * 1000;
  for (let stop = 1; stop <= 30; stop += 1) {
    app.scheduler.put(`stop-${stop}`, "reminders", {
      ScheduleExpression: `at(${new Date(Date.parse("2020-12-01T12:00:00Z") + stop * stopsEvery).toISOString().slice(0, 19)})`,
      Target: { Arn: queueOf(app, "SweepQueue").arn, RoleArn: "r" },
    });
  }
  const clients = steadyClients();
  await expect.poll(clients.answered).toBeGreaterThan(20);
  const before = clients.answered();
  const stops: number[] = [];
  await app.moveTo("2020-12-17T08:00:00Z", { onStop: (instant) => stops.push(instant) });
  expect(stops).toHaveLength(31);
  expect(app.clock.instant()).toMatch(/^2020-12-17T08:00/u);
  // At each stop those who waited were let in, each with one request.
  expect(clients.answered() - before).toBeGreaterThan(30);
  const after = clients.answered();
  await expect.poll(clients.answered).toBeGreaterThan(after + 20);
  expect(await clients.end()).toEqual([]);
});

test("the clock moves although the work of clients that send without a pause takes longer than a request waits at first", async () => {
  const other = await sampleStack({ threads: 1 });
  await (await fetch(`${other.url}/open/x`)).text();
  let ending = false;
  const statuses = new Set<number>();
  // Twelve requests of 0.3 s on one thread: more than three seconds of work each time they are let in.
  const client = async (): Promise<void> => {
    while (!ending) {
      const answer = await fetch(`${other.url}/open/x?wait=300`);
      await answer.text();
      statuses.add(answer.status);
    }
  };
  const running = Promise.all(Array.from({ length: 12 }, client));
  await other.moveTo("2020-12-02T08:00:00Z");
  expect(other.clock.instant()).toMatch(/^2020-12-02T08:00/u);
  ending = true;
  await running;
  expect([...statuses]).toEqual([200]);
  await other.close();
});

test("a move through weeks in which each message leads to another takes hundreds of stops, not thousands", async () => {
  const other = await sampleStack();
  const work = queueOf(other, "Work");
  const stops: number[] = [];
  const send = (): unknown => other.queues.send(work, { body: "postponed", delaySeconds: 200 });
  send();
  await other.moveTo("2020-12-16T08:00:00Z", {
    onStop: (instant) => {
      stops.push(instant);
      send();
    },
  });
  const distances = stops.slice(1).map((stop, index) => (stop - (stops[index] ?? 0)) / 1000);
  expect(Math.max(...distances.slice(0, 45))).toBeLessThan(230);
  expect(Math.max(...distances)).toBeLessThanOrEqual(6 * 3600 + 30);
  expect(stops.length).toBeLessThan(250);
  await other.close();
});

test("hidden messages are met exactly again once none was hidden for a moment", () => {
  const messages = newMessageStops();
  for (let stop = 0; stop < 200; stop += 1) messages.count();
  expect(messages.next(1000, 500)).toBe(500 + 6 * 3_600_000);
  expect(messages.next(undefined, 600)).toBeUndefined();
  expect(messages.next(1000, 700)).toBe(1000);
});

test("a move at whose stops no function finishes anything ends after a minute, and not for what fails fast", () => {
  const clock = { now: 0 };
  const failing = (milliseconds: number, times: number) => {
    const stops = newFruitlessStops({ received: 0, removed: 0 }, () => clock.now);
    for (let received = 1; received <= times; received += 1) {
      clock.now += milliseconds;
      stops.count({ received, removed: 0 });
    }
    return stops;
  };
  expect(() => failing(100, 200)).not.toThrow();
  expect(() => failing(20_000, 5)).not.toThrow();
  expect(() => failing(20_000, 6)).toThrow("at 6 stops in a row no function finished");
  const stops = failing(20_000, 5);
  stops.count({ received: 6, removed: 1 });
  clock.now += 20_000;
  expect(() => stops.count({ received: 7, removed: 1 })).not.toThrow();
});

test("a move that the end of the system interrupts does not answer as if it had arrived", async () => {
  const other = await sampleStack();
  const day = 86_400_000;
  for (let stop = 1; stop <= 300; stop += 1) {
    const at = new Date(Date.parse("2020-12-01T08:00:00Z") + stop * day).toISOString().slice(0, 19);
    const target = { Arn: queueOf(other, "Work").arn, RoleArn: "r" };
    other.scheduler.put(`stop-${stop}`, "reminders", { ScheduleExpression: `at(${at})`, Target: target });
  }
  const moving = fetch(`${other.url}/_local/clock`, { method: "POST", body: '{"by":"P300D"}' });
  await expect.poll(other.clock.instant, { interval: 5 }).not.toMatch(/^2020-12-01/u);
  await other.close();
  const answer = await moving;
  const { message, now } = (await answer.json()) as { message: string; now: string };
  expect(answer.status).toBe(503);
  expect(now < "2021-09").toBe(true);
  expect(message).toMatch(/^The clock is at 202\d-.* on the way to 2021-09-27T08.*: the system was ended\. When/u);
});

test("a move over HTTP that something throws on answers 503 with the time of the clock", async () => {
  const { jumpTo } = app.clock;
  const clock: { jumpTo: (instant: number) => void } = app.clock;
  clock.jumpTo = () => {
    throw new Error("the clock is stuck");
  };
  try {
    const answer = await fetch(`${app.url}/_local/clock`, { method: "POST", body: '{"by":"P1D"}' });
    const { message, now } = (await answer.json()) as { message: string; now: string };
    expect([answer.status, now.slice(0, 13)]).toEqual([503, app.clock.instant().slice(0, 13)]);
    expect(message).toContain("the clock is stuck");
  } finally {
    clock.jumpTo = jumpTo;
  }
});
