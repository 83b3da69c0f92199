/** Lets requests in: at once, or while the clock is moved only between two of its jumps. */
export interface Admission {
  /** Resolves as soon as the request may be worked on. */
  readonly enter: () => Promise<void>;
  /** From now on requests wait, until `release`. */
  readonly hold: () => void;
  /** Lets those in that wait now. */
  readonly admit: () => void;
  readonly release: () => void;
}

/** A request waits this long at most, in milliseconds: a stop of the clock may take longer than a client has patience. */
const longestWait = 2000;

/** Lets everybody in at first. Whoever waits is let in together with the others, so that there is quiet in between. */
export const newAdmission = (): Admission => {
  let waiters: (() => void)[] = [];
  let timer: NodeJS.Timeout | undefined;
  const admit = (): void => {
    const admitted = waiters;
    waiters = [];
    for (const enter of admitted) enter();
  };
  return {
    enter: () =>
      timer === undefined
        ? Promise.resolve()
        : new Promise((resolve) => {
            waiters.push(resolve);
          }),
    hold: () => {
      timer ??= setInterval(admit, longestWait);
    },
    admit,
    release: () => {
      clearInterval(timer);
      timer = undefined;
      admit();
    },
  };
};
