/** Lets requests in: at once, or while the clock is moved only between two of its jumps. */
export interface Admission {
  /** Resolves as soon as the request may be worked on. */
  readonly enter: () => Promise<void>;
  /** From now on requests wait, until `release`. */
  readonly hold: () => void;
  /** Lets those in that wait now: the clock has arrived at its next stop. */
  readonly admit: () => void;
  readonly release: () => void;
}

/** The first requests of a stop wait this long at most, in milliseconds: the stop may take longer than a client has patience. */
const firstWait = 2000;
/** Later ones wait for up to this long; clients give up after 30 seconds, as API Gateway does. */
const longestWait = 8000;

/**
 * Lets all requests in at first. Those that wait are let in together, so that there is quiet in between. Within one stop
 * they are let in at ever longer intervals, and then ever fewer at a time: sooner or later their work ends before the next
 * are let in, however many clients send without a pause, and the clock can move on.
 */
export const newAdmission = (): Admission => {
  let waiters: (() => void)[] = [];
  let timer: NodeJS.Timeout | undefined;
  const letIn = (most = waiters.length): void => {
    for (const enter of waiters.splice(0, most)) enter();
  };
  const letInAfter = (milliseconds: number, most = Infinity): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const admitted = Math.min(most, waiters.length);
      letIn(admitted);
      if (milliseconds < longestWait) letInAfter(milliseconds * 2);
      else letInAfter(milliseconds, Math.max(1, Math.floor(admitted / 2)));
    }, milliseconds);
  };
  return {
    enter: () =>
      timer === undefined
        ? Promise.resolve()
        : new Promise((resolve) => {
            waiters.push(resolve);
          }),
    hold: () => {
      if (timer === undefined) letInAfter(firstWait);
    },
    admit: () => {
      if (timer !== undefined) letInAfter(firstWait);
      letIn();
    },
    release: () => {
      clearTimeout(timer);
      timer = undefined;
      letIn();
    },
  };
};
