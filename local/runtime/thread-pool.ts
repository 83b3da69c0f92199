import type { FunctionThread } from "./function-thread.ts";

/** The threads of one function. */
export interface ThreadPool {
  /** Lends a thread to `work`: one that is free, a new one, or the next that becomes free. */
  readonly use: <Result>(work: (thread: FunctionThread) => Promise<Result>) => Promise<Result>;
  /** Ends all threads at once. */
  readonly end: () => Promise<void>;
}

/** A pool of at most `size` threads; `start` starts one and calls `onEnd` when it has ended. */
export const newThreadPool = (size: number, start: (onEnd: () => void) => FunctionThread): ThreadPool => {
  const threads = new Set<FunctionThread>();
  const busy = new Set<FunctionThread>();
  /** Those who wait for a thread, the longest first. */
  const waiters: (() => void)[] = [];

  const startOne = (): FunctionThread => {
    const thread = start(() => {
      threads.delete(thread);
      waiters.shift()?.();
    });
    threads.add(thread);
    return thread;
  };
  const acquire = async (): Promise<FunctionThread> => {
    for (;;) {
      const free = [...threads].find((thread) => !busy.has(thread));
      const thread = free ?? (threads.size < size ? startOne() : undefined);
      if (thread !== undefined) {
        busy.add(thread);
        return thread;
      }
      await new Promise<void>((resolve) => {
        waiters.push(resolve);
      });
    }
  };

  return {
    use: async (work) => {
      const thread = await acquire();
      try {
        return await work(thread);
      } finally {
        busy.delete(thread);
        waiters.shift()?.();
      }
    },
    end: async () => {
      await Promise.all([...threads].map((thread) => thread.end()));
    },
  };
};
