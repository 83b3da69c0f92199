import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, describe, expect, test } from "vitest";
import type { LocalStack, LocalStackOptions } from "../stack-options.ts";
import { engineOf, enginesBelow } from "./fixtures/engines.ts";
import { clientsOf, handled, queueOf, sampleStack, tableOf, writeEntry } from "./support.ts";

const folders: string[] = [];
afterAll(() => {
  for (const each of folders) rmSync(each, { recursive: true, force: true });
});

/** At once, and no death is forgotten, as slowly as the machine may start an engine. */
const engineRestarts = { pauses: [], within: 3_600_000 };

/** Starts a system with its own folder; returns it with its reports, and a way to kill its engine. */
const appWithEngine = async (options: LocalStackOptions = {}) => {
  const dataDir = mkdtempSync(join(tmpdir(), "engine-death-"));
  folders.push(dataDir);
  const lines: string[] = [];
  const app = await sampleStack({ dataDir, report: (line) => lines.push(line), engineRestarts, ...options });
  const kill = (): number => {
    const engine = engineOf(dataDir);
    if (engine === undefined) throw new Error("No engine runs");
    process.kill(engine, "SIGKILL");
    return engine;
  };
  const runsAgain = (times: number) =>
    expect.poll(() => lines.filter((line) => line === "The database engine runs again").length).toBe(times);
  return { app, lines, kill, runsAgain, dataDir };
};

const died = "The database engine ended (signal SIGKILL); starting it again …";
const health = async ({ url }: LocalStack) => (await fetch(`${url}/health`)).status;

describe.each([["through the wire", false] as const, ["when functions talk to it themselves", true] as const])(
  "the death of the engine, %s",
  (_how, direct) => {
    test("is named, it runs again with all it had acknowledged, and readers continue automatically", async () => {
      const { app, lines, kill, runsAgain } = await appWithEngine({ direct });
      await writeEntry(app, clientsOf(app), "before-death");
      const first = kill();
      await runsAgain(1);
      expect(lines).toEqual([died, "The database engine runs again"]);
      expect(kill()).not.toBe(first);
      await runsAgain(2);
      await writeEntry(app, clientsOf(app), "after-death");
      app.queues.send(queueOf(app, "Work"), { body: "after-death" });
      await app.rest();
      const times = await Promise.all(
        (["before-death", "after-death"] as const).map(
          async (id) => (await handled(app, clientsOf(app), id, "seen")).times,
        ),
      );
      expect(times.every((count) => count >= 1)).toBe(true);
      expect((await handled(app, clientsOf(app), "after-death", "work")).times).toBe(1);
      expect(app.queues.peek(queueOf(app, "PutAside"))).toEqual([]);
      await app.close();
      expect(lines.filter((line) => line === died)).toHaveLength(2);
    });
  },
);

test("a system that keeps nothing keeps its tables while the engine is started again", async () => {
  const lines: string[] = [];
  const app = await sampleStack({ report: (line) => lines.push(line) });
  await writeEntry(app, clientsOf(app), "in-memory");
  await app.rest();
  const [engine] = enginesBelow(process.pid);
  if (engine === undefined) throw new Error("No engine runs");
  process.kill(engine, "SIGKILL");
  await expect.poll(() => lines.at(-1)).toBe("The database engine runs again");
  expect((await handled(app, clientsOf(app), "in-memory", "seen")).times).toBe(1);
  await app.close();
});

test("nothing that was acknowledged is lost while the engine dies under writers, and a call waits for its return", async () => {
  const { app, kill, runsAgain } = await appWithEngine();
  const { dynamodb } = clientsOf(app);
  const TableName = tableOf(app, "Records");
  const acknowledged: string[] = [];
  let last = false;
  const writer = async (name: string): Promise<void> => {
    for (let number = 0; !last; number += 1) {
      const id = `${name}-${number}`;
      try {
        await dynamodb.send(new PutItemCommand({ TableName, Item: { pk: { S: id }, sk: { S: "x" } } }));
        acknowledged.push(id);
      } catch {
        // Not acknowledged: it may be there or not.
      }
    }
  };
  const writers = Promise.all(["a", "b", "c"].map(writer));
  for (const time of [1, 2, 3]) {
    const seen = acknowledged.length;
    await expect.poll(() => acknowledged.length).toBeGreaterThan(seen + 20);
    kill();
    await runsAgain(time);
  }
  last = true;
  await writers;
  const missing: string[] = [];
  for (const id of acknowledged) {
    const { Item } = await dynamodb.send(
      new GetItemCommand({ TableName, Key: { pk: { S: id }, sk: { S: "x" } }, ConsistentRead: true }),
    );
    if (Item === undefined) missing.push(id);
  }
  expect(acknowledged.length).toBeGreaterThan(60);
  expect(missing).toEqual([]);
  await app.close();
});

test("an engine that dies again and again is given up with a line that says what to do; the clock then does not answer 200", async () => {
  const { app, lines, kill, runsAgain } = await appWithEngine();
  expect(await health(app)).toBe(200);
  for (const time of [1, 2, 3, 4, 5]) {
    kill();
    await runsAgain(time);
  }
  kill();
  await expect.poll(() => lines.at(-1)).toMatch(/^The database engine ended 6 times within a minute .*restore:local/u);
  expect(await health(app)).toBe(503);
  const move = await fetch(`${app.url}/_local/clock`, { method: "POST", body: '{"by":"P1D"}' });
  const { message, now } = (await move.json()) as { message: string; now: string };
  expect([move.status, now.slice(0, 10)]).toEqual([503, "2020-12-01"]);
  expect(message).toMatch(/^The clock is at 2020-12-01T08:.* on the way to 2020-12-02T08:.*ended 6 times/u);
  await app.close();
});

test("health says 503 until what a system begins with is loaded", async () => {
  const app = await sampleStack({ loads: true });
  expect(await health(app)).toBe(503);
  const answer = await fetch(`${app.url}/health`);
  const reason = "the data with which the system begins are being loaded";
  const body = { message: "Service Unavailable", reason };
  expect([await answer.json(), answer.headers.get("retry-after")]).toEqual([body, "1"]);
  expect((await fetch(`${app.url}/open/x`)).status).toBe(200);
  app.loaded();
  expect(await health(app)).toBe(200);
  await app.close();
});
