import { beforeEach, describe, expect, test } from "vitest";
import { dynamoStore } from "../../../lambdas/io/store/store.ts";
import type { DynamoDb } from "../../../lambdas/io/store/tables.ts";
import type { Store } from "../../../lambdas/io/ports/store.ts";
import { at, drawOf, registeredParty, reviewId, startIn } from "../../fixtures/changes.ts";
import { engineRunsHere } from "./engine.ts";
import { openEngineStore } from "./engine-store.ts";

const now = at("2020-12-01T10:00:00.000Z");
/** As many codes as the first cycle has parties. */
const codes = Array.from({ length: 189 }, (_, place) =>
  String.fromCodePoint(65 + Math.floor(place / 26), 65 + (place % 26)),
);

describe.runIf(engineRunsHere)("the read units of lists, as the engine accounts for them", () => {
  const emptyStore = openEngineStore();
  let bare: Store;
  let store: Store;
  let units: number;
  beforeEach(async () => {
    const opened = await emptyStore();
    const query: DynamoDb["query"] = async (input) => {
      const reply = await opened.client.query({ ...input, ReturnConsumedCapacity: "TOTAL" });
      units += reply.ConsumedCapacity?.CapacityUnits ?? Number.NaN;
      return reply;
    };
    const batchGetItem: DynamoDb["batchGetItem"] = async (input) => {
      const reply = await opened.client.batchGetItem({ ...input, ReturnConsumedCapacity: "TOTAL" });
      units += reply.ConsumedCapacity?.[0]?.CapacityUnits ?? Number.NaN;
      return reply;
    };
    const counted = { query, batchGetItem };
    const client = new Proxy<DynamoDb>(opened.client, {
      get: (target, name: keyof DynamoDb) =>
        name === "query" || name === "batchGetItem" ? counted[name] : target[name].bind(target),
    });
    bare = opened.store;
    store = dynamoStore({ client, tables: opened.tables });
    units = 0;
  });
  const commit = (...changes: Parameters<Store["commit"]>[0]["changes"]) =>
    bare.commit({ changes, by: "load", at: now });

  test("are two at most for the names of all parties", async () => {
    for (let from = 0; from < codes.length; from += 30)
      await commit(...codes.slice(from, from + 30).map(registeredParty));
    expect((await store.partyNames()).size).toBe(189);
    expect(units).toBeLessThanOrEqual(2);
  });

  test("are eight at most for fifty reviews that wait for three nominations each, and for their obligations", async () => {
    for (const code of codes.slice(0, 50)) {
      await commit(drawOf(code, "YY", "ZZ"));
      const drawn = await bare.load("review", reviewId(code));
      if (drawn !== undefined) await commit(startIn(drawn));
    }
    const { items } = await store.listedReviews({ limit: 50 });
    expect(items.map(({ blocking }) => blocking.length)).toEqual(Array.from({ length: 50 }, () => 3));
    expect(units).toBeLessThanOrEqual(8);
    units = 0;
    const obligations = await store.obligationsOfReviews({ limit: 50 });
    expect(obligations.items.map((each) => each.length)).toEqual(Array.from({ length: 50 }, () => 6));
    expect(units).toBeLessThanOrEqual(2);
    // A command reads consistently, and a list for half of that.
    const ids = codes.slice(0, 50).map(reviewId);
    const unitsOf = async (read: () => Promise<unknown>): Promise<number> => {
      units = 0;
      await read();
      return units;
    };
    expect(await unitsOf(() => store.lookUp("review", ids))).toBe(
      (await unitsOf(() => store.loadMany("review", ids))) / 2,
    );
  });
});
