import { beforeEach, describe, expect, test } from "vitest";
import { newNamedParties } from "../../lambdas/use-cases/accounts/named-parties.ts";
import { journalRoutes } from "../../lambdas/handlers/journal.ts";
import { partyRoutes } from "../../lambdas/handlers/parties.ts";
import { aggregateSchema } from "../../lambdas/io/store/keys/aggregates.ts";
import { UnreadableRow } from "../../lambdas/io/unreadable-row.ts";
import type { Route } from "../../lambdas/shell/http/route.ts";
import { lives } from "../domain/letters/review-plays.ts";
import { focalPoint } from "../domain/review/play.ts";
import { at, bulletinId, onePage, registeredUser, userId } from "../fixtures/changes.ts";
import { engineRunsHere } from "../io/store/engine.ts";
import { openEngineStore } from "../io/store/engine-store.ts";
import type { TestApp } from "../harness/test-app.ts";
import { commandsOf, appOf, record } from "./recorded-review.ts";
import type { RawTables } from "../io/store/tables.ts";
import { noSecondFactors } from "../fakes/accounts.ts";

// Rows that are damaged in the tables themselves, and read through the real store.
describe.runIf(engineRunsHere)("a row that cannot be read", () => {
  const emptyStore = openEngineStore();
  let raw: RawTables;
  let app: TestApp;
  const tabled = lives.tabled();
  const commands = commandsOf(tabled.play);

  /** A review of which the stream gave up its last command, and a registered user without an invitation. */
  beforeEach(async () => {
    const kept = await emptyStore();
    raw = kept.raw;
    app = await appOf(tabled.play, { kept });
    app.accounts.open = true;
    for (const facts of commands.slice(0, -1)) await record(app, facts, "react");
    await app.rest();
    await record(app, commands.at(-1) ?? [], "react");
    await app.store.commit({ changes: [registeredUser(7)], by: "load", at: app.clock.now() });
    app.stream.pending.splice(0);
  });

  type Table = "journal" | "records" | "letters";
  const damage = async (table: Table, key: object, field: string) => {
    const item = await raw.get(table, key);
    await raw.put(table, { ...item, [field]: { S: "person@example.org" } });
  };
  const entry = (subject: string, version = 1) => ({ subject, version: String(version).padStart(10, "0") });
  const made = { accountsMade: 1, invitationsPlanned: 1, noticesPlanned: 3, failed: [] };

  test.each(["hourly", "full"] as const)("in the journal keeps nothing else from the sweep: %s", async (depth) => {
    await app.store.commit({ changes: [registeredUser(8)], by: "load", at: app.clock.now() });
    app.stream.pending.splice(0);
    await damage("journal", entry(`user#${userId(8)}`), "facts");
    const row = `user#${userId(8)}#0000000001`;
    const report = await app.sweep(depth);
    // A user whose registration cannot be read is found at night, when all users are checked.
    const users = depth === "full" ? { accountsMade: 2, invitationsPlanned: 2 } : {};
    expect(report).toMatchObject({ ...made, ...users, unreadable: [row] });
    expect(report.broken).toEqual(depth === "full" ? [`user#${userId(8)}`] : []);
    expect(app.logged("ROW_UNREADABLE")).toEqual([{ level: "ERROR", code: "ROW_UNREADABLE", row }]);
  });

  test("of a user's aggregate harms that user alone, and is a finding of the audit", async () => {
    const { id } = focalPoint("KE");
    await damage("records", { pk: `user#${id}`, sk: "aggregate" }, "state");
    const report = await app.sweep("full");
    expect(report).toMatchObject({ ...made, unreadable: [`user#${id}#aggregate`], broken: [`user#${id}`] });
    expect(JSON.stringify(app.logged("ROW_UNREADABLE"))).not.toContain("@");
  });

  test("of a review's aggregate, with an unknown stage, makes no sweep fail, and takes no timer away", async () => {
    const key = { pk: "review#c1-FR", sk: "aggregate" };
    const item = await raw.get("records", key);
    const state = { M: { ...item["state"]?.M, stage: { S: "of-a-later-version" } } };
    await raw.put("records", { ...item, schema: { N: String(aggregateSchema + 1) }, state });
    await app.io.schedules.arm("unwanted", at("2030-01-01T08:00:00.000Z"), { bounced: bulletinId(1) }, app.clock.now());
    const armed = (await app.schedules.armed(onePage)).items;
    expect(armed).not.toEqual([]);
    for (const depth of ["hourly", "full"] as const) {
      const report = await app.sweep(depth);
      expect(report).toMatchObject({ unreadable: ["review#c1-FR#aggregate"], failed: [], alarmsDisarmed: 0 });
    }
    expect((await app.schedules.armed(onePage)).items).toEqual(armed);
    expect(new Set(app.logged("ROW_UNREADABLE").map(({ row }) => row))).toEqual(new Set(["review#c1-FR#aggregate"]));
    expect(app.logged("FAILED")).toEqual([]);
  });

  test("of an aggregate that another program changed is found at night, when every row is parsed", async () => {
    const key = { pk: "review#c1-FR", sk: "aggregate" };
    const item = await raw.get("records", key);
    await raw.put("records", { ...item, state: { M: { ...item["state"]?.M, officer: { S: "no id" } } } });
    const { unreadable, broken } = await app.sweep("full");
    expect({ unreadable, broken }).toEqual({ unreadable: ["review#c1-FR#aggregate"], broken: ["review#c1-FR"] });
  });

  describe("and is requested through the API", () => {
    const request = async (routes: readonly Route[], id: string, about: object = {}) => {
      const event = {
        rawPath: "/",
        rawQueryString: "",
        headers: {},
        requestContext: {
          http: { method: "GET" },
          authorizer: { jwt: { claims: { sub: "sub-1", token_use: "access" } } },
        },
        ...about,
      };
      const reply = await routes.find(({ endpoint }) => endpoint.id === id)?.run(event as any);
      return JSON.parse(reply?.body ?? "null");
    };
    const io = () => ({
      store: app.store,
      ledger: app.ledger,
      clock: app.clock,
      cursorSecrets: () => Promise.resolve({ newest: "secret" }),
      parties: newNamedParties(app),
      secondFactors: noSecondFactors,
    });
    beforeEach(async () => {
      await app.store.commit({ changes: [registeredUser(9, { sub: "sub-1" })], by: "load", at: app.clock.now() });
    });

    test("is left out of a list, which says so in the log", async () => {
      const before = await request(partyRoutes(io()), "listParties");
      await damage("records", { pk: "party#FR", sk: "aggregate" }, "state");
      const after = await request(partyRoutes(io()), "listParties");
      expect(after).toEqual({ items: before.items.filter(({ id }: { id: string }) => id !== "FR") });
      expect(app.logged("ROW_UNREADABLE")).toMatchObject([{ row: "party#FR#aggregate" }]);
    });

    test("is not left out of a journal: there is no answer", async () => {
      await damage("journal", entry("review#c1-FR"), "facts");
      const asking = request(journalRoutes(io()), "getJournal", { pathParameters: { kind: "review", id: "c1-FR" } });
      await expect(asking).rejects.toThrow(UnreadableRow);
    });
  });

  test("of a letter keeps none of the others from being ordered, nor their age from being measured", async () => {
    app.mail.usually = "paused";
    await app.sweep("hourly");
    await app.settle();
    const plannedLetters = (await app.letters()).filter(({ state }) => state === "planned");
    const [bad, ...others] = plannedLetters.map(({ id }) => id);
    if (bad === undefined || others.length === 0) throw new Error("No letters wait");
    await damage("letters", { id: bad }, "recipient");
    app.queues.letters.drops = 100;
    await app.settle();
    app.sleepUntil(new Date(Date.parse(app.clock.now()) + 3 * 3_600_000).toISOString());
    const measured = app.metrics.recorded("oldestWaitingLetter").length;
    const report = await app.sweep("hourly");
    expect(report).toMatchObject({ unreadable: [bad], failed: [], lettersOrdered: others.length });
    expect(app.metrics.recorded("oldestWaitingLetter")).toHaveLength(measured + 1);
  });
});
