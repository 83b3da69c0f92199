import { GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { HttpRequest } from "../gateway/gateway-event.ts";
import { localPages, addDuration } from "../pages/local-pages.ts";
import { openStackClock } from "../base/clock.ts";
import { type MoveProgress, newMoveWatch } from "../runtime/move-progress.ts";
import type { LocalStack } from "../stack-options.ts";
import { type Clients, clientsOf, handled, queueOf, sampleStack, tableOf, writeEntry } from "./support.ts";

let app: LocalStack;
let clients: Clients;
beforeAll(async () => {
  app = await sampleStack();
  clients = clientsOf(app);
});
afterAll(() => app.close());

const move = async (body: object) => {
  const answer = await fetch(`${app.url}/_local/clock`, { method: "POST", body: JSON.stringify(body) });
  return { status: answer.status, ...((await answer.json()) as { now?: string; message?: string }) };
};

describe("the clock", () => {
  test("is equal in the system and in its functions, in every way to read it", async () => {
    await app.moveTo("2020-12-02T10:00:00Z");
    const answer = await fetch(`${app.url}/open/x`);
    const reply = (await answer.json()) as { now: number; date: string; text: string; isDate: boolean };
    expect(reply.date).toMatch(/^2020-12-02T10:00/u);
    expect(reply.now - app.clock.now()).toBeLessThanOrEqual(0);
    expect(app.clock.now() - reply.now).toBeLessThan(60_000);
    expect(reply.text).toContain("Dec 02 2020");
    expect(reply.isDate).toBe(true);
    expect(answer.headers.get("date")).toContain("02 Dec 2020");
  });

  test("takes expired rows out of the tables, as DynamoDB does within days", async () => {
    const TableName = tableOf(app, "Records");
    const expiring = (pk: string, at: string) => ({
      pk: { S: pk },
      sk: { S: "row" },
      expiresAt: { N: String(Date.parse(at) / 1000) },
    });
    for (const [pk, at] of [
      ["expired", "2020-12-03T10:00:00Z"],
      ["kept", "2020-12-20T10:00:00Z"],
    ] as const)
      await clients.dynamodb.send(new PutItemCommand({ TableName, Item: expiring(pk, at) }));
    await app.moveTo("2020-12-12T10:00:00Z");
    const kept = await Promise.all(
      ["expired", "kept"].map((pk) =>
        clients.dynamodb.send(new GetItemCommand({ TableName, Key: { pk: { S: pk }, sk: { S: "row" } } })),
      ),
    );
    expect(kept.map(({ Item }) => Item !== undefined)).toEqual([false, true]);
  });

  test("moves on request, to an instant or by a duration", async () => {
    expect(await move({ to: "2020-12-13T09:00:00Z" })).toMatchObject({ status: 200, now: /^2020-12-13T09:00/u });
    expect(await move({ by: "P14D" })).toMatchObject({ status: 200 });
    expect(app.clock.instant()).toMatch(/^2020-12-27T09:00/u);
  });

  test.each([
    [{ to: "2020-12-01T00:00:00Z" }, "does not go back"],
    [{ to: "soon" }, "is no instant"],
    [{ by: "14 days" }, "is no duration"],
    [{ by: "P1D", to: "2021-01-01T00:00:00Z" }, "Say where to"],
    [{}, "Say where to"],
    [{ days: 14 }, "days: unknown here; the fields are to, by"],
    [{ by: "P1D", unit: "days", speed: 2 }, "unit, speed: unknown here; the fields are to, by"],
    [{ by: "P99999Y" }, "knows no time after"],
    [{ to: "2100-01-01T00:00:00Z" }, "knows no time after"],
  ])("refuses %j", async (body, why) => {
    const { status, message } = await move(body);
    expect(status).toBe(400);
    expect(message).toContain(why);
  });

  test("reports its progress while it is moved, by day and by work", async () => {
    const current = async () => (await (await fetch(`${app.url}/_local/clock`)).json()) as { move?: MoveProgress };
    expect((await current()).move).toBeUndefined();
    const from = app.clock.now();
    const seen: MoveProgress[] = [];
    const stops = Array.from({ length: 20 }, (_, place) => from + (place + 1) * 20 * 86_400_000);
    let at = from;
    let finished = 100;
    const work = () => ({ finished, waiting: 3, letters: finished - 50 });
    const moves = newMoveWatch({ clock: { now: () => at }, work });
    await moves.watch(stops.at(-1) ?? from, {}, async ({ onStop }) => {
      expect(moves.progress()).toMatchObject({ share: 0, day: 1, days: 400 });
      for (const stop of stops) {
        at = stop;
        finished += 7;
        onStop?.(stop);
        const progress = moves.progress();
        if (progress !== undefined) seen.push(progress);
      }
    });
    expect(seen.map(({ share }) => share)).toEqual(stops.map((_, place) => (place + 1) / 20));
    expect(seen.at(-1)).toMatchObject({ day: 400, days: 400 });
    expect(moves.progress()).toBeUndefined();
    expect(moves.last()).toMatchObject({ letters: 140, seconds: 0 });
    expect(seen[7]).toMatchObject({ stops: 8, finished: 56, letters: 56, waiting: 3, day: 161 });
    const parts = { ...app, tokens: { keySet: () => [] }, recorded: () => [], progress: () => seen[7] };
    const pages = localPages(parts as unknown as Parameters<typeof localPages>[0]);
    const request = { method: "GET", target: "/_local/clock", rawHeaders: [], body: Buffer.alloc(0) };
    const reply = await pages(request as unknown as HttpRequest);
    expect(JSON.parse(String(reply?.body)).move).toEqual(seen[7]);
  });

  test("reports in the terminal the work of a move of over two seconds, and its end", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
    try {
      let [finished, letters] = [100, 40];
      const lines: string[] = [];
      const from = Date.parse("2020-12-08T08:00:00Z");
      const work = () => ({ finished, waiting: 900 - finished, letters });
      const moves = newMoveWatch({ clock: { now: () => from }, work });
      const moveFor = (seconds: number): Promise<void> =>
        moves.watch(
          from + 15 * 86_400_000,
          {},
          async () => {
            for (let second = 0; second < seconds; second += 1) {
              finished += 10;
              letters += 1;
              vi.advanceTimersByTime(1000);
            }
          },
          (line) => lines.push(line),
        );
      await moveFor(1);
      expect(lines).toEqual([]);
      await moveFor(15);
      vi.advanceTimersByTime(60_000);
      const place = "The clock is at 2020-12-08T08:00:00.000Z, day 1 of 15";
      expect(lines).toEqual([
        `${place}: 2 letters sent, 20 messages processed, 770 waiting`,
        `${place}: 6 letters sent, 60 messages processed, 730 waiting`,
        `${place}: 14 letters sent, 140 messages processed, 650 waiting`,
        "The clock has arrived at 2020-12-08T08:00:00.000Z: 15 letters sent in 15 s",
      ]);
    } finally {
      vi.useRealTimers();
    }
  });

  describe("for people", () => {
    const page = (init: RequestInit = {}, path = "") =>
      fetch(`${app.url}/_local/clock${path}`, { ...init, headers: { accept: "text/html" }, redirect: "manual" });
    const send = (fields: Readonly<Record<string, string>>) =>
      page({ method: "POST", body: new URLSearchParams(fields) }, "/move");

    test("is a page with forms, which move it by days and to a time in Vienna", async () => {
      const before = app.clock.now();
      expect(await (await page()).text()).toContain("Move by days");
      const sent = await send({ days: "2" });
      expect([sent.status, sent.headers.get("location")]).toEqual([303, "/_local/clock"]);
      await vi.waitFor(() => expect(app.clock.now()).toBeGreaterThanOrEqual(before + 2 * 86_400_000));
      const day = new Date(app.clock.now() + 2 * 86_400_000).toISOString().slice(0, 10);
      await send({ date: day, time: "12:30" });
      await vi.waitFor(async () => expect(await (await page()).text()).toContain("The clock has arrived"));
      // December and January are winter in Vienna: UTC+1.
      expect(app.clock.instant().slice(0, 16)).toBe(`${day}T11:30`);
    });

    test.each([
      [{ days: "0" }, "Write a whole number of days"],
      [{ days: "many" }, "Write a whole number of days"],
      [{ days: "9999999" }, "Write a whole number of days"],
      [{ date: "2020-11-01", time: "12:00" }, "the clock moves forward only"],
      [{ date: "2100-01-01", time: "12:00" }, "knows no time after"],
      [{ date: "soon" }, "Choose a date and a time"],
    ])("refuses %j on the page", async (fields, why) => {
      const reply = await send(fields);
      expect([reply.status, await reply.text()]).toEqual([400, expect.stringContaining(why)]);
    });
  });

  test("waits for what is under way before it jumps", async () => {
    const before = app.clock.instant().slice(0, 10);
    await writeEntry(app, clients, "before-the-jump");
    app.queues.send(queueOf(app, "Work"), { body: "before-the-jump" });
    await app.moveTo("2021-02-01T00:00:00Z");
    expect((await handled(app, clients, "before-the-jump", "seen")).times).toBe(1);
    expect((await handled(app, clients, "before-the-jump", "work")).lastAt).toContain(before);
  });

  test("stops where a hidden message shows, so that its reader sees the time at which it does", async () => {
    const queue = queueOf(app, "Work");
    app.queues.send(queue, { body: "shown-later", delaySeconds: 600 });
    const stops: string[] = [];
    const onStop = (instant: number): unknown => stops.push(new Date(instant).toISOString().slice(0, 16));
    await app.moveTo("2021-02-01T12:00:00Z", { onStop });
    expect(stops).toEqual(["2021-02-01T00:10", "2021-02-01T12:00"]);
    expect((await handled(app, clients, "shown-later", "work")).lastAt).toMatch(/^2021-02-01T00:10/u);
  });

  test("moves one move after the other", async () => {
    await Promise.all([app.moveTo("2021-02-02T00:00:00Z"), app.moveTo("2021-02-03T00:00:00Z")]);
    expect(app.clock.instant()).toMatch(/^2021-02-03T00:00/u);
  });
});

test("a clock keeps its offset and does not go back", () => {
  const kept: number[] = [];
  const clock = openStackClock(0, (offset) => kept.push(offset));
  const target = clock.now() + 1_000_000;
  clock.jumpTo(target);
  expect(clock.now()).toBeGreaterThanOrEqual(target);
  expect(kept).toEqual([clock.offset()]);
  expect(() => clock.jumpTo(target - 10)).toThrow(RangeError);
});

describe("a duration", () => {
  test.each([
    ["P14D", "2020-12-15T08:00:00.000Z"],
    ["P4W", "2020-12-29T08:00:00.000Z"],
    ["PT36H", "2020-12-02T20:00:00.000Z"],
    ["P1Y2M3DT4H5M6S", "2022-02-04T12:05:06.000Z"],
  ])("%s after the first morning ends at %s", (duration, end) => {
    expect(new Date(addDuration(Date.parse("2020-12-01T08:00:00Z"), duration)).toISOString()).toBe(end);
  });

  test("of a month ends with a shorter month", () => {
    expect(new Date(addDuration(Date.parse("2021-01-31T00:00:00Z"), "P1M")).toISOString()).toBe(
      "2021-02-28T00:00:00.000Z",
    );
  });

  test.each(["P", "PT", "14D", "P-1D", ""])("cannot be %j", (duration) => {
    expect(() => addDuration(0, duration)).toThrow(RangeError);
  });
});
