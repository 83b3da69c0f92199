import type { Activity } from "../base/activity.ts";
import { type BatchParts, batchHandler } from "./stream-batches.ts";
import { openShard, type ShardParts } from "./stream-shard.ts";

/** Reads the stream of a table and gives it to a function, in order. */
export interface StreamReader {
  /** Says that the stream may hold something new. */
  readonly wake: () => void;
  /** Resolves once everything that was written before the call has been handled. */
  readonly drained: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface StreamParts extends ShardParts, BatchParts {
  readonly activity: Activity;
}

/** Writes that did not pass through the system are seen after this many milliseconds. */
const lookAgain = 1000;

/** Sleeps until it is woken, or for a time at most. */
interface Sleeper {
  /** Returns at once where it was woken since the last `reset`. */
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly wake: () => void;
  readonly reset: () => void;
}

const newSleeper = (): Sleeper => {
  let awake = false;
  let end: (() => void) | undefined;
  return {
    sleep: (milliseconds) =>
      new Promise((resolve) => {
        if (awake) return resolve();
        const timer = setTimeout(resolve, milliseconds);
        end = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
    wake: () => {
      awake = true;
      end?.();
    },
    reset: () => {
      awake = false;
    },
  };
};

/** Reads as Lambda does: from the beginning or where it stopped, in batches; see batchHandler for those that fail. */
export const readStream = (parts: StreamParts): StreamReader => {
  const { activity } = parts;
  const ending = new AbortController();
  const { signal } = ending;
  const handleBatch = batchHandler(parts, signal);
  const sleeper = newSleeper();
  /** Callers that wait for the end of the stream; a caller that came after a reading began waits for the next one. */
  const waiters: (() => void)[] = [];

  const read = async (): Promise<void> => {
    const shard = openShard(parts);
    while (!signal.aborted) {
      const before = waiters.length;
      sleeper.reset();
      const records = await shard.next();
      const last = records.at(-1);
      if (last === undefined) {
        for (const release of waiters.splice(0, before)) release();
        if (waiters.length === 0) await sleeper.sleep(lookAgain);
        continue;
      }
      const done = activity.begin();
      try {
        await handleBatch(records);
        if (signal.aborted) return;
        shard.checkpoint(last);
      } finally {
        done();
      }
    }
  };

  const readUntilEnd = async (): Promise<void> => {
    while (!signal.aborted) {
      try {
        await read();
      } catch (error) {
        // The engine starts or ends: the stream is read again from the checkpoint. A TypeError is a defect of this
        // system.
        if (!signal.aborted) await sleeper.sleep(lookAgain);
        if (error instanceof TypeError) throw error;
      }
    }
  };
  const finished = readUntilEnd();

  return {
    wake: sleeper.wake,
    drained: () =>
      signal.aborted
        ? Promise.resolve()
        : new Promise((resolve) => {
            waiters.push(resolve);
            sleeper.wake();
          }),
    close: async () => {
      ending.abort();
      sleeper.wake();
      for (const release of waiters) release();
      await finished;
    },
  };
};
