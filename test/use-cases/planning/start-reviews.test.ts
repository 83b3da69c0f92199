import { describe, expect, test } from "vitest";
import type { Fact } from "../../../schemas/model/fact.ts";
import { onePage } from "../../fixtures/changes.ts";
import { given, startOf, letterLines } from "../../fixtures/group.ts";
import type { TestApp } from "../../harness/test-app.ts";

/** France and Germany hold seats in two reviews each. */
const reviews = { FR: ["DE", "BR"], JP: ["FR", "DE"] };
const parties = ["BR", "DE", "FR", "JP"];

const aboutToStart = async (): Promise<TestApp> => {
  const app = await given.group({ reviews });
  await app.moveTo("2020-12-01T10:00:00.000Z");
  await startOf(app, "2020-12-01");
  return app;
};

const startsOf = async (app: TestApp, id: string): Promise<number> => {
  const { items } = await app.store.journalOf("review", id, onePage);
  return items.flatMap(({ facts }) => facts).filter(({ kind }) => kind === "review-started").length;
};

/** Checks a group that has started, after any interruption. */
const expectWellStarted = async (app: TestApp) => {
  expect((await app.store.load("group", "c1-g1"))?.state.state).toBe("started");
  for (const id of ["c1-FR", "c1-JP"]) expect([id, await startsOf(app, id)]).toEqual([id, 1]);
  expect((await letterLines(app)).toSorted()).toEqual(
    parties.map((code) => `${code} focal-point start experts start delivered`),
  );
  expect(app.mail.inbox).toHaveLength(4);
  for (const { to, text } of app.mail.inbox) {
    const listed = ["c1-FR", "c1-JP"].filter((id) => text.includes(id));
    const both = to.includes("@fr.") || to.includes("@de.");
    expect([to, listed]).toEqual([to, both ? ["c1-FR", "c1-JP"] : [to.includes("@br.") ? "c1-FR" : "c1-JP"]]);
  }
  expect([...app.schedules.pending.values()].map(({ message }) => "stepName" in message && message.stepName)).toEqual(
    Array.from({ length: 8 }, () => "d-7"),
  );
};

test("a group that starts sends each party one letter about both nominations in all its reviews, ordered once", async () => {
  const app = await aboutToStart();
  await app.settleStream();
  expect(app.queues.letters.messages).toHaveLength(4);
  await app.settle();
  await expectWellStarted(app);
});

// "state commits followed by a queue send that can be lost"; "a failing step re-ran the batch" (gcn.nasa.gov#3662).
describe.each<{ interrupted: Fact["kind"]; what: string }>([
  { interrupted: "group-started", what: "starting the reviews" },
  { interrupted: "group-start-completed", what: "planning the letters" },
])("a start that is interrupted in the middle of $what", ({ interrupted }) => {
  test("at any call continues when the stream gives the entry again", async () => {
    let call = 1;
    for (; ; call++) {
      const app = await aboutToStart();
      await app.settleStream(interrupted);
      const kill = app.kill("react", call);
      await app.settle();
      if (!kill.happened) break;
      await expectWellStarted(app);
    }
    expect(call).toBeGreaterThan(6);
  });

  test("at any call continues with the next sweep when the stream has given up", async () => {
    let call = 1;
    for (; ; call++) {
      const app = await aboutToStart();
      await app.settleStream(interrupted);
      app.stream.retries = 0;
      const kill = app.kill("react", call);
      await app.settle();
      if (!kill.happened) break;
      expect(app.stream.putAside).toHaveLength(1);
      await app.sweep("hourly");
      await app.settle();
      // Orders that were lost with the killed run are given again once the letters have waited for half an hour.
      await app.moveTo("2020-12-01T11:00:00.000Z");
      await app.sweep("hourly");
      await app.settle();
      await expectWellStarted(app);
    }
    expect(call).toBeGreaterThan(6);
  });
});

test("a start that react and the sweep drive at the same time happens once", async () => {
  const app = await aboutToStart();
  app.before("store.commit", () => app.sweep("hourly"));
  await app.settle();
  await expectWellStarted(app);
});

test("while a group is starting its parties are not written to, however often it is swept", async () => {
  const app = await aboutToStart();
  app.stream.retries = 0;
  app.kill("react", 5);
  await app.settle();
  expect((await app.store.load("group", "c1-g1"))?.state.state).toBe("starting");
  expect(await letterLines(app)).toEqual([]);
  app.store.commit = () => Promise.reject(new Error("the database is away"));
  await expect(app.sweep("hourly")).rejects.toThrow();
  expect(await letterLines(app)).toEqual([]);
});

test("a review that cannot be started keeps no other from it, and the group waits for it", async () => {
  const app = await given.group({ reviews: { FR: ["DE"], JP: ["DE"], SE: ["DE"] } });
  await app.moveTo("2020-12-01T10:00:00.000Z");
  const { load, loadMany } = app.store;
  const unreadable = new TypeError("The stored review cannot be read");
  app.store.loadMany = async (kind, ids) => {
    if (ids.includes("c1-FR")) throw unreadable;
    return loadMany(kind, ids);
  };
  await startOf(app, "2020-12-01");
  await app.settle().catch(() => undefined);
  expect((await load("group", "c1-g1"))?.state.state).toBe("starting");
  for (const id of ["c1-JP", "c1-SE"]) expect((await load("review", id))?.state.stage).toBe("nomination");
});

test("reviews of a group start four in a transaction", async () => {
  const codes = ["AR", "BE", "CL", "DE", "EG", "FR", "GR", "HU", "IN"];
  const app = await given.group({
    reviews: Object.fromEntries(codes.map((code, at) => [code, [codes[at - 1] ?? "IN"]])),
  });
  await app.moveTo("2020-12-01T10:00:00.000Z");
  await startOf(app, "2020-12-01");
  const { commit } = app.store;
  const together: number[] = [];
  app.store.commit = (commitment) => {
    together.push(commitment.changes.filter(({ kind }) => kind === "review").length);
    return commit(commitment);
  };
  await app.settle();
  expect(together.filter((count) => count > 0)).toEqual([4, 4, 1]);
  expect((await app.store.load("group", "c1-g1"))?.state.state).toBe("started");
});
