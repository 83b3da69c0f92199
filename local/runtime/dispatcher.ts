import type { Activity } from "../base/activity.ts";
import { earliest, type StackClock } from "../base/clock.ts";
import type { Disk } from "../base/disk.ts";
import type { Health } from "../base/health.ts";
import type { Queues } from "../services/queues.ts";
import type { Scheduler } from "../services/scheduler.ts";
import type { QueueReader } from "./queue-source.ts";

/** Fires due schedules and reads non-empty queues, automatically and on each call. */
export interface Dispatcher {
  readonly dispatch: () => void;
  /** Several changes at once lead to one call, after the one who made them has finished. */
  readonly dispatchSoon: () => void;
  /** While the clock is moved, its mover dispatches, and fires recurring schedules once at each stop. */
  readonly setMoving: (moving: boolean) => void;
}

export interface DispatcherParts {
  readonly clock: StackClock;
  readonly activity: Activity;
  readonly queues: Queues;
  readonly scheduler: Scheduler;
  readonly queueReaders: readonly QueueReader[];
  readonly health: Health;
  readonly disk: Disk;
}

/** Maximum delay of a timer of the machine: one minute. */
const longestTimer = 60_000;
/** Delay of a retry after a full disk prevented a write. */
const afterFailure = 1000;
/** While the clock is moved, its mover calls; this interval is only a precaution. */
const whileMoving = 1000;

/** Milliseconds until the next schedule or message is due. */
const untilNextDue = ({ clock, queues, scheduler, queueReaders }: DispatcherParts): number => {
  const read = queues.nextDue(queueReaders.map(({ queue }) => queue));
  const gathered = queueReaders.map((reader) => reader.nextDue());
  const due = earliest([scheduler.nextDue("any"), read, ...gathered]);
  const left = due === undefined ? longestTimer : due - clock.now();
  return Math.min(Math.max(left, 1), longestTimer);
};

/** Begins to dispatch, until `ending`. */
export const openDispatcher = (parts: DispatcherParts, ending: AbortSignal): Dispatcher => {
  const { activity, queues, scheduler, queueReaders, health, disk } = parts;
  let timer: NodeJS.Timeout | undefined;
  let isPlanned = false;
  let isMoving = false;

  const dispatch = (): void => {
    if (ending.aborted) return;
    const done = disk.attempt(() => {
      scheduler.fire("one-time");
      if (!isMoving) scheduler.fire("recurring");
      for (const reader of queueReaders) reader.poll();
      return true;
    });
    clearTimeout(timer);
    timer = setTimeout(dispatch, done === undefined ? afterFailure : isMoving ? whileMoving : untilNextDue(parts));
  };
  const dispatchSoon = (): void => {
    if (isPlanned || ending.aborted) return;
    isPlanned = true;
    const done = activity.begin();
    setImmediate(() => {
      isPlanned = false;
      dispatch();
      done();
    });
  };

  const stopListening = queues.onChange(dispatchSoon);
  scheduler.onChange(dispatchSoon);
  for (const reader of queueReaders) reader.onEnded(dispatchSoon);
  health.onRecovered(dispatchSoon);
  ending.addEventListener("abort", () => {
    clearTimeout(timer);
    stopListening();
  });
  dispatch();
  return {
    dispatch,
    dispatchSoon,
    setMoving: (moving) => {
      isMoving = moving;
    },
  };
};
