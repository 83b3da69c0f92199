import { epochOf, instantOf } from "../../../../domain/base/time.ts";
import type { Clock, Sleeper } from "../../../../lambdas/io/ports/time.ts";
import type { StackClock } from "../../../../local/base/clock.ts";

/** A time that passes, with the clocks and timers that show it. */
export interface Time {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Resolves after the given number of milliseconds. */
  readonly pass: (milliseconds: number) => Promise<void>;
  /** Returns the clock that functions read, wrong by `skew` milliseconds. */
  readonly clock: (skew?: number) => Clock;
  readonly sleeper: (skew?: number) => Sleeper;
  /** The time as local parts read it. */
  readonly app: StackClock;
}

/** Clocks and timers on a time. */
const timeOn = (now: () => number, pass: Time["pass"]): Time => ({
  now,
  pass,
  clock: (skew = 0) => ({ now: () => instantOf(Math.floor(now() + skew)) }),
  sleeper: (skew = 0) => ({ until: (instant) => pass(epochOf(instant) - skew - now()) }),
  app: {
    now: () => Math.floor(now()),
    instant: () => instantOf(Math.floor(now())),
    offset: () => 0,
    jumpTo: () => {
      throw new TypeError("This time is not moved by the system");
    },
    shared: new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT),
  },
});

/** A time that stops while anything works, and continues to the next moment for which a function waits. */
export interface MovedTime extends Time {
  /** Lets time pass until no function waits for anything, or until a moment. */
  readonly rest: (until?: number) => Promise<void>;
}

interface HeapEntry {
  readonly at: number;
  readonly order: number;
  readonly wake: () => void;
}
const isBefore = (one: HeapEntry, other: HeapEntry): boolean =>
  one.at === other.at ? one.order < other.order : one.at < other.at;

/** Returns a priority queue of waiting functions, the earliest first: a binary heap. */
const sleepers = () => {
  const heap: HeapEntry[] = [];
  const swap = (one: number, other: number) => {
    const [first, second] = [heap[one], heap[other]];
    if (first !== undefined && second !== undefined) [heap[one], heap[other]] = [second, first];
  };
  const precedes = (one: number, other: number): boolean => {
    const [first, second] = [heap[one], heap[other]];
    return first !== undefined && second !== undefined && isBefore(first, second);
  };
  return {
    first: (): HeapEntry | undefined => heap[0],
    add: (entry: HeapEntry) => {
      heap.push(entry);
      for (let at = heap.length - 1; at > 0;) {
        const parent = (at - 1) >> 1;
        if (!precedes(at, parent)) return;
        swap(at, parent);
        at = parent;
      }
    },
    take: (): HeapEntry | undefined => {
      swap(0, heap.length - 1);
      const first = heap.pop();
      for (let at = 0; ;) {
        const left = 2 * at + 1;
        const child = precedes(left + 1, left) ? left + 1 : left;
        if (!precedes(child, at)) return first;
        swap(at, child);
        at = child;
      }
    },
  };
};

/** Resolves when everything that was due now has happened. */
const quiet = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

/** Returns a time that a test moves, from an instant on. */
export const movedTime = (from: string): MovedTime => {
  let now = Date.parse(from);
  let count = 0;
  const sleeperHeap = sleepers();
  const pass = async (milliseconds: number): Promise<void> => {
    if (milliseconds > 0)
      await new Promise<void>((wake) => {
        count += 1;
        sleeperHeap.add({ at: now + milliseconds, order: count, wake });
      });
  };
  return {
    ...timeOn(() => now, pass),
    rest: async (until = Infinity) => {
      for (;;) {
        await quiet();
        const next = sleeperHeap.first();
        if (next === undefined || next.at > until) break;
        now = next.at;
        while (sleeperHeap.first()?.at === now) sleeperHeap.take()?.wake();
      }
      if (until !== Infinity) now = Math.max(now, until);
    },
  };
};

/** The machine's own time, which can be put forward. */
export interface RealTime extends Time {
  readonly leap: (milliseconds: number) => void;
}

/** Returns the time of the machine's clock. */
export const realTime = (): RealTime => {
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const pass = async (milliseconds: number): Promise<void> => {
    const end = now() + milliseconds;
    for (let left = milliseconds; left > 0; left = end - now())
      await new Promise((resolve) => {
        setTimeout(resolve, left);
      });
  };
  return { ...timeOn(now, pass), leap: (milliseconds) => void (ahead += milliseconds) };
};

/** Returns the port with calls that take their time before they have their effect. */
export const withDelay = <Port extends object>(port: Port, { pass }: Time, milliseconds: () => number): Port =>
  new Proxy(port, {
    get: (target, key) => {
      const member: unknown = Reflect.get(target, key);
      if (typeof member !== "function") return member;
      return async (...given: unknown[]): Promise<unknown> => {
        await pass(milliseconds());
        return member.apply(target, given);
      };
    },
  });
