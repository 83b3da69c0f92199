import type { BatchGetItemCommandInput, DynamoDB } from "@aws-sdk/client-dynamodb";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { dynamoStore } from "../../../lambdas/io/store/store.ts";
import type { Store } from "../../../lambdas/io/ports/store.ts";
import { at, drawOf, registeredUser, reviewId, userId } from "../../fixtures/changes.ts";
import { type Engine, engineRunsHere, startEngine, type TestTables } from "./engine.ts";

const now = at("2020-12-01T10:00:00.000Z");

describe.runIf(engineRunsHere)("items that are requested in one turn", () => {
  let engine: Engine;
  let tables: TestTables;
  let client: DynamoDB;
  let store: Store;
  /** The calls that reached the database, each with the number of its keys. */
  let calls: (readonly [string, number])[];
  let fails: (call: string) => boolean;
  beforeAll(async () => {
    engine = await startEngine();
  });
  afterAll(() => engine.stop());
  beforeEach(async () => {
    tables = await engine.tables();
    calls = [];
    fails = () => false;
    client = engine.client({ maxAttempts: 1 });
    client.middlewareStack.add(
      (next, context) => (args) => {
        const call = String(context.commandName);
        const { RequestItems = {} } = args.input as BatchGetItemCommandInput;
        calls.push([call, RequestItems[tables.records]?.Keys?.length ?? 1]);
        if (fails(call)) throw new Error("the database is away");
        return next(args);
      },
      { step: "initialize" },
    );
    store = dynamoStore({ client, tables });
    await store.commit({ changes: [drawOf("FR", "BR"), drawOf("BR", "JP")], by: "load", at: now });
    await store.commit({ changes: [registeredUser(1, { party: "FR" })], by: "load", at: now });
    calls = [];
  });
  afterEach(() => client.destroy());

  test("travel in one request, whatever they are, and each caller gets their own", async () => {
    const [france, brazil, person, missing] = await Promise.all([
      store.load("review", reviewId("FR")),
      store.load("review", reviewId("BR")),
      store.person(userId(1)),
      store.person(userId(2)),
    ]);
    expect([france?.id, brazil?.id, missing]).toEqual(["c1-FR", "c1-BR", undefined]);
    expect(person?.email).toBe("person-1@example.org");
    expect(calls).toEqual([["BatchGetItemCommand", 4]]);
  });

  test("travel once where several callers request one item", async () => {
    const [one, other, many] = await Promise.all([
      store.load("review", reviewId("FR")),
      store.load("review", reviewId("FR")),
      store.loadMany("review", [reviewId("FR"), reviewId("BR")]),
    ]);
    expect(one).toEqual(other);
    expect(many.map(({ id }) => id)).toEqual(["c1-FR", "c1-BR"]);
    expect(calls).toEqual([["BatchGetItemCommand", 2]]);
  });

  test("are one plain read if there is only one", async () => {
    const twice = await Promise.all([store.load("review", reviewId("FR")), store.load("review", reviewId("FR"))]);
    expect(twice.map((aggregate) => aggregate?.id)).toEqual(["c1-FR", "c1-FR"]);
    expect(calls).toEqual([["GetItemCommand", 1]]);
  });

  test("are read again in the next turn: nothing is remembered", async () => {
    await store.load("review", reviewId("FR"));
    await store.load("review", reviewId("FR"));
    expect(calls).toHaveLength(2);
  });

  test("travel a hundred at a time", async () => {
    const ids = Array.from({ length: 250 }, (_, number) => userId(number + 1));
    expect(await store.loadMany("user", ids)).toHaveLength(1);
    expect(calls.map(([, keys]) => keys)).toEqual([100, 100, 50]);
  });

  test("fail all together, and only those of that turn", async () => {
    fails = (call) => call === "BatchGetItemCommand";
    const together = await Promise.allSettled([
      store.load("review", reviewId("FR")),
      store.load("review", reviewId("BR")),
    ]);
    expect(together.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect((await store.load("review", reviewId("FR")))?.id).toBe("c1-FR");
  });
});
