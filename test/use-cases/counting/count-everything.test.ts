import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { currentFigures } from "../../../domain/oversight/figures.ts";
import type { Store } from "../../../lambdas/io/ports/store.ts";
import { dynamoProjection } from "../../../lambdas/io/store/projection.ts";
import { earlierProjectionRows, removeEarlierProjections } from "../../../lambdas/io/store/earlier-projections.ts";
import { readingItems } from "../../../lambdas/io/store/item-reader.ts";
import { toItem } from "../../../lambdas/io/store/attributes.ts";
import type { DynamoDb } from "../../../lambdas/io/store/tables.ts";
import { countEverything } from "../../../lambdas/use-cases/counting/count-everything.ts";
import { figuresNow } from "../../../lambdas/use-cases/oversight/figures-now.ts";
import { everyReview } from "../../../lambdas/use-cases/planning/every-review.ts";
import { groupIdOf } from "../../../schemas/base/ids.ts";
import { at } from "../../fixtures/changes.ts";
import { recordEveryKind } from "../../fixtures/recorded-subjects.ts";
import { engineRunsHere, type TestTables } from "../../io/store/engine.ts";
import { openEngineStore } from "../../io/store/engine-store.ts";

/** A moment later than all records: aggregates refuse an earlier one. */
const now = at("2026-06-01T10:00:00.000Z");

describe.runIf(engineRunsHere)("counting everything", () => {
  const emptyStore = openEngineStore();
  let client: DynamoDb;
  let tables: TestTables;
  let recorded: Store;
  let store: Store;
  // All count the same subjects, each into tables of its own.
  beforeAll(async () => {
    ({ store: recorded } = await emptyStore());
    await recordEveryKind(recorded, now);
  });
  beforeEach(async () => {
    const empty = await emptyStore();
    ({ client, tables } = empty);
    store = { ...recorded, projectionState: empty.store.projectionState, totalsOn: empty.store.totalsOn };
  });

  const countOn = async (progress: (done: number, of: number) => void = () => undefined): Promise<void> => {
    const access = { client, tables };
    const counts = dynamoProjection(access, readingItems(access, "records"));
    await countEverything({ store, counts, clock: { now: () => now } }, progress);
  };
  const unread = (): Promise<never> => Promise.reject(new Error("No review is read"));

  test("lets current figures come without any review, equal to those from the reviews", async () => {
    const scopes = [{}, { cluster: 1 }, { group: groupIdOf(1, 1) }, { cluster: 3 }];
    const before = await Promise.all(scopes.map((scope) => figuresNow(store, scope, now)));
    await countOn();
    const kept = { ...store, reviewsInStage: unread, placesInStage: unread };
    const after = await Promise.all(scopes.map((scope) => figuresNow(kept, scope, now)));
    expect(after).toEqual(before);
    const reviews = await everyReview(store);
    for (const ahead of ["2026-09-15T10:00:00.000Z", "2027-12-31T10:00:00.000Z"].map(at))
      expect(await figuresNow(kept, {}, ahead)).toEqual(currentFigures(reviews, {}, ahead));
  });

  test("reports its progress, and counts alike twice", async () => {
    const progress: (readonly [number, number])[] = [];
    await countOn((...far) => progress.push(far));
    const [last = [0, 1]] = progress.slice(-1);
    expect(last[0]).toBe(last[1]);
    const state = await store.projectionState();
    expect(state?.isComplete).toBe(true);
    await countOn();
    expect((await store.projectionState())?.batch).toBe(state?.batch);
  });

  test("leaves rows of another version until these are removed, that of how far they were kept before all others", async () => {
    await countOn();
    const other = [
      { pk: "counts#1-0a1b2c3d#in#||", sk: "2021-05" },
      { pk: "counts#1-0a1b2c3d#of#party#FR", sk: "counted" },
      { pk: "counts#1-0a1b2c3d#state", sk: "state" },
    ];
    for (const row of other) await client.putItem({ TableName: tables.records, Item: toItem({ ...row, schema: 1 }) });
    const found = await earlierProjectionRows({ client, tables });
    expect(found[0]?.pk).toBe("counts#1-0a1b2c3d#state");
    expect(found.map(({ pk }) => pk).toSorted()).toEqual(other.map(({ pk }) => pk));
    let removed = 0;
    const interrupted = async (): Promise<void> => {
      removed += 1;
      if (removed > 1) throw new Error("It ends here");
    };
    await expect(removeEarlierProjections({ client, tables }, found, interrupted)).rejects.toThrow("It ends here");
    expect((await earlierProjectionRows({ client, tables })).map(({ sk }) => sk)).not.toContain("state");
    await removeEarlierProjections(
      { client, tables },
      await earlierProjectionRows({ client, tables }),
      async () => undefined,
    );
    expect(await earlierProjectionRows({ client, tables })).toEqual([]);
    expect((await store.projectionState())?.isComplete).toBe(true);
  });
});
