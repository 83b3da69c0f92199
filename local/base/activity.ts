/** Counts the active parts of the system, and reports when none is active any more. */
export interface Activity {
  /** Says that something happened; two equal readings of `count` around a wait mean that nothing did. */
  readonly note: () => void;
  readonly count: () => number;
  /** Begins a piece of work; the answer ends it. */
  readonly begin: () => () => void;
  /** Resolves as soon as no part is active. */
  readonly idle: () => Promise<void>;
}

/** Counts what happens, so that rest can be noticed. */
export const newActivity = (): Activity => {
  let happened = 0;
  let working = 0;
  let waiters: (() => void)[] = [];
  return {
    note: () => {
      happened += 1;
    },
    count: () => happened,
    begin: () => {
      happened += 1;
      working += 1;
      let ended = false;
      return () => {
        if (ended) return;
        ended = true;
        working -= 1;
        if (working > 0) return;
        const released = waiters;
        waiters = [];
        for (const release of released) release();
      };
    },
    idle: () =>
      working === 0
        ? Promise.resolve()
        : new Promise((resolve) => {
            waiters.push(resolve);
          }),
  };
};
