import pThrottle from "p-throttle";
import { systemClock } from "../lambdas/io/clock.ts";
import { dynamoProjection } from "../lambdas/io/store/projection.ts";
import { earlierProjectionRows, removeEarlierProjections } from "../lambdas/io/store/earlier-projections.ts";
import { readingItems } from "../lambdas/io/store/item-reader.ts";
import { dynamoStore } from "../lambdas/io/store/store.ts";
import type { Access, DynamoDb } from "../lambdas/io/store/tables.ts";
import { countEverything } from "../lambdas/use-cases/counting/count-everything.ts";
import { patientBar } from "./load/progress.ts";
import { runRewriting } from "./rewriting.ts";

const usage = `Counts everything that reports read in the place of the journal, and removes what another version of the counts kept.

  npm run count -- [--data FOLDER | --stage NAME] [--apply] [--rate N]

  --data FOLDER  what a local system keeps, which has to be stopped; .data where left out
  --stage NAME   a deployed stage, which may be running
  --apply        counts and removes; without it nothing is changed
  --rate N       writes at most N rows a second, 200 where left out

It does immediately what the nightly sweep does for the counts, and corrects wrong counts. It may be ended and
repeated, and run during that sweep. Ends with 1 if work is left, with 2 if it could not be done.
docs/runbooks/count.md says when.`;

type CountPace = () => Promise<unknown>;

/** Returns the tables with a limited rate of row writes; no other write is permitted. */
const pacedAccess = ({ client, tables }: Access, pace: CountPace): Access => {
  const putItem: DynamoDb["putItem"] = async (input) => {
    await pace();
    return client.putItem(input);
  };
  return {
    client: {
      getItem: (input) => client.getItem(input),
      batchGetItem: (input) => client.batchGetItem(input),
      query: (input) => client.query(input),
      scan: (input) => client.scan(input),
      putItem,
      updateItem: (input) => client.updateItem(input),
      deleteItem: (input) => client.deleteItem(input),
      transactWriteItems: (input) => client.transactWriteItems(input),
    },
    tables,
  };
};

const countAll = async (access: Access): Promise<void> => {
  const [store, counts] = [dynamoStore(access), dynamoProjection(access, readingItems(access, "records"))];
  const bar = patientBar("Counting");
  try {
    await countEverything({ store, counts, clock: systemClock }, bar.progress);
  } finally {
    bar.stop();
  }
};

await runRewriting(usage, async (kept, { apply, rate }) => {
  const pace: CountPace = pThrottle({ limit: rate, interval: 1_000 })(() => Promise.resolve());
  if (apply) await countAll(pacedAccess(kept, pace));
  const state = await dynamoStore(kept).projectionState();
  const isWhole = state?.isComplete === true;
  console.log(
    isWhole
      ? `Everything is counted, in ${state.batch} batches.`
      : "Not everything is counted: reports read the journal.",
  );
  const earlier = await earlierProjectionRows(kept);
  if (apply) await removeEarlierProjections(kept, earlier, pace);
  console.log(`${earlier.length} rows of other versions ${apply ? "removed" : "to be removed"}.`);
  return isWhole && (apply || earlier.length === 0);
});
