import pMap from "p-map";
import { describeError } from "../../io/log.ts";

const messageOf = (error: unknown): string => describeError(error).error;

/** Throws what failed, if anything did: one failure as it is, several as one error that names each. */
export const throwTogether = (failures: readonly unknown[]): void => {
  const [first] = failures;
  if (failures.length === 1) throw first;
  if (failures.length > 1) throw new AggregateError(failures, failures.map(messageOf).join("; "));
};

/**
 * Processes each item, one after the other unless more in parallel are requested. A failure does not stop the others;
 * it is thrown at the end, so that the caller retries.
 */
export const workOnEach = async <Item>(
  items: Iterable<Item>,
  work: (item: Item) => Promise<unknown>,
  maxConcurrency = 1,
): Promise<void> => {
  const failures: unknown[] = [];
  const tried = async (item: Item): Promise<void> => {
    try {
      await work(item);
    } catch (error) {
      failures.push(error);
    }
  };
  await pMap(items, tried, { concurrency: maxConcurrency });
  throwTogether(failures);
};

/** Runs several functions one after the other, each also after a failure of an earlier one. */
export const doEach = (works: readonly (() => Promise<unknown>)[]): Promise<void> =>
  workOnEach(works, (work) => work());
