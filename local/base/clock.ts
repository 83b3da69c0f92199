/** Time as the system sees it: the clock of the machine plus an offset that every worker shares. Moves forward only. */
export interface StackClock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** UTC, with milliseconds. */
  readonly instant: () => string;
  /** Returns the distance of the system's clock from the machine's, in milliseconds. */
  readonly offset: () => number;
  /** Puts the clock at an instant (milliseconds since 1970). Throws RangeError for one that has passed. */
  readonly jumpTo: (instant: number) => void;
  /** Memory that a worker needs to follow this clock: see installClock. */
  readonly shared: SharedArrayBuffer;
}

const moved = (shared: SharedArrayBuffer, real: () => number): (() => number) => {
  const offset = new BigInt64Array(shared);
  return () => real() + Number(Atomics.load(offset, 0));
};

/** A clock with a given offset in milliseconds; `keep` hears of every new offset. */
export const openStackClock = (offset: number, keep: (offset: number) => void): StackClock => {
  const shared = new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT);
  const cell = new BigInt64Array(shared);
  const real = Date.now;
  Atomics.store(cell, 0, BigInt(Math.round(offset)));
  const now = moved(shared, real);
  return {
    now,
    instant: () => new Date(now()).toISOString(),
    offset: () => Number(Atomics.load(cell, 0)),
    jumpTo: (instant) => {
      const target = Math.ceil(instant);
      if (target < now()) throw new RangeError(`The clock does not go back to ${new Date(target).toISOString()}`);
      const ahead = target - real();
      // Kept first: a clock that could not be kept would go back at the next start.
      keep(ahead);
      Atomics.store(cell, 0, BigInt(ahead));
    },
    shared,
  };
};

/**
 * Replaces `Date` in this thread by one that follows the system's clock: `new Date()`, `Date()` and `Date.now()`.
 * Dates made from arguments, parsing and timers stay as they are.
 */
export const installClock = (shared: SharedArrayBuffer): void => {
  const RealDate = Date;
  const now = moved(shared, RealDate.now);
  const MovedDate = new Proxy(RealDate, {
    construct: (target, given, newTarget): Date =>
      // oxlint-disable-next-line typescript/no-unsafe-return -- Reflect.construct promises nothing
      Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
    apply: (): string => new RealDate(now()).toString(),
    get: (target, name, receiver): unknown => (name === "now" ? now : Reflect.get(target, name, receiver)),
  });
  Object.defineProperty(RealDate.prototype, "constructor", { value: MovedDate, writable: true, configurable: true });
  globalThis.Date = MovedDate;
};

/** An instant as milliseconds since 1970. Throws RangeError where it is none. */
export const millisecondsOf = (instant: string | number): number => {
  const value = typeof instant === "number" ? instant : Date.parse(instant);
  if (Number.isFinite(value)) return value;
  throw new RangeError(`${instant} is no instant: write it as 2020-12-15T09:00:00Z`);
};

/** The earliest of some instants, passing over those that never come; undefined where none does. */
export const earliest = (instants: readonly (number | undefined)[]): number | undefined => {
  const coming = instants.filter((instant) => instant !== undefined);
  return coming.length === 0 ? undefined : Math.min(...coming);
};
