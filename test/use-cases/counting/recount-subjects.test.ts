import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { historyOf } from "../../../domain/statistics/mechanism-history.ts";
import type { MechanismHistory } from "../../../domain/statistics/mechanism-history.ts";
import { scopeKeyOf } from "../../../domain/statistics/scope-keys.ts";
import type { ProjectionStore } from "../../../lambdas/io/ports/projection.ts";
import type { StatisticsProjection } from "../../../lambdas/io/ports/projection.ts";
import type { Store } from "../../../lambdas/io/ports/store.ts";
import { dynamoProjection } from "../../../lambdas/io/store/projection.ts";
import { readingItems } from "../../../lambdas/io/store/item-reader.ts";
import { recountSubjects } from "../../../lambdas/use-cases/counting/recount-subjects.ts";
import { groupIdOf } from "../../../schemas/base/ids.ts";
import type { StatisticsScope } from "../../../schemas/model/statistics.ts";
import { recordedFacts } from "../../domain/audit/recorded/facts.ts";
import { bothWays } from "../../domain/statistics/memory-projection.ts";
import { at, day } from "../../fixtures/changes.ts";
import { recordEveryKind } from "../../fixtures/recorded-subjects.ts";
import { engineRunsHere } from "../../io/store/engine.ts";
import { openEngineStore } from "../../io/store/engine-store.ts";

const now = at("2021-06-01T10:00:00.000Z");
const subjects = recordedFacts.map(({ kind, id }) => `${kind}#${id}`);
const scopes: readonly StatisticsScope[] = [{}, { cluster: 1 }, { group: groupIdOf(1, 1), instrument: "UNTOC" }];
const days = ["2020-11-30", "2020-12-31", "2021-02-15", "2021-05-31", "2021-09-15", "2022-12-31"].map(day);
const mechanism: MechanismHistory = historyOf(
  recordedFacts.map(({ kind, id, facts }) => ({ subject: `${kind}#${id}`, facts: [...facts] })),
);

/** Returns counts that end the function at the write with this number. */
const diesAt = (counts: ProjectionStore, death: number): ProjectionStore => {
  let writes = 0;
  const write =
    <Args extends readonly unknown[], Result>(what: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      writes += 1;
      if (writes === death) throw new Error("The function ends here");
      return what(...args);
    };
  const { writeBlock, writeRow, writeState, saveBatch } = counts;
  return {
    ...counts,
    writeBlock: write(writeBlock),
    writeRow: write(writeRow),
    writeState: write(writeState),
    saveBatch: write(saveBatch),
  };
};

describe.runIf(engineRunsHere)("counting what subjects changed", () => {
  const emptyStore = openEngineStore();
  let store: Store;
  let counts: ProjectionStore;
  let kept: StatisticsProjection;
  // All count the same subjects, each into tables of its own.
  beforeAll(async () => {
    ({ store } = await emptyStore());
    await recordEveryKind(store, now);
  });
  beforeEach(async () => {
    const { client, tables, store: empty } = await emptyStore();
    counts = dynamoProjection({ client, tables }, readingItems({ client, tables }, "records"));
    kept = empty;
  });
  // Blocks of few changes, so that batches make several of one.
  const io = (own: ProjectionStore = counts) => ({ store, counts: own, clock: { now: () => now }, most: 20 });

  const expectEqual = async (): Promise<void> => {
    for (const scope of scopes)
      for (const on of days) {
        const both = bothWays(await kept.totalsOn(scopeKeyOf(scope) ?? "", on), mechanism, scope, on);
        expect({ scope, on, counts: both.kept }).toEqual({ scope, on, counts: both.journal });
      }
  };

  test("gives what the journal gives, in whatever order and pieces its subjects come", async () => {
    for (const subject of subjects.toReversed()) await recountSubjects(io(), [subject]);
    await expectEqual();
  });

  test("writes nothing when the same comes again", async () => {
    await recountSubjects(io(), subjects);
    const before = await counts.state();
    await recountSubjects(io(diesAt(counts, 1)), subjects);
    expect(await counts.state()).toEqual(before);
    await expectEqual();
  });

  test("continues where a function ended, whichever write it was at", async () => {
    for (const death of [1, 2, 3, 4, 9, 14, 17]) {
      const half = subjects.filter((_, place) => place % 2 === death % 2);
      await expect(recountSubjects(io(diesAt(counts, death)), half)).rejects.toThrow("The function ends here");
    }
    await recountSubjects(io(), subjects);
    await expectEqual();
  });

  test("gives the same when several functions count at once", async () => {
    const functions = Object.values(Object.groupBy(subjects, (_, place) => place % 5));
    await Promise.all(functions.map((own = []) => recountSubjects(io(), [...own, ...subjects.slice(0, 2)])));
    await expectEqual();
  });
});
