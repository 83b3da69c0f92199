import { afterAll, beforeAll, expect, test } from "vitest";
import type { House } from "../../local/house.ts";
import { queueOf, sampleHouse } from "./support.ts";

let house: House;
beforeAll(async () => {
  house = await sampleHouse({ threads: 4 });
  await (await fetch(`${house.url}/open/x`)).text();
});
afterAll(() => house.close());

/** Twelve clients that send one request after the other until they are ended. */
const steadyClients = () => {
  let ending = false;
  let answered = 0;
  const others = new Set<number>();
  const client = async (): Promise<void> => {
    while (!ending) {
      const answer = await fetch(`${house.url}/open/x?wait=10`);
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

test("the clock moves while clients send without a pause, stops wherever something is due, and they go on meanwhile", async () => {
  const stopsEvery = 12 * 60 * 60 * 1000;
  for (let stop = 1; stop <= 30; stop += 1) {
    house.scheduler.put(`stop-${stop}`, "reminders", {
      ScheduleExpression: `at(${new Date(Date.parse("2020-12-01T12:00:00Z") + stop * stopsEvery).toISOString().slice(0, 19)})`,
      Target: { Arn: queueOf(house, "Rounds").arn, RoleArn: "r" },
    });
  }
  const clients = steadyClients();
  await expect.poll(clients.answered, { timeout: 15_000 }).toBeGreaterThan(20);
  const before = clients.answered();
  const stops: number[] = [];
  await house.moveTo("2020-12-17T08:00:00Z", { stopped: (instant) => stops.push(instant) });
  expect(stops).toHaveLength(31);
  expect(house.clock.instant()).toMatch(/^2020-12-17T08:00/u);
  // At each stop those who waited were let in, each with one request.
  expect(clients.answered() - before).toBeGreaterThan(30);
  const after = clients.answered();
  await expect.poll(clients.answered, { timeout: 15_000 }).toBeGreaterThan(after + 20);
  expect(await clients.end()).toEqual([]);
}, 30_000);

test("a move that the end of the house interrupts does not answer as if it had arrived", async () => {
  const other = await sampleHouse();
  other.scheduler.put("on-the-way", "reminders", {
    ScheduleExpression: "at(2020-12-05T08:00:00)",
    Target: { Arn: queueOf(other, "Rounds").arn, RoleArn: "r" },
  });
  const ended: { done?: Promise<void> } = {};
  const move = other.moveTo("2020-12-10T08:00:00Z", {
    stopped: () => {
      ended.done ??= other.close();
    },
  });
  await expect(move).rejects.toThrow(
    /^The clock stands at 2020-12-05T08:00.* on the way to 2020-12-10T08:00:00.000Z: the system was ended\. When/u,
  );
  await ended.done;
});

test("a move over HTTP that something throws on answers 503 with where the clock stands", async () => {
  const { jumpTo } = house.clock;
  const clock: { jumpTo: (instant: number) => void } = house.clock;
  clock.jumpTo = () => {
    throw new Error("the clock is stuck");
  };
  try {
    const answer = await fetch(`${house.url}/_local/clock`, { method: "POST", body: '{"by":"P1D"}' });
    const { message, now } = (await answer.json()) as { message: string; now: string };
    expect([answer.status, now]).toEqual([503, expect.stringMatching(/^2020-12-17T08/u)]);
    expect(message).toContain("the clock is stuck");
  } finally {
    clock.jumpTo = jumpTo;
  }
});
